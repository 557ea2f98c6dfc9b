import { field, listQuery, pageOf, route, versionConflict, z } from "../../kernel/index.ts";
import { contactEvents } from "../contacts/index.ts";
import { promotionNotValid } from "../promotions/index.ts";
import { Quote } from "../resources/index.ts";
import {
  Availability,
  AvailabilityCalendar,
  AvailabilityQuery,
  CalendarQuery,
  Explanation,
  ExplanationQuery,
  ManagedAvailabilityQuery,
  QuoteInput,
} from "./availability-schema.ts";
import * as changes from "./changes.ts";
import * as events from "./events.ts";
import * as groups from "./groups.ts";
import * as holds from "./holds.ts";
import { pricedAs } from "./holds.ts";
import { statusEvents, transitionNotAllowed } from "./lifecycle.ts";
import * as managed from "./managed.ts";
import { calendar } from "./month.ts";
import { availability, explanation, find, slotUnavailable, spared } from "./offer.ts";
import { notBookable } from "./place.ts";
import {
  Booking,
  BookingGroup,
  BookingGroupInput,
  BookingInput,
  BookingPatch,
  CancellationInput,
  Hold,
  HoldInput,
  ManagedBooking,
  ManagedCancellationInput,
  RescheduleInput,
  StatusInput,
} from "./schema.ts";
import * as bookings from "./service.ts";

const params = z.object({ id: field.id("bkg") });
const link = z.object({ token: z.string().max(200) });
const staff = ["member", "secret"] as const;
const everybody = ["member", "secret", "visitor"] as const;
const moving = [slotUnavailable, notBookable, changes.notChangeable, changes.windowPassed, promotionNotValid];

export const listSlots = route({
  id: "availability.slots",
  method: "get",
  path: "/availability",
  summary: "List the slots that can be booked, day by day",
  about:
    "Days are the venue's own; each date asked for is there, with no slots where there are none. Members are shown what is left of today and beyond the horizon as well.",
  permission: "availability:read",
  audience: ["member", "secret", "publishable", "visitor"],
  query: AvailabilityQuery,
  returns: Availability,
  handle: (ctx, { query }) => availability(ctx, query),
});

export const listDays = route({
  id: "availability.calendar",
  method: "get",
  path: "/availability/calendar",
  summary: "Show which days have something to offer",
  about: "For many resources and up to a year: cheap, and without slots. `limited` is a quarter of the places or less.",
  permission: "availability:read",
  audience: ["member", "secret", "publishable", "visitor"],
  query: CalendarQuery,
  returns: AvailabilityCalendar,
  handle: (ctx, { query }) => calendar(ctx, query),
});

export const explainTime = route({
  id: "availability.explain",
  method: "get",
  path: "/availability/explanation",
  summary: "Explain why a time can be booked, or why not",
  permission: "availability:read",
  audience: staff,
  query: ExplanationQuery,
  returns: Explanation,
  handle: (ctx, { query }) => explanation(ctx, query),
});

export const createQuote = route({
  id: "quotes.create",
  method: "post",
  path: "/quotes",
  summary: "Work out what something would cost",
  about: "Line by line, as a hold made now would be charged. Nothing is kept.",
  permission: "availability:read",
  audience: ["member", "secret", "publishable", "visitor"],
  unaudited: "Nothing changes.",
  body: QuoteInput,
  returns: Quote,
  status: 200,
  errors: [slotUnavailable, notBookable, promotionNotValid],
  handle: async (ctx, { body }) => {
    const wish = { ...body, except: spared(ctx, body.except, "body") };
    return pricedAs(ctx, wish, await find(ctx, wish));
  },
});

export const createHold = route({
  id: "holds.create",
  method: "post",
  path: "/holds",
  summary: "Keep a slot for ten minutes",
  permission: "bookings:write",
  audience: everybody,
  limit: "create",
  body: HoldInput,
  returns: Hold,
  errors: [slotUnavailable, notBookable, holds.tooManyHolds, holds.holdExpired, promotionNotValid],
  emits: [events.holdCreated],
  handle: (ctx, { body }) => holds.create(ctx, body),
});

export const releaseHold = route({
  id: "holds.release",
  method: "delete",
  path: "/holds/{id}",
  summary: "Give a kept slot back",
  permission: "bookings:write",
  audience: everybody,
  own: true,
  params: z.object({ id: field.id("hld") }),
  returns: null,
  emits: [events.holdReleased],
  handle: (ctx, { params }) => holds.release(ctx, params.id),
});

export const listBookings = route({
  id: "bookings.list",
  method: "get",
  path: "/bookings",
  summary: "List bookings by their start, latest first",
  permission: "bookings:read",
  audience: everybody,
  own: true,
  query: listQuery(bookings.bookingFilters),
  returns: pageOf(Booking),
  handle: (ctx, { query }) => bookings.list(ctx, query),
});

export const createBooking = route({
  id: "bookings.create",
  method: "post",
  path: "/bookings",
  summary: "Book",
  about:
    "Visitors book slots that are on offer. Members and secret keys may book any time that is free. A refusal for a taken time carries the nearest free starts in `alternatives`.",
  permission: "bookings:write",
  audience: everybody,
  limit: "create",
  body: BookingInput,
  returns: Booking,
  errors: [slotUnavailable, notBookable, holds.holdExpired, promotionNotValid, versionConflict],
  emits: [events.bookingCreated, contactEvents.contactCreated, contactEvents.contactUpdated],
  handle: (ctx, { body }) => bookings.create(ctx, body),
});

export const createBookingGroup = route({
  id: "booking_groups.create",
  method: "post",
  path: "/booking-groups",
  summary: "Book several things at once, or one again and again",
  about:
    "All of them or none: a refusal points at the item that could not be had. A `recurrence` books an item at the same local time on each of its dates.",
  permission: "bookings:write",
  audience: everybody,
  limit: "create",
  body: BookingGroupInput,
  returns: BookingGroup,
  errors: [slotUnavailable, notBookable, holds.holdExpired, promotionNotValid, versionConflict],
  emits: [events.bookingCreated, contactEvents.contactCreated, contactEvents.contactUpdated],
  handle: (ctx, { body }) => groups.create(ctx, body),
});

export const retrieveBooking = route({
  id: "bookings.retrieve",
  method: "get",
  path: "/bookings/{id}",
  summary: "Retrieve a booking",
  permission: "bookings:read",
  audience: everybody,
  own: true,
  params,
  returns: Booking,
  handle: (ctx, { params }) => bookings.retrieve(ctx, params.id),
});

export const updateBooking = route({
  id: "bookings.update",
  method: "patch",
  path: "/bookings/{id}",
  summary: "Move a booking, or change its party or notes",
  permission: "bookings:write",
  audience: everybody,
  own: true,
  params,
  body: BookingPatch,
  returns: Booking,
  errors: moving,
  emits: [events.bookingUpdated],
  handle: async (ctx, { params, body }) => changes.update(ctx, await bookings.row(ctx, params.id), body),
});

export const cancelBooking = route({
  id: "bookings.cancel",
  method: "post",
  path: "/bookings/{id}/cancellation",
  summary: "Cancel a booking",
  about: "A booking that is cancelled already stays as it is.",
  permission: "bookings:write",
  audience: everybody,
  own: true,
  params,
  body: CancellationInput,
  returns: Booking,
  status: 200,
  errors: [transitionNotAllowed, changes.windowPassed],
  emits: statusEvents,
  handle: async (ctx, { params, body }) => changes.cancel(ctx, await bookings.row(ctx, params.id), body),
});

export const setBookingStatus = route({
  id: "bookings.set_status",
  method: "patch",
  path: "/bookings/{id}/status",
  summary: "Confirm a booking, or say what became of it",
  permission: "bookings:write",
  audience: staff,
  params,
  body: StatusInput,
  returns: Booking,
  errors: [transitionNotAllowed],
  emits: statusEvents,
  handle: async (ctx, { params, body }) =>
    changes.setStatus(ctx, await bookings.row(ctx, params.id), body.status, body.version),
});

export const deleteBooking = route({
  id: "bookings.delete",
  method: "delete",
  path: "/bookings/{id}",
  summary: "Delete a booking",
  about: "Soft, for what should never have been there; to call one off, cancel it.",
  permission: "bookings:delete",
  audience: staff,
  params,
  returns: null,
  emits: [events.bookingDeleted],
  handle: (ctx, { params }) => bookings.remove(ctx, params.id),
});

export const retrieveManagedBooking = route({
  id: "managed_bookings.retrieve",
  method: "get",
  path: "/managed-bookings/{token}",
  summary: "A booking, by its link",
  permission: null,
  audience: ["public"],
  link: "booking",
  params: link,
  returns: ManagedBooking,
  handle: (ctx) => managed.retrieve(ctx),
});

export const listManagedSlots = route({
  id: "managed_bookings.slots",
  method: "get",
  path: "/managed-bookings/{token}/availability",
  summary: "List the slots a booking could be moved to, by its link",
  permission: null,
  audience: ["public"],
  link: "booking",
  params: link,
  query: ManagedAvailabilityQuery,
  returns: Availability,
  handle: (ctx, { query }) => managed.slots(ctx, query),
});

export const cancelManagedBooking = route({
  id: "managed_bookings.cancel",
  method: "post",
  path: "/managed-bookings/{token}/cancellation",
  summary: "Cancel a booking by its link",
  permission: null,
  audience: ["public"],
  link: "booking",
  limit: "create",
  params: link,
  body: ManagedCancellationInput,
  returns: Booking,
  status: 200,
  errors: [transitionNotAllowed, changes.windowPassed],
  emits: statusEvents,
  handle: async (ctx, { body }) => changes.cancel(ctx, await bookings.row(ctx, ctx.linked), body),
});

export const rescheduleManagedBooking = route({
  id: "managed_bookings.reschedule",
  method: "patch",
  path: "/managed-bookings/{token}",
  summary: "Move a booking by its link",
  permission: null,
  audience: ["public"],
  link: "booking",
  limit: "create",
  params: link,
  body: RescheduleInput,
  returns: Booking,
  errors: moving,
  emits: [events.bookingUpdated],
  handle: async (ctx, { body }) => changes.update(ctx, await bookings.row(ctx, ctx.linked), body),
});
