import { field, listQuery, pageOf, route, versionConflict, z } from "../../kernel/index.ts";
import { bookingEvents, holdExpired, notBookable, promotionNotValid, slotUnavailable } from "../bookings/index.ts";
import { contactEvents } from "../contacts/index.ts";
import { entryBooked, entryCancelled, entryCreated, entryOffered } from "./events.ts";
import { accept, noOffer, nothingFree, notWaiting, offerNow } from "./offers.ts";
import {
  AcceptanceInput,
  Booking,
  entryStatus,
  OfferInput,
  WaitlistEntry,
  WaitlistInput,
  WaitlistOffer,
} from "./schema.ts";
import * as waitlist from "./service.ts";

const params = z.object({ id: field.id("wle") });
const link = z.object({ token: z.string().max(200) });
const everybody = ["member", "secret", "visitor"] as const;

export const listEntries = route({
  id: "waitlist.list",
  method: "get",
  path: "/waitlist",
  summary: "List who waits, first come first",
  permission: "bookings:read",
  audience: everybody,
  own: true,
  query: listQuery({ status: entryStatus.optional(), resource_id: field.id("res").optional() }),
  returns: pageOf(WaitlistEntry),
  handle: (ctx, { query }) => waitlist.list(ctx, query),
});

export const joinWaitlist = route({
  id: "waitlist.join",
  method: "post",
  path: "/waitlist",
  summary: "Wait for a place",
  about:
    "When a place becomes free that would do, it is kept for whoever came first, for four hours or until it can no longer be booked, and told by mail. Who lets it pass waits no more.",
  permission: "bookings:write",
  audience: everybody,
  limit: "create",
  body: WaitlistInput,
  returns: WaitlistEntry,
  errors: [waitlist.tooManyEntries, notBookable, versionConflict],
  emits: [entryCreated, contactEvents.contactCreated, contactEvents.contactUpdated],
  handle: (ctx, { body }) => waitlist.join(ctx, body),
});

export const retrieveEntry = route({
  id: "waitlist.retrieve",
  method: "get",
  path: "/waitlist/{id}",
  summary: "Retrieve an entry of the waitlist",
  permission: "bookings:read",
  audience: everybody,
  own: true,
  params,
  returns: WaitlistEntry,
  handle: async (ctx, { params }) => waitlist.shown(ctx, await waitlist.find(ctx, params.id)),
});

export const offerToEntry = route({
  id: "waitlist.offer",
  method: "post",
  path: "/waitlist/{id}/offer",
  summary: "Offer a place to who waits, before their turn",
  permission: "bookings:write",
  audience: ["member", "secret"],
  params,
  body: OfferInput,
  returns: WaitlistEntry,
  status: 200,
  errors: [notWaiting, nothingFree, slotUnavailable, notBookable],
  emits: [entryOffered, bookingEvents.holdCreated],
  handle: (ctx, { params, body }) => offerNow(ctx, params.id, body),
});

export const leaveWaitlist = route({
  id: "waitlist.leave",
  method: "delete",
  path: "/waitlist/{id}",
  summary: "Wait no more",
  about: "A place that was kept for it is free again.",
  permission: "bookings:write",
  audience: everybody,
  own: true,
  params,
  returns: null,
  emits: [entryCancelled, bookingEvents.holdReleased],
  handle: (ctx, { params }) => waitlist.leave(ctx, params.id),
});

export const retrieveOffer = route({
  id: "waitlist_offers.retrieve",
  method: "get",
  path: "/waitlist-offers/{token}",
  summary: "An entry of the waitlist, by its link",
  permission: null,
  audience: ["public"],
  link: "waitlist",
  params: link,
  returns: WaitlistOffer,
  handle: (ctx) => waitlist.retrieveOffer(ctx),
});

export const acceptOffer = route({
  id: "waitlist_offers.accept",
  method: "post",
  path: "/waitlist-offers/{token}/acceptance",
  summary: "Book the place that is kept, by its link",
  permission: null,
  audience: ["public"],
  link: "waitlist",
  limit: "create",
  params: link,
  body: AcceptanceInput,
  returns: Booking,
  errors: [noOffer, holdExpired, slotUnavailable, promotionNotValid],
  emits: [entryBooked, bookingEvents.bookingCreated],
  handle: (ctx, { body }) => accept(ctx, body),
});

export const declineOffer = route({
  id: "waitlist_offers.decline",
  method: "delete",
  path: "/waitlist-offers/{token}",
  summary: "Wait no more, by its link",
  permission: null,
  audience: ["public"],
  link: "waitlist",
  limit: "create",
  params: link,
  returns: null,
  emits: [entryCancelled, bookingEvents.holdReleased],
  handle: (ctx) => waitlist.leave(ctx, ctx.linked),
});
