import { and, eq, sql } from "drizzle-orm";
import { encodeInt } from "../../core/base62.ts";
import { type Context, eventColumns, job, publicEvent, readEvent, type Work } from "../../kernel/index.ts";
import type { Value } from "../../ports/database.ts";
import { again, endpointDisabledNow, stage } from "./deliveries.ts";
import { retrieve as retrieveEndpoint } from "./endpoints.ts";
import { deliveries, endpoints } from "./schema.ts";

/** A stretch of the log, both ends excluded at the start and included at the end. */
interface Stretch {
  id: string;
  after: number;
  through: number;
}

const page = 200;

/** Sends again what an endpoint missed since a time: what failed, and what happened while it was disabled. */
export async function replaySince(ctx: Context, id: string, since: string) {
  const endpoint = await retrieveEndpoint(ctx, id);
  if (endpoint.status === "disabled") throw endpointDisabledNow();
  // Ids of events begin with their time, so their index finds the first one. Nothing has happened in the future.
  const time = Math.min(Math.max(0, Date.parse(since)), ctx.now);
  const first = `evt_${encodeInt(time, 8)}`;
  const [bounds] = await ctx.db.values<[number | null, number | null]>(
    sql`select (select min(seq) from (select seq from events where id >= ${first} order by id limit 500)), (select seq from cursors where reader = ${reader})`,
  );
  const [start, through] = bounds ?? [];
  // What the reader of the log has not come to yet is on its way anyhow.
  if (start != null && through != null && start <= through) ctx.later(replay, { id, after: start - 1, through });
  ctx.about("webhooks", id);
  return { endpoint_id: id, since };
}

/** The name of the reader whose cursor tells how far the log was turned into deliveries. */
export const reader = "webhooks";

export const replay = job<Stretch>("webhooks.replay", replayPage);

async function replayPage(work: Work, { id, after, through }: Stretch): Promise<void> {
  const endpoint = await work.db.select().from(endpoints).where(eq(endpoints.id, id)).get();
  if (!endpoint || endpoint.deleted_at !== null || endpoint.status === "disabled") return;
  const rows = await work.db.values<Value[]>(
    sql`select ${sql.raw(eventColumns)} from events where seq > ${after} and seq <= ${through} order by seq limit ${page}`,
  );
  const events = rows.map(readEvent).filter((event) => wants(endpoint, event.type));
  const ids = JSON.stringify(events.map((event) => event.id));
  const known = await work.db
    .select({ id: deliveries.id, event_id: deliveries.event_id, status: deliveries.status, round: deliveries.round })
    .from(deliveries)
    .where(and(eq(deliveries.endpoint_id, id), sql`${deliveries.event_id} in (select value from json_each(${ids}))`));
  const made = new Map(known.map((row) => [row.event_id, row]));
  for (const event of events) {
    const before = made.get(event.id);
    if (!before) stage(work, id, event, JSON.stringify(publicEvent(event)));
    else if (before.status === "failed") again(work, before);
  }
  const last = rows.at(-1)?.[0] as number | undefined;
  if (rows.length === page && last !== undefined) work.later(replay, { id, after: last, through });
}

export const wants = (endpoint: { events: string[] }, type: string): boolean =>
  endpoint.events.length === 0 || endpoint.events.includes(type);
