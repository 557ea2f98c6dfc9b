import type { Interval } from "../../core/intervals.ts";
import { dateOf, WEEKDAYS } from "../../core/time.ts";
import type { Grouping } from "./schema.ts";

const HOUR = 3_600_000;
const DAY = 86_400_000;

/** What something belongs to, besides its time. */
export interface Belonging {
  resource_id: string;
  venue_id: string;
  variant_id: string;
  status: string;
}

const mondayOf = (day: number): number => day - weekdayOf(day);
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** How times are grouped: in which steps, and what the one that begins at a wall time is called. */
const steps: Partial<Record<Grouping, { step: number; key: (wall: number) => string }>> = {
  hour: { step: HOUR, key: (wall) => String((wall / HOUR) % 24) },
  day: { step: DAY, key: (wall) => dateOf(wall / DAY) },
  week: { step: DAY, key: (wall) => dateOf(mondayOf(wall / DAY)) },
  weekday: { step: DAY, key: (wall) => WEEKDAYS[weekdayOf(wall / DAY)] ?? "" },
};

const names: Partial<Record<Grouping, (of: Belonging) => string>> = {
  resource: ({ resource_id }) => resource_id,
  variant: ({ resource_id, variant_id }) => `${resource_id} ${variant_id}`.trim(),
  venue: ({ venue_id }) => venue_id,
  status: ({ status }) => status,
};

/** Cuts wall times, milliseconds since 1970, into the groups that they fall into. */
export function divide(
  by: Grouping,
  of: Belonging,
  { from, to }: Interval,
  add: (key: string, ms: number) => void,
): void {
  const named = names[by];
  if (named) {
    add(named(of), to - from);
    return;
  }
  const { step, key } = steps[by] ?? { step: DAY, key: String };
  for (let at = Math.floor(from / step) * step; at < to; at += step) {
    add(key(at), Math.min(to, at + step) - Math.max(from, at));
  }
}

/** The group of what is at one time, in SQL over `b` and the wall time `wall`; as `keyOf` reads it. */
export const keySql: Record<Grouping, string> = {
  hour: `wall / ${HOUR} % 24`,
  day: `wall / ${DAY}`,
  week: `wall / ${DAY} - (wall / ${DAY} + 3) % 7`,
  weekday: `(wall / ${DAY} + 3) % 7`,
  resource: "resource_id",
  variant: "trim(resource_id || ' ' || coalesce(variant_id, ''))",
  venue: "venue_id",
  status: "status",
};

export function keyOf(by: Grouping, value: unknown): string {
  if (by === "day" || by === "week") return dateOf(Number(value));
  if (by === "weekday") return WEEKDAYS[Number(value)] ?? "";
  return String(value);
}

/** The groups that are there whether or not anything is in them, in their order; undefined for those that are named. */
export function wholeRange(by: Grouping, first: number, last: number): string[] | undefined {
  const days = Array.from({ length: last - first + 1 }, (_, ahead) => first + ahead);
  if (by === "day") return days.map(dateOf);
  if (by === "week") return [...new Set(days.map((day) => dateOf(mondayOf(day))))];
  if (by === "weekday") return [...WEEKDAYS];
  if (by === "hour") return Array.from({ length: 24 }, (_, hour) => String(hour));
  return undefined;
}
