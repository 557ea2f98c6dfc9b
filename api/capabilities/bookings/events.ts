import { event, z } from "../../kernel/index.ts";
import { Attachment } from "../media/index.ts";
import { Attendee, Attendees } from "./attendee-schema.ts";
import { BookingPayment } from "./payment-schema.ts";
import { Booking, Departure, Hold } from "./schema.ts";

/** The log outlives links, so its bookings come without them. */
const LoggedBooking = Booking.omit({ manage_url: true, balance: true }).extend({
  attachments: Attachment.omit({ url: true }).array(),
});
const visible = { visitors: true };

export const bookingCreated = event("booking.created", "Somebody booked.", LoggedBooking, visible);
export const bookingUpdated = event("booking.updated", "A booking was moved or changed.", LoggedBooking, visible);
export const bookingStatusChanged = event(
  "booking.status_changed",
  "A booking took another status, whichever.",
  LoggedBooking,
  visible,
);
export const bookingConfirmed = event("booking.confirmed", "Staff confirmed a booking.", LoggedBooking, visible);
export const bookingStarted = event("booking.started", "The time of a booking began.", LoggedBooking, visible);
export const bookingEndingSoon = event(
  "booking.ending_soon",
  "What lasts for more than a day ends in a day.",
  LoggedBooking,
  visible,
);
export const bookingCompleted = event("booking.completed", "The time of a booking ended.", LoggedBooking, visible);
export const bookingCancelled = event("booking.cancelled", "A booking was cancelled.", LoggedBooking, visible);
export const bookingMissed = event("booking.no_show", "Nobody came.", LoggedBooking);
export const bookingDeleted = event("booking.deleted", "A booking was deleted.", LoggedBooking);
export const holdCreated = event("hold.created", "A slot is kept for somebody.", Hold, visible);
export const holdReleased = event("hold.released", "A kept slot was given back, or ran out.", Hold, visible);
export const departureBelowMinimum = event(
  "departure.below_minimum",
  "A departure can no longer be booked, and too few are on it.",
  Departure,
);
export const attendeesChanged = event(
  "booking.attendees_changed",
  "Other people come with a booking, or they answered something else.",
  Attendees.extend({ reference: z.string() }),
  visible,
);
export const checkedIn = event(
  "booking.checked_in",
  "Somebody came, or, with `checked_in_at` null, did not after all.",
  Attendee.extend({ reference: z.string() }),
);
export const paymentRecorded = event(
  "booking.payment_recorded",
  "A payment or a refund was recorded.",
  BookingPayment.extend({ price: z.int(), paid: z.int(), balance: z.int() }),
);
export const reminderRequested = event(
  "booking.reminder_requested",
  "Whoever booked is to be reminded.",
  LoggedBooking,
);
export const bookingsExported = event(
  "booking.exported",
  "Bookings left the house as a file.",
  z.object({ rows: z.int(), filters: z.record(z.string(), z.string()) }),
);
