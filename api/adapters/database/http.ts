import { type Client, createClient, LibsqlBatchError, LibsqlError, type ResultSet } from "@libsql/client/web";
import { BatchFailure, type Database, type Databases, type Rows, type Statement } from "../../ports/database.ts";
import { Lru } from "./lru.ts";
import { checkName, isName } from "./name.ts";
import { type Place, placeOf, type Remote } from "./places.ts";
import { type Shape, shapeOf } from "./sql.ts";
import { pause, Turns } from "./turns.ts";
import { type Bound, bindAll, unbind } from "./values.ts";

/** Databases known to exist, so that opening one again asks nothing. */
const KNOWN = 4_096;
/** Statements whose shape is kept. */
const SHAPES = 512;
/** Commits under way on one database: SQLite writes one at a time, and `sqld` seizes up when 64 want to. */
const WRITERS = 4;
/** How long a batch tries again while the write lock is taken, in milliseconds. */
const BUSY = 10_000;
/** How long a new database may take to become reachable, in milliseconds. */
const PATIENCE = 15_000;

type Mode = "read" | "write";

interface Staged {
  sql: string;
  args: Bound[];
}

/** Databases on `sqld` or Turso over HTTP. One read or one commit is one request. */
export function httpDatabases(remote: Remote): Databases {
  const { timeout = 20_000, fetch: send = fetch } = remote;
  const timed: typeof fetch = (input, init) => send(input, { ...init, signal: AbortSignal.timeout(timeout) });
  const place = placeOf(remote, timed);
  const known = new Lru<Database>(KNOWN);
  let closed = false;

  function databaseOf(name: string): Database {
    const client = clientOf(name, place, remote.authToken, timed);
    const turns = new Turns(WRITERS, timeout);
    const run = async (statements: readonly Statement[], mode: Mode): Promise<Rows[]> => {
      if (closed) throw new Error("the databases are closed");
      if (statements.length === 0) return [];
      const staged = statements.map((statement, index) => stage(statement, index, mode));
      const send = () => batch(client, staged, mode);
      return mode === "write" ? turns.run(send) : send();
    };
    return { name, read: (statements) => run(statements, "read"), commit: (statements) => run(statements, "write") };
  }

  async function find(name: string): Promise<Database | undefined> {
    const found = known.get(name);
    if (found) return found;
    const database = databaseOf(name);
    try {
      await database.read([{ sql: "select 1", args: [] }]);
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
    // The one that was quicker, if there was: its turns must be everyone's.
    const first = known.get(name) ?? database;
    known.set(name, first);
    return first;
  }

  return {
    async open(name) {
      return isName(name) ? find(name) : undefined;
    },
    async create(name) {
      const answer = await place.create(checkName(name));
      const end = Date.now() + PATIENCE;
      for (let wait = 20; ; wait = Math.min(wait * 2, 1_000)) {
        const database = await find(name);
        if (database) return database;
        if (!answer.ok || Date.now() > end) {
          throw new Error(`database ${name} was not created: ${answer.status} ${await answer.text()}`);
        }
        await pause(wait);
      }
    },
    async drop(name) {
      const answer = await place.drop(checkName(name));
      known.delete(name);
      if (!answer.ok && answer.status !== 404) {
        throw new Error(`database ${name} was not removed: ${answer.status} ${await answer.text()}`);
      }
    },
    async close() {
      closed = true;
      known.clear();
    },
  };
}

function clientOf(name: string, place: Place, authToken: string | undefined, send: typeof fetch): Client {
  const headers = Object.entries(place.headers(name));
  return createClient({
    url: place.url(name),
    intMode: "bigint",
    // A queue of the client's own would let one request wait for another's, which Workers forbid.
    concurrency: Number.POSITIVE_INFINITY,
    ...(authToken ? { authToken } : {}),
    fetch: (request: Request) => {
      for (const [key, value] of headers) request.headers.set(key, value);
      return send(request);
    },
  });
}

async function batch(client: Client, staged: Staged[], mode: Mode): Promise<Rows[]> {
  const end = Date.now() + BUSY;
  for (let wait = 10; ; wait = Math.min(wait * 2, 500)) {
    let results: ResultSet[];
    try {
      results = await client.batch(staged, mode);
    } catch (error) {
      // Another batch held the write lock for too long, or the server had too much to do to begin with this one (429).
      // Nothing of it happened, so it may try again.
      const busy = (error instanceof LibsqlError && error.code === "SQLITE_BUSY") || statusOf(error) === 429;
      if (!busy || Date.now() > end) throw failureOf(error, staged.length - 1);
      await pause(wait);
      continue;
    }
    return results.map(rowsOf);
  }
}

const shapes = new Lru<Shape>(SHAPES);

function shapeKept(sql: string): Shape {
  const kept = shapes.get(sql);
  if (kept) return kept;
  const shape = shapeOf(sql);
  shapes.set(sql, shape);
  return shape;
}

function stage({ sql, args }: Statement, index: number, mode: Mode): Staged {
  let shape: Shape;
  let bound: Bound[];
  try {
    shape = shapeKept(sql);
    bound = bindAll(args, shape.parameters);
  } catch (error) {
    throw new BatchFailure(index, "SQLITE_MISUSE", error);
  }
  // `sqld` would carry it out, answer as if it were written, and forget it.
  if (shape.writes && mode === "read") throw new BatchFailure(index, "SQLITE_READONLY", new TypeError(sql));
  return { sql, args: bound };
}

function rowsOf({ columns, rows, rowsAffected }: ResultSet): Rows {
  return { columns, rows: rows.map((row) => columns.map((_, i) => unbind(row[i]))), changes: rowsAffected };
}

/** What SQLite refused is a `BatchFailure`; a server out of reach, or whose answer was lost, is any other error. */
function failureOf(error: unknown, last: number): unknown {
  if (!(error instanceof LibsqlError)) return error;
  const { code } = error;
  const index = error instanceof LibsqlBatchError ? error.statementIndex : undefined;
  // `sqld` has codes of its own for a syntax error, and none for a table that is missing.
  if (code.startsWith("SQL_") || code === "SQLITE_UNKNOWN") {
    return new BatchFailure(index ?? last, "SQLITE_ERROR", error);
  }
  if (!code.startsWith("SQLITE_") || code === "SQLITE_BUSY") return error;
  if (index !== undefined) return new BatchFailure(index, code, error);
  // Refused at the commit, by a deferred foreign key. Anything else refused there was not the batch's fault.
  return code === "SQLITE_CONSTRAINT" ? new BatchFailure(last, code, error) : error;
}

/** The HTTP status that a server answered with instead of results. */
function statusOf(error: unknown): unknown {
  const cause = error instanceof LibsqlError ? error.cause : undefined;
  return cause instanceof Error && "status" in cause ? cause.status : undefined;
}
