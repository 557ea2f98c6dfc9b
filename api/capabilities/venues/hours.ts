import { parseRecurrence } from "../../core/recurrence.ts";
import { dayNumber, isDate, WEEKDAYS } from "../../core/time.ts";
import { field, z } from "../../kernel/index.ts";

const opening = z
  .string()
  .max(5)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time of day, 00:00 to 23:59.")
  .openapi({ example: "09:00" });
const closing = z
  .string()
  .max(5)
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "A time of day, 00:01 to 24:00.")
  .openapi({ example: "17:00" });

interface Window {
  from: string;
  to: string;
}

/** Windows of one day end after they open, and do not overlap. Times of day compare as text. */
function clash(windows: readonly (Window & { index: number })[], report: (index: number, message: string) => void) {
  const sorted = [...windows].sort((a, b) => (a.from < b.from ? -1 : 1));
  sorted.forEach((window, place) => {
    const before = sorted[place - 1];
    if (window.to <= window.from) report(window.index, "Must close after it opens.");
    else if (before && window.from < before.to) report(window.index, "Overlaps another window of the same day.");
  });
}

/** When something is open in an ordinary week, in local wall time. Several windows a day are allowed. */
export const Hours = z
  .array(z.strictObject({ day: z.enum(WEEKDAYS), from: opening, to: closing }))
  .max(70)
  .superRefine((windows, ctx) => {
    const indexed = windows.map((window, index) => ({ ...window, index }));
    for (const day of WEEKDAYS) {
      const ofDay = indexed.filter((window) => window.day === day);
      clash(ofDay, (index, message) => ctx.addIssue({ code: "custom", path: [index], message }));
    }
  })
  .openapi("Hours");
export type Hours = z.output<typeof Hours>;

const supported = (date: string) => {
  if (!isDate(date)) return true;
  const day = dayNumber(date);
  return day >= dayNumber("2000-01-01") && day <= dayNumber("2199-12-31");
};

/** A recurrence by date, RFC 5545. */
export const recurrence = z
  .string()
  .max(200)
  .superRefine((text, ctx) => {
    try {
      parseRecurrence(text);
    } catch (error) {
      ctx.addIssue({ code: "custom", message: (error as RangeError).message });
    }
  })
  .openapi({ example: "FREQ=WEEKLY;COUNT=6" });

/** Dates on which the ordinary week does not hold: closed, or open at other hours. */
export const Exceptions = z
  .array(
    z.strictObject({
      date: field.date.refine(supported, "A date from 2000 to 2199."),
      hours: z
        .array(z.strictObject({ from: opening, to: closing }))
        .max(10)
        .openapi({ description: "When it is open on that date; empty when it is closed." }),
      rrule: recurrence
        .nullable()
        .default(null)
        .openapi({ description: "On which further dates, counted from `date`: `FREQ=YEARLY` for a holiday." }),
      name: field.line(80).nullable().default(null),
    }),
  )
  .max(500)
  .superRefine((days, ctx) => {
    const seen = new Set<string>();
    days.forEach((day, at) => {
      const key = `${day.date} ${day.rrule}`;
      if (seen.has(key)) ctx.addIssue({ code: "custom", path: [at, "date"], message: "This date is there twice." });
      seen.add(key);
      const indexed = day.hours.map((window, index) => ({ ...window, index }));
      clash(indexed, (index, message) => ctx.addIssue({ code: "custom", path: [at, "hours", index], message }));
    });
  })
  .openapi("HoursExceptions");
export type Exceptions = z.output<typeof Exceptions>;
