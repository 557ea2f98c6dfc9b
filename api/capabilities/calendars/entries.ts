import { and, eq, gt, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Calendar, CalendarEvent } from "../../core/icalendar.ts";
import type { Reading } from "../../kernel/index.ts";
import { type BookingRow, bookings, manageUrl, retrieveBooking } from "../bookings/index.ts";
import { resources } from "../resources/index.ts";
import { companyOf } from "../tenants/index.ts";
import { longestSpan, spans, venues } from "../venues/index.ts";
import { find } from "./feeds.ts";
import type { FeedRow } from "./schema.ts";

const DAY = 86_400_000;
const back = 30 * DAY;
const ahead = 366 * DAY;
const mostEntries = 5_000;
/** Minutes after which a subscriber should look again. */
const refresh = 15;

/** A feed's bookings, from a month ago to a year ahead. */
export async function feedCalendar(ctx: Reading): Promise<Calendar> {
  const feed = await find(ctx, ctx.linked);
  const at = (ms: number) => new Date(ctx.now + ms).toISOString();
  const rows = await ctx.db
    .select({ booking: bookings, resource: resources.name, venue: venues.name, address: venues.address })
    .from(bookings)
    .innerJoin(resources, eq(resources.id, bookings.resource_id))
    .innerJoin(venues, eq(venues.id, bookings.venue_id))
    .where(
      and(
        isNull(bookings.deleted_at),
        gt(bookings.starts_at, at(-back - longestSpan)),
        gt(bookings.ends_at, at(-back)),
        lt(bookings.starts_at, at(ahead)),
        within(feed),
      ),
    )
    .orderBy(bookings.starts_at, bookings.id)
    .limit(mostEntries);
  const events = rows.map(({ booking, resource, venue, address }) => ({
    ...timesOf(booking),
    summary: `${resource} · ${booking.contact.name ?? booking.reference} (${booking.party})`,
    description: booking.reference,
    location: placeOf(venue, address),
    url: `${ctx.settings.origin}/portal/bookings/${booking.id}`,
  }));
  return { name: feed.name, refresh, events };
}

function within({ scope, subject_id }: FeedRow): SQL | undefined {
  if (scope === "venue") return eq(bookings.venue_id, subject_id ?? "");
  if (scope === "resource") return eq(bookings.resource_id, subject_id ?? "");
  if (scope === "all") return undefined;
  // Those who leave together share their guide, who is counted with only one of their bookings.
  return sql`exists (
    select 1 from ${spans} where subject_id = ${subject_id} and (
      owner_id = ${bookings.id}
      or (${resources.kind} = 'experience' and ${bookings.private} = 0
        and spans.resource_id = ${bookings.resource_id} and spans.starts_at = ${bookings.starts_at})
    )
  )`;
}

/** One booking for whoever has its link, to add to a calendar of its own. */
export async function bookingCalendar(ctx: Reading): Promise<Calendar> {
  const booking = await retrieveBooking(ctx, ctx.linked);
  const [company, venue] = await Promise.all([
    companyOf(ctx),
    ctx.db.select().from(venues).where(eq(venues.id, booking.venue_id)).get(),
  ]);
  const url = manageUrl(ctx, booking.id);
  const event: CalendarEvent = {
    ...timesOf(booking),
    summary: booking.resource_name,
    description: `${booking.reference}\n${url}`,
    location: venue ? placeOf(venue.name, venue.address) : null,
    url,
    organizer: company.email ? { name: company.name, email: company.email } : null,
  };
  return { name: company.name, method: "PUBLISH", events: [event] };
}

const placeOf = (venue: string, address: string | null) =>
  address ? `${venue}, ${address.replace(/\s*\n\s*/g, ", ")}` : venue;

/** The same UID in every calendar, so that what changes is changed there and not added again. */
function timesOf(booking: BookingRow) {
  return {
    uid: `${booking.id}@foyer`,
    sequence: booking.version - 1,
    status: statusOf(booking),
    start: Date.parse(booking.starts_at),
    end: Date.parse(booking.ends_at),
    created: Date.parse(booking.created_at),
    modified: Date.parse(booking.updated_at),
  };
}

function statusOf({ status }: BookingRow): CalendarEvent["status"] {
  if (status === "pending") return "TENTATIVE";
  return status === "cancelled" || status === "no_show" ? "CANCELLED" : "CONFIRMED";
}
