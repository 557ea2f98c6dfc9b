import type { HoursExceptions } from "../../../../sdk/index.ts";
import { daysIn, weekday } from "../../../kit/calendar-model.ts";
import { wrongWindows } from "./hours.ts";

export type Exception = HoursExceptions[number];

/** How an exception comes again. */
export type Repeat = "never" | "yearly" | "weekly" | "monthly" | "monthly_last" | "custom";

export const dayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** Which one of its weekday in its month a date is, 1 to 5, and whether it is the last. */
export function placeInMonth(date: string): { nth: number; last: boolean } {
  const day = Number(date.slice(8));
  return { nth: Math.ceil(day / 7), last: day + 7 > daysIn(date.slice(0, 7)) };
}

/** The rule (RFC 5545) of a way to come again, counted from a date. */
export function ruleOf(repeat: Exclude<Repeat, "custom">, date: string): string | null {
  const day = dayCodes[weekday(date) - 1] ?? "MO";
  if (repeat === "never") return null;
  if (repeat === "yearly") return "FREQ=YEARLY";
  if (repeat === "weekly") return "FREQ=WEEKLY";
  return `FREQ=MONTHLY;BYDAY=${repeat === "monthly" ? placeInMonth(date).nth : -1}${day}`;
}

/** The ways that a date offers: the fifth Saturday is not one that every month has. */
export function repeatsOf(date: string): Repeat[] {
  const { nth, last } = date ? placeInMonth(date) : { nth: 1, last: false };
  return [
    "never",
    "yearly",
    "weekly",
    ...(nth < 5 ? (["monthly"] as const) : []),
    ...(last ? (["monthly_last"] as const) : []),
    "custom",
  ];
}

export function repeatOf({ date, rrule }: Pick<Exception, "date" | "rrule">): Repeat {
  if (!rrule) return "never";
  if (!date) return "custom";
  const known = (["yearly", "weekly", "monthly", "monthly_last"] as const).find((one) => ruleOf(one, date) === rrule);
  return known ?? "custom";
}

/** An exception on another date: a rule that followed from the old one follows from the new one. */
export function movedTo<T extends Exception>(exception: T, date: string): T {
  const repeat = repeatOf(exception);
  return { ...exception, date, rrule: repeat === "custom" || !date ? exception.rrule : ruleOf(repeat, date) };
}

export const twice = (all: HoursExceptions, at: number): boolean =>
  all.some(
    (other, index) => index < at && other.date === all[at]?.date && (other.rrule ?? null) === (all[at]?.rrule ?? null),
  );

export const wrongExceptions = (all: HoursExceptions): boolean =>
  all.some((one, at) => !one.date || wrongWindows(one.hours) !== undefined || twice(all, at));
