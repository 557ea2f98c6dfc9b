import { field, route, z } from "../../kernel/index.ts";
import { Batch, BatchInput, batch } from "./batch.ts";
import { notChangeable } from "./changes.ts";
import { bookingsExported, bookingUpdated, reminderRequested } from "./events.ts";
import { exported, mostExported } from "./export.ts";
import { statusEvents } from "./lifecycle.ts";
import { slotUnavailable } from "./offer.ts";
import { remind, reminderAlreadySent } from "./reminders.ts";
import { Booking } from "./schema.ts";
import * as bookings from "./service.ts";
import { shown } from "./shown.ts";
import { BookingUnits, BookingUnitsInput } from "./unit-schema.ts";
import * as units from "./units.ts";

const params = z.object({ id: field.id("bkg") });
const staff = ["member", "secret"] as const;

export const batchBookings = route({
  id: "bookings.batch",
  method: "post",
  path: "/bookings/batch",
  summary: "Do the same to many bookings",
  about: "Each has its own outcome: what cannot be done to one keeps nothing from the others.",
  permission: "bookings:write",
  audience: staff,
  body: BatchInput,
  returns: Batch,
  status: 200,
  emits: [...statusEvents, reminderRequested],
  handle: (ctx, { body }) => batch(ctx, body),
});

export const exportBookings = route({
  id: "bookings.export",
  method: "post",
  path: "/bookings/export",
  summary: "Export bookings as CSV, in the order of their list",
  about: `At most ${mostExported.toLocaleString("en")} rows; narrow the dates to reach others. Every export is recorded, and made anew when it is asked for again.`,
  permission: "bookings:read",
  audience: staff,
  limit: "create",
  body: z.strictObject(bookings.bookingFilters).openapi("BookingExportInput"),
  returns: z.string(),
  answers: "text/csv",
  status: 200,
  emits: [bookingsExported],
  handle: (ctx, { body }) => exported(ctx, body),
});

export const remindBooking = route({
  id: "bookings.remind",
  method: "post",
  path: "/bookings/{id}/reminder",
  summary: "Remind whoever booked, now",
  permission: "bookings:write",
  audience: staff,
  params,
  returns: Booking,
  status: 202,
  errors: [reminderAlreadySent, notChangeable],
  emits: [reminderRequested],
  handle: async (ctx, { params }) => shown(ctx, await remind(ctx, await bookings.row(ctx, params.id))),
});

export const listUnits = route({
  id: "booking_units.list",
  method: "get",
  path: "/bookings/{id}/units",
  summary: "List who and what out of pools a booking has",
  about: "Those who leave together share them: they are the departure's then.",
  permission: "bookings:read",
  audience: staff,
  params,
  returns: BookingUnits,
  handle: async (ctx, { params }) => units.list(ctx, await bookings.row(ctx, params.id)),
});

export const replaceUnits = route({
  id: "booking_units.replace",
  method: "put",
  path: "/bookings/{id}/units",
  summary: "Say who and what out of pools a booking has",
  about: "Replaces them. Each has to be free for the whole time; at least as many as are needed have to be named.",
  permission: "bookings:write",
  audience: staff,
  params,
  body: BookingUnitsInput,
  returns: BookingUnits,
  errors: [slotUnavailable, notChangeable],
  emits: [bookingUpdated],
  handle: async (ctx, { params, body }) => units.replace(ctx, await bookings.row(ctx, params.id), body),
});
