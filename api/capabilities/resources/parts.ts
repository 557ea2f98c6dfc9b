import { field, z } from "../../kernel/index.ts";
import { Exceptions, Hours } from "../venues/index.ts";

/** The lists that a resource carries with it. */

const clock = z
  .string()
  .max(5)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time of day, 00:00 to 23:59.")
  .openapi({ example: "09:00" });

export const clockTime = clock;

export const StartTimes = z
  .array(clock)
  .min(1)
  .max(96)
  .transform((times) => [...new Set(times)].sort())
  .openapi({ description: "Local times at which it starts, instead of a grid." });

const season = z
  .strictObject({
    name: field.line(80),
    from: field.date,
    to: field.date,
    hours: Hours,
    start_times: StartTimes.nullable().default(null),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "Must not be before `from`." });

/** Parts of the year in which another week holds; the first that fits counts. */
export const Seasons = z.array(season).max(50).openapi("Seasons");

export { Exceptions };

const variant = z.strictObject({
  id: field.slug,
  name: field.line(80),
  description: field.text(500).nullable().default(null),
  duration_minutes: z
    .int()
    .min(5)
    .max(30 * 1440)
    .nullable()
    .default(null)
    .openapi({ description: "`null`: the resource's." }),
  price: field.money.nullable().default(null).openapi({ description: "`null`: the resource's." }),
  start_times: StartTimes.nullable().default(null),
  status: z.enum(["active", "inactive"]).default("active"),
});

/** Products made of one resource: they share its places. */
export const Variants = z.array(variant).max(50).superRefine(field.distinct("id")).openapi("ResourceVariants");

const requirement = z.strictObject({
  pool_id: field.id("pol"),
  count: z.int().min(1).max(50).default(1),
  per: z
    .int()
    .min(1)
    .max(10_000)
    .nullable()
    .default(null)
    .openapi({ description: "So many for every `per` places begun; `null`: for the booking, however big." }),
});

/** Who or what else is needed, out of pools. */
export const Requirements = z
  .array(requirement)
  .max(10)
  .superRefine(field.distinct("pool_id"))
  .openapi("ResourceRequirements");

const question = z
  .strictObject({
    id: field.slug,
    label: field.line(200),
    kind: z.enum(["text", "choice", "checkbox", "number", "date"]).default("text"),
    required: z.boolean().default(false),
    options: z.array(field.line(100)).max(50).default([]).openapi({ description: "Of a choice." }),
    per: z.enum(["booking", "guest"]).default("booking").openapi({ description: "Asked once, or of every attendee." }),
  })
  .refine(({ kind, options }) => (kind === "choice") === options.length > 0, {
    path: ["options"],
    message: "A choice has options; nothing else has.",
  });

/** What is asked of whoever books. */
export const Questions = z.array(question).max(50).superRefine(field.distinct("id")).openapi("ResourceQuestions");

const elsewhere = z.strictObject({
  venue_id: field.id("ven"),
  price: field.money.nullable().default(null).openapi({ description: "`null`: as at home." }),
  capacity: z.int().min(1).max(10_000).nullable().default(null),
  hours: field.orNull(Hours).default(null).openapi({ description: "`null`: that venue's." }),
});

/** Further venues, and what differs there. */
export const AlsoAt = z.array(elsewhere).max(100).superRefine(field.distinct("venue_id")).openapi("ResourceAlsoAt");

export const Tags = z
  .array(field.line(40))
  .max(30)
  .transform((tags) => [...new Set(tags)]);
