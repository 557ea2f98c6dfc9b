import { civilOfDay } from "../../../core/civil.ts";
import type { Interval } from "../../../core/intervals.ts";
import { dayNumber, localParts, localToUtc } from "../../../core/time.ts";
import type { Question, Rules } from "./question.ts";
import { DAY, MINUTE } from "./stretches.ts";
import { minutesOf } from "./timetable.ts";

type Lasting = Pick<Rules, "zone" | "length" | "step">;

/** When it ends that begins at `start`; a length of null is the shortest. Undefined: that length is not let. */
export function endOf({ zone, length, step }: Lasting, start: number, wanted: number | null): number | undefined {
  if (!lengthHolds({ length, step }, wanted)) return undefined;
  if (length.unit === "fixed") return start + length.minutes * MINUTE;
  if (length.unit === "hour") return start + Math.round((wanted ?? length.min) * 60) * MINUTE;
  const last = lastDayOf(length.unit, localParts(zone, start).day_number, wanted ?? length.min);
  const end = instantOf(zone, last, minutesOf(length.to));
  return end > start ? end : undefined;
}

/** The length of [start, end) in its unit (fixed: minutes); undefined where that is not let. */
export function lengthOf(rules: Lasting, start: number, end: number): number | undefined {
  const { zone, length } = rules;
  if (length.unit === "fixed") return end - start === length.minutes * MINUTE ? length.minutes : undefined;
  if (length.unit === "hour") {
    const minutes = (end - start) / MINUTE;
    return Number.isInteger(minutes) && lengthHolds(rules, minutes / 60) ? minutes / 60 : undefined;
  }
  // A check-out at 24:00, or one that the clock skips, shows on the date after its own.
  const nights = localParts(zone, end).day_number - localParts(zone, start).day_number;
  const likely = length.unit === "day" ? nights + 1 : nights;
  return [likely, likely - 1].find((many) => many >= 1 && endOf(rules, start, many) === end);
}

/** Whether that length is let at all; null is the shortest, and always is. */
export function lengthHolds({ length, step }: Pick<Rules, "length" | "step">, wanted: number | null): boolean {
  if (length.unit === "fixed" || wanted === null) return true;
  if (length.unit !== "hour") return Number.isInteger(wanted) && wanted >= length.min && wanted <= length.max;
  const minutes = Math.round(wanted * 60);
  return minutes >= length.min * 60 && minutes <= length.max * 60 && (minutes - length.min * 60) % step === 0;
}

/** The date of check-out of so many days or nights that begin on `day`. */
export function lastDayOf(unit: "day" | "night", day: number, many: number): number {
  return unit === "day" ? day + many - 1 : day + many;
}

/** The instant of a wall time; the first of two, and after the gap where the clock skips it. */
export function instantOf(zone: string, day: number, minutes: number): number {
  const { year, month, day: dayOfMonth } = civilOfDay(day);
  return localToUtc(zone, year, month, dayOfMonth, minutes).at;
}

/** What a booking takes up: its time and the buffers around it. */
export function occupied({ before, after }: Pick<Rules, "before" | "after">, start: number, end: number): Interval {
  return { from: start - before * MINUTE, to: end + after * MINUTE };
}

/** The time in which spans may matter to a question: what to ask the database for. */
export function reach({ rules, from, to }: Pick<Question, "rules" | "from" | "to">): Interval {
  // No offset exceeds a day.
  return occupied(rules, (dayNumber(from) - 1) * DAY, (dayNumber(to) + 2 + spillOf(rules, null)) * DAY);
}

/** How many days after its own a slot of that length (null: the longest) may need to know the hours of. */
export function spillOf({ length }: Pick<Rules, "length">, many: number | null): number {
  const days =
    length.unit === "fixed"
      ? length.minutes / 1440
      : length.unit === "hour"
        ? (many ?? length.max) / 24
        : (many ?? length.max);
  // One more where the clock jumps forward meanwhile.
  return Math.ceil(days) + 1;
}
