import { and, eq, sql } from "drizzle-orm";
import { peak } from "../../core/intervals.ts";
import { dateOf, dayNumber, localParts, localRfc3339 } from "../../core/time.ts";
import { type Context, decideAgain, invalid, type Problem, problem, type Reading, type z } from "../../kernel/index.ts";
import { resources } from "../resources/index.ts";
import { occupy, venues } from "../venues/index.ts";
import { slotOn, slotsOn } from "./calendar.ts";
import { nearest } from "./engine/nearest.ts";
import { type Slot as EngineSlot, occupied } from "./engine/slots.ts";
import {
  busyOf,
  checkParty,
  checkReach,
  notBookable,
  onOffer,
  type Place,
  placeOf,
  priceOf,
  rulesOf,
  trusted,
} from "./place.ts";
import type { AvailabilityQuery, Slot } from "./schema.ts";

export const slotUnavailable = problem("slot_unavailable", 409, "That time is not free.");

const DAY = 86_400_000;
const alternativesShown = 5;
/** How many local days around the wanted one alternatives are looked for in. */
const around = { before: 3, after: 10 };

/** What is on offer on each local date; the time that booking `except` takes counts as free. */
export async function availability(ctx: Reading, query: z.output<typeof AvailabilityQuery>, except?: string) {
  const { resource_id, from, to, party } = query;
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days < 1) throw invalid("/to", "Must not be before `from`.", "query");
  if (days > 31) throw invalid("/to", "At most 31 days at once.", "query");
  checkReach(ctx, dayNumber(from) * DAY, "/from", "query");
  const place = await placeOf(ctx, resource_id, from, to, "query");
  const fits = party >= place.resource.min_party && party <= place.resource.max_party;
  const offered = onOffer(ctx, place) && fits;
  const { exceptions } = place.calendar;
  const busy = place.busy.filter((span) => span.id !== except);
  const question = { rules: rulesOf(ctx, place), from, to, party, now: ctx.now, busy };
  const zone = query.time_zone ?? place.venue.time_zone;
  return {
    resource_id,
    time_zone: zone,
    days: slotsOn(question, exceptions).map(({ date, slots }) => ({
      date,
      slots: offered ? slots.map((slot) => shown(place, slot, party, zone)) : [],
    })),
  };
}

function shown(
  { resource, venue }: Place,
  slot: EngineSlot,
  party: number,
  zone = venue.time_zone,
): z.input<typeof Slot> {
  return {
    starts_at: new Date(slot.start).toISOString(),
    ends_at: new Date(slot.end).toISOString(),
    local_start: localRfc3339(zone, slot.start),
    vacancies: slot.vacancies,
    price: priceOf(resource, party),
    currency: resource.currency,
  };
}

/** What somebody wants to have. `except` is the booking whose own time does not stand in its way. */
export interface Wish {
  resource_id: string;
  starts_at: string;
  party: number;
  except?: string;
}

/** Reads the place and refuses what cannot be had there now; what passes is still to be claimed. */
export async function find(ctx: Reading, wish: Wish): Promise<Place> {
  const start = Date.parse(wish.starts_at);
  checkReach(ctx, start, "/starts_at");
  const date = dateOf(Math.floor(start / DAY));
  const place = await placeOf(ctx, wish.resource_id, date, date);
  checkParty(place.resource, wish.party);
  if (place.resource.status === "retired") throw notBookable();
  const busy = place.busy.filter((span) => span.id !== wish.except);
  if (!free(ctx, { ...place, busy }, start, wish.party)) throw await taken(ctx, place, wish);
  return place;
}

/** Staff may book beside the grid and at any hour; only what is taken stands in its way. */
function free(ctx: Reading, place: Place, start: number, party: number): boolean {
  const rules = rulesOf(ctx, place);
  if (trusted(ctx)) {
    const { from, to } = occupied(rules, start);
    return peak(place.busy, from, to) + party <= place.resource.capacity;
  }
  const question = { rules, party, now: ctx.now, busy: place.busy };
  return onOffer(ctx, place) && slotOn(question, place.calendar.exceptions, start) !== undefined;
}

/** The refusal, with the nearest starts that could be had instead. */
async function taken(ctx: Reading, place: Place, { starts_at, party, except }: Wish): Promise<Problem> {
  const start = Date.parse(starts_at);
  const { time_zone } = place.venue;
  const today = localParts(time_zone, ctx.now).day_number;
  const first = Math.max(today, localParts(time_zone, start).day_number - around.before);
  const [from, to] = [dateOf(first), dateOf(first + around.before + around.after)];
  const busy = (await busyOf(ctx, place.resource.id, from, to)).filter((span) => span.id !== except);
  const days = onOffer(ctx, place)
    ? slotsOn({ rules: rulesOf(ctx, place), from, to, party, now: ctx.now, busy }, place.calendar.exceptions)
    : [];
  const alternatives = nearest(days, start, alternativesShown).map((slot) => shown(place, slot, party));
  return slotUnavailable(undefined, { members: { alternatives } });
}

/** The terms of a wish that was found free: when it ends and what it costs. */
export function termsOf({ resource }: Place, { starts_at, party }: Wish) {
  return {
    starts_at,
    ends_at: new Date(Date.parse(starts_at) + resource.duration_minutes * 60_000).toISOString(),
    party,
    price: priceOf(resource, party),
    currency: resource.currency,
  };
}

/**
 * Takes the places for the booking or hold of this id. What was decided holds only for the rules it was decided by and
 * while nobody else was faster: otherwise the command decides again, and finds the time taken or free by what is true.
 */
export function claim(ctx: Context, place: Place, id: string, wish: Wish, expires_at: number | null = null): void {
  const { resource } = place;
  stillRules(ctx, place);
  const { from, to } = occupied(rulesOf(ctx, place), Date.parse(wish.starts_at));
  const span = { id, venue_id: resource.venue_id, resource_id: resource.id, from, to, places: wish.party, expires_at };
  occupy(ctx, span, resource.capacity, decideAgain);
}

function stillRules(ctx: Context, { resource, venue }: Place): void {
  const same = and(
    eq(resources.id, resource.id),
    eq(resources.version, resource.version),
    eq(venues.id, venue.id),
    eq(venues.version, venue.version),
  );
  ctx.guard(sql`exists (select 1 from ${resources}, ${venues} where ${same})`, decideAgain);
}
