import { resources, venues, widget } from "@foyer/sdk/resources";
import { visitorSession } from "../kit/session.ts";
import type { BookingHost } from "./element.tsx";
import { codeOf } from "./failure.ts";
import type { Catalogue, Kept } from "./flow.ts";

/** Under which name the visitor's choices are kept: apart for elements that offer different things. */
export const keptName = ({ resourceId, venueId }: BookingHost) =>
  ["booking", resourceId ?? venueId].filter(Boolean).join(":");

/** Reads what can be booked here, and what the visitor had chosen before a reload. */
export async function readCatalogue(host: BookingHost): Promise<{ catalogue: Catalogue; kept: Kept | undefined }> {
  const { open, storage } = visitorSession(host);
  const kept = storage.get<Kept>(keptName(host));
  const { resourceId, venueId: venue_id } = host;
  const offers = resourceId
    ? resources(open)
        .retrieve(resourceId)
        .then((one) => (one.status === "available" ? [one] : []), absent)
    : resources(open)
        .list({ status: "available", venue_id, limit: 100 })
        .then(({ data }) => data);
  const [configuration, places, offered] = await Promise.all([
    widget(open).configuration(),
    venues(open).list({ status: "active", limit: 100 }),
    offers,
  ]);
  host.setTenantAccent(configuration.accent_color);
  const active = new Set(places.data.map((venue) => venue.id));
  // Lists come newest first; businesses put down what matters most first.
  const bookable = offered.filter((one) => active.has(one.venue_id)).reverse();
  const used = new Set(bookable.map((one) => one.venue_id));
  const text = configuration.texts.terms_of_service;
  return {
    kept,
    catalogue: {
      resources: bookable,
      venues: places.data.filter((venue) => used.has(venue.id)).reverse(),
      terms: text ? { text, version: configuration.texts_version } : undefined,
    },
  };
}

/** A resource that is not there is nothing to book, and no failure. */
function absent(error: unknown): [] {
  if (codeOf(error) === "not_found") return [];
  throw error;
}
