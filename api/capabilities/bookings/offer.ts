import { dateOf, dayNumber, localParts, localRfc3339 } from "../../core/time.ts";
import { invalid, type Problem, problem, type Reading, type z } from "../../kernel/index.ts";
import { priceOf } from "../resources/index.ts";
import { longestSpan } from "../venues/index.ts";
import type { AvailabilityQuery, ExplanationQuery, Reason, Slot } from "./availability-schema.ts";
import { type Slot as EngineSlot, endOf, explain, nearest, occupied, roomAt, slotAt, slotsOf } from "./engine/index.ts";
import { barring, checkCategories, checkParty, partyOf } from "./party.ts";
import { checkReach, dates, notBookable, type Place, placeOf, type Taken, time, trusted } from "./place.ts";
import { type Asked, askedOf, onOffer } from "./rules.ts";
import { momentOf, preparedFor } from "./terms.ts";
import type { Wished } from "./wish.ts";

export const slotUnavailable = problem("slot_unavailable", 409, "That time is not free.");

const DAY = 86_400_000;
const alternativesShown = 5;
/** How many local days around the wanted one alternatives are looked for in. */
const around = { before: 3, after: 10 };

/** What somebody wants to have, and what of what is taken does not stand in its way, or does besides. */
export interface Wish extends Wished {
  /** The booking or hold whose own places count as free. */
  except?: string | undefined;
  /** What the same command takes besides. */
  beside?: readonly Taken[] | undefined;
}

type Question = z.output<typeof AvailabilityQuery>;

/** What is on offer on each local date; what booking `except` takes counts as free. */
export async function availability(ctx: Reading, query: Question, except = spared(ctx, query.except, "query")) {
  const { from, to } = query;
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days < 1) throw invalid("/to", "Must not be before `from`.", "query");
  if (days > 31) throw invalid("/to", "At most 31 days at once.", "query");
  checkReach(ctx, dayNumber(from) * DAY, "/from", "query");
  const place = await placeOf(ctx, { ...query, except }, dates(from, to), "query");
  checkCategories(place.resource, query);
  const wished = { ...query, add_ons: [] };
  const asked = askedOf(ctx, place, partyOf(place.resource, wished, place.capacity), [], query.length ?? null);
  const barred = barredFrom(ctx, place, wished);
  const shown = shower(ctx, place, wished, query.time_zone);
  return {
    resource_id: query.resource_id,
    time_zone: query.time_zone ?? place.venue.time_zone,
    days: slotsOf({ ...asked, from, to }, { closed: query.include_closed }).map(({ date, slots, reason }) => ({
      date,
      reason: barred ?? reason,
      slots: barred && !query.include_closed ? [] : slots.map((slot) => shown(slot, barred)),
    })),
  };
}

/** Staff may ask as if a booking were not there; anybody else would learn what is booked from it. */
export function spared(ctx: Reading, booking: string | undefined, where: "body" | "query"): string | undefined {
  if (booking !== undefined && !trusted(ctx)) throw invalid("/except", "Only staff may ask that.", where);
  return booking;
}

/** Why nothing at all can be had there by a party, whenever it is. */
function barredFrom(ctx: Reading, place: Place, wished: Priced): Reason | null {
  return onOffer(ctx, place) ? barring(place.resource, wished) : "not_on_offer";
}

type Priced = Parameters<typeof preparedFor>[1];

/** How slots of a place are answered: their price is worked out once as far as it can be. */
function shower(ctx: Reading, place: Place, wished: Priced, zone = place.venue.time_zone) {
  const prepared = preparedFor(place, wished);
  return (slot: EngineSlot, barred: Reason | null = null): z.input<typeof Slot> => {
    const used = place.capacity - Math.min(place.capacity, slot.vacancies);
    return {
      starts_at: new Date(slot.start).toISOString(),
      ends_at: new Date(slot.end).toISOString(),
      local_start: localRfc3339(zone, slot.start),
      local_end: localRfc3339(zone, slot.end),
      capacity: place.capacity,
      vacancies: slot.vacancies,
      cutoff_at: new Date(slot.cutoff).toISOString(),
      longest: slot.longest,
      price: priceOf(prepared, momentOf(place, ctx.now, slot.start, slot.end, used)),
      currency: place.resource.currency,
      reason: slot.reason ?? barred,
    };
  };
}

/** What was found free for a wish: when it ends, and all that has to be taken for it. */
export interface Found {
  place: Place;
  asked: Asked;
  start: number;
  end: number;
  /** Places that others have at that time. */
  used: number;
}

/** Reads the place and refuses what cannot be had there now; what passes is still to be claimed. */
export async function find(ctx: Reading, wish: Wish): Promise<Found> {
  const start = Date.parse(wish.starts_at);
  checkReach(ctx, start, "/starts_at");
  if (wish.ends_at !== undefined && Date.parse(wish.ends_at) <= start) {
    throw invalid("/ends_at", "Must be after `starts_at`.");
  }
  const place = await placeOf(ctx, wish, time(wish.starts_at, wish.ends_at));
  checkParty(place.resource, wish);
  if (place.resource.status === "retired" || place.resource.template) throw notBookable();
  const party = partyOf(place.resource, wish, place.capacity);
  const asked = askedOf(ctx, place, party, wish.add_ons, null);
  const end = ending(ctx, asked, start, wish.ends_at);
  const { vacancies, reason } = trusted(ctx) ? roomAt(asked, start, end) : offered(ctx, place, asked, start, end);
  if (reason !== null) throw await taken(ctx, place, asked, wish, reason);
  return { place, asked, start, end, used: place.capacity - Math.min(place.capacity, vacancies) };
}

/** Staff may book beside the grid and at any hour; everybody else only what is on offer. */
function offered(ctx: Reading, place: Place, asked: Asked, start: number, end: number) {
  if (!onOffer(ctx, place)) return { vacancies: 0, reason: "not_on_offer" as const };
  const { slot, reason } = slotAt(asked, start, end);
  return { vacancies: slot?.vacancies ?? 0, reason };
}

/** When it ends: as was said, where that may be said; else as it always does, or as early as it can. */
function ending(ctx: Reading, { rules }: Asked, start: number, said: string | undefined): number {
  const usual = endOf(rules, start, null);
  const end = said === undefined ? usual : Date.parse(said);
  if (end === undefined) throw invalid("/ends_at", "Say when it ends.");
  const { from, to } = occupied(rules, start, end);
  if (to - from > longestSpan) throw invalid("/ends_at", "With its buffers that lasts longer than 32 days.");
  if (rules.length.unit === "fixed" && end !== usual && !trusted(ctx)) {
    throw invalid("/ends_at", "Its length is fixed.");
  }
  return end;
}

/** The refusal, with the nearest starts that could be had instead. */
async function taken(ctx: Reading, place: Place, asked: Asked, wish: Wish, reason: Reason): Promise<Problem> {
  const start = Date.parse(wish.starts_at);
  const { time_zone } = place.venue;
  const today = localParts(time_zone, ctx.now).day_number;
  const first = Math.max(today, localParts(time_zone, start).day_number - around.before);
  const [from, to] = [dateOf(first), dateOf(first + around.before + around.after)];
  if (!onOffer(ctx, place)) return slotUnavailable(undefined, { members: { reason, alternatives: [] } });
  const wider = await placeOf(ctx, wish, dates(from, to));
  const party = partyOf(place.resource, wish, place.capacity);
  const length = wish.ends_at === undefined ? null : asked.length;
  const days = slotsOf({ ...askedOf(ctx, wider, party, wish.add_ons, length), from, to });
  const shown = shower(ctx, wider, wish);
  const alternatives = nearest(days, start, alternativesShown).map((slot) => shown(slot));
  return slotUnavailable(undefined, { members: { reason, alternatives } });
}

/** Every check that a time has to pass, and which of them it does not. */
export async function explanation(ctx: Reading, query: z.output<typeof ExplanationQuery>) {
  const start = Date.parse(query.starts_at);
  checkReach(ctx, start, "/starts_at", "query");
  spared(ctx, query.except, "query");
  const place = await placeOf(ctx, query, time(query.starts_at, query.ends_at), "query");
  checkCategories(place.resource, query);
  const wished = { ...query, add_ons: [] };
  const barred = barring(place.resource, wished);
  const asked = askedOf(ctx, place, partyOf(place.resource, wished, place.capacity), [], null);
  const end = query.ends_at === undefined ? undefined : Date.parse(query.ends_at);
  if (end !== undefined && end <= start) throw invalid("/ends_at", "Must be after `starts_at`.", "query");
  const checks: { code: Reason; passed: boolean }[] = [
    { code: "not_on_offer", passed: onOffer(ctx, place) && barred !== "not_on_offer" },
    { code: "party_size", passed: barred !== "party_size" },
    ...explain(asked, start, end),
  ];
  return { available: checks.every(({ passed }) => passed), checks };
}
