import type { Database } from "../../ports/database.ts";
import { failureText, type Household } from "./household.ts";
import { startDueJobs } from "./jobs.ts";
import { catchUp } from "./readers.ts";

/** Jobs of one database that run at once: a slow receiver holds one of these places, not the others. */
const jobsAtOnce = 100;
/** How often a tick looks for new work while slow jobs run, in milliseconds; a wake makes it look at once. */
const look = 1_000;
/** Jobs that are looked at for the next time to wake: those that somebody holds come first, and are fewer than this. */
const sooner = 500;

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
  await runDueJobs(house, database);
  const [answer] = await database.read([
    {
      sql: "select min(case when lease_until > run_at then lease_until else run_at end) from (select run_at, lease_until from jobs where state = 'waiting' order by run_at limit ?)",
      args: [sooner],
    },
  ]);
  const next = answer?.rows[0]?.[0] as number | null | undefined;
  return next === null || next === undefined ? retry : Math.min(next, retry ?? next);
}

/** Runs what is due until nothing is, starting more as places become free, and reads the log meanwhile. */
async function runDueJobs(house: Household, database: Database): Promise<void> {
  const running = new Set<Promise<void>>();
  let freed: Promise<"freed"> | undefined;
  for (;;) {
    for (const started of await startDueJobs(house, database, jobsAtOnce - running.size)) {
      const ended = started
        .catch((error) =>
          house.ports.log("error", "job lost its end", { database: database.name, error: failureText(error) }),
        )
        .finally(() => running.delete(ended));
      running.add(ended);
    }
    if (running.size === 0) return;
    // One promise for as long as it takes, however often something else makes us look.
    freed ??= halfDone(running).then(() => "freed" as const);
    if ((await Promise.race([freed, house.ports.hub.wait(database.name, look)])) === "freed") freed = undefined;
    for (const reader of house.readers) await catchUp(house, database, reader);
  }
}

/** Resolves when half of them have ended: new ones are claimed many at a time, which costs one commit for all. */
async function halfDone(running: ReadonlySet<Promise<void>>): Promise<void> {
  const enough = Math.floor(running.size / 2);
  while (running.size > enough) await Promise.race(running);
}
