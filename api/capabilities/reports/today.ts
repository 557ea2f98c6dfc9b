import { and, asc, eq, gte, isNull, lt, sql } from "drizzle-orm";
import { dateOf, localParts } from "../../core/time.ts";
import { equal, invalid, type Reading, type z } from "../../kernel/index.ts";
import { attendees, bookingColumns, bookings, shownBooking } from "../bookings/index.ts";
import { resources } from "../resources/index.ts";
import { companyOf } from "../tenants/index.ts";
import { venues } from "../venues/index.ts";
import type { Today, TodayQuery } from "./schema.ts";

const HOUR = 3_600_000;
/** A local day, wherever on earth, lies within so much of any time in it. */
const around = 26 * HOUR;
const mostOnBoard = 1_000;
const mostPending = 200;

const columns = { ...bookingColumns, resource_kind: resources.kind };

/** Today as each venue's own clock has it. */
export async function today(ctx: Reading, { venue_id }: z.output<typeof TodayQuery>): Promise<z.input<typeof Today>> {
  const { now, at } = ctx;
  const here = equal(bookings.venue_id, venue_id);
  const found = (where: Parameters<typeof and>[0], most: number) =>
    ctx.db
      .select(columns)
      .from(bookings)
      .innerJoin(resources, eq(resources.id, bookings.resource_id))
      .innerJoin(venues, eq(venues.id, bookings.venue_id))
      .where(and(isNull(bookings.deleted_at), here, where))
      .orderBy(asc(bookings.starts_at), asc(bookings.id))
      .limit(most);
  const iso = (ms: number) => new Date(ms).toISOString();
  const [company, venue, near, going, pending] = await Promise.all([
    companyOf(ctx),
    venue_id === undefined ? undefined : ctx.db.select().from(venues).where(eq(venues.id, venue_id)).get(),
    found(and(gte(bookings.starts_at, iso(now - around)), lt(bookings.starts_at, iso(now + around))), mostOnBoard),
    found(eq(bookings.status, "in_progress"), mostOnBoard),
    found(and(eq(bookings.status, "pending"), gte(bookings.starts_at, at)), mostPending),
  ]);
  if (venue_id !== undefined && !venue) throw invalid("/venue_id", "There is no such venue.", "query");

  const isToday = (zone: string, when: number) =>
    localParts(zone, when).day_number === localParts(zone, now).day_number;
  const starting = near.filter(({ time_zone, starts_at }) => isToday(time_zone, Date.parse(starts_at)));
  const back = ({ resource_kind, time_zone, ends_at }: (typeof going)[number]) =>
    resource_kind === "rental" && isToday(time_zone, Date.parse(ends_at) - 1);
  const arrivals = starting.filter(({ status }) => status === "confirmed");
  const counts = await attendance(
    ctx,
    [...arrivals, ...going, ...pending].map(({ id }) => id),
  );
  const card = (row: (typeof going)[number]) => ({
    ...shownBooking(ctx, row),
    resource_kind: row.resource_kind,
    attendees: counts.get(row.id)?.attendees ?? 0,
    checked_in: counts.get(row.id)?.checked_in ?? 0,
  });
  const time_zone = venue?.time_zone ?? company.time_zone;
  return {
    at,
    date: dateOf(localParts(time_zone, now).day_number),
    time_zone,
    arrivals: arrivals.map(card),
    in_progress: going.filter((row) => !back(row)).map(card),
    to_return: going.filter(back).map(card),
    pending: pending.map(card),
    hours: hoursOf(starting),
  };
}

async function attendance(ctx: Reading, ids: readonly string[]) {
  const rows = await ctx.db
    .select({
      booking_id: attendees.booking_id,
      attendees: sql<number>`count(*)`,
      checked_in: sql<number>`count(${attendees.checked_in_at})`,
    })
    .from(attendees)
    .where(sql`${attendees.booking_id} in (select value from json_each(${JSON.stringify(ids)}))`)
    .groupBy(attendees.booking_id);
  return new Map(rows.map(({ booking_id, ...counts }) => [booking_id, counts]));
}

function hoursOf(starting: readonly { status: string; time_zone: string; starts_at: string; party: number }[]) {
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, bookings: 0, guests: 0 }));
  for (const { status, time_zone, starts_at, party } of starting) {
    const hour = hours[localParts(time_zone, Date.parse(starts_at)).hour];
    if (!hour || status === "cancelled" || status === "no_show") continue;
    hour.bookings += 1;
    hour.guests += party;
  }
  return hours;
}
