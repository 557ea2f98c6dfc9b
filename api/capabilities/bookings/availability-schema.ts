import { field, z } from "../../kernel/index.ts";
import { REASONS } from "./engine/index.ts";
import { total } from "./schema.ts";
import { wishFields } from "./wish.ts";

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
    reason: field.orNull(reason).openapi({ description: "Why it is not on offer; `null` when it is." }),
  })
  .openapi("Slot");

export const Availability = z
  .object({
    resource_id: z.string(),
    time_zone: z.string().openapi({ description: "Of `local_start` and `local_end`." }),
    days: z.array(
      z.object({
        date: z.string(),
        reason: field.orNull(reason).openapi({ description: "Why there is nothing on offer; `null` when there is." }),
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

const except = field
  .id("bkg")
  .optional()
  .openapi({ description: "A booking whose own places count as free: to see where it could be moved to. For staff." });

/** What a question about slots says of the wish. */
const asked = {
  resource_id: field.id("res"),
  venue_id: wishFields.venue_id,
  variant_id: field.slug.optional(),
  party: places.optional(),
  guests: guestsInQuery.optional(),
  private: field.truth.default(false),
  except,
};

export const QuoteInput = z.strictObject({ ...wishFields, except }).openapi("QuoteInput");

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
            reason: field.orNull(reason),
          }),
        ),
      }),
    ),
  })
  .openapi("AvailabilityCalendar");
