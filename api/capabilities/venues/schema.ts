import { integer, text } from "drizzle-orm/sqlite-core";
import { field, instant, json, mutable, table, z } from "../../kernel/index.ts";
import { Exceptions, Hours } from "./hours.ts";

const statuses = ["active", "inactive"] as const;

/** A place where things are booked: its clock and its opening hours. */
export const venues = table("venues", {
  ...mutable,
  name: text().notNull(),
  time_zone: text().notNull(),
  address: text(),
  phone: text(),
  hours: json<Hours>().notNull(),
  exceptions: json<Exceptions>().notNull(),
  capacity: integer(),
  tax_rate: integer(),
  status: text({ enum: statuses }).notNull(),
  deleted_at: instant(),
});
export type VenueRow = typeof venues.$inferSelect;

export const venueStatus = z.enum(statuses);

const capacity = z
  .int()
  .min(1)
  .max(100_000)
  .openapi({ description: "People who may be there at one time, whatever they come for; `null` for no limit." });
const taxRate = z
  .int()
  .min(0)
  .max(10_000)
  .openapi({ description: "Hundredths of a percent on what is booked here; `null` for the company's." });

export const Venue = z
  .object({
    id: z.string(),
    name: z.string(),
    time_zone: z.string().openapi({ description: "IANA name. All slots are laid out on this clock." }),
    address: z.string().nullable(),
    phone: z.string().nullable(),
    hours: Hours,
    exceptions: Exceptions,
    capacity: capacity.nullable(),
    tax_rate: taxRate.nullable(),
    status: venueStatus.openapi({ description: "Nothing is offered at an inactive venue." }),
    version: z.int(),
    created_at: field.timestamp,
    updated_at: field.timestamp,
  })
  .openapi("Venue");

const details = {
  name: field.line(120),
  time_zone: field.zone,
  address: field.text(500).nullable(),
  phone: field.phone.nullable(),
  hours: Hours,
  exceptions: Exceptions,
  capacity: capacity.nullable(),
  tax_rate: taxRate.nullable(),
  status: venueStatus,
};

export const VenueInput = z
  .strictObject({
    ...details,
    time_zone: details.time_zone.optional().openapi({ description: "The company's when left out." }),
    address: details.address.default(null),
    phone: details.phone.default(null),
    hours: details.hours.default([]),
    exceptions: details.exceptions.default([]),
    capacity: details.capacity.default(null),
    tax_rate: details.tax_rate.default(null),
    status: details.status.default("active"),
  })
  .openapi("VenueInput");

export const VenuePatch = z
  .strictObject(details)
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("VenuePatch");
