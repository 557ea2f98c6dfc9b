import { newId } from "../../core/ids.ts";
import type { Database } from "../../ports/database.ts";
import type { LogReader } from "../job.ts";
import { announce, failureText, type Household, workOf } from "./household.ts";
import { eventColumns, publicEvent, readEvent } from "./log.ts";

const eventsPerPage = 100;
/** A reader that fails on one event this often leaves it behind, visibly, rather than stop for ever. */
const readerAttempts = 8;

/** Lets a reader read on from its cursor to the end of the log. Answers when to try again where it stumbled. */
export async function catchUp(house: Household, database: Database, reader: LogReader): Promise<number | undefined> {
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
        error: failureText(error),
      });
      if (failed < readerAttempts) {
        await database.commit([cursorStatement(reader.name, from, failed)]);
        return house.ports.clock.now() + 1000 * 2 ** failed;
      }
      await database.commit([
        cursorStatement(reader.name, reached, 0),
        deadStatement(`reader:${reader.name}`, { seq: reached }, failureText(error), house.ports.clock.now()),
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
