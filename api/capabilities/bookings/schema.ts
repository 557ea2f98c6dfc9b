import { integer, text } from "drizzle-orm/sqlite-core";
import { parseRfc3339 } from "../../core/time.ts";
import { field, flag, instant, json, mutable, table, z } from "../../kernel/index.ts";
import { Attachment, attachmentIds, type StoredAttachment } from "../media/index.ts";
import { type ChosenAddOns, Guests, Questions, Quote } from "../resources/index.ts";
import { recurrence } from "../venues/index.ts";
import { Attendee, answers, attendeeList } from "./attendee-schema.ts";
import { REASONS } from "./engine/index.ts";
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
const total = z.int().min(0).openapi({ example: 9800 });

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
  quote: Quote.nullable().openapi({ description: "How the price came about; `null` for bookings from before quotes." }),
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
export const QuoteInput = z.strictObject(wishFields).openapi("QuoteInput");

const reason = z.enum([...REASONS, "party_size", "not_on_offer"]).openapi("UnavailableReason");
export type Reason = z.output<typeof reason>;

export const Slot = z
  .object({
    starts_at: field.timestamp,
    ends_at: field.timestamp,
    local_start: z.string().openapi({ example: "2026-11-27T09:00:00-05:00" }),
    local_end: z.string().openapi({ example: "2026-11-27T10:00:00-05:00" }),
    capacity: z.int().openapi({ description: "Places in all." }),
    vacancies: z.int().openapi({ description: "Places that are free for the whole time, buffers included." }),
    cutoff_at: field.timestamp.openapi({ description: "Until then it can be booked." }),
    longest: z
      .number()
      .nullable()
      .openapi({ description: "How long it could be had, in the unit of its length; `null` where that is fixed." }),
    price: total.openapi({ description: "For what was asked about, tax included." }),
    currency: z.string(),
    reason: reason.nullable().openapi({ description: "Why it is not on offer; `null` when it is." }),
  })
  .openapi("Slot");

export const Availability = z
  .object({
    resource_id: z.string(),
    time_zone: z.string().openapi({ description: "Of `local_start` and `local_end`." }),
    days: z.array(
      z.object({
        date: z.string(),
        reason: reason.nullable().openapi({ description: "Why there is nothing on offer; `null` when there is." }),
        slots: z.array(Slot),
      }),
    ),
  })
  .openapi("Availability");

const places = z.coerce.number().int().min(1).max(10_000).openapi({ type: "integer" });
/** `adult:2,child:1`, as a query spells guests. */
const guestsInQuery = z
  .string()
  .max(400)
  .regex(/^[a-z][a-z0-9_]{0,31}:\d{1,5}(,[a-z][a-z0-9_]{0,31}:\d{1,5})*$/, "Such as adult:2,child:1.")
  .transform((text) =>
    Object.fromEntries(
      text.split(",").map((pair) => {
        const [id = "", count] = pair.split(":");
        return [id, Number(count)];
      }),
    ),
  )
  .openapi({ type: "string", example: "adult:2,child:1" });

/** What a question about slots says of the wish. */
const asked = {
  resource_id: field.id("res"),
  venue_id: wishFields.venue_id,
  variant_id: field.slug.optional(),
  party: places.optional(),
  guests: guestsInQuery.optional(),
  private: field.truth.default(false),
};

export const AvailabilityQuery = z.strictObject({
  ...asked,
  from: field.date.openapi({ description: "First local date at the venue." }),
  to: field.date.openapi({ description: "Last local date at the venue, at most 31 days in all." }),
  length: z.coerce.number().min(0).max(1_000).optional().openapi({
    type: "number",
    description: "Hours, days or nights, where the length is not fixed; else the shortest.",
  }),
  time_zone: field.zone.optional().openapi({ description: "For local times; the venue's when left out." }),
  include_closed: field.truth.default(false).openapi({ description: "Also what is not on offer, with the reason." }),
});

export const ManagedAvailabilityQuery = AvailabilityQuery.pick({ from: true, to: true, time_zone: true });

export const ExplanationQuery = z.strictObject({
  ...asked,
  starts_at: field.instantInput,
  ends_at: field.instantInput.optional(),
  except: field
    .id("bkg")
    .optional()
    .openapi({ description: "A booking whose own places count as free: it would be moved." }),
});

export const Explanation = z
  .object({
    available: z.boolean(),
    checks: z.array(z.object({ code: reason, passed: z.boolean() })).openapi({ description: "In their order." }),
  })
  .openapi("AvailabilityExplanation");

const listOf = (prefix: string, most: number) =>
  z
    .string()
    .max(most * 40)
    .transform((text) => text.split(","))
    .pipe(z.array(field.id(prefix)).min(1).max(most))
    .openapi({ type: "string", description: `Ids, separated by commas, at most ${most}.` });

export const CalendarQuery = z.strictObject({
  resource_ids: listOf("res", 50).optional(),
  venue_id: field
    .id("ven")
    .optional()
    .openapi({ description: "All that is offered there, instead of `resource_ids`." }),
  variant_id: field.slug.optional().openapi({ description: "Of a single resource." }),
  from: field.date,
  to: field.date.openapi({ description: "Last date, at most 366 days in all." }),
  party: places.default(1),
});

export const AvailabilityCalendar = z
  .object({
    data: z.array(
      z.object({
        resource_id: z.string(),
        venue_id: z.string(),
        days: z.array(
          z.object({
            date: z.string(),
            status: z.enum(["open", "limited", "full", "closed"]),
            vacancies: z.int().openapi({ description: "Of the slot of that date that has most." }),
            reason: reason.nullable(),
          }),
        ),
      }),
    ),
  })
  .openapi("AvailabilityCalendar");

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
