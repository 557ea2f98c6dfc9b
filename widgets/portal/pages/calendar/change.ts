import type { Booking, BookingPatch } from "../../../../sdk/index.ts";

/** What a booking loses when it goes to another resource, for the way back. */
export function restored({ venue_id, variant_id, guests, party, private: alone, add_ons }: Booking): BookingPatch {
  return {
    venue_id,
    variant_id,
    private: alone,
    add_ons,
    ...(Object.keys(guests).length ? { guests } : { party }),
  };
}
