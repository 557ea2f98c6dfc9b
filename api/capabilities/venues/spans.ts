import { and, eq, gt, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { integer, text } from "drizzle-orm/sqlite-core";
import { type Context, instant, table } from "../../kernel/index.ts";

const DAY = 86_400_000;

/** The longest span there may be, in milliseconds: it bounds how far back a question about overlaps has to look. */
export const longestSpan = 32 * DAY;

/** After everything. */
export const endOfTime = Date.parse("9999-12-31T00:00:00Z");

/** Places that a block takes: more than any subject has. */
export const everyPlace = 1_000_000;

/**
 * Every kind of occupancy, so that all of it passes one guard: `places` of a subject are taken from `busy_from` up to
 * `busy_to`, buffers included. A subject is whatever has places of its own: a resource, an add-on, a person or thing of
 * a pool, a venue that is blocked. A span belongs to what took it, its owner: a booking, a hold, a block, an import.
 * With an end of its own (`expires_at`) it stops counting then, whether or not it was swept away.
 */
export const spans = table("spans", {
  owner_id: text().notNull(),
  subject_id: text().notNull(),
  /** For which resource, and for which start of it: those who leave together have both in common. */
  resource_id: text(),
  starts_at: instant(),
  venue_id: text(),
  busy_from: instant().notNull(),
  busy_to: instant().notNull(),
  places: integer().notNull(),
  /** How many people are at the venue because of it. */
  people: integer().notNull(),
  expires_at: instant(),
});

/** What takes places. Times in milliseconds since 1970. */
export interface Occupancy {
  owner: string;
  subject: string;
  resource: string;
  venue: string;
  starts_at: number;
  from: number;
  to: number;
  places: number;
  people: number;
  expires_at: number | null;
}

type Refusal = Parameters<Context["guard"]>[1];

/** What lasts longer than a day is rare, and stands in indexes of its own: they are told by these very words. */
const long = sql.raw("busy_to - busy_from > 86400000");

type Bound = number | SQL;

/**
 * A query for `columns` of the live spans that overlap [from, to), of the subjects or the venue that `of` names. Either
 * bound may be left to the database. What began a day before or later is looked at whatever its length; before that
 * only what is long. Indexes alone answer it for the columns that they hold.
 */
export function spansNear(columns: SQL, of: SQL, from: Bound, to: Bound, now: Bound): SQL {
  const meets = sql`busy_to > ${from} and (expires_at is null or expires_at > ${now})`;
  return sql`
    select ${columns} from ${spans} where ${of} and busy_from > ${from} - ${DAY} and busy_from < ${to} and ${meets}
    union all
    select ${columns} from ${spans} where ${of} and ${long} and busy_from > ${from} - ${longestSpan} and busy_from <= ${from} - ${DAY} and ${meets}`;
}

/** The same as a condition on spans. */
export const meeting = (of: SQL, from: Bound, to: Bound, now: Bound): SQL =>
  sql`${spans}.rowid in (${spansNear(sql`rowid`, of, from, to, now)})`;

/** Of one subject. */
export const overlapping = (subject: string | SQL, from: Bound, to: Bound, now: number): SQL =>
  meeting(sql`subject_id = ${subject}`, from, to, now);

/** At one venue. */
export const overlappingAt = (venue: string, from: Bound, to: Bound, now: number): SQL =>
  meeting(sql`venue_id = ${venue}`, from, to, now);

/**
 * The most of a number in use at one instant of [from, to): what starts adds, what ends takes away, and at one instant
 * the ends come first, since spans that only touch do not meet.
 */
function peak(number: SQL, of: SQL, from: number, to: number, now: number): SQL {
  return sql`(
    with near as materialized (${spansNear(sql`busy_from, busy_to, ${number} as number`, of, from, to, now)}),
    edges (at, change) as (
      select max(busy_from, ${from}), number from near union all select busy_to, -number from near
    )
    select coalesce(max(used), 0)
    from (select sum(change) over (order by at, change rows unbounded preceding) as used from edges)
  )`;
}

/** The most places of a subject in use at one instant of [from, to). */
export const peakOf = (subject: string, from: number, to: number, now: number): SQL =>
  peak(sql`places`, sql`subject_id = ${subject}`, from, to, now);

/** The same without what is blocked: places that somebody booked or holds. */
export const bookedPeakOf = (subject: string, from: number, to: number, now: number): SQL =>
  peak(sql`places`, sql`subject_id = ${subject} and places < ${everyPlace}`, from, to, now);

/** The most people at a venue at one instant of [from, to); far too many where it is blocked. */
export const crowdOf = (venue: string, from: number, to: number, now: number): SQL =>
  peak(sql`people`, sql`venue_id = ${venue}`, from, to, now);

/** The same without blocks, from now on: people who are expected. */
export const expectedAt = (venue: string, now: number): SQL =>
  peak(sql`people`, sql`venue_id = ${venue} and places < ${everyPlace}`, now, endOfTime, now);

/**
 * Takes places, if at no instant more than `capacity` are in use together with what is there when the batch commits.
 * What the same batch gave back before counts as free.
 */
export function occupy(ctx: Context, span: Occupancy, capacity: number | SQL, refusal: Refusal): void {
  const { from, to } = span;
  if (!(from < to && to - from <= longestSpan)) throw new RangeError("a span is at most 32 days long");
  ctx.guard(sql`${peakOf(span.subject, from, to, ctx.now)} + ${span.places} <= ${capacity}`, refusal);
  insert(ctx, span);
}

/** Lets people into a venue, if it is open to them: not blocked, and never more than `capacity` at once. */
export function enter(
  ctx: Context,
  { venue, from, to, people }: Pick<Occupancy, "venue" | "from" | "to" | "people">,
  capacity: number | null,
  refusal: Refusal,
): void {
  ctx.guard(
    capacity === null
      ? sql`not exists (${spansNear(sql`1`, sql`subject_id = ${venue}`, from, to, ctx.now)})`
      : sql`${crowdOf(venue, from, to, ctx.now)} + ${people} <= ${capacity}`,
    refusal,
  );
}

/** Makes a subject unavailable, whatever is booked there already: in pieces, as no span is longer than the longest. */
export function block(
  ctx: Context,
  { owner, subject, from, to }: { owner: string; subject: string; from: number; to: number },
): void {
  const venue = subject.startsWith("ven_");
  for (let at = from; at < to; at += longestSpan) {
    insert(ctx, {
      owner,
      subject,
      resource: null,
      venue: venue ? subject : null,
      starts_at: null,
      from: at,
      to: Math.min(to, at + longestSpan),
      places: everyPlace,
      people: venue ? everyPlace : 0,
      expires_at: null,
    });
  }
}

type Row = Omit<Occupancy, "resource" | "venue" | "starts_at"> & {
  resource: string | null;
  venue: string | null;
  starts_at: number | null;
};

function insert(ctx: Context, span: Row): void {
  ctx.insert(spans, {
    owner_id: span.owner,
    subject_id: span.subject,
    resource_id: span.resource,
    starts_at: span.starts_at === null ? null : iso(span.starts_at),
    venue_id: span.venue,
    busy_from: iso(span.from),
    busy_to: iso(span.to),
    places: span.places,
    people: span.people,
    expires_at: span.expires_at === null ? null : iso(span.expires_at),
  });
}

/** Gives back all that a booking, hold, block or import took. */
export function vacate(ctx: Context, owner: string): void {
  ctx.write(sql`delete from ${spans} where owner_id = ${owner}`);
}

/** Whether anybody is still to come, or there, for a subject or at any place of a venue. Blocks are nobody. */
export function inUse(of: { subject: string } | { resource: string } | { venue: string }, now: number): SQL {
  const where =
    "venue" in of
      ? eq(spans.venue_id, of.venue)
      : and(
          "subject" in of ? eq(spans.subject_id, of.subject) : eq(spans.resource_id, of.resource),
          gt(spans.busy_from, iso(now - longestSpan)),
        );
  const live = or(isNull(spans.expires_at), gt(spans.expires_at, iso(now)));
  const still = and(where, gt(spans.busy_to, iso(now)), lt(spans.places, everyPlace), live);
  return sql`exists (select 1 from ${spans} where ${still})`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
