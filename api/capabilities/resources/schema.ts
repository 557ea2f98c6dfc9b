import { integer, text } from "drizzle-orm/sqlite-core";
import { field, flag, instant, json, mutable, table, z } from "../../kernel/index.ts";
import { Hours } from "../venues/index.ts";

const kinds = ["experience", "service", "rental"] as const;
const statuses = ["available", "maintenance", "retired"] as const;
const units = ["place", "booking"] as const;

/** Something that can be booked at a venue, and the rules it is let by. */
export const resources = table("resources", {
  ...mutable,
  venue_id: text().notNull(),
  name: text().notNull(),
  kind: text({ enum: kinds }).notNull(),
  description: text(),
  image_url: text(),
  status: text({ enum: statuses }).notNull(),
  duration_minutes: integer().notNull(),
  slot_step_minutes: integer().notNull(),
  buffer_before_minutes: integer().notNull(),
  buffer_after_minutes: integer().notNull(),
  capacity: integer().notNull(),
  min_party: integer().notNull(),
  max_party: integer().notNull(),
  price: integer().notNull(),
  price_per: text({ enum: units }).notNull(),
  currency: text().notNull(),
  hours: json<Hours>(),
  lead_minutes: integer(),
  horizon_days: integer().notNull(),
  requires_approval: flag().notNull(),
  deleted_at: instant(),
});
export type ResourceRow = typeof resources.$inferSelect;

export const resourceStatus = z.enum(statuses);
export const resourceKind = z.enum(kinds);

const day = 1440;
/** Bounds that keep any span, buffers included, within `longestSpan`. */
const numbers = {
  duration_minutes: z
    .int()
    .min(5)
    .max(30 * day)
    .openapi({ description: "Elapsed time from start to end." }),
  slot_step_minutes: z
    .int()
    .min(5)
    .max(day)
    .openapi({ description: "Distance between starts, counted from each opening." }),
  buffer_before_minutes: z.int().min(0).max(day).openapi({ description: "Kept free before each booking." }),
  buffer_after_minutes: z.int().min(0).max(day).openapi({ description: "Kept free after each booking." }),
  capacity: z.int().min(1).max(10_000).openapi({ description: "Places at one time." }),
  min_party: z.int().min(1).max(10_000).openapi({ description: "Fewest places in one booking." }),
  max_party: z.int().min(1).max(10_000).openapi({ description: "Most places in one booking." }),
  price: field.money,
  lead_minutes: z
    .int()
    .min(0)
    .max(365 * day)
    .nullable()
    .openapi({ description: "How long before its start a booking must be made; `null` for the company's notice." }),
  horizon_days: z.int().min(0).max(730).openapi({ description: "How many days ahead it can be booked." }),
};

export const Resource = z
  .object({
    id: z.string(),
    venue_id: z.string(),
    name: z.string(),
    kind: resourceKind,
    description: z.string().nullable(),
    image_url: z.string().nullable(),
    status: resourceStatus,
    ...numbers,
    price_per: z.enum(units).openapi({ description: "Whether the price is for each place or for the whole booking." }),
    currency: z.string(),
    hours: Hours.nullable().openapi({ description: "`null`: the venue's hours." }),
    requires_approval: z.boolean().openapi({ description: "A booking waits as `pending` until staff confirms it." }),
    version: z.int(),
    created_at: field.timestamp,
    updated_at: field.timestamp,
  })
  .openapi("Resource");

const details = {
  venue_id: field.id("ven"),
  name: field.line(120),
  kind: resourceKind,
  description: field.text(5_000).nullable(),
  image_url: field.httpUrl.nullable(),
  status: resourceStatus,
  ...numbers,
  price_per: z.enum(units),
  currency: field.currency,
  hours: Hours.nullable(),
  requires_approval: z.boolean(),
};

export const ResourceInput = z
  .strictObject({
    ...details,
    kind: details.kind.default("experience"),
    description: details.description.default(null),
    image_url: details.image_url.default(null),
    status: details.status.default("available"),
    slot_step_minutes: details.slot_step_minutes.optional().openapi({ description: "The duration when left out." }),
    buffer_before_minutes: details.buffer_before_minutes.default(0),
    buffer_after_minutes: details.buffer_after_minutes.default(0),
    capacity: details.capacity.default(1),
    min_party: details.min_party.default(1),
    max_party: details.max_party.optional().openapi({ description: "The capacity when left out." }),
    price: details.price.default(0),
    price_per: details.price_per.default("place"),
    currency: details.currency.optional().openapi({ description: "The company's when left out." }),
    hours: details.hours.default(null),
    lead_minutes: details.lead_minutes.default(null),
    horizon_days: details.horizon_days.default(180),
    requires_approval: details.requires_approval.default(false),
  })
  .openapi("ResourceInput");

export const ResourcePatch = z
  .strictObject(details)
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("ResourcePatch");
