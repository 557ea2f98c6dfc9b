import type { Resource, Venue } from "../../../../sdk/index.ts";
import { useList, useQuery } from "../../data/hooks.ts";

/** Venues and resources: what bookings are about, for names, pickers and clocks. */
export function usePlaces() {
  const venues = useList(["venues"], (foyer, page) => foyer.venues.list(page), { on: ["venue."], size: 200 });
  const resources = useList(["resources"], (foyer, page) => foyer.resources.list(page), {
    on: ["resource."],
    size: 500,
  });
  const company = useQuery(["company"], (foyer) => foyer.company.retrieve(), { on: ["company."] });
  const byName = <T extends { name: string }>(all: readonly T[]) =>
    [...all].sort((one, other) => one.name.localeCompare(other.name));
  const venueOf = (id: string | undefined): Venue | undefined => venues.items.find((venue) => venue.id === id);
  return {
    venues: byName(venues.items),
    resources: byName(resources.items),
    company: company.data,
    loading: venues.loading || resources.loading || company.loading,
    error: venues.error ?? resources.error ?? company.error,
    reload() {
      venues.reload();
      resources.reload();
      company.reload();
    },
    venueOf,
    resourceOf: (id: string | undefined): Resource | undefined => resources.items.find((one) => one.id === id),
    /** The clock a resource is booked by. */
    zoneOf: (resource: Resource | undefined): string =>
      venueOf(resource?.venue_id)?.time_zone ?? company.data?.time_zone ?? "UTC",
    /** Names, with the venue where there are several. */
    labelOf: (resource: Resource): string =>
      venues.items.length > 1
        ? [resource.name, venueOf(resource.venue_id)?.name].filter(Boolean).join(" · ")
        : resource.name,
  };
}

export type Places = ReturnType<typeof usePlaces>;
