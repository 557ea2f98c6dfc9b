import { dayNumber, isDate } from "./civil.ts";

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const FREQUENCIES = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
const NAMES = ["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "COUNT", "UNTIL", "WKST"];
const MAX_INTERVAL = 1000;
const MAX_COUNT = 1000;
const MAX_VALUES = 64;

/** A weekday (Monday is 0); `nth` counts it in the month or year, from the end where negative. 0 means every one. */
export interface RecurringDay {
  weekday: number;
  nth: number;
}

/** A date-only recurrence rule of RFC 5545, 3.3.10. Empty lists and nulls stand for absent parts. */
export interface Recurrence {
  frequency: (typeof FREQUENCIES)[number];
  interval: number;
  days: RecurringDay[];
  monthDays: number[];
  months: number[];
  /** BYSETPOS: which of a period's days, from its end where negative. */
  positions: number[];
  count: number | null;
  /** Day number of the last day it may fall on. */
  until: number | null;
  /** Monday is 0. */
  weekStart: number;
}

/** Reads "FREQ=MONTHLY;BYDAY=1SA", with or without "RRULE:" before it. RangeError saying what is wrong. */
export function parseRecurrence(text: string): Recurrence {
  const bare = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "");
  const parts = new Map<string, string>();
  for (const part of bare.split(";")) {
    const [, name, value] = /^([A-Z-]+)=(.+)$/.exec(part) ?? [];
    if (!name || !value) throw new RangeError(`"${part}" is not NAME=VALUE.`);
    if (!NAMES.includes(name)) throw new RangeError(`${name} is not supported.`);
    if (parts.has(name)) throw new RangeError(`${name} is given twice.`);
    parts.set(name, value);
  }
  const frequency = FREQUENCIES.find((known) => known === parts.get("FREQ"));
  if (!frequency) throw new RangeError(`FREQ must be one of ${FREQUENCIES.join(", ")}.`);
  const count = parts.get("COUNT");
  const until = parts.get("UNTIL");
  const rule: Recurrence = {
    frequency,
    interval: integer("INTERVAL", parts.get("INTERVAL") ?? "1", 1, MAX_INTERVAL),
    days: values("BYDAY", parts.get("BYDAY")).map((value) => recurringDay(value, frequency)),
    monthDays: integers("BYMONTHDAY", parts.get("BYMONTHDAY"), -31, 31),
    months: integers("BYMONTH", parts.get("BYMONTH"), 1, 12),
    positions: integers("BYSETPOS", parts.get("BYSETPOS"), -366, 366),
    count: count === undefined ? null : integer("COUNT", count, 1, MAX_COUNT),
    until: until === undefined ? null : untilDay(until),
    weekStart: weekday("WKST", parts.get("WKST") ?? "MO"),
  };
  if (rule.count !== null && rule.until !== null) throw new RangeError("COUNT and UNTIL exclude each other.");
  if (frequency === "WEEKLY" && rule.monthDays.length) throw new RangeError("BYMONTHDAY has no place in FREQ=WEEKLY.");
  if (rule.positions.length && !rule.days.length && !rule.monthDays.length && !rule.months.length) {
    throw new RangeError("BYSETPOS needs another BY part to choose from.");
  }
  return rule;
}

function values(name: string, text: string | undefined): string[] {
  const found = text?.split(",") ?? [];
  if (found.length > MAX_VALUES) throw new RangeError(`${name} has more than ${MAX_VALUES} values.`);
  return found;
}

function integers(name: string, text: string | undefined, from: number, to: number): number[] {
  const found = values(name, text).map((value) => integer(name, value, from, to));
  return [...new Set(found)].sort((a, b) => a - b);
}

function integer(name: string, text: string, from: number, to: number): number {
  const value = /^[+-]?\d{1,4}$/.test(text) ? Number(text) : 0;
  if (value === 0 || value < from || value > to) {
    throw new RangeError(
      `${name} must be a whole number from ${from} to ${to}${from < 0 ? ", not 0" : ""}: "${text}".`,
    );
  }
  return value;
}

function weekday(name: string, text: string): number {
  const index = WEEKDAYS.indexOf(text);
  if (index < 0) throw new RangeError(`${name} must name weekdays as ${WEEKDAYS.join(", ")}: "${text}".`);
  return index;
}

function recurringDay(text: string, frequency: Recurrence["frequency"]): RecurringDay {
  const [, nth = "", name = text] = /^([+-]?\d+)?([A-Z]+)$/.exec(text) ?? [];
  const day = weekday("BYDAY", name);
  if (!nth) return { weekday: day, nth: 0 };
  if (frequency === "DAILY" || frequency === "WEEKLY") {
    throw new RangeError(`BYDAY=${text} counts weekdays, which has no place in FREQ=${frequency}.`);
  }
  const most = frequency === "MONTHLY" ? 5 : 53;
  return { weekday: day, nth: integer("The number in BYDAY", nth, -most, most) };
}

function untilDay(text: string): number {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)(?:T\d{6}Z?)?$/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  if (!isDate(date)) throw new RangeError(`UNTIL must be a date such as 20270131: "${text}".`);
  return dayNumber(date);
}
