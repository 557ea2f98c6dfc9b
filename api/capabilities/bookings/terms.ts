import { dateOf, localParts } from "../../core/time.ts";
import {
  type Choice,
  type Deposit,
  type Moment,
  type Prepared,
  type Promotion,
  prepare,
  type Quote,
  quote,
  type Tariff,
  type Terms,
} from "../resources/index.ts";
import { partyOf, sizeOf } from "./party.ts";
import type { Place } from "./place.ts";
import type { Wished } from "./wish.ts";

const MINUTE = 60_000;

type Bill = Tariff & Choice & Terms;
type Priced = Pick<Wished, "party" | "guests" | "private" | "add_ons">;

/** What is paid for at a place, whenever it is. */
function billOf({ resource, venue, variant, company }: Place, wished: Priced, promotion: Promotion | null): Bill {
  const deposit: Deposit = resource.deposit ?? { kind: "percent", value: company.deposit_percentage };
  return {
    ...resource,
    name: variant ? `${resource.name}, ${variant.name}` : resource.name,
    venue_id: venue.id,
    venue_price: resource.also_at.find(({ venue_id }) => venue_id === venue.id)?.price ?? null,
    variant_id: variant?.id ?? null,
    variant_price: variant?.price ?? null,
    party: sizeOf(resource, wished),
    guests: wished.guests ?? {},
    chosen: wished.add_ons,
    private: wished.private,
    promotion,
    tax_rate: venue.tax_rate ?? company.tax_rate,
    tax_included: company.tax_included,
    deposit,
  };
}

/** For pricing many slots of one wish. */
export const preparedFor = (place: Place, wished: Priced): Prepared => prepare(billOf(place, wished, null));

/** When [start, end) is, for its price; `used` places are taken already. */
export function momentOf(
  { resource, venue, capacity }: Place,
  now: number,
  start: number,
  end: number,
  used: number,
): Moment {
  const zone = venue.time_zone;
  const { day_number, weekday, hour, minute } = localParts(zone, start);
  return {
    start: { date: dateOf(day_number), weekday, minutes: hour * 60 + minute },
    dates: paidDates(resource.length_unit, day_number, localParts(zone, end - 1).day_number),
    duration: Math.round((end - start) / MINUTE),
    occupancy: Math.min(100, Math.floor((used * 100) / capacity)),
    days_ahead: Math.max(0, day_number - localParts(zone, now).day_number),
  };
}

/** Every day that is begun, or every night that is slept, at least one. */
function paidDates(unit: Place["resource"]["length_unit"], first: number, last: number): string[] {
  if (unit !== "day" && unit !== "night") return [];
  const many = Math.max(1, last - first + (unit === "day" ? 1 : 0));
  return Array.from({ length: many }, (_, ahead) => dateOf(first + ahead));
}

/** The price of a wish, explained. */
export function quoteFor(place: Place, wished: Priced, moment: Moment, promotion: Promotion | null): Quote {
  return quote({ ...billOf(place, wished, promotion), ...moment });
}

/** What a booking or hold keeps of a wish: what it is for, and what it costs. */
export function takenBy(place: Place, wished: Wished, priced: Quote) {
  const { size, guests } = partyOf(place.resource, wished, place.capacity);
  return {
    resource_id: place.resource.id,
    venue_id: place.venue.id,
    variant_id: place.variant?.id ?? null,
    party: size,
    guests,
    private: wished.private,
    add_ons: wished.add_ons,
    promotion_code: wished.promotion_code ?? null,
    quote: priced,
    price: priced.total,
    currency: priced.currency,
  };
}
