import { WEEKDAYS } from "../../../core/time.ts";
import { field, z } from "../../../kernel/index.ts";

/** The most that any amount may be, in minor units. */
export const mostMoney = 100_000_000_000;

export const GuestCategory = z
  .strictObject({
    id: field.slug,
    name: field.line(60),
    price: field.money.openapi({
      description: "For one guest. Where the price is for the booking, it is added to that.",
    }),
    takes_place: z
      .boolean()
      .default(true)
      .openapi({ description: "Whether such a guest counts against the capacity." }),
    min: z.int().min(0).max(10_000).default(0).openapi({ description: "Fewest in one booking." }),
    max: z.int().min(0).max(10_000).default(100).openapi({ description: "Most in one booking." }),
  })
  .openapi("GuestCategory");
export type GuestCategory = z.output<typeof GuestCategory>;

/** The kinds of guests that are priced apart. */
export const GuestCategories = z
  .array(GuestCategory)
  .max(20)
  .superRefine((categories, ctx) => {
    field.distinct("id")(categories, ctx);
    categories.forEach(({ min, max }, at) => {
      if (min > max) ctx.addIssue({ code: "custom", path: [at, "max"], message: "Must not be less than min." });
    });
    if (categories.length > 0 && !categories.some(({ takes_place }) => takes_place)) {
      ctx.addIssue({ code: "custom", path: [0, "takes_place"], message: "Somebody must take a place." });
    }
  });

export const AddOn = z
  .strictObject({
    id: field.slug.openapi({ example: "lunch" }),
    name: field.line(60),
    description: field.text(500).nullable().default(null),
    price: field.money,
    per: z
      .enum(["booking", "guest"])
      .openapi({ description: "`guest`: one is taken, and paid, for every place of the party." }),
    stock: z
      .int()
      .min(0)
      .max(100_000)
      .nullable()
      .default(null)
      .openapi({ description: "How many there are at one time." }),
    max_quantity: z.int().min(1).max(100).default(10).openapi({ description: "Most that one booking may choose." }),
  })
  .openapi("AddOn");
export type AddOn = z.output<typeof AddOn>;

/** What can be taken along for money. */
export const AddOns = z.array(AddOn).max(50).superRefine(field.distinct("id"));

export const Deposit = z
  .strictObject({
    kind: z.enum(["none", "percent", "amount"]),
    value: z
      .int()
      .min(0)
      .max(mostMoney)
      .default(0)
      .openapi({ description: "Whole percent of the total, or minor units; never more than the total." }),
  })
  .superRefine(({ kind, value }, ctx) => {
    if (kind === "percent" && value > 100) {
      ctx.addIssue({ code: "custom", path: ["value"], message: "At most 100 percent." });
    }
    if (kind === "none" && value !== 0) {
      ctx.addIssue({ code: "custom", path: ["value"], message: "No deposit has no value." });
    }
  })
  .openapi("Deposit");
export type Deposit = z.output<typeof Deposit>;

const timeOfDay = z
  .string()
  .max(5)
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "A time of day, 00:00 to 24:00.")
  .openapi({ example: "17:00" });
const some = <T extends z.ZodType>(thing: T) => z.array(thing).min(1).max(100);
const size = z.int().min(1).max(10_000);
const days = z.int().min(0).max(1_100);

/** Pairs of which the second must not be less than the first. */
const bounds = [
  ["from_date", "to_date"],
  ["min_party", "max_party"],
  ["days_ahead_min", "days_ahead_max"],
] as const;

const When = z
  .strictObject({
    weekdays: some(z.enum(WEEKDAYS)).openapi({
      description: "Of the local date; day and night resources: of each date.",
    }),
    from_time: timeOfDay.openapi({ description: "Local starts from this time of day on." }),
    to_time: timeOfDay.openapi({
      description: "Local starts before this one; earlier than `from_time`: over midnight.",
    }),
    from_date: field.date,
    to_date: field.date.openapi({ description: "The last date that it holds for." }),
    min_party: size,
    max_party: size,
    venue_ids: some(field.id("ven")),
    variant_ids: some(field.slug),
    guest_categories: some(field.slug).openapi({ description: "Whose price changes; everybody's when left out." }),
    min_length: size.openapi({ description: "In the resource's unit of length: hours, days or nights." }),
    min_occupancy: z
      .int()
      .min(0)
      .max(100)
      .openapi({ description: "Percent of the places that are taken before this booking." }),
    days_ahead_min: days.openapi({ description: "Local days between today and the start: early birds." }),
    days_ahead_max: days.openapi({ description: "Local days between today and the start: last minute." }),
  })
  .partial()
  .superRefine((when, ctx) => {
    const refuse = (path: string[], message: string) => ctx.addIssue({ code: "custom", path, message });
    if (Object.values(when).every((value) => value === undefined)) refuse([], "Say at least one condition.");
    for (const [low, high] of bounds) {
      const [from, to] = [when[low], when[high]];
      if (from !== undefined && to !== undefined && to < from) refuse([high], `Must not be less than ${low}.`);
    }
    if (when.from_time !== undefined && when.from_time === when.to_time)
      refuse(["to_time"], "Must differ from from_time.");
    if (when.from_time === "24:00") refuse(["from_time"], "No day starts anything at 24:00.");
    if (when.to_time === "00:00" && when.from_time === undefined) refuse(["to_time"], "Nothing starts before 00:00.");
  })
  .openapi("PriceCondition");
export type When = z.output<typeof When>;

const Change = z
  .strictObject({
    kind: z.enum(["set", "percent", "amount"]),
    value: z
      .int()
      .min(-mostMoney)
      .max(mostMoney)
      .openapi({ description: "The new price, whole percent to add (-100 to 1000), or minor units to add." }),
  })
  .superRefine(({ kind, value }, ctx) => {
    const refuse = (message: string) => ctx.addIssue({ code: "custom", path: ["value"], message });
    if (kind === "set" && value < 0) refuse("A price is never negative.");
    if (kind === "percent" && (value < -100 || value > 1_000)) refuse("From -100 to 1000 percent.");
  })
  .openapi("PriceChange");
export type Change = z.output<typeof Change>;

export const PriceRule = z
  .strictObject({ id: field.slug.openapi({ example: "weekend" }), name: field.line(60), when: When, change: Change })
  .openapi("PriceRule");
export type PriceRule = z.output<typeof PriceRule>;

/** Every rule whose conditions all hold changes the price that the one before it left. */
export const PriceRules = z.array(PriceRule).max(50).superRefine(field.distinct("id"));

/** How many guests of each category; those that are left out are none. */
export const Guests = z.record(field.slug, z.int().min(0).max(10_000)).openapi({ example: { adult: 2, child: 1 } });

export const ChosenAddOns = z
  .array(z.strictObject({ id: field.slug.openapi({ example: "lunch" }), quantity: z.int().min(1).max(100).default(1) }))
  .max(50)
  .superRefine(field.distinct("id"));

const lineKinds = ["base", "rule", "private", "add_on", "promotion", "tax"] as const;

export const QuoteLine = z
  .object({
    kind: z.enum(lineKinds),
    ref: z.string().nullable().openapi({ description: "The category, rule, add-on or promotion code that it is for." }),
    label: z.string(),
    quantity: z.int(),
    unit_amount: z.int(),
    amount: z.int().openapi({ description: "`quantity` times `unit_amount`." }),
  })
  .openapi("QuoteLine");
export type QuoteLine = z.output<typeof QuoteLine>;

export const Quote = z
  .object({
    currency: z.string(),
    lines: z.array(QuoteLine),
    subtotal: z.int().openapi({ description: "Before promotion and tax." }),
    discount: z.int().openapi({ description: "What the promotion takes off." }),
    tax: z.int(),
    tax_included: z
      .boolean()
      .openapi({ description: "Whether the prices contain the tax: its line adds nothing then." }),
    total: z.int(),
    deposit: z.int().openapi({ description: "How much of the total is due at once." }),
  })
  .openapi("Quote");
export type Quote = z.output<typeof Quote>;
