import { field, route, z } from "../../kernel/index.ts";
import { Attendee, Attendees, AttendeesInput } from "./attendee-schema.ts";
import * as attendees from "./attendees.ts";
import { notChangeable } from "./changes.ts";
import { attendeesChanged, checkedIn } from "./events.ts";
import * as bookings from "./service.ts";

const params = z.object({ id: field.id("bkg") });
const one = z.object({ id: field.id("bkg"), attendee_id: field.id("att") });
const link = z.object({ token: z.string().max(200) });
const staff = ["member", "secret"] as const;
const everybody = ["member", "secret", "visitor"] as const;

export const listAttendees = route({
  id: "attendees.list",
  method: "get",
  path: "/bookings/{id}/attendees",
  summary: "List those who come with a booking",
  permission: "bookings:read",
  audience: everybody,
  own: true,
  params,
  returns: Attendees,
  handle: async (ctx, { params }) => attendees.list(ctx, await bookings.row(ctx, params.id)),
});

export const replaceAttendees = route({
  id: "attendees.replace",
  method: "put",
  path: "/bookings/{id}/attendees",
  summary: "Say who comes with a booking",
  about:
    "Replaces the list. Whoever is named with an `id` stays checked in. Visitors may until it starts, and answer what is required of each guest.",
  permission: "bookings:write",
  audience: everybody,
  own: true,
  params,
  body: AttendeesInput,
  returns: Attendees,
  errors: [notChangeable],
  emits: [attendeesChanged],
  handle: async (ctx, { params, body }) => attendees.replace(ctx, await bookings.row(ctx, params.id), body),
});

export const replaceManagedAttendees = route({
  id: "managed_bookings.replace_attendees",
  method: "put",
  path: "/managed-bookings/{token}/attendees",
  summary: "Say who comes with a booking, by its link",
  permission: null,
  audience: ["public"],
  link: "booking",
  limit: "create",
  params: link,
  body: AttendeesInput,
  returns: Attendees,
  errors: [notChangeable],
  emits: [attendeesChanged],
  handle: async (ctx, { body }) => attendees.replace(ctx, await bookings.row(ctx, ctx.linked), body),
});

export const checkInAttendee = route({
  id: "attendees.check_in",
  method: "post",
  path: "/bookings/{id}/attendees/{attendee_id}/check-in",
  summary: "Say that somebody came",
  about: "Whoever is checked in already stays so.",
  permission: "bookings:write",
  audience: staff,
  params: one,
  returns: Attendee,
  status: 200,
  errors: [notChangeable],
  emits: [checkedIn],
  handle: async (ctx, { params }) =>
    attendees.checkIn(ctx, await bookings.row(ctx, params.id), params.attendee_id, true),
});

export const undoCheckIn = route({
  id: "attendees.undo_check_in",
  method: "delete",
  path: "/bookings/{id}/attendees/{attendee_id}/check-in",
  summary: "Say that somebody did not come after all",
  permission: "bookings:write",
  audience: staff,
  params: one,
  returns: null,
  errors: [notChangeable],
  emits: [checkedIn],
  handle: async (ctx, { params }) =>
    attendees.checkIn(ctx, await bookings.row(ctx, params.id), params.attendee_id, false),
});
