import { newId } from "../../core/ids.ts";
import type { Database, Statement, Value } from "../../ports/database.ts";
import { system } from "../actor.ts";
import { contextOf } from "../http/serve.ts";
import { type JobKind, type LogReader, TryAgain, type Work } from "../job.ts";
import type { Ports } from "../ports.ts";
import { Problem } from "../problem.ts";
import { tenantOf } from "../tenancy.ts";
import { readerOf } from "./access.ts";
import { eventColumns, publicEvent, readEvent } from "./log.ts";
import { decideAgain, jobStatement, Unit } from "./unit.ts";

/** What a tick needs to know of the house. */
export interface Household {
  ports: Ports;
  control: Database;
  readers: readonly LogReader[];
  jobs: ReadonlyMap<string, JobKind>;
  catalogue: Work["catalogue"];
}

const eventsPerPage = 100;
const jobsPerTurn = 20;
/** A reader that fails on one event this often leaves it behind, visibly, rather than stop for ever. */
const readerAttempts = 8;

/**
 * Does what is due in one database: lets every reader of the log catch up, then runs due jobs. Answers when it wants
 * to be woken again (milliseconds since 1970), or `undefined` when nothing waits.
 */
export async function tick(house: Household, database: Database): Promise<number | undefined> {
  let retry: number | undefined;
  for (const reader of house.readers) {
    const again = await catchUp(house, database, reader);
    if (again !== undefined) retry = Math.min(again, retry ?? again);
  }
  while (await runDueJobs(house, database)) {
    for (const reader of house.readers) await catchUp(house, database, reader);
  }
  const [answer] = await database.read([
    {
      sql: "select min(case when lease_until > run_at then lease_until else run_at end) from jobs where state = 'waiting'",
      args: [],
    },
  ]);
  const next = answer?.rows[0]?.[0] as number | null | undefined;
  return next === null || next === undefined ? retry : Math.min(next, retry ?? next);
}

async function catchUp(house: Household, database: Database, reader: LogReader): Promise<number | undefined> {
  for (;;) {
    const [cursors, page] = await database.read([
      { sql: "select seq, failures from cursors where reader = ?", args: [reader.name] },
      {
        sql: `select ${eventColumns} from events where seq > coalesce((select seq from cursors where reader = ?), 0) order by seq limit ?`,
        args: [reader.name, eventsPerPage],
      },
    ]);
    const rows = page?.rows ?? [];
    if (rows.length === 0) return undefined;
    const from = (cursors?.rows[0]?.[0] as number | undefined) ?? 0;
    const failures = (cursors?.rows[0]?.[1] as number | undefined) ?? 0;
    const events = rows.map(readEvent);
    const wanted = events.filter((event) => reader.events === "*" || reader.events.includes(event.type));
    const last = events.at(-1)?.seq ?? from;
    // A cursor that only passes events nobody here wants is not worth a commit until it is far behind.
    if (wanted.length === 0 && rows.length < eventsPerPage) return undefined;
    // After a failure one event at a time, so that the good ones before it are not held up.
    const batch = failures > 0 ? wanted.slice(0, 1) : wanted;
    const reached = failures > 0 ? (batch[0]?.seq ?? last) : last;
    const work = workOf(house, database, 1);
    try {
      for (const event of batch) await reader.read(work.context, publicEvent(event), event);
      await work.unit.commit(database, [cursorStatement(reader.name, reached, 0)]);
      announce(house, database, work.unit);
    } catch (error) {
      const failed = failures + 1;
      house.ports.log("error", "reader failed", {
        reader: reader.name,
        database: database.name,
        failures: failed,
        error: text(error),
      });
      if (failed < readerAttempts) {
        await database.commit([cursorStatement(reader.name, from, failed)]);
        return house.ports.clock.now() + 1000 * 2 ** failed;
      }
      await database.commit([
        cursorStatement(reader.name, reached, 0),
        deadStatement(`reader:${reader.name}`, { seq: reached }, text(error), house.ports.clock.now()),
      ]);
    }
  }
}

function cursorStatement(reader: string, seq: number, failures: number) {
  return {
    sql: "insert into cursors (reader, seq, failures) values (?, ?, ?) on conflict (reader) do update set seq = excluded.seq, failures = excluded.failures",
    args: [reader, seq, failures],
  };
}

function deadStatement(kind: string, input: unknown, error: string, now: number) {
  return {
    sql: "insert into jobs (id, kind, input, run_at, attempt, state, error, created_at) values (?, ?, ?, ?, ?, 'dead', ?, ?)",
    args: [newId("job", now), kind, JSON.stringify(input), now, readerAttempts, error, now],
  };
}

async function runDueJobs(house: Household, database: Database): Promise<boolean> {
  const now = house.ports.clock.now();
  const longest = Math.max(60_000, ...[...house.jobs.values()].map((kind) => kind.lease));
  const [due] = await database.read([
    {
      sql: "select id from jobs where state = 'waiting' and run_at <= ? and (lease_until is null or lease_until <= ?) order by run_at limit ?",
      args: [now, now, jobsPerTurn],
    },
  ]);
  if (!due || due.rows.length === 0) return false;
  const claims = due.rows.map(([id]) => ({
    sql: "update jobs set lease_until = ?, attempt = attempt + 1 where id = ? and state = 'waiting' and (lease_until is null or lease_until <= ?) returning id, kind, input, attempt, key, lease_until",
    args: [now + longest, id as Value, now],
  }));
  const claimed = (await database.commit(claims)).flatMap((answer) => answer.rows);
  await Promise.all(claimed.map((row) => runJob(house, database, row)));
  return claimed.length > 0;
}

async function runJob(house: Household, database: Database, row: Value[]): Promise<void> {
  const [id, name, input, attempt, , lease] = row as [string, string, string, number, string | null, number];
  const kind = house.jobs.get(name);
  const mine = "id = ? and lease_until = ?";
  const now = () => house.ports.clock.now();
  if (!kind) {
    await database.commit([
      { sql: `update jobs set state = 'dead', error = 'no such kind' where ${mine}`, args: [id, lease] },
    ]);
    return;
  }
  const { unit, context } = workOf(house, database, attempt);
  // Somebody else may have taken over a lease that ran out: then this end, and all that it staged, is refused.
  const guard = {
    sql: `insert into guard(ok) select 0 where not exists (select 1 from jobs where ${mine})`,
    args: [id, lease],
  };
  try {
    await kind.run(context, JSON.parse(input));
    unit.first([guard], decideAgain);
    const end =
      kind.every === undefined
        ? { sql: `delete from jobs where ${mine}`, args: [id, lease] }
        : {
            sql: `update jobs set run_at = ?, attempt = 0, lease_until = null, error = null where ${mine}`,
            args: [now() + kind.every, id, lease],
          };
    await unit.commit(database, [end]);
    announce(house, database, unit);
  } catch (error) {
    const dead = attempt >= kind.attempts && kind.every === undefined;
    const delay = error instanceof TryAgain ? error.after : kind.backoff(attempt);
    house.ports.log(dead ? "error" : "warn", "job failed", { job: name, id, attempt, dead, error: text(error) });
    const again = {
      sql: `update jobs set state = ?, error = ?, run_at = ?, lease_until = null where ${mine}`,
      args: [dead ? "dead" : "waiting", text(error), Math.round(now() + delay), id, lease],
    };
    // A job that asks to be tried again has come to a decision: what it staged until then is part of it.
    const kept = error instanceof TryAgain && (await concluded(unit, database, guard, again));
    if (kept) announce(house, database, unit);
    else await database.commit([again]);
  }
}

/** Whether what a job staged before it asked to be tried again could be committed along with its next time. */
async function concluded(unit: Unit, database: Database, guard: Statement, again: Statement): Promise<boolean> {
  unit.first([guard], decideAgain);
  return unit.commit(database, [again]).then(
    () => true,
    () => false,
  );
}

/** What a job or a reader told must reach the sockets as well. */
function announce(house: Household, database: Database, unit: Unit): void {
  if (unit.emitted.length > 0) house.ports.hub.wake(database.name);
}

function workOf(house: Household, database: Database, attempt: number): { unit: Unit; context: Work } {
  const { ports } = house;
  const unit = new Unit(system, ports.clock.now());
  const context: Work = Object.assign(contextOf(unit), {
    db: readerOf(database),
    read: (statements: readonly Statement[]) => database.read(statements),
    control: readerOf(house.control),
    actor: system,
    tenant: tenantOf(database.name) ?? { routing: "", mode: "live" as const },
    linked: "",
    now: unit.now,
    at: new Date(unit.now).toISOString(),
    request: { id: newId("req", unit.now), ip: "", agent: "", header: () => undefined },
    settings: ports.settings,
    catalogue: house.catalogue,
    files: ports.files,
    vet: (url: string) => ports.outside.vet(url),
    own: () => undefined,
    owner: undefined,
    wait: (milliseconds: number) => ports.hub.wait(database.name, milliseconds),
    answer: () => {},
    mailer: ports.mailer,
    outside: ports.outside,
    attempt,
  });
  return { unit, context };
}

/** Makes sure that every recurring job waits in this database. */
export async function arm(database: Database, jobs: Iterable<JobKind>, now: number): Promise<void> {
  const recurring = [...jobs].filter((kind) => kind.every !== undefined);
  if (recurring.length === 0) return;
  await database.commit(
    recurring.map((kind) => jobStatement(kind.name, null, now + (kind.every ?? 0), "recurring", now)),
  );
}

function text(error: unknown): string {
  if (error instanceof Problem) return `${error.kind.code}: ${error.message}`;
  return (error instanceof Error ? error.message : String(error)).slice(0, 1000);
}
