import { integer, text } from "drizzle-orm/sqlite-core";
import { field, flag, instant, json, mutable, table, z } from "../../kernel/index.ts";
import { Attachment, type StoredAttachment } from "../media/index.ts";
import { Exceptions, Hours } from "../venues/index.ts";
import { AlsoAt, clockTime, Questions, Requirements, Seasons, StartTimes, Tags, Variants } from "./parts.ts";
import { AddOns, Deposit, GuestCategories, PriceRules } from "./price/index.ts";

const kinds = ["experience", "service", "rental"] as const;
const statuses = ["available", "maintenance", "retired"] as const;
const units = ["place", "booking"] as const;
const lengthUnits = ["fixed", "hour", "day", "night"] as const;
const sharings = ["shared", "private"] as const;
const stocks = ["shared", "per_venue"] as const;

/** Something that can be booked at a venue, and the rules it is let by. */
export const resources = table("resources", {
  ...mutable,
  venue_id: text().notNull(),
  name: text().notNull(),
  kind: text({ enum: kinds }).notNull(),
  category: text(),
  tags: json<string[]>().notNull(),
  description: text(),
  instructions: text(),
  image_url: text(),
  images: json<StoredAttachment[]>().notNull(),
  status: text({ enum: statuses }).notNull(),
  template: flag().notNull(),
  length_unit: text({ enum: lengthUnits }).notNull(),
  duration_minutes: integer().notNull(),
  min_length: integer().notNull(),
  max_length: integer().notNull(),
  check_in: text(),
  check_out: text(),
  slot_step_minutes: integer().notNull(),
  start_times: json<string[] | null>(),
  buffer_before_minutes: integer().notNull(),
  buffer_after_minutes: integer().notNull(),
  capacity: integer().notNull(),
  sharing: text({ enum: sharings }).notNull(),
  stock: text({ enum: stocks }).notNull(),
  min_party: integer().notNull(),
  max_party: integer().notNull(),
  min_to_run: integer(),
  price: integer().notNull(),
  price_per: text({ enum: units }).notNull(),
  private_price: integer(),
  guest_categories: json<z.output<typeof GuestCategories>>().notNull(),
  price_rules: json<z.output<typeof PriceRules>>().notNull(),
  add_ons: json<z.output<typeof AddOns>>().notNull(),
  deposit: json<z.output<typeof Deposit> | null>(),
  currency: text().notNull(),
  hours: json<Hours | null>(),
  seasons: json<z.output<typeof Seasons>>().notNull(),
  exceptions: json<Exceptions>().notNull(),
  lead_minutes: integer(),
  horizon_days: integer().notNull(),
  cancellation_hours: integer(),
  requires_approval: flag().notNull(),
  variants: json<z.output<typeof Variants>>().notNull(),
  requirements: json<z.output<typeof Requirements>>().notNull(),
  questions: json<z.output<typeof Questions>>().notNull(),
  also_at: json<z.output<typeof AlsoAt>>().notNull(),
  waiver_url: text(),
  deleted_at: instant(),
});
export type ResourceRow = typeof resources.$inferSelect;

export const resourceStatus = z.enum(statuses);
export const resourceKind = z.enum(kinds);

const day = 1440;
const party = z.int().min(1).max(10_000);
/** Bounds that keep any span, buffers included, within `longestSpan`. */
const length = z
  .int()
  .min(1)
  .max(30 * 24);

/** Fields that answers and input spell alike, with what they are when left out. */
const details = {
  venue_id: field.id("ven").openapi({ description: "Its home; `also_at` names further ones." }),
  name: field.line(120),
  kind: resourceKind,
  category: field.line(80).nullable(),
  tags: Tags,
  description: field.text(5_000).nullable(),
  instructions: field
    .text(5_000)
    .nullable()
    .openapi({ description: "What to bring, where to be: told to whoever has booked." }),
  image_url: field.httpUrl.nullable().openapi({ description: "A picture elsewhere; `images` come first." }),
  status: resourceStatus,
  template: z.boolean().openapi({ description: "To be duplicated: never offered, and seen by staff only." }),
  length_unit: z.enum(lengthUnits).openapi({
    description:
      "`fixed`: every booking takes `duration_minutes`. Otherwise whoever books says how long: from `min_length` to `max_length` hours, days or nights, and the price is for each of them.",
  }),
  duration_minutes: z
    .int()
    .min(5)
    .max(30 * day)
    .openapi({ description: "Elapsed time from start to end, where the length is fixed." }),
  min_length: length,
  max_length: length,
  check_in: clockTime.nullable().openapi({ description: "Local time at which days and nights begin." }),
  check_out: clockTime.nullable().openapi({ description: "Local time at which days and nights end." }),
  slot_step_minutes: z
    .int()
    .min(5)
    .max(day)
    .openapi({ description: "Distance between starts, counted from each opening." }),
  start_times: StartTimes.nullable(),
  buffer_before_minutes: z.int().min(0).max(day).openapi({ description: "Kept free before each booking." }),
  buffer_after_minutes: z.int().min(0).max(day).openapi({ description: "Kept free after each booking." }),
  capacity: party.openapi({ description: "Places at one time." }),
  sharing: z.enum(sharings).openapi({ description: "`private`: whoever books has all places, however many they are." }),
  stock: z.enum(stocks).openapi({ description: "Whether all its venues share its places, or each has them all." }),
  min_party: party.openapi({ description: "Fewest places in one booking." }),
  max_party: party.openapi({ description: "Most places in one booking." }),
  min_to_run: party
    .nullable()
    .openapi({ description: "Places that have to be taken for a departure to take place; staff is told when not." }),
  price: field.money,
  price_per: z.enum(units).openapi({ description: "Whether the price is for each place or for the whole booking." }),
  private_price: field.money
    .nullable()
    .openapi({ description: "What it costs more to have a shared one alone; `null`: it cannot be had alone." }),
  guest_categories: GuestCategories,
  price_rules: PriceRules,
  add_ons: AddOns,
  deposit: field.orNull(Deposit).openapi({ description: "`null`: the company's share." }),
  currency: field.currency,
  hours: field.orNull(Hours).openapi({ description: "`null`: the venue's hours." }),
  seasons: Seasons,
  exceptions: Exceptions,
  lead_minutes: z
    .int()
    .min(0)
    .max(365 * day)
    .nullable()
    .openapi({ description: "How long before its start a booking must be made; `null` for the company's notice." }),
  horizon_days: z.int().min(0).max(730).openapi({ description: "How many days ahead it can be booked." }),
  cancellation_hours: z
    .int()
    .min(0)
    .max(8_760)
    .nullable()
    .openapi({ description: "Until how long before the start cancelling is free; `null`: the company's window." }),
  requires_approval: z.boolean().openapi({ description: "A booking waits as `pending` until staff confirms it." }),
  variants: Variants,
  requirements: Requirements,
  questions: Questions,
  also_at: AlsoAt,
  waiver_url: field.httpUrl
    .nullable()
    .openapi({ description: "What has to be signed beforehand; bookings say whether it was." }),
};

export const Resource = z
  .object({
    id: z.string(),
    ...details,
    venue_id: z.string(),
    tags: z.array(z.string()),
    start_times: z.array(z.string()).nullable(),
    images: z.array(Attachment),
    version: z.int(),
    created_at: field.timestamp,
    updated_at: field.timestamp,
  })
  .openapi("Resource");

const images = z
  .array(field.id("med"))
  .max(20)
  .openapi({ description: "Uploaded pictures, the first of which stands for it." });

export const ResourceInput = z
  .strictObject({
    ...details,
    kind: details.kind.default("experience"),
    category: details.category.default(null),
    tags: details.tags.default([]),
    description: details.description.default(null),
    instructions: details.instructions.default(null),
    image_url: details.image_url.default(null),
    images: images.default([]),
    status: details.status.default("available"),
    template: details.template.default(false),
    length_unit: details.length_unit.default("fixed"),
    duration_minutes: details.duration_minutes.default(60),
    min_length: details.min_length.default(1),
    max_length: details.max_length.optional().openapi({ description: "When left out 12 hours, or 14 days or nights." }),
    check_in: details.check_in.default(null),
    check_out: details.check_out.default(null),
    slot_step_minutes: details.slot_step_minutes.optional().openapi({ description: "The duration when left out." }),
    start_times: details.start_times.default(null),
    buffer_before_minutes: details.buffer_before_minutes.default(0),
    buffer_after_minutes: details.buffer_after_minutes.default(0),
    capacity: details.capacity.default(1),
    sharing: details.sharing.default("shared"),
    stock: details.stock.default("shared"),
    min_party: details.min_party.default(1),
    max_party: details.max_party.optional().openapi({ description: "The capacity when left out." }),
    min_to_run: details.min_to_run.default(null),
    price: details.price.default(0),
    price_per: details.price_per.default("place"),
    private_price: details.private_price.default(null),
    guest_categories: details.guest_categories.default([]),
    price_rules: details.price_rules.default([]),
    add_ons: details.add_ons.default([]),
    deposit: details.deposit.default(null),
    currency: details.currency.optional().openapi({ description: "The company's when left out." }),
    hours: details.hours.default(null),
    seasons: details.seasons.default([]),
    exceptions: details.exceptions.default([]),
    lead_minutes: details.lead_minutes.default(null),
    horizon_days: details.horizon_days.default(180),
    cancellation_hours: details.cancellation_hours.default(null),
    requires_approval: details.requires_approval.default(false),
    variants: details.variants.default([]),
    requirements: details.requirements.default([]),
    questions: details.questions.default([]),
    also_at: details.also_at.default([]),
    waiver_url: details.waiver_url.default(null),
  })
  .openapi("ResourceInput");

export const ResourcePatch = z
  .strictObject({ ...details, images })
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("ResourcePatch");

export const DuplicationInput = z
  .strictObject({
    name: details.name.optional().openapi({ description: "The name with “copy” behind it when left out." }),
    venue_id: details.venue_id.optional(),
    template: details.template.default(false),
  })
  .openapi("ResourceDuplicationInput");
