import { z } from "@hono/zod-openapi";
import { isCurrency } from "../core/money.ts";
import { normaliseEmail, normalisePhone } from "../core/text.ts";
import { isDate, isZone, parseRfc3339 } from "../core/time.ts";

/** The fields that every area spells alike, for bodies and answers. Input is checked; answers only described. */

/** An id of one kind. Another kind's id is refused, with a pointer. */
export const id = (prefix: string) =>
  z
    .string()
    .max(64)
    .regex(new RegExp(`^${prefix}_[0-9A-Za-z]{8,40}$`), `An id that starts with ${prefix}_.`)
    .openapi({ example: `${prefix}_0QvPqFbT4kZx81LmWc3R9a` });

/** Control characters have no place in a text that people read; line breaks and tabs do. */
const unprintable = /(?![\n\r\t])\p{Cc}|[\u2028\u2029\ufeff]|\p{Cs}/u;

/** Text that somebody wrote, trimmed, between 1 and `max` UTF-16 units, without control characters. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "Something must be written here.")
    .max(max, `At most ${max} characters.`)
    .refine((value) => !unprintable.test(value), "Control characters are not allowed.");

/** One line of text. */
export const line = (max: number) => text(max).refine((value) => !/[\n\r\t]/.test(value), "Must be one line.");

/** Text that may be empty. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max} characters.`)
    .refine((value) => !unprintable.test(value), "Control characters are not allowed.");

export const email = z
  .string()
  .max(254)
  .refine((value) => normaliseEmail(value) !== undefined, "An e-mail address, such as ada@example.com.")
  .transform((value) => normaliseEmail(value) ?? value)
  .openapi({ format: "email" });

/** A phone number as people write it; stored in E.164 form. */
export const phone = z
  .string()
  .max(40)
  .refine(
    (value) => normalisePhone(value) !== undefined,
    "A phone number with its country code, such as +1 207 555 0134.",
  )
  .transform((value) => normalisePhone(value) ?? value);

/** An instant: RFC 3339 with an offset. Answered in UTC with milliseconds. */
export const instantInput = z
  .string()
  .max(40)
  .refine(
    (value) => parseRfc3339(value) !== undefined,
    "An RFC 3339 time with an offset, such as 2026-11-20T09:00:00Z.",
  )
  .transform((value) => new Date(parseRfc3339(value) ?? 0).toISOString())
  .openapi({ format: "date-time" });

export const timestamp = z.string().openapi({ format: "date-time", example: "2026-11-20T09:00:00.000Z" });

/** A calendar date. */
export const date = z
  .string()
  .max(10)
  .refine(isDate, "A real date, YYYY-MM-DD.")
  .openapi({ format: "date", example: "2026-11-20" });

export const zone = z
  .string()
  .max(64)
  .refine(isZone, "An IANA time zone, such as America/New_York.")
  .openapi({ example: "America/New_York" });

export const currency = z
  .string()
  .max(3)
  .refine(isCurrency, "An ISO 4217 currency code, such as USD.")
  .openapi({ example: "USD" });

/** A named shape or nothing: `nullable` would make null of the name itself in the specification. */
export const orNull = <T extends z.ZodType>(shape: T) => z.union([shape, z.null()]);

/** A short name that programs use: the id of a part that somebody else names. */
export const slug = z
  .string()
  .max(32)
  .regex(/^[a-z][a-z0-9_]*$/, "Small letters, digits and underscores; a letter first.")
  .openapi({ example: "half_day" });

/** For a list in which no two may have the same `key`. */
export const distinct =
  <K extends string>(key: K) =>
  (list: readonly Record<K, string>[], ctx: z.RefinementCtx): void => {
    const seen = new Set<string>();
    list.forEach((item, at) => {
      if (seen.has(item[key])) ctx.addIssue({ code: "custom", path: [at, key], message: "This is there twice." });
      seen.add(item[key]);
    });
  };

/** Yes or no in a query. */
export const truth = z
  .enum(["true", "false"])
  .transform((value) => value === "true")
  .openapi({ type: "boolean" });

/** Money in minor units of its currency. */
export const money = z.int().min(0).max(1_000_000_000_00).openapi({ example: 4900 });

/** The version that the caller saw; a change of any other is refused. */
export const version = z.int().min(1).openapi({ description: "The version you read. Not needed with `If-Match`." });

export const httpUrl = z.url({ protocol: /^https?$/, error: "An http or https address." }).max(2048);

/** One scale for everything that can be urgent. */
export const priorities = ["low", "normal", "high", "urgent"] as const;
export const priority = z.enum(priorities);

/** `medium` is taken as `normal`. */
export const priorityInput = z
  .enum([...priorities, "medium"])
  .transform((value) => (value === "medium" ? "normal" : value))
  .openapi({ enum: [...priorities, "medium"] });
