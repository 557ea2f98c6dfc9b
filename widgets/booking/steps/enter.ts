import type { AvailabilityCalendar, Slot } from "@foyer/sdk";
import { asQuery, sizeOf } from "../flow.ts";
import { type BookingFlow, linked, resourceOf, venueOf } from "../state.ts";
import { createTimes } from "../times/state.ts";

/** Opens the calendar of what is wanted. */
export function enter({ host, client, store: { get, set } }: BookingFlow, zone?: string): void {
  const state = get();
  const [resource, venue] = [resourceOf(state), venueOf(state)];
  if (!resource || !venue) return;
  const { length_unit: unit, min_length, slot_step_minutes } = resource;
  const query = () => asQuery(get().wish ?? { resource_id: resource.id });
  const times = createTimes({
    venueZone: venue.time_zone,
    zone,
    horizon: resource.horizon_days,
    wanted: host.date ?? linked("date"),
    span: 366,
    unit,
    min: min_length,
    step: unit === "hour" ? slot_step_minutes / 60 : 1,
    async days(from, to) {
      const { wish } = get();
      const { resource_id: resource_ids, variant_id, venue_id } = query();
      const party = wish && Math.max(1, sizeOf(resource, wish));
      const { data } = await client().open<AvailabilityCalendar>("availability/calendar", {
        resource_ids,
        variant_id,
        venue_id,
        from,
        to,
        party,
      });
      return data[0]?.days ?? [];
    },
    async slots(date, length) {
      const { days } = await client().open<{ days: { slots: Slot[] }[] }>("availability", {
        ...query(),
        from: date,
        to: date,
        length,
      });
      return days.flatMap(({ slots }) => slots);
    },
  });
  // What the times say is part of the state: whoever draws the one draws the other.
  times.store.subscribe(() => set({ times: { ...times } }));
  set({ times });
  if (get().step !== "details" && get().step !== "done") void times.reload();
}
