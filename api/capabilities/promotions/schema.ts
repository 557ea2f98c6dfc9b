import { sql } from "drizzle-orm";
import { integer, text } from "drizzle-orm/sqlite-core";
import { field, instant, json, mutable, table, z } from "../../kernel/index.ts";

const kinds = ["percent", "amount"] as const;
const statuses = ["active", "inactive"] as const;

/** A code that takes something off the price of a booking. */
export const promotions = table("promotions", {
  ...mutable,
  code: text().notNull(),
  name: text().notNull(),
  kind: text({ enum: kinds }).notNull(),
  /** Whole percent, or minor units of `currency`. */
  value: integer().notNull(),
  currency: text().notNull(),
  /** The first and the last of the company's local dates on which it can be used. */
  starts_on: text(),
  ends_on: text(),
  max_uses: integer(),
  max_uses_per_contact: integer(),
  /** What a booking must come to before it, in minor units of `currency`. */
  min_total: integer().notNull(),
  /** Empty: all. */
  resource_ids: json<string[]>().notNull(),
  status: text({ enum: statuses }).notNull(),
  deleted_at: instant(),
});
export type PromotionRow = typeof promotions.$inferSelect;

/** Which booking used which promotion. Its id is the booking's. */
export const promotionUses = table("promotion_uses", {
  id: text().primaryKey(),
  promotion_id: text().notNull(),
  contact_id: text().notNull(),
  /** What it took off, in minor units. */
  amount: integer().notNull(),
  created_at: instant().notNull(),
});

/** How many bookings use the promotion that a query is at. */
export const usesOf = sql<number>`(select count(*) from promotion_uses u where u.promotion_id = promotions.id)`;

export const promotionStatus = z.enum(statuses);

/** A code as people type it, in the form in which it is kept. */
export const promotionCode = z
  .string()
  .trim()
  .toUpperCase()
  .min(3, "At least 3 characters.")
  .max(40, "At most 40 characters.")
  .regex(/^[A-Z0-9-]*$/, "Letters, digits and hyphens.")
  .openapi({ example: "WINTER-26" });

const details = {
  name: field.line(80).openapi({ description: "What the price says that it is." }),
  kind: z.enum(kinds),
  value: z
    .int()
    .min(1)
    .max(1_000_000_000_00)
    .openapi({ description: "Whole percent of the price, or minor units of `currency`." }),
  currency: field.currency,
  starts_on: field.date
    .nullable()
    .openapi({ description: "The first of the company's local dates that it holds for." }),
  ends_on: field.date.nullable().openapi({ description: "The last of the company's local dates that it holds for." }),
  max_uses: z.int().min(1).max(1_000_000).nullable(),
  max_uses_per_contact: z.int().min(1).max(1_000_000).nullable(),
  min_total: field.money.openapi({ description: "What a booking must come to before it, add-ons included." }),
  resource_ids: z
    .array(field.id("res"))
    .max(200)
    .transform((ids) => [...new Set(ids)])
    .openapi({ description: "Where it holds; empty for everywhere." }),
  status: promotionStatus,
};

export const Promotion = z
  .object({
    id: z.string(),
    code: z.string(),
    ...details,
    name: z.string(),
    currency: z.string(),
    starts_on: z.string().nullable(),
    ends_on: z.string().nullable(),
    resource_ids: z.array(z.string()),
    uses: z.int().openapi({ description: "Bookings that use it; those that were called off do not." }),
    version: z.int(),
    created_at: field.timestamp,
    updated_at: field.timestamp,
  })
  .openapi("Promotion");

export const PromotionInput = z
  .strictObject({
    code: promotionCode.openapi({ description: "Small letters are as good as capital ones. It stays." }),
    ...details,
    currency: details.currency.optional().openapi({ description: "The company's when left out." }),
    starts_on: details.starts_on.default(null),
    ends_on: details.ends_on.default(null),
    max_uses: details.max_uses.default(null),
    max_uses_per_contact: details.max_uses_per_contact.default(null),
    min_total: details.min_total.default(0),
    resource_ids: details.resource_ids.default([]),
    status: details.status.default("active"),
  })
  .openapi("PromotionInput");

export const PromotionPatch = z
  .strictObject(details)
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("PromotionPatch");
