import { integer, text } from "drizzle-orm/sqlite-core";
import { parseRfc3339 } from "../../core/time.ts";
import { field, instant, json, mutable, table, z } from "../../kernel/index.ts";

const statuses = ["pending", "confirmed", "in_progress", "completed", "cancelled", "no_show"] as const;

/** Whom a booking is for, as it was said when it was made: one person may book for another. */
const BookedFor = z.object({
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

/** Time at a resource that a contact was promised. The places it takes are its row in `spans`. */
export const bookings = table("bookings", {
  ...mutable,
  reference: text().notNull(),
  resource_id: text().notNull(),
  venue_id: text().notNull(),
  contact_id: text().notNull(),
  contact: json<z.output<typeof BookedFor>>().notNull(),
  starts_at: instant().notNull(),
  ends_at: instant().notNull(),
  party: integer().notNull(),
  status: text({ enum: statuses }).notNull(),
  price: integer().notNull(),
  currency: text().notNull(),
  notes: text(),
  answers: json<Record<string, string>>().notNull(),
  cancelled_at: instant(),
  cancel_reason: text(),
  deleted_at: instant(),
});

/** A slot kept for somebody who is about to book it. Used once, or it runs out. */
export const holds = table("holds", {
  id: text().primaryKey(),
  resource_id: text().notNull(),
  /** Who asked for it: the visitor, member or key. */
  holder_id: text().notNull(),
  contact_id: text(),
  starts_at: instant().notNull(),
  ends_at: instant().notNull(),
  party: integer().notNull(),
  price: integer().notNull(),
  currency: text().notNull(),
  created_at: instant().notNull(),
  expires_at: instant().notNull(),
});

export const bookingStatus = z.enum(statuses);
export type BookingStatus = z.output<typeof bookingStatus>;

/** A price times a party: more than one price may be. */
const total = z.int().min(0).openapi({ example: 9800 });

export const Booking = z
  .object({
    id: z.string(),
    reference: z.string().openapi({ description: "Short, for people to speak of it by.", example: "FY-7K3M9Q" }),
    resource_id: z.string(),
    resource_name: z.string(),
    venue_id: z.string(),
    time_zone: z.string().openapi({ description: "The venue's: times are shown on its clock." }),
    contact_id: z.string(),
    contact: BookedFor,
    starts_at: field.timestamp,
    ends_at: field.timestamp,
    party: z.int(),
    status: bookingStatus,
    price: total.openapi({ description: "Of the whole booking, computed once." }),
    currency: z.string(),
    notes: z.string().nullable(),
    answers: z.record(z.string(), z.string()),
    cancelled_at: field.timestamp.nullable(),
    cancel_reason: z.string().nullable(),
    manage_url: z.string().openapi({ description: "Shows and changes the booking, without an account." }),
    version: z.int(),
    created_at: field.timestamp,
    updated_at: field.timestamp,
  })
  .openapi("Booking");

export const ManagedBooking = Booking.extend({
  venue: z.object({ name: z.string(), address: z.string().nullable(), phone: z.string().nullable() }),
  business: z.object({ name: z.string(), accent_color: z.string(), cancellation_policy: z.string().nullable() }),
  horizon_days: z.int().openapi({ description: "How many days ahead it can be moved." }),
  changeable_until: field.timestamp.openapi({ description: "Until then it can be changed or cancelled by its link." }),
}).openapi("ManagedBooking");

const party = z.int().min(1).max(10_000);

export const BookingInput = z
  .strictObject({
    resource_id: field.id("res"),
    starts_at: field.instantInput,
    party: party.default(1),
    hold_id: field.id("hld").optional(),
    contact: z
      .strictObject({ name: field.line(120), email: field.email, phone: field.phone.optional() })
      .optional()
      .openapi({ description: "Whom it is for. A visitor who is known already may leave it out." }),
    notes: field.text(2_000).optional(),
    answers: z
      .record(z.string().min(1).max(80), field.optionalText(1_000))
      .refine((answers) => Object.keys(answers).length <= 50, "At most 50 answers.")
      .optional(),
  })
  .openapi("BookingInput");

export const BookingPatch = z
  .strictObject({
    resource_id: field.id("res"),
    starts_at: field.instantInput,
    party,
    notes: field.text(2_000).nullable(),
  })
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("BookingPatch");

export const StatusInput = z
  .strictObject({ status: bookingStatus, version: field.version.optional() })
  .openapi("BookingStatusInput");

export const CancellationInput = z
  .strictObject({ reason: field.text(500).optional(), version: field.version.optional() })
  .openapi("CancellationInput");

export const RescheduleInput = z
  .strictObject({ starts_at: field.instantInput, version: field.version.optional() })
  .openapi("RescheduleInput");

export const Hold = z
  .object({
    id: z.string(),
    resource_id: z.string(),
    starts_at: field.timestamp,
    ends_at: field.timestamp,
    party: z.int(),
    price: total,
    currency: z.string(),
    expires_at: field.timestamp,
  })
  .openapi("Hold");

export const HoldInput = z
  .strictObject({ resource_id: field.id("res"), starts_at: field.instantInput, party: party.default(1) })
  .openapi("HoldInput");

export const Slot = z
  .object({
    starts_at: field.timestamp,
    ends_at: field.timestamp,
    local_start: z.string().openapi({ example: "2026-11-27T09:00:00-05:00" }),
    vacancies: z.int().openapi({ description: "Places that are free for the whole time, buffers included." }),
    price: total.openapi({ description: "For the party that was asked about." }),
    currency: z.string(),
  })
  .openapi("Slot");

export const Availability = z
  .object({
    resource_id: z.string(),
    time_zone: z.string().openapi({ description: "Of `local_start`." }),
    days: z.array(z.object({ date: z.string(), slots: z.array(Slot) })),
  })
  .openapi("Availability");

export const AvailabilityQuery = z.strictObject({
  resource_id: field.id("res"),
  from: field.date.openapi({ description: "First local date at the venue." }),
  to: field.date.openapi({ description: "Last local date at the venue, at most 31 days in all." }),
  party: z.coerce.number().int().min(1).max(10_000).default(1).openapi({ type: "integer" }),
  time_zone: field.zone.optional().openapi({ description: "For `local_start`; the venue's when left out." }),
});

export const ManagedAvailabilityQuery = AvailabilityQuery.omit({ resource_id: true, party: true });

/** Calendars ask by date, programs by instant. */
export const when = z
  .string()
  .max(40)
  .refine(
    (value) =>
      /^(19|20|21)\d\d-/.test(value) && (field.date.safeParse(value).success || parseRfc3339(value) !== undefined),
    "A date from 1900 to 2199, or an RFC 3339 time with an offset.",
  );
