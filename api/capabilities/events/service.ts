import { type SQL, sql } from "drizzle-orm";
import {
  databaseName,
  eventColumns,
  maySee,
  notFound,
  problem,
  publicEvent,
  type Reading,
  readEvent,
  type StoredEvent,
  type z,
} from "../../kernel/index.ts";
import type { Value } from "../../ports/database.ts";
import type { EventQuery } from "./schema.ts";
import { takePlace } from "./waits.ts";

export const cursorTooOld = problem(
  "cursor_too_old",
  410,
  "The log does not reach back, or on, to that position: read afresh what you follow, and go on from last_seq.",
);

/** Positions that one call looks at, so that a filter which finds little costs little. */
const span = 5_000;
/** The longest that a waiting call sleeps, in milliseconds, should nobody tell it that the log grew. */
const nap = 2_000;

type Query = z.output<typeof EventQuery>;

/** The log from a position on. When there is nothing yet, waits as long as the caller asked. */
export async function list(ctx: Reading, query: Query) {
  const asked = query.cursor === undefined ? query.after : Number(query.cursor);
  const { first, last } = await bounds(ctx);
  if (typeof asked === "number" && (asked > last || asked < first - 1)) {
    throw cursorTooOld(undefined, { members: { last_seq: last } });
  }
  let page = await read(ctx, asked === "latest" ? last : (asked ?? Math.max(0, first - 1)), query);
  const leave = page.data.length === 0 && !page.has_more && query.wait > 0 ? takePlace(caller(ctx)) : undefined;
  if (!leave) return page;
  try {
    const end = performance.now() + query.wait * 1000;
    for (;;) {
      const left = end - performance.now();
      // Listening begins before reading: what is committed in between is either read or heard.
      const woken = left > 0 ? ctx.wait(Math.min(left, nap)) : undefined;
      page = await read(ctx, Number(page.next_cursor), query);
      if (page.data.length > 0 || page.has_more || !woken) return page;
      await woken;
    }
  } finally {
    leave();
  }
}

const caller = (ctx: Reading) => `${databaseName(ctx.tenant)}/${ctx.actor.id}`;

async function bounds(ctx: Reading): Promise<{ first: number; last: number }> {
  const [row] = await ctx.db.values<[number, number]>(
    sql`select coalesce((select min(seq) from events), 0), coalesce((select max(seq) from events), 0)`,
  );
  return { first: row?.[0] ?? 0, last: row?.[1] ?? 0 };
}

/** One page of what the caller may see. Where it ends is what was looked at, so nothing is looked at twice. */
async function read(ctx: Reading, after: number, query: Query) {
  const { last } = await bounds(ctx);
  // What is about one contact or one thing stands in an index of its own, however long the log.
  const through = narrow(ctx, query) ? last : Math.min(last, after + span);
  const rows = await ctx.db.values<Value[]>(
    sql`select ${sql.raw(eventColumns)} from events where seq > ${after} and seq <= ${through}${filters(ctx, query)} order by seq limit ${query.limit + 1}`,
  );
  const full = rows.length > query.limit;
  const events = rows.slice(0, query.limit).map(readEvent);
  const reached = full ? (events.at(-1) as StoredEvent).seq : Math.max(after, through);
  return {
    data: events.filter((event) => maySee(ctx.actor, event)).map(publicEvent),
    has_more: reached < last,
    next_cursor: String(reached),
  };
}

const narrow = (ctx: Reading, query: Query) => ctx.actor.kind === "visitor" || query.subject !== undefined;

function filters(ctx: Reading, { type, subject }: Query): SQL {
  const { actor } = ctx;
  const list: SQL[] = [];
  if (actor.kind === "visitor") list.push(sql` and contact_id = ${actor.contact_id} and visitors = 1`);
  if (subject !== undefined) list.push(sql` and subject = ${subject}`);
  if (type !== undefined)
    list.push(sql` and type in (select value from json_each(${JSON.stringify(type.split(","))}))`);
  return sql.join(list);
}

export async function retrieve(ctx: Reading, id: string) {
  const [row] = await ctx.db.values<Value[]>(sql`select ${sql.raw(eventColumns)} from events where id = ${id}`);
  const event = row && readEvent(row);
  if (!event || !maySee(ctx.actor, event)) throw notFound();
  return publicEvent(event);
}
