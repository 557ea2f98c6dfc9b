import { integer, text } from "drizzle-orm/sqlite-core";
import { field, flag, instant, json, mutable, table, z } from "../../kernel/index.ts";
import { subdomainProblem } from "./subdomain.ts";

export const plans = ["basic", "professional", "performance", "enterprise"] as const;
export const tenantStatuses = ["active", "suspended", "cancelled", "trial_expired"] as const;

/** A customer of the platform, in the control database. `routing` names its databases and stands in its credentials. */
export const tenants = table("tenants", {
  ...mutable,
  routing: text().notNull(),
  name: text().notNull(),
  subdomain: text().notNull(),
  plan: text({ enum: plans }).notNull(),
  status: text({ enum: tenantStatuses }).notNull(),
  website: text(),
  description: text(),
  /** Legal name, registration and tax numbers, as the tenant gave them. */
  business: json<Record<string, string>>().notNull(),
  payment_customer_id: text(),
  trial_ends_at: instant(),
  deleted_at: instant(),
});
export type TenantRow = typeof tenants.$inferSelect;

/** The tenant's own settings, in its own database: one row, which its migration makes. */
export const company = table("company", {
  ...mutable,
  name: text().notNull(),
  email: text(),
  phone: text(),
  address: text(),
  logo_url: text(),
  currency: text().notNull(),
  time_zone: text().notNull(),
  locale: text().notNull(),
  /** Hundredths of a percent: 825 is 8.25 %. */
  tax_rate: integer().notNull(),
  /** Whether prices contain the tax. */
  tax_included: flag().notNull(),
  cancellation_hours: integer().notNull(),
  min_booking_hours: integer().notNull(),
  max_booking_days: integer().notNull(),
  deposit_percentage: integer().notNull(),
  accent_color: text().notNull(),
  greeting: text().notNull(),
  reply_time: text().notNull(),
  terms_of_service: text(),
  privacy_policy: text(),
  cancellation_policy: text(),
  /** Counts the revisions of the three texts above. */
  texts_version: integer().notNull(),
});
export type CompanyRow = typeof company.$inferSelect;

/** What people agreed to, for good: one row for every revision of the legal texts. */
export const legalTexts = table("legal_texts", {
  id: text().primaryKey(),
  version: integer().notNull(),
  terms_of_service: text(),
  privacy_policy: text(),
  cancellation_policy: text(),
  published_at: instant().notNull(),
});

export const subdomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(63)
  .refine((value) => subdomainProblem(value) === undefined, {
    error: (issue) => subdomainProblem(String(issue.input)) ?? "",
  });

const legalText = z.string().nullable().openapi({ description: "Shown by the widgets where consent is given." });

export const Company = z
  .object({
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
    logo_url: z.string().nullable(),
    currency: z.string(),
    time_zone: z.string(),
    locale: z.string(),
    tax_rate: z.int().openapi({ description: "Hundredths of a percent: 825 is 8.25 %." }),
    tax_included: z.boolean().openapi({ description: "Whether prices contain the tax, or it comes on top." }),
    cancellation_hours: z.int().openapi({ description: "Hours before the start until which cancelling is free." }),
    min_booking_hours: z.int(),
    max_booking_days: z.int(),
    deposit_percentage: z.int(),
    accent_color: z.string(),
    greeting: z.string(),
    reply_time: z.string(),
    terms_of_service: legalText,
    privacy_policy: legalText,
    cancellation_policy: legalText,
    texts_version: z.int().openapi({ description: "Counts the revisions of the legal texts." }),
    version: z.int(),
  })
  .openapi("Company");

export const CompanyPatch = z
  .strictObject({
    name: field.line(120),
    email: field.email.nullable(),
    phone: field.phone.nullable(),
    address: field.text(500).nullable(),
    logo_url: field.httpUrl.nullable(),
    currency: field.currency,
    time_zone: field.zone,
    locale: z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, "A language, such as en or es-MX."),
    tax_rate: z.int().min(0).max(10_000),
    tax_included: z.boolean(),
    cancellation_hours: z.int().min(0).max(8_760),
    min_booking_hours: z.int().min(0).max(8_760),
    max_booking_days: z.int().min(1).max(3_650),
    deposit_percentage: z.int().min(0).max(100),
    accent_color: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/, "A colour such as #0f766e.")
      .transform((value) => value.toLowerCase())
      .openapi({ example: "#0f766e" }),
    greeting: field.optionalText(280),
    reply_time: field.optionalText(120),
    terms_of_service: field.text(60_000).nullable(),
    privacy_policy: field.text(60_000).nullable(),
    cancellation_policy: field.text(60_000).nullable(),
  })
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("CompanyPatch");

export const LegalTexts = z
  .object({
    id: z.string(),
    version: z.int(),
    terms_of_service: z.string().nullable(),
    privacy_policy: z.string().nullable(),
    cancellation_policy: z.string().nullable(),
    published_at: field.timestamp,
  })
  .openapi("LegalTexts");

export const WidgetConfiguration = z
  .object({
    tenant_name: z.string(),
    accent_color: z.string(),
    locale: z.string(),
    time_zone: z.string(),
    currency: z.string(),
    greeting: z.string(),
    reply_time: z.string(),
    venue_id: z
      .string()
      .nullable()
      .openapi({ description: "The venue that the key is for, whose resources alone are offered; `null` for all." }),
    texts: z
      .record(z.string(), z.string())
      .openapi({ description: "The legal texts that there are: `terms_of_service` and its siblings." }),
    texts_version: z.int().openapi({ description: "Which revision of the texts a visitor sees, and agrees to." }),
  })
  .openapi("WidgetConfiguration");
