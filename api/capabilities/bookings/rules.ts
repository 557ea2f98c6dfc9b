import type { Reading } from "../../kernel/index.ts";
import { addOnSubject, piecesOf } from "../resources/index.ts";
import { everyPlace } from "../venues/index.ts";
import type { Count, Departure, Length, Pool, Question, Rules } from "./engine/index.ts";
import type { Party } from "./party.ts";
import { future, type Place, type Taken } from "./place.ts";

type Chosen = readonly { id: string; quantity: number }[];
/** A question to the engine without its dates. */
export type Asked = Omit<Question, "from" | "to">;

/** How long it is let: members apart, nobody books for more days than the company lets anything. */
function lengthOf(ctx: Reading, { resource, variant, company }: Place): Length {
  const { length_unit: unit, min_length: min, check_in, check_out } = resource;
  const most = company.max_booking_days * (unit === "hour" ? 24 : 1);
  const max = ctx.actor.kind === "member" ? resource.max_length : Math.max(min, Math.min(resource.max_length, most));
  if (unit === "fixed") return { unit, minutes: variant?.duration_minutes ?? resource.duration_minutes };
  if (unit === "hour") return { unit, min, max };
  return { unit, min, max, from: check_in ?? "00:00", to: check_out ?? "24:00" };
}

/**
 * How a place is let to this caller. Members are offered what is left of today too; everybody else, secret keys that
 * render a public page included, is offered what notice and horizon allow.
 */
export function rulesOf(ctx: Reading, place: Place): Rules {
  const { resource, venue, company, variant } = place;
  const member = ctx.actor.kind === "member";
  const home = venue.id === resource.venue_id;
  const own = home ? resource.hours : (resource.also_at.find(({ venue_id }) => venue_id === venue.id)?.hours ?? null);
  return {
    zone: venue.time_zone,
    open: {
      hours: own ?? venue.hours,
      seasons: resource.seasons,
      exceptions: resource.exceptions,
      start_times: variant?.start_times ?? resource.start_times,
    },
    within: venue.exceptions,
    follows: own === null,
    length: lengthOf(ctx, place),
    step: resource.slot_step_minutes,
    before: resource.buffer_before_minutes,
    after: resource.buffer_after_minutes,
    capacity: place.capacity,
    lead: member ? 0 : (resource.lead_minutes ?? company.min_booking_hours * 60),
    horizon: member ? future : resource.horizon_days,
  };
}

/** Whether anything is offered there at all. */
export function onOffer(ctx: Reading, { resource, venue, company }: Place): boolean {
  if (resource.status !== "available" || resource.template || venue.status !== "active") return false;
  if (ctx.actor.kind === "member") return true;
  const { length_unit: unit, min_length, duration_minutes } = resource;
  const days = unit === "fixed" ? duration_minutes / 1440 : unit === "hour" ? min_length / 24 : min_length;
  return days <= company.max_booking_days;
}

/** What has to be free for a party, with all that it takes. */
export function askedOf(ctx: Reading, place: Place, party: Party, chosen: Chosen, length: number | null): Asked {
  const mine = (taken: Taken) => taken.subject === place.subject || taken.subject === place.venue.id;
  return {
    rules: rulesOf(ctx, place),
    party: party.places,
    length,
    now: ctx.now,
    busy: place.taken.filter(mine).map((taken) => (taken.places < everyPlace ? taken : { ...taken, block: true })),
    counts: [...venueCount(place, party), ...addOnCounts(place, party, chosen)],
    pools: poolsOf(place, party),
  };
}

function venueCount({ venue, crowd }: Place, party: Party): Count[] {
  if (venue.capacity === null) return [];
  const busy = crowd.map(({ from, to, people }) => ({ from, to, places: people }));
  // Of a party that shares it with nobody, its people count here, and not the places that it keeps free.
  return [
    { capacity: venue.capacity, busy, places: party.alone ? party.size : 0, buffers: true, reason: "venue_full" },
  ];
}

function addOnCounts({ resource, taken }: Place, party: Party, chosen: Chosen): Count[] {
  return chosen.flatMap(({ id, quantity }): Count[] => {
    const addOn = resource.add_ons.find((one) => one.id === id);
    if (!addOn || addOn.stock === null) return [];
    const subject = addOnSubject(resource.id, id);
    const busy = taken.filter((one) => one.subject === subject);
    return [
      {
        capacity: addOn.stock,
        busy,
        places: piecesOf(addOn, quantity, party.size),
        buffers: true,
        reason: "add_on_out",
      },
    ];
  });
}

/** Whether those who leave together share what the departure needs. */
export const together = (
  { resource }: { resource: Pick<Place["resource"], "kind"> },
  party: Pick<Party, "alone">,
): boolean => resource.kind === "experience" && !party.alone;

function poolsOf(place: Place, party: Party): Pool[] {
  return place.resource.requirements.map(({ pool_id, count, per }) => {
    const team = place.team.get(pool_id) ?? [];
    const busyOf = new Map<string, Taken[]>(team.map(({ subject_id }) => [subject_id, []]));
    for (const taken of place.taken) busyOf.get(taken.subject)?.push(taken);
    const units = team.map(({ subject_id, shifts }) => ({
      id: subject_id,
      busy: busyOf.get(subject_id) ?? [],
      shifts,
    }));
    if (together(place, party)) return { units, count, per, departures: departuresOf(place, busyOf) };
    // Alone or not, it is people that guides are needed for.
    const needed = per === null ? count : count * Math.ceil(party.size / per);
    return { units, count: party.alone ? needed : count, per: party.alone ? null : per, departures: null };
  });
}

/** What each departure has already: people on it, and units out of a pool. */
function departuresOf({ resource, subject, taken }: Place, pool: ReadonlyMap<string, unknown>): Map<number, Departure> {
  const departures = new Map<number, Departure>();
  for (const one of taken) {
    if (one.resource !== resource.id || one.starts_at === null) continue;
    const departure = departures.get(one.starts_at) ?? { places: 0, units: 0 };
    departures.set(one.starts_at, departure);
    if (one.subject === subject) departure.places += one.people;
    else if (pool.has(one.subject)) departure.units += 1;
  }
  return departures;
}
