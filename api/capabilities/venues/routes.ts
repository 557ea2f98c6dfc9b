import { field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import { venueCreated, venueDeleted, venueUpdated } from "./events.ts";
import { Venue, VenueInput, VenuePatch, venueStatus } from "./schema.ts";
import * as venues from "./service.ts";

const params = z.object({ id: field.id("ven") });
const staff = ["member", "secret"] as const;
const everybody = ["member", "secret", "publishable", "visitor"] as const;

export const listVenues = route({
  id: "venues.list",
  method: "get",
  path: "/venues",
  summary: "List venues, newest first",
  permission: "venues:read",
  audience: everybody,
  query: listQuery({ status: venueStatus.optional() }),
  returns: pageOf(Venue),
  handle: (ctx, { query }) => venues.list(ctx, query),
});

export const createVenue = route({
  id: "venues.create",
  method: "post",
  path: "/venues",
  summary: "Open a venue",
  permission: "venues:write",
  audience: staff,
  body: VenueInput,
  returns: Venue,
  emits: [venueCreated],
  handle: (ctx, { body }) => venues.create(ctx, body),
});

export const retrieveVenue = route({
  id: "venues.retrieve",
  method: "get",
  path: "/venues/{id}",
  summary: "Retrieve a venue",
  permission: "venues:read",
  audience: everybody,
  params,
  returns: Venue,
  handle: (ctx, { params }) => venues.retrieve(ctx, params.id),
});

export const updateVenue = route({
  id: "venues.update",
  method: "patch",
  path: "/venues/{id}",
  summary: "Change a venue's details, hours or exceptions",
  about: "What is booked already stays booked; new hours hold for what is offered from now on.",
  permission: "venues:write",
  audience: staff,
  params,
  body: VenuePatch,
  returns: Venue,
  errors: [venues.venueInUse],
  emits: [venueUpdated],
  handle: (ctx, { params, body }) => venues.update(ctx, params.id, body),
});

export const deleteVenue = route({
  id: "venues.delete",
  method: "delete",
  path: "/venues/{id}",
  summary: "Delete a venue",
  about: "Soft, and refused while bookings are still to come there.",
  permission: "venues:write",
  audience: staff,
  params,
  returns: null,
  errors: [venues.venueInUse],
  emits: [venueDeleted],
  handle: (ctx, { params }) => venues.remove(ctx, params.id),
});
