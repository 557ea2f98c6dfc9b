import { integer, text } from "drizzle-orm/sqlite-core";
import { field, instant, json, mutable, table, z } from "../../kernel/index.ts";
import { Booking, BookingInput } from "../bookings/index.ts";
import { Questions } from "../resources/index.ts";

const statuses = ["waiting", "offered", "booked", "expired", "cancelled"] as const;

const Waiting = z.object({ name: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable() });

/** Somebody who would like to have what is taken, in the order in which they came. */
export const entries = table("waitlist_entries", {
  ...mutable,
  resource_id: text().notNull(),
  venue_id: text().notNull(),
  variant_id: text(),
  contact_id: text().notNull(),
  contact: json<z.output<typeof Waiting>>().notNull(),
  from_date: text().notNull(),
  to_date: text().notNull(),
  starts_at: instant(),
  party: integer().notNull(),
  guests: json<Record<string, number>>().notNull(),
  status: text({ enum: statuses }).notNull(),
  hold_id: text(),
  offered_at: instant(),
  offer_starts_at: instant(),
  offer_expires_at: instant(),
  booking_id: text(),
});
export type EntryRow = typeof entries.$inferSelect;

export const entryStatus = z.enum(statuses);

export const WaitlistEntry = z
  .object({
    id: z.string(),
    resource_id: z.string(),
    resource_name: z.string(),
    venue_id: z.string(),
    time_zone: z.string(),
    variant_id: z.string().nullable(),
    contact_id: z.string(),
    contact: Waiting,
    from_date: z.string().openapi({ description: "First local date at the venue that would do." }),
    to_date: z.string().openapi({ description: "Last local date that would do." }),
    starts_at: field.timestamp.nullable().openapi({ description: "The one start that would do; `null` for any." }),
    party: z.int(),
    guests: z.record(z.string(), z.int()),
    status: entryStatus.openapi({
      description:
        "`offered`: a place is kept for it until `offer_expires_at`; then it is `expired` if nobody took it.",
    }),
    offered_at: field.timestamp.nullable(),
    offer_starts_at: field.timestamp.nullable(),
    offer_expires_at: field.timestamp.nullable(),
    booking_id: z.string().nullable(),
    url: z.string().openapi({ description: "Shows the entry, and takes or declines an offer, without an account." }),
    version: z.int(),
    created_at: field.timestamp,
    updated_at: field.timestamp,
  })
  .openapi("WaitlistEntry");

const { resource_id, venue_id, variant_id, party, guests, contact } = BookingInput.shape;

export const WaitlistInput = z
  .strictObject({
    resource_id,
    venue_id,
    variant_id,
    from_date: field.date,
    to_date: field.date.optional().openapi({ description: "`from_date` when left out; at most 31 days in all." }),
    starts_at: field.instantInput.optional(),
    party,
    guests,
    contact,
  })
  .openapi("WaitlistInput");

const { answers, attendees, terms_version, notes } = BookingInput.shape;

export const AcceptanceInput = z
  .strictObject({ answers, attendees, terms_version, notes })
  .openapi("WaitlistAcceptanceInput");

export const OfferInput = z
  .strictObject({
    starts_at: field.instantInput.optional().openapi({ description: "The first time that would do when left out." }),
    version: field.version.optional(),
  })
  .openapi("WaitlistOfferInput");

export const WaitlistOffer = WaitlistEntry.extend({
  business: z.object({ name: z.string(), accent_color: z.string() }),
  venue: z.object({ name: z.string(), address: z.string().nullable() }),
  price: z.int().nullable().openapi({ description: "Of what is offered." }),
  currency: z.string().nullable(),
  questions: Questions.openapi({ description: "What is asked of whoever takes the place." }),
}).openapi("WaitlistOffer");

export { Booking };
