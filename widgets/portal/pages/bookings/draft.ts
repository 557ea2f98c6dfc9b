import type { AvailabilitySlotsQuery, Booking, BookingPatch, QuoteInput, Resource } from "../../../../sdk/index.ts";
import { addDays } from "../../../kit/calendar-model.ts";
import type { Person } from "../../parts/contact-picker.tsx";
import { isoOf, minutesOf, wallOf } from "../calendar/zone.ts";

/** What is being booked or changed, as a form holds it. */
export interface Draft {
  resource_id: string;
  venue_id: string;
  variant_id: string | null;
  /** Where the resource has no guest categories: places. */
  party: number;
  /** Counts by the ids of the guest categories. */
  guests: Record<string, number>;
  private: boolean;
  starts_at: string | undefined;
  ends_at: string | undefined;
  /** The time is staff's own choice, not a slot. */
  free: boolean;
  /** In the resource's unit, where that is not fixed. */
  length: number;
  /** Quantities by the ids of the add-ons. */
  add_ons: Record<string, number>;
  code: string;
  /** How many weeks in a row it is booked; 1 is once. */
  weeks: number;
}

export interface Start {
  resource_id?: string | undefined;
  venue_id?: string | undefined;
  starts_at?: string | undefined;
  /** With `starts_at`: a range that was drawn in the calendar. */
  ends_at?: string | undefined;
  date?: string | undefined;
  variant_id?: string | null;
  party?: number;
  guests?: Record<string, number>;
  /** Whom it is for. */
  person?: Person;
}

export const mostWeeks = 52;
const HOUR = 3_600_000;

type Categories = Pick<Resource, "guest_categories" | "min_party" | "max_party">;

/** How many places are taken. */
export const placesOf = (
  { guest_categories }: Pick<Resource, "guest_categories">,
  draft: Pick<Draft, "guests" | "party">,
) =>
  guest_categories.length === 0
    ? draft.party
    : guest_categories.reduce(
        (sum, { id, takes_place = true }) => sum + (takes_place ? (draft.guests[id] ?? 0) : 0),
        0,
      );

/** How many people come, with those who take no place. */
export const headsOf = (
  { guest_categories }: Pick<Resource, "guest_categories">,
  draft: Pick<Draft, "guests" | "party">,
) => (guest_categories.length === 0 ? draft.party : Object.values(draft.guests).reduce((sum, count) => sum + count, 0));

/** The fewest that may come: of each category its least, and so many of the first as are wanting. */
export function leastGuests({ guest_categories, min_party }: Categories): Record<string, number> {
  const guests = Object.fromEntries(guest_categories.map(({ id, min = 0 }) => [id, min]));
  const first = guest_categories.find(({ takes_place = true }) => takes_place);
  const wanting = min_party - placesOf({ guest_categories }, { guests, party: 0 });
  if (first && wanting > 0) guests[first.id] = (guests[first.id] ?? 0) + wanting;
  return guests;
}

/** The places a resource is offered at, its home first. */
export const venuesOf = ({ venue_id, also_at }: Pick<Resource, "venue_id" | "also_at">): string[] => [
  venue_id,
  ...also_at.map((one) => one.venue_id),
];

export function blankDraft(resource: Resource, start: Start = {}): Draft {
  const at = start.venue_id && venuesOf(resource).includes(start.venue_id) ? start.venue_id : resource.venue_id;
  return {
    resource_id: resource.id,
    venue_id: at,
    variant_id: start.variant_id ?? null,
    party: start.party ?? resource.min_party,
    guests: { ...leastGuests(resource), ...start.guests },
    private: false,
    starts_at: start.starts_at,
    ends_at: start.ends_at,
    free: start.starts_at !== undefined && start.ends_at !== undefined,
    length: resource.min_length,
    add_ons: {},
    code: "",
    weeks: 1,
  };
}

/** The same wish of another resource: the time stays where it was said by hand, and so does what fits there. */
export function withResource(draft: Draft, resource: Resource): Draft {
  const fresh = blankDraft(resource, { venue_id: draft.venue_id, starts_at: draft.starts_at });
  const categories = new Set(resource.guest_categories.map(({ id }) => id));
  const kept = Object.entries(draft.guests).filter(([id]) => categories.has(id));
  const party = Math.min(Math.max(draft.party, resource.min_party), resource.max_party);
  return {
    ...fresh,
    party,
    guests: kept.some(([, count]) => count > 0) ? { ...fresh.guests, ...Object.fromEntries(kept) } : fresh.guests,
    code: draft.code,
    weeks: draft.weeks,
  };
}

const durationOf = (resource: Resource, variant_id: string | null): number =>
  resource.variants.find(({ id }) => id === variant_id)?.duration_minutes ?? resource.duration_minutes;

/** When something that begins then ends, if nobody says otherwise. */
export function endOf(
  resource: Resource,
  draft: Pick<Draft, "length" | "variant_id">,
  starts_at: string,
  zone: string,
): string {
  const at = Date.parse(starts_at);
  const { length_unit, check_out } = resource;
  if (length_unit === "fixed") return new Date(at + durationOf(resource, draft.variant_id) * 60_000).toISOString();
  if (length_unit === "hour") return new Date(at + draft.length * HOUR).toISOString();
  const { date, minutes } = wallOf(starts_at, zone);
  const last = addDays(date, length_unit === "day" ? draft.length - 1 : draft.length);
  return isoOf(last, minutesOf(check_out ?? "") ?? minutes, zone);
}

/** How long a booking is, in the unit of its resource. */
export function lengthOf(
  resource: Resource,
  { starts_at, ends_at }: Pick<Booking, "starts_at" | "ends_at">,
  zone: string,
) {
  const { length_unit } = resource;
  if (length_unit === "fixed" || length_unit === "hour") return (Date.parse(ends_at) - Date.parse(starts_at)) / HOUR;
  const day = (at: string) => Date.parse(`${wallOf(at, zone).date}T00:00:00Z`) / 86_400_000;
  return Math.max(1, day(ends_at) - day(starts_at) + (length_unit === "day" ? 1 : 0));
}

/** Add-ons as the wire has them. */
const chosen = (add_ons: Record<string, number>) =>
  Object.entries(add_ons)
    .filter(([, quantity]) => quantity > 0)
    .map(([id, quantity]) => ({ id, quantity }));

const somebody = (guests: Record<string, number>) =>
  Object.fromEntries(Object.entries(guests).filter(([, count]) => count > 0));

/** Who comes, as the wire has it. */
const whoOf = (resource: Resource, draft: Draft) =>
  resource.guest_categories.length ? { guests: somebody(draft.guests) } : { party: draft.party };

/** The wish for a price, a booking or one of a group; undefined while no time is said. */
export function wishOf(resource: Resource, draft: Draft): QuoteInput | undefined {
  const { starts_at, ends_at, free } = draft;
  if (!starts_at) return undefined;
  const ends = ends_at && (free || resource.length_unit !== "fixed") ? { ends_at } : {};
  const code = draft.code.trim().toUpperCase();
  return {
    resource_id: resource.id,
    ...(draft.venue_id === resource.venue_id ? {} : { venue_id: draft.venue_id }),
    ...(draft.variant_id ? { variant_id: draft.variant_id } : {}),
    starts_at,
    ...ends,
    ...whoOf(resource, draft),
    ...(draft.private ? { private: true } : {}),
    ...(chosen(draft.add_ons).length ? { add_ons: chosen(draft.add_ons) } : {}),
    ...(code ? { promotion_code: code } : {}),
  };
}

/** What a question about slots says of the wish. */
export function askedOf(resource: Resource, draft: Draft): Omit<AvailabilitySlotsQuery, "from" | "to"> {
  const guests = Object.entries(somebody(draft.guests)).map(([id, count]) => `${id}:${count}`);
  return {
    resource_id: resource.id,
    ...(draft.venue_id === resource.venue_id ? {} : { venue_id: draft.venue_id }),
    ...(draft.variant_id ? { variant_id: draft.variant_id } : {}),
    ...(resource.guest_categories.length
      ? guests.length
        ? { guests: guests.join(",") }
        : {}
      : { party: draft.party }),
    ...(draft.private ? { private: true } : {}),
    ...(resource.length_unit === "fixed" ? {} : { length: draft.length }),
  };
}

/** RFC 5545, counted from the first date; undefined when it is booked once. */
export const recurrenceOf = ({ weeks }: Pick<Draft, "weeks">): string | undefined =>
  weeks > 1 ? `FREQ=WEEKLY;COUNT=${weeks}` : undefined;

export function draftOf(booking: Booking, resource: Resource, zone: string): Draft {
  return {
    resource_id: booking.resource_id,
    venue_id: booking.venue_id,
    variant_id: booking.variant_id,
    party: booking.party,
    guests: { ...Object.fromEntries(resource.guest_categories.map(({ id }) => [id, 0])), ...booking.guests },
    private: booking.private,
    starts_at: booking.starts_at,
    ends_at: booking.ends_at,
    free: false,
    length: resource.length_unit === "fixed" ? resource.min_length : lengthOf(resource, booking, zone),
    add_ons: Object.fromEntries(booking.add_ons.map(({ id, quantity }) => [id, quantity])),
    code: booking.promotion_code ?? "",
    weeks: 1,
  };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const byId = (all: readonly { id: string; quantity: number }[]) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Only what is to be another than in the booking. */
export function patchOf(booking: Booking, resource: Resource, draft: Draft): Omit<BookingPatch, "version"> {
  const elsewhere = draft.resource_id !== booking.resource_id;
  const sorted = (guests: Record<string, number>) => Object.entries(somebody(guests)).sort();
  const code = draft.code.trim().toUpperCase() || null;
  const who = resource.guest_categories.length
    ? same(sorted(draft.guests), sorted(booking.guests)) && !elsewhere
      ? {}
      : { guests: somebody(draft.guests) }
    : draft.party === booking.party
      ? {}
      : { party: draft.party };
  const add_ons = chosen(draft.add_ons);
  const starts = draft.starts_at && draft.starts_at !== booking.starts_at ? { starts_at: draft.starts_at } : {};
  // With another start it would keep its length; the end that was shown is what is meant.
  const ends =
    draft.ends_at && (starts.starts_at || draft.ends_at !== booking.ends_at) ? { ends_at: draft.ends_at } : {};
  return {
    ...(elsewhere ? { resource_id: draft.resource_id } : {}),
    ...(draft.venue_id === booking.venue_id && !elsewhere ? {} : { venue_id: draft.venue_id }),
    ...(draft.variant_id === booking.variant_id && !elsewhere ? {} : { variant_id: draft.variant_id }),
    ...starts,
    ...ends,
    ...who,
    ...(draft.private === booking.private && !elsewhere ? {} : { private: draft.private }),
    ...(same(byId(add_ons), byId(booking.add_ons)) && !elsewhere ? {} : { add_ons }),
    ...(code === booking.promotion_code ? {} : { promotion_code: code }),
  };
}
