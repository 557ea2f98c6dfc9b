import { and, eq, sql } from "drizzle-orm";
import { type Context, decideAgain } from "../../kernel/index.ts";
import { addOnSubject, piecesOf, resources } from "../resources/index.ts";
import { enter, occupy, venues } from "../venues/index.ts";
import { adopt, sameDeparture } from "./departure.ts";
import { occupied, unitsFor } from "./engine/index.ts";
import type { Found, Wish } from "./offer.ts";
import { partyOf } from "./party.ts";
import type { Place, Taken } from "./place.ts";
import { together } from "./rules.ts";

type Refusal = Parameters<Context["guard"]>[1];

/**
 * Takes all that a wish needs for the booking or hold of this id. What was decided holds only for the rules it was
 * decided by and while nobody else was faster: otherwise the command decides again, and finds the time taken or free by
 * what is true. Answers what it took.
 */
export function claim(ctx: Context, found: Found, wish: Wish, owner: string, expires: number | null = null): Taken[] {
  const { place } = found;
  stillRules(ctx, place);
  const spans = spansFor(found, wish, owner);
  const shared =
    place.resource.requirements.length > 0 && together(place, partyOf(place.resource, wish, place.capacity));
  if (shared) {
    sameDeparture(ctx, place, found.start);
    adopt(ctx, place, found.start, owner, expires);
  }
  take(ctx, place, spans, expires, decideAgain);
  return spans;
}

/** All that a wish takes: places, pieces of add-ons, people and things out of pools. */
function spansFor({ place, asked, start, end }: Found, wish: Wish, owner: string): Taken[] {
  const { resource } = place;
  const party = partyOf(resource, wish, place.capacity);
  const span = { owner, resource: resource.id, starts_at: start, ...occupied(asked.rules, start, end), people: 0 };
  const addOns = wish.add_ons.flatMap(({ id, quantity }) => {
    const addOn = resource.add_ons.find((one) => one.id === id);
    if (!addOn || addOn.stock === null) return [];
    return [{ ...span, subject: addOnSubject(resource.id, id), places: piecesOf(addOn, quantity, party.size) }];
  });
  const chosen = unitsFor(asked, start, end);
  // The engine found enough of them a moment ago, from the same spans.
  if (chosen === null) throw decideAgain();
  const units = chosen.flat().map((subject) => ({ ...span, subject, places: 1 }));
  return [{ ...span, subject: place.subject, places: party.places, people: party.size }, ...addOns, ...units];
}

/** Stages spans, each with the guard that there is room for it, and that the venue lets so many people in. */
export function take(
  ctx: Context,
  place: Place,
  spans: readonly Taken[],
  expires_at: number | null,
  refusal: Refusal,
): void {
  const venue = place.venue.id;
  for (const { resource, ...span } of spans) {
    if (span.people > 0) enter(ctx, { ...span, venue }, place.venue.capacity, refusal);
    occupy(
      ctx,
      { ...span, resource: place.resource.id, venue, starts_at: span.starts_at ?? span.from, expires_at },
      roomOf(place, span.subject),
      refusal,
    );
  }
}

/** How many places a subject has. */
function roomOf({ resource, subject, capacity }: Place, counted: string): number {
  if (counted === subject) return capacity;
  const addOn = resource.add_ons.find(({ id }) => addOnSubject(resource.id, id) === counted);
  return addOn ? (addOn.stock ?? Number.MAX_SAFE_INTEGER) : 1;
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
