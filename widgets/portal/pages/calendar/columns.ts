import { useMemo } from "preact/hooks";
import type { Resource } from "../../../../sdk/index.ts";
import type { Places } from "../bookings/use-places.ts";
import type { Entry, Opening } from "./layout.ts";
import type { View } from "./state.ts";

/** A day, or a resource on a day. */
export interface Column {
  key: string;
  date: string;
  resource?: Resource | undefined;
  open?: Opening | undefined;
}

export interface ColumnsOf {
  view: View;
  dates: readonly string[];
  venue: string | undefined;
  resource: string | undefined;
  entries: readonly Entry[];
}

/** The columns of a view; when they are open is told where that is one thing. */
export function useColumns({ view, dates, venue, resource, entries }: ColumnsOf, places: Places): Column[] {
  const { venues, resources } = places;
  return useMemo(() => {
    const only = venues.length === 1 ? venues[0]?.id : undefined;
    const openOf = (one: Resource | undefined, venueId: string | undefined): Opening | undefined => {
      const place = places.venueOf(one?.venue_id ?? venueId ?? only);
      if (!place) return undefined;
      const exceptions = [...(one?.exceptions ?? []), ...place.exceptions];
      return { hours: one?.hours ?? place.hours, seasons: one?.seasons ?? [], exceptions };
    };
    if (view !== "resources") {
      const one = places.resourceOf(resource);
      return dates.map((date) => ({ key: date, date, open: openOf(one, venue) }));
    }
    const booked = new Set(entries.map(({ resource_id }) => resource_id));
    const date = dates[0] ?? "";
    return resources
      .filter((one) => (!venue || one.venue_id === venue) && (!resource || one.id === resource))
      .filter((one) => (one.status === "available" && !one.template) || booked.has(one.id))
      .map((one) => ({ key: one.id, date, resource: one, open: openOf(one, undefined) }));
  }, [view, dates, venue, resource, entries, resources.length, venues.length]);
}
