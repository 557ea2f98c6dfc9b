import type { Resource, Venue, WidgetConfiguration } from "@foyer/sdk";
import type { Client, Failure } from "../client/client.ts";
import type { BookingHost } from "./element.tsx";
import type { Catalogue } from "./flow.ts";

interface Page<T> {
  data: T[];
}

/** Reads what can be booked here. */
export async function readCatalogue(host: BookingHost, { open }: Client): Promise<Catalogue> {
  const { resourceId, venueId: venue_id } = host;
  const limit = 100;
  const [configuration, places, offered] = await Promise.all([
    open<WidgetConfiguration>("widget"),
    open<Page<Venue>>("venues", { status: "active", limit }),
    resourceId
      ? open<Resource>(`resources/${encodeURIComponent(resourceId)}`).then((one) => [one], absent)
      : open<Page<Resource>>("resources", { status: "available", venue_id, limit }).then(({ data }) => data),
  ]);
  host.setTenantAccent(configuration.accent_color);
  const active = (id: string) => places.data.some((venue) => venue.id === id);
  // Lists come newest first; businesses put down what matters most first.
  const resources = offered.filter((one) => one.status === "available" && placesOf(one).some(active)).reverse();
  const used = new Set(resources.flatMap(placesOf));
  const text = configuration.texts.terms_of_service;
  return {
    resources,
    venues: places.data.filter(({ id }) => used.has(id) && (!venue_id || id === venue_id)).reverse(),
    terms: text ? { text, version: configuration.texts_version } : undefined,
  };
}

/** The venues that a resource is offered at, its home first. */
export const placesOf = ({ venue_id, also_at }: Resource): string[] => [
  venue_id,
  ...also_at.map((one) => one.venue_id),
];

/** A resource that is not there is nothing to book, and no failure. */
function absent(failure: Failure): [] {
  if (failure.status === 404) return [];
  throw failure;
}
