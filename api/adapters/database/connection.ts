import Sqlite from "libsql";
import { BatchFailure, type Rows, type Statement, type Value } from "../../ports/database.ts";
import { Lru } from "./lru.ts";
import { reclaim } from "./reclaim.ts";
import { shapeOf } from "./sql.ts";
import { bindAll, unbind } from "./values.ts";

/** Statements kept prepared on each connection: this many at least, and twice as many at most. */
const KEPT = 128;

interface Prepared {
  statement: Sqlite.Statement;
  parameters: number;
  /** Whether it answers rows. */
  reader: boolean;
  /** One row at most. */
  single: boolean;
  /** Undefined where a `*` follows the schema: asked again after each run, for the schema may have changed. */
  columns: readonly string[] | undefined;
}

const NONE: readonly string[] = [];

/** One connection to a database file, with its statements kept prepared. Everything here is synchronous. */
export class Connection {
  readonly #sqlite: Sqlite.Database;
  readonly #prepared = new Lru<Prepared>(KEPT);
  readonly #begin: Sqlite.Statement;
  readonly #beginImmediate: Sqlite.Statement;
  readonly #commit: Sqlite.Statement;
  readonly #rollback: Sqlite.Statement;
  readonly #savepoint: Sqlite.Statement;
  readonly #release: Sqlite.Statement;
  readonly #rollbackTo: Sqlite.Statement;
  readonly #totals: Sqlite.Statement;
  #readOnly = false;

  constructor(path: string, pragmas: readonly string[]) {
    this.#sqlite = new Sqlite(path);
    for (const pragma of pragmas) this.#sqlite.pragma(pragma);
    this.#begin = this.#sqlite.prepare("begin");
    this.#beginImmediate = this.#sqlite.prepare("begin immediate");
    this.#commit = this.#sqlite.prepare("commit");
    this.#rollback = this.#sqlite.prepare("rollback");
    this.#savepoint = this.#sqlite.prepare("savepoint batch");
    this.#release = this.#sqlite.prepare("release batch");
    this.#rollbackTo = this.#sqlite.prepare("rollback to batch");
    this.#totals = this.#sqlite.prepare("select total_changes()").raw(true);
  }

  /** From here on nothing can be written through this connection. */
  readOnly(): this {
    this.#sqlite.pragma("query_only = ON");
    this.#readOnly = true;
    return this;
  }

  get inTransaction(): boolean {
    return this.#sqlite.inTransaction;
  }

  begin(): void {
    this.#begin.run();
  }

  /** Takes the write lock, or throws `SQLITE_BUSY`. */
  beginImmediate(): void {
    this.#beginImmediate.run();
  }

  commit(): void {
    this.#commit.run();
  }

  rollback(): void {
    if (this.#sqlite.inTransaction) this.#rollback.run();
  }

  savepoint(): void {
    this.#savepoint.run();
  }

  release(): void {
    this.#release.run();
  }

  rollbackToSavepoint(): void {
    this.#rollbackTo.run();
    this.#release.run();
  }

  /** Runs statements in turn. Throws a `BatchFailure` for the first that SQLite refuses. */
  runAll(statements: readonly Statement[]): Rows[] {
    const results: Rows[] = [];
    for (const statement of statements) {
      try {
        results.push(this.#run(statement));
      } catch (error) {
        throw failure(results.length, error);
      }
    }
    return results;
  }

  checkpoint(): void {
    this.#sqlite.pragma("wal_checkpoint(TRUNCATE)");
  }

  close(): void {
    this.#prepared.clear();
    this.#sqlite.close();
    reclaim();
  }

  #run({ sql, args }: Statement): Rows {
    const prepared = this.#prepared.get(sql) ?? this.#prepare(sql);
    const { statement, reader } = prepared;
    const bound = bindAll(args, prepared.parameters);
    if (!reader) return { columns: NONE, rows: [], changes: statement.run(bound).changes };
    const before = this.#totalChanges();
    const rows = (prepared.single ? one(statement.get(bound)) : statement.all(bound)) as unknown[][];
    const changes = this.#totalChanges() === before ? 0 : rows.length;
    for (const row of rows) for (let i = 0; i < row.length; i++) row[i] = unbind(row[i]);
    return { columns: prepared.columns ?? columnsOf(statement), rows: rows as Value[][], changes };
  }

  #prepare(sql: string): Prepared {
    const { parameters, star, single } = shapeOf(sql);
    const statement = this.#sqlite.prepare(sql);
    const { reader } = statement;
    if (reader) statement.raw(true);
    const prepared = {
      statement,
      parameters,
      reader,
      single,
      columns: star || !reader ? undefined : columnsOf(statement),
    };
    this.#prepared.set(sql, prepared);
    return prepared;
  }

  /** Tells an `insert ... returning` from a `select`. */
  #totalChanges(): number {
    return this.#readOnly ? 0 : (this.#totals.get() as [number])[0];
  }
}

/** The driver's `get` is twice as fast as its `all`. */
function one(row: unknown): unknown[] {
  return row === undefined ? [] : [row];
}

function columnsOf(statement: Sqlite.Statement): readonly string[] {
  return statement.columns().map((column) => column.name);
}

/** What a statement threw, as what the batch rejects with. */
function failure(index: number, error: unknown): unknown {
  if (error instanceof Sqlite.SqliteError) return new BatchFailure(index, baseCode(error.code), error);
  if (error instanceof TypeError) return new BatchFailure(index, "SQLITE_MISUSE", error);
  return error;
}

/** `SQLITE_CONSTRAINT_CHECK` is `SQLITE_CONSTRAINT`: a remote database answers no more than that. */
export function baseCode(code: string): string {
  return code.split("_", 2).join("_");
}
