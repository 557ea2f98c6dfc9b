import type { Booking, Resource } from "../../../../sdk/index.ts";
import { useQuery } from "../../data/hooks.ts";
import { askedOf, type Draft, placesOf } from "./draft.ts";

const on = ["booking.", "hold.", "resource.", "venue.", "block.", "shift.", "unit.", "pool."];

/** Which days of a month have something to offer. */
export function useMonth(resource: Resource, draft: Draft, from: string, to: string) {
  const party = Math.max(1, placesOf(resource, draft));
  const query = useQuery(
    ["availability", "days", resource.id, draft.venue_id, draft.variant_id, from, to, party],
    (foyer) =>
      foyer.availability.calendar({
        resource_ids: resource.id,
        ...(draft.variant_id ? { variant_id: draft.variant_id } : {}),
        from,
        to,
        party,
      }),
    { on, keep: true },
  );
  const own = query.data?.data.find((one) => one.resource_id === resource.id && one.venue_id === draft.venue_id);
  return { ...query, days: new Map((own ?? query.data?.data[0])?.days.map((day) => [day.date, day])) };
}

/** The times of one day, also those that are not on offer; what booking `own` takes counts as free. */
export function useDay(resource: Resource, draft: Draft, day: string, own: Booking | undefined) {
  const spared = own ? { except: own.id } : {};
  const asked = { ...askedOf(resource, draft), ...spared, from: day, to: day, include_closed: true };
  return useQuery(["availability", asked], (foyer) => foyer.availability.slots(asked), { on, keep: true });
}
