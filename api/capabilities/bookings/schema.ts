import { integer, text } from "drizzle-orm/sqlite-core";
import { parseRfc3339 } from "../../core/time.ts";
import { field, flag, instant, json, mutable, table, z } from "../../kernel/index.ts";
import { Attachment, attachmentIds, type StoredAttachment } from "../media/index.ts";
import { type ChosenAddOns, Guests, Questions, Quote } from "../resources/index.ts";
import { recurrence } from "../venues/index.ts";
import { Attendee, answers, attendeeList } from "./attendee-schema.ts";
import { party, wishFields } from "./wish.ts";

const statuses = ["pending", "confirmed", "in_progress", "completed", "cancelled", "no_show"] as const;

/** Whom a booking is for, as it was said when it was made: one person may book for another. */
const BookedFor = z.object({
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

const waiverStatuses = ["none", "pending", "signed"] as const;

/** What is given back of what was paid, once somebody decided it. */
const Refund = z.object({
  decision: z.enum(["full", "partial", "none"]),
  amount: z.int().openapi({ description: "Given back, in minor units." }),
  kept: z.int().openapi({ description: "What is not given back." }),
});

/** What a booking or hold is for, and what it costs. */
const taken = {
  variant_id: text(),
  party: integer().notNull(),
  guests: json<z.output<typeof Guests>>().notNull(),
  private: flag().notNull(),
  add_ons: json<z.output<typeof ChosenAddOns>>().notNull(),
  promotion_code: text(),
  quote: json<z.output<typeof Quote> | null>(),
  price: integer().notNull(),
  currency: text().notNull(),
};

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
  ...taken,
  status: text({ enum: statuses }).notNull(),
  deposit: integer().notNull(),
  paid: integer().notNull(),
  notes: text(),
  answers: json<Record<string, string>>().notNull(),
  attachments: json<StoredAttachment[]>().notNull(),
  /** Bookings that were made together. */
  group_id: text(),
  terms_version: integer(),
  waiver_status: text({ enum: waiverStatuses }).notNull(),
  cancelled_at: instant(),
  cancel_reason: text(),
  refund: json<z.output<typeof Refund> | null>(),
  deleted_at: instant(),
});

/** A slot kept for somebody who is about to book it. Used once, or it runs out. */
export const holds = table("holds", {
  id: text().primaryKey(),
  resource_id: text().notNull(),
  /** Who asked for it: the visitor, member or key. */
  holder_id: text().notNull(),
  contact_id: text(),
  venue_id: text().notNull(),
  starts_at: instant().notNull(),
  ends_at: instant().notNull(),
  ...taken,
  created_at: instant().notNull(),
  expires_at: instant().notNull(),
});

export const bookingStatus = z.enum(statuses);
export type BookingStatus = z.output<typeof bookingStatus>;

/** A price times a party: more than one price may be. */
export const total = z.int().min(0).openapi({ example: 9800 });

/** What a booking or hold is for, and what it costs, as it is answered. */
const takes = {
  variant_id: z.string().nullable(),
  party: z.int(),
  guests: Guests,
  private: z.boolean(),
  add_ons: z.array(z.object({ id: z.string(), quantity: z.int() })),
  promotion_code: z.string().nullable(),
  price: total.openapi({ description: "Of the whole booking, computed once: the total of `quote`." }),
  currency: z.string(),
  quote: field
    .orNull(Quote)
    .openapi({ description: "How the price came about; `null` for bookings from before quotes." }),
};

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
    ...takes,
    status: bookingStatus,
    deposit: z.int().openapi({ description: "How much of the price is due at once." }),
    paid: z.int().openapi({ description: "Payments less refunds." }),
    balance: z.int().openapi({ description: "What is still to be paid; negative when it is to be given back." }),
    notes: z.string().nullable(),
    answers: z.record(z.string(), z.string()),
    attachments: z.array(Attachment).openapi({ description: "Contracts and other papers." }),
    group_id: z.string().nullable().openapi({ description: "What was booked together has it in common." }),
    terms_version: z.int().nullable().openapi({ description: "The legal texts that were agreed to." }),
    waiver_status: z.enum(waiverStatuses),
    cancelled_at: field.timestamp.nullable(),
    cancel_reason: z.string().nullable(),
    refund: Refund.nullable(),
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
  instructions: z.string().nullable().openapi({ description: "What to bring, where to be." }),
  length_unit: z.enum(["fixed", "hour", "day", "night"]),
  attendees: z.array(Attendee),
  guest_categories: z.array(z.object({ id: z.string(), name: z.string() })),
  guest_questions: Questions.openapi({ description: "What is asked of each attendee." }),
  changeable_until: field.timestamp.openapi({ description: "Until then it can be changed or cancelled by its link." }),
}).openapi("ManagedBooking");

const contact = z.strictObject({ name: field.line(120), email: field.email, phone: field.phone.optional() });

/** What is said about a booking beside what it takes. */
const said = {
  contact: contact
    .optional()
    .openapi({ description: "Whom it is for. A visitor who is known already may leave it out." }),
  notes: field.text(2_000).optional(),
  answers: answers.optional().openapi({ description: "By the ids of the resource's questions." }),
  attendees: attendeeList.default([]),
  terms_version: z
    .int()
    .min(0)
    .optional()
    .openapi({ description: "The company's `texts_version` that was agreed to." }),
};

export const BookingInput = z
  .strictObject({ ...wishFields, hold_id: field.id("hld").optional(), ...said })
  .openapi("BookingInput");

export const BookingGroupInput = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          ...wishFields,
          hold_id: field.id("hld").optional(),
          recurrence: recurrence
            .optional()
            .openapi({ description: "Books it again, at the same local time, on every date of the rule." }),
          answers: said.answers,
          attendees: said.attendees,
        }),
      )
      .min(1)
      .max(20),
    contact: said.contact,
    notes: said.notes,
    terms_version: said.terms_version,
  })
  .openapi("BookingGroupInput");

export const BookingGroup = z
  .object({
    group_id: z.string(),
    data: z.array(Booking),
    price: total.openapi({ description: "Of all of them together." }),
    currency: z.string(),
  })
  .openapi("BookingGroup");

export const BookingPatch = z
  .strictObject({
    resource_id: wishFields.resource_id,
    venue_id: field.id("ven"),
    variant_id: field.slug.nullable(),
    starts_at: field.instantInput,
    ends_at: field.instantInput,
    party,
    guests: Guests,
    private: z.boolean(),
    add_ons: wishFields.add_ons.removeDefault(),
    promotion_code: wishFields.promotion_code.nullable(),
    notes: field.text(2_000).nullable(),
    answers,
    attachments: attachmentIds,
    waiver_status: z.enum(waiverStatuses),
  })
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("BookingPatch");

export const StatusInput = z
  .strictObject({ status: bookingStatus, version: field.version.optional() })
  .openapi("BookingStatusInput");

export const CancellationInput = z
  .strictObject({
    reason: field.text(500).optional(),
    refund: z
      .strictObject({
        decision: z.enum(["full", "partial", "none"]),
        amount: field.money.optional().openapi({ description: "Of a partial one." }),
      })
      .refine(({ decision, amount }) => (decision === "partial") === (amount !== undefined), {
        path: ["amount"],
        message: "A partial refund says how much; others do not.",
      })
      .optional()
      .openapi({
        description: "Staff decides; when left out all that was paid inside the free window, nothing after it.",
      }),
    version: field.version.optional(),
  })
  .openapi("CancellationInput");

/** By its link nobody decides on refunds. */
export const ManagedCancellationInput = CancellationInput.omit({ refund: true }).openapi("ManagedCancellationInput");

export const RescheduleInput = z
  .strictObject({
    starts_at: field.instantInput,
    ends_at: wishFields.ends_at,
    version: field.version.optional(),
  })
  .openapi("RescheduleInput");

export const Hold = z
  .object({
    id: z.string(),
    resource_id: z.string(),
    venue_id: z.string(),
    starts_at: field.timestamp,
    ends_at: field.timestamp,
    ...takes,
    expires_at: field.timestamp,
  })
  .openapi("Hold");

export const HoldInput = z
  .strictObject({
    ...wishFields,
    replaces: field
      .id("hld")
      .optional()
      .openapi({ description: "A hold that is given up for this one, if this one can be had." }),
  })
  .openapi("HoldInput");

/** All that start at one time of a resource. */
export const Departure = z
  .object({
    id: z.string(),
    resource_id: z.string(),
    resource_name: z.string(),
    starts_at: field.timestamp,
    booked: z.int().openapi({ description: "People on it." }),
    min_to_run: z.int(),
    booking_ids: z.array(z.string()),
  })
  .openapi("Departure");

/** Calendars ask by date, programs by instant. */
export const when = z
  .string()
  .max(40)
  .refine(
    (value) =>
      /^(19|20|21)\d\d-/.test(value) && (field.date.safeParse(value).success || parseRfc3339(value) !== undefined),
    "A date from 1900 to 2199, or an RFC 3339 time with an offset.",
  );
