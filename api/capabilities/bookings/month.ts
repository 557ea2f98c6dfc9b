import { and, eq, isNull, sql } from "drizzle-orm";
import { dateOf, dayNumber } from "../../core/time.ts";
import { invalid, plan, type Reading, type z } from "../../kernel/index.ts";
import { capacityAt, type ResourceRow, resources, subjectOf } from "../resources/index.ts";
import { teamOf } from "../staffing/index.ts";
import { company } from "../tenants/index.ts";
import { meeting, overlappingAt, spans, spansNear, venues } from "../venues/index.ts";
import type { CalendarQuery } from "./availability-schema.ts";
import { calendarOf } from "./engine/index.ts";
import { barring, partyOf } from "./party.ts";
import { checkReach, notice, type Place, type Taken, takenColumns, trusted, variantOf } from "./place.ts";
import { askedOf, onOffer } from "./rules.ts";

const DAY = 86_400_000;
const longestCalendar = 366;

/** Whole columns of spans as one text for each subject: ten thousand of them are read as quickly as fifty. */
const packed = {
  subject: sql<string>`subject_id`,
  from: sql<string>`json_group_array(busy_from)`,
  to: sql<string>`json_group_array(busy_to)`,
  places: sql<string>`json_group_array(places)`,
};

const taken = plan(packed, (db, { subjects, from, to, now }) => {
  const of = sql`subject_id in (select value from json_each(${subjects}))`;
  const columns = sql`subject_id, busy_from, busy_to, places`;
  return db
    .select(packed)
    .from(sql`(${spansNear(columns, of, sql`${from}`, sql`${to}`, sql`${now}`)}) as near`)
    .groupBy(sql`subject_id`);
});

/** How each date stands, for many resources: what is free at its best slot, and why nothing is. */
export async function calendar(ctx: Reading, query: z.output<typeof CalendarQuery>) {
  const { from, to, party, resource_ids, venue_id } = query;
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days < 1) throw invalid("/to", "Must not be before `from`.", "query");
  if (days > longestCalendar) throw invalid("/to", `At most ${longestCalendar} days at once.`, "query");
  if (!resource_ids && !venue_id) throw invalid("/resource_ids", "Say which resources, or at which venue.", "query");
  if (query.variant_id && resource_ids?.length !== 1) throw invalid("/variant_id", "Of a single resource.", "query");
  checkReach(ctx, dayNumber(from) * DAY, "/from", "query");
  checkReach(ctx, dayNumber(to) * DAY, "/to", "query");
  const found = await placesOf(ctx, resource_ids, venue_id);
  const known = new Set(found.map(({ resource }) => resource.id));
  if (resource_ids?.some((id) => !known.has(id))) throw invalid("/resource_ids", "There is no such resource.", "query");
  const places = await furnished(ctx, found, query.variant_id, from, to);
  return {
    data: places.map((place) => {
      const wished = { party, guests: undefined, private: false, add_ons: [] };
      const asked = askedOf(ctx, place, partyOf(place.resource, wished, place.capacity), [], null);
      const barred = onOffer(ctx, place) ? barring(place.resource, wished) : "not_on_offer";
      const shown = barred
        ? Array.from({ length: days }, (_, day) => closed(dayNumber(from) + day, barred))
        : calendarOf({ ...asked, from, to });
      return { resource_id: place.resource.id, venue_id: place.venue.id, days: shown };
    }),
  };
}

const closed = (day: number, reason: "not_on_offer" | "party_size") => ({
  date: dateOf(day),
  status: "closed" as const,
  vacancies: 0,
  reason,
});

type Found = Pick<Place, "resource" | "venue" | "company">;

async function placesOf(ctx: Reading, ids: readonly string[] | undefined, venue: string | undefined): Promise<Found[]> {
  const outside = trusted(ctx)
    ? undefined
    : and(eq(resources.status, "available"), eq(resources.template, false), eq(venues.status, "active"));
  const there = venue
    ? sql`(${resources.venue_id} = ${venue} or exists (select 1 from json_each(${resources.also_at}) where value ->> 'venue_id' = ${venue}))`
    : undefined;
  const wanted = ids ? sql`${resources.id} in (select value from json_each(${JSON.stringify(ids)}))` : undefined;
  const rows = await ctx.db
    .select({ resource: resources, venue: venues, company: notice })
    .from(resources)
    .innerJoin(venues, venue ? eq(venues.id, venue) : eq(venues.id, resources.venue_id))
    .innerJoin(company, eq(company.id, "company"))
    .where(and(isNull(resources.deleted_at), isNull(venues.deleted_at), wanted, there, outside))
    .orderBy(resources.created_at, resources.id)
    .limit(ids ? ids.length : 50);
  return ids ? ids.flatMap((id) => rows.filter(({ resource }) => resource.id === id)) : rows;
}

/** All that is taken at all of them, in one round. */
async function furnished(
  ctx: Reading,
  found: readonly Found[],
  variantId: string | undefined,
  from: string,
  to: string,
): Promise<Place[]> {
  const begin = (dayNumber(from) - 2) * DAY;
  const end = (dayNumber(to) + 2) * DAY + Math.max(...found.map(({ resource }) => reachOf(resource)), 0);
  const subjects = found.flatMap(({ resource, venue }) => [subjectOf(resource, venue.id), venue.id]);
  const pools = [...new Set(found.flatMap(({ resource }) => resource.requirements.map(({ pool_id }) => pool_id)))];
  const limited = [...new Map(found.map(({ venue }) => [venue.id, venue])).values()].filter((venue) => venue.capacity);
  const [rows, team, units, ...crowds] = await Promise.all([
    taken.all(ctx, { subjects: JSON.stringify([...new Set(subjects)]), from: begin, to: end, now: ctx.now }),
    teamOf(ctx, pools, begin, end),
    pools.length === 0 ? [] : takenOfPools(ctx, pools, begin, end),
    ...limited.map(({ id }) =>
      ctx.db
        .select(takenColumns)
        .from(spans)
        .where(overlappingAt(id, begin, end, ctx.now)),
    ),
  ]);
  const bySubject = new Map(rows.map((row) => [row.subject, unpacked(row)]));
  const departing = pools.length === 0 ? [] : await departuresAt(ctx, found, begin, end);
  return found.map(({ resource, venue, company }) => {
    const variant = variantOf(resource, variantId ?? null, trusted(ctx));
    if (variant === undefined) throw invalid("/variant_id", "There is no such variant.", "query");
    const subject = subjectOf(resource, venue.id);
    const own =
      resource.requirements.length > 0 ? departing.filter((one) => one.subject === subject) : bySubject.get(subject);
    return {
      resource,
      venue,
      company,
      variant,
      subject,
      capacity: capacityAt(resource, venue.id),
      taken: [...(own ?? []), ...(bySubject.get(venue.id) ?? []), ...(resource.requirements.length > 0 ? units : [])],
      crowd: crowds[limited.findIndex(({ id }) => id === venue.id)] ?? [],
      team,
    };
  });
}

/** How far beyond its start the shortest that can be had of it reaches. */
function reachOf({ length_unit, duration_minutes, variants, min_length, buffer_after_minutes }: ResourceRow): number {
  const fixed = Math.max(duration_minutes, ...variants.map((variant) => variant.duration_minutes ?? 0));
  const minutes = length_unit === "fixed" ? fixed : length_unit === "hour" ? min_length * 60 : (min_length + 2) * 1440;
  return (minutes + buffer_after_minutes) * 60_000;
}

function unpacked({
  subject,
  from,
  to,
  places,
}: {
  subject: string;
  from: string;
  to: string;
  places: string;
}): Taken[] {
  const [starts, ends, counts] = [from, to, places].map((list) => JSON.parse(list) as number[]) as [
    number[],
    number[],
    number[],
  ];
  return starts.map((from, at) => ({
    owner: "",
    subject,
    resource: null,
    starts_at: null,
    from,
    to: ends[at] ?? from,
    places: counts[at] ?? 0,
    people: 0,
  }));
}

const takenOfPools = (ctx: Reading, pools: readonly string[], from: number, to: number) =>
  ctx.db
    .select(takenColumns)
    .from(spans)
    .where(
      meeting(
        sql`subject_id in (select coalesce(member_id, id) from units where pool_id in (select value from json_each(${JSON.stringify(pools)})))`,
        from,
        to,
        ctx.now,
      ),
    );

/** Who is on each departure of the resources that need somebody out of a pool. */
function departuresAt(ctx: Reading, found: readonly Found[], from: number, to: number) {
  const needing = found.filter(({ resource }) => resource.requirements.length > 0);
  const subjects = JSON.stringify(needing.map(({ resource, venue }) => subjectOf(resource, venue.id)));
  return ctx.db
    .select(takenColumns)
    .from(spans)
    .where(meeting(sql`subject_id in (select value from json_each(${subjects}))`, from, to, ctx.now));
}
