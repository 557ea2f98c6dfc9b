import { sql } from "drizzle-orm";
import type { Database, Statement, Value } from "../../ports/database.ts";
import { type JobKind, job, TryAgain, type Work } from "../job.ts";
import { announce, failureText, type Household, workOf } from "./household.ts";
import { eventColumns, publicEvent, readEvent } from "./log.ts";
import { DecideAgain, jobStatement, type Unit } from "./unit.ts";

/** Somebody else took the job over: what was staged here is refused, and nobody needs to hear of it. */
class LeaseLost extends DecideAgain {}
const leaseLost = () => new LeaseLost();

/** Claims what is due, up to `most`, and lets it run. */
export async function startDueJobs(house: Household, database: Database, most: number): Promise<Promise<void>[]> {
  const now = house.ports.clock.now();
  const longest = Math.max(60_000, ...[...house.jobs.values()].map((kind) => kind.lease));
  const [due] = await database.read([
    {
      sql: "select id from jobs where state = 'waiting' and run_at <= ? and (lease_until is null or lease_until <= ?) order by run_at limit ?",
      args: [now, now, most],
    },
  ]);
  if (!due || due.rows.length === 0) return [];
  const claims = due.rows.map(([id]) => ({
    sql: "update jobs set lease_until = ?, attempt = attempt + 1 where id = ? and state = 'waiting' and (lease_until is null or lease_until <= ?) returning id, kind, input, attempt, key, lease_until",
    args: [now + longest, id as Value, now],
  }));
  const claimed = (await database.commit(claims)).flatMap((answer) => answer.rows);
  return claimed.map((row) => runJob(house, database, row));
}

async function runJob(house: Household, database: Database, row: Value[], tries = 1): Promise<void> {
  const [id, name, input, attempt, , lease] = row as [string, string, string, number, string | null, number];
  const kind = house.jobs.get(name) ?? leftBehind(house, name);
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
    unit.first([guard], leaseLost);
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
    if (error instanceof LeaseLost) return;
    // The world moved while the job decided: it decides on what is true now.
    if (error instanceof DecideAgain && tries < 5) return runJob(house, database, row, tries + 1);
    const dead = attempt >= kind.attempts && kind.every === undefined;
    const delay = error instanceof TryAgain ? error.after : kind.backoff(attempt);
    house.ports.log(dead ? "error" : "warn", "job failed", { job: name, id, attempt, dead, error: failureText(error) });
    const again = {
      sql: `update jobs set state = ?, error = ?, run_at = ?, lease_until = null where ${mine}`,
      args: [dead ? "dead" : "waiting", failureText(error), Math.round(now() + delay), id, lease],
    };
    // A job that asks to be tried again has come to a decision: what it staged until then is part of it.
    const kept = error instanceof TryAgain && (await concluded(unit, database, guard, again));
    if (kept) announce(house, database, unit);
    else await database.commit([again]);
  }
}

/** An event that a reader gave up on is a dead job; tried again, the reader reads that one event. */
function leftBehind(house: Household, name: string): JobKind<{ seq: number }> | undefined {
  const reader = house.readers.find((reader) => name === `reader:${reader.name}`);
  const read = async (work: Work, { seq }: { seq: number }) => {
    const [row] = await work.db.values<Value[]>(sql`select ${sql.raw(eventColumns)} from events where seq = ${seq}`);
    const event = row && readEvent(row);
    if (event) await reader?.read(work, publicEvent(event), event);
  };
  return reader && job(name, read, { attempts: 1 });
}

/** Whether what a job staged before it asked to be tried again could be committed along with its next time. */
async function concluded(unit: Unit, database: Database, guard: Statement, again: Statement): Promise<boolean> {
  unit.first([guard], leaseLost);
  return unit.commit(database, [again]).then(
    () => true,
    () => false,
  );
}

/** Makes sure that every recurring job waits in this database. */
export async function arm(database: Database, jobs: Iterable<JobKind>, now: number): Promise<void> {
  const recurring = [...jobs].filter((kind) => kind.every !== undefined);
  if (recurring.length === 0) return;
  await database.commit(
    recurring.map((kind) => jobStatement(kind.name, null, now + (kind.every ?? 0), "recurring", now)),
  );
}
