import { and, eq, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import { integer, text } from "drizzle-orm/sqlite-core";
import { type Context, instant, table } from "../../kernel/index.ts";

const DAY = 86_400_000;

/** The longest span there may be, in milliseconds: it bounds how far back a question about overlaps has to look. */
export const longestSpan = 32 * DAY;

/**
 * Every kind of occupancy, so that all of it passes one guard: `places` of a resource are taken from `busy_from` up to
 * `busy_to`, buffers included. Its id is that of the booking or hold that takes them. A span with an end of its own
 * (`expires_at`) stops counting then, whether or not it was swept away.
 */
export const spans = table("spans", {
  id: text().primaryKey(),
  venue_id: text().notNull(),
  resource_id: text().notNull(),
  busy_from: instant().notNull(),
  busy_to: instant().notNull(),
  places: integer().notNull(),
  expires_at: instant(),
});

/** What takes places. Times in milliseconds since 1970. */
export interface Occupancy {
  id: string;
  venue_id: string;
  resource_id: string;
  from: number;
  to: number;
  places: number;
  expires_at: number | null;
}

const live = (now: number) => or(isNull(spans.expires_at), gt(spans.expires_at, iso(now)));

/** Live spans of a resource that overlap [from, to). Either bound may be left to the database. */
export const overlapping = (resourceId: string, from: number | SQL, to: number | SQL, now: number) =>
  and(
    eq(spans.resource_id, resourceId),
    sql`${spans.busy_from} > ${from} - ${longestSpan}`,
    sql`${spans.busy_from} < ${to}`,
    sql`${spans.busy_to} > ${from}`,
    live(now),
  );

/**
 * The most places of a resource in use at one instant of [from, to): what starts adds, what ends takes away, and at one
 * instant the ends come first, since spans that only touch do not meet.
 */
export function peakOf(resourceId: string, from: number, to: number, now: number): SQL {
  return sql`(
    with near as materialized (
      select busy_from, busy_to, places from ${spans} where ${overlapping(resourceId, from, to, now)}
    ), edges (at, change) as (
      select max(busy_from, ${from}), places from near union all select busy_to, -places from near
    )
    select coalesce(max(used), 0)
    from (select sum(change) over (order by at, change rows unbounded preceding) as used from edges)
  )`;
}

/**
 * Takes places, if at no instant more than `capacity` are in use together with what is there when the batch commits.
 * What the same batch gave back before counts as free.
 */
export function occupy(
  ctx: Context,
  span: Occupancy,
  capacity: number | SQL,
  refusal: Parameters<Context["guard"]>[1],
): void {
  const { from, to, expires_at } = span;
  if (!(from < to && to - from <= longestSpan)) throw new RangeError("a span is at most 32 days long");
  ctx.guard(sql`${peakOf(span.resource_id, from, to, ctx.now)} + ${span.places} <= ${capacity}`, refusal);
  ctx.insert(spans, {
    id: span.id,
    venue_id: span.venue_id,
    resource_id: span.resource_id,
    busy_from: iso(from),
    busy_to: iso(to),
    places: span.places,
    expires_at: expires_at === null ? null : iso(expires_at),
  });
}

/** Gives back what a booking or hold took. */
export function vacate(ctx: Context, id: string): void {
  ctx.write(sql`delete from ${spans} where id = ${id}`);
}

/** Whether anything is still to come, or going on, in a resource or in any resource of a venue. */
export function inUse(of: { resource_id: string } | { venue_id: string }, now: number): SQL {
  const where =
    "resource_id" in of
      ? and(eq(spans.resource_id, of.resource_id), gt(spans.busy_from, iso(now - longestSpan)))
      : eq(spans.venue_id, of.venue_id);
  return sql`exists (select 1 from ${spans} where ${and(where, gt(spans.busy_to, iso(now)), live(now))})`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
