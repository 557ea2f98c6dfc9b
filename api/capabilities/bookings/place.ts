import { and, eq, isNull, sql } from "drizzle-orm";
import type { Span } from "../../core/intervals.ts";
import { dayNumber } from "../../core/time.ts";
import { invalid, problem, type Reading } from "../../kernel/index.ts";
import { type ResourceRow, resources } from "../resources/index.ts";
import { type CompanyRow, company } from "../tenants/index.ts";
import { overlapping, spans, type VenueRow, venues } from "../venues/index.ts";
import { type Calendar, calendarOf } from "./calendar.ts";
import type { Rules } from "./engine/slots.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
/** How far back and ahead of now anything can be asked or booked, in days. */
const past = 366;
const future = 1_100;

export const notBookable = problem("resource_not_bookable", 409, "This resource is retired.");

/** What of the company's settings rules bookings. */
type Notice = Pick<CompanyRow, "min_booking_hours" | "max_booking_days">;
const notice = { min_booking_hours: company.min_booking_hours, max_booking_days: company.max_booking_days };

/** A span of the calendar with the booking or hold that it belongs to. */
type Taken = Span & { id: string };

/** A resource where it stands, with what is taken there in the days that were asked for. */
export interface Place {
  resource: ResourceRow;
  venue: VenueRow;
  company: Notice;
  calendar: Calendar;
  busy: Taken[];
}

/** Staff decides for itself; a secret key acts for staff. Everybody else gets what is on offer. */
export const trusted = (ctx: Reading) => ctx.actor.kind === "member" || ctx.actor.kind === "secret";

/** Reads a resource and all that matters to slots on the local dates `from` to `to`; its reads run at once. */
export async function placeOf(
  ctx: Reading,
  resourceId: string,
  from: string,
  to: string,
  where: "body" | "query" = "body",
): Promise<Place> {
  const [found, busy] = await Promise.all([
    ctx.db
      .select({ resource: resources, venue: venues, company: notice })
      .from(resources)
      .innerJoin(venues, eq(venues.id, resources.venue_id))
      .innerJoin(company, eq(company.id, "company"))
      .where(and(eq(resources.id, resourceId), isNull(resources.deleted_at), isNull(venues.deleted_at)))
      .get(),
    busyOf(ctx, resourceId, from, to),
  ]);
  const hidden = !trusted(ctx) && (found?.resource.status !== "available" || found.venue.status !== "active");
  if (!found || hidden) throw invalid("/resource_id", "There is no such resource.", where);
  const { resource, venue } = found;
  return { ...found, busy, calendar: calendarOf(venue, resource.hours) };
}

/** What is taken on the local dates `from` to `to`, wherever on earth they are, and as far around as buffers reach. */
export async function busyOf(ctx: Reading, resourceId: string, from: string, to: string): Promise<Taken[]> {
  const first = (dayNumber(from) - 2) * DAY;
  const last = sql`(select ${(dayNumber(to) + 2) * DAY} + (duration_minutes + buffer_after_minutes) * ${MINUTE} from ${resources} where id = ${resourceId})`;
  const rows = await ctx.db
    .select({
      id: spans.id,
      from: sql<number>`${spans.busy_from}`,
      to: sql<number>`${spans.busy_to}`,
      places: spans.places,
    })
    .from(spans)
    .where(overlapping(resourceId, first, last, ctx.now));
  return rows;
}

/**
 * How a place is let to this caller. Members are offered what is left of today too; everybody else, secret keys that
 * render a public page included, is offered what notice and horizon allow.
 */
export function rulesOf(ctx: Reading, { resource, venue, company, calendar }: Place): Rules {
  const member = ctx.actor.kind === "member";
  return {
    zone: venue.time_zone,
    hours: calendar.hours,
    duration: resource.duration_minutes,
    step: resource.slot_step_minutes,
    before: resource.buffer_before_minutes,
    after: resource.buffer_after_minutes,
    capacity: resource.capacity,
    lead: member ? 0 : (resource.lead_minutes ?? company.min_booking_hours * 60),
    horizon: member ? future : resource.horizon_days,
  };
}

/** Whether anything is offered there at all. */
export function onOffer(ctx: Reading, { resource, venue, company }: Place): boolean {
  if (resource.status !== "available" || venue.status !== "active") return false;
  return ctx.actor.kind === "member" || resource.duration_minutes <= company.max_booking_days * 1440;
}

export function priceOf({ price, price_per }: ResourceRow, party: number): number {
  return price_per === "place" ? price * party : price;
}

export function checkParty({ min_party, max_party }: ResourceRow, party: number): void {
  if (party < min_party || party > max_party) {
    throw invalid("/party", `From ${min_party} to ${max_party} places in one booking.`);
  }
}

/** Refuses what lies too far away to be meant. */
export function checkReach(ctx: Reading, at: number, pointer: string, where: "body" | "query" = "body"): void {
  if (at < ctx.now - past * DAY || at > ctx.now + future * DAY) {
    throw invalid(pointer, "Too far in the past or in the future.", where);
  }
}
