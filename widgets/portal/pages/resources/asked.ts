import type { AvailabilitySlotsQuery, Company, QuoteInput, Resource } from "../../../../sdk/index.ts";
import { addDays, today } from "../../../kit/calendar-model.ts";
import { wallOf } from "../calendar/zone.ts";
import type { Reason } from "./reasons.ts";

/** For whom, where and for how long availability is asked. */
export interface Asked {
  party: number;
  /** By guest category. */
  guests: Record<string, number>;
  variant_id: string | undefined;
  venue_id: string | undefined;
  /** In the unit of the resource's length. */
  length: number;
}

export function freshAsked(resource: Resource): Asked {
  const first = resource.guest_categories.find(({ takes_place }) => takes_place !== false);
  return {
    party: resource.min_party,
    guests: Object.fromEntries(
      resource.guest_categories.map((one) => [one.id, Math.max(one.min ?? 0, one === first ? resource.min_party : 0)]),
    ),
    variant_id: undefined,
    venue_id: undefined,
    length: resource.min_length,
  };
}

export interface Question {
  /** For `GET /v1/availability` and its explanation. */
  slots: Omit<AvailabilitySlotsQuery, "from" | "to">;
  /** For `POST /v1/quotes`. */
  quote: Omit<QuoteInput, "starts_at" | "ends_at">;
}

/** What is asked, as the API takes it. */
export function questionOf(resource: Resource, { party, guests, variant_id, venue_id, length }: Asked): Question {
  const common = {
    resource_id: resource.id,
    ...(variant_id ? { variant_id } : {}),
    ...(venue_id && venue_id !== resource.venue_id ? { venue_id } : {}),
  };
  const coming = Object.entries(guests).filter(
    ([id, count]) => count && resource.guest_categories.some((one) => one.id === id),
  );
  const who = coming.length > 0;
  return {
    slots: {
      ...common,
      ...(who ? { guests: coming.map(([id, count]) => `${id}:${count}`).join(",") } : { party }),
      ...(resource.length_unit === "fixed" ? {} : { length }),
    },
    quote: { ...common, ...(who ? { guests: Object.fromEntries(coming) } : { party }) },
  };
}

/**
 * What stands in a visitor's way at a time. The API answers members as members, who are spared notice, horizon and the
 * company's longest booking.
 */
export function barredFor(
  resource: Resource,
  company: Pick<Company, "min_booking_hours" | "max_booking_days">,
  zone: string,
  starts_at: string,
  ends_at: string | undefined,
  now: number,
): Reason[] {
  const start = Date.parse(starts_at);
  const notice = (resource.lead_minutes ?? company.min_booking_hours * 60) * 60_000;
  const last = addDays(today(zone, now), resource.horizon_days);
  const days = ends_at === undefined ? 0 : (Date.parse(ends_at) - start) / 86_400_000;
  const reasons: Reason[] = [];
  if (start < now + notice) reasons.push("too_soon");
  if (wallOf(starts_at, zone).date > last) reasons.push("too_far");
  // Nights end before their last day has passed, and a change of clocks may add an hour.
  if (Math.floor(days) > company.max_booking_days) {
    reasons.push(resource.length_unit === "fixed" ? "not_on_offer" : "wrong_length");
  }
  return reasons;
}
