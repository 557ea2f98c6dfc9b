import { civilOfDay } from "../../core/civil.ts";
import type { Interval } from "../../core/intervals.ts";
import { parseRecurrence, recurs } from "../../core/recurrence.ts";
import { localParts, localToUtc } from "../../core/time.ts";
import { invalid } from "../../kernel/index.ts";
import { longestShift } from "./schema.ts";

const mostShifts = 100;
/** Days from the first shift of a series to its last. */
const reach = 731;

/** The shifts of a series in order, the first as it is given; each begins and ends at the same wall time in the zone. */
export function seriesOf(zone: string, first: Interval, recurrence: string): Interval[] {
  const start = localParts(zone, first.from);
  const end = localParts(zone, first.to);
  const opens = start.hour * 60 + start.minute;
  const closes = (end.day_number - start.day_number) * 1440 + end.hour * 60 + end.minute;
  const days = daysOf(recurrence, start.day_number);
  const list = days.map((day) => (day === start.day_number ? first : shiftOn(zone, day, opens, closes, first)));
  if (list.some(({ from }, index) => index > 0 && from < list[index - 1]!.to)) {
    throw invalid("/recurrence", "Its shifts would overlap each other.");
  }
  return list;
}

function shiftOn(zone: string, number: number, opens: number, closes: number, first: Interval): Interval {
  const { year, month, day } = civilOfDay(number);
  const from = localToUtc(zone, year, month, day, opens).at;
  const to = localToUtc(zone, year, month, day, closes).at;
  // Where the clocks jump over its start, its wall times can be in the wrong order: then it is as long as the first.
  return from < to && to - from <= longestShift ? { from, to } : { from, to: from + first.to - first.from };
}

/** Day numbers. */
function daysOf(recurrence: string, first: number): number[] {
  const refuse = (detail: string) => invalid("/recurrence", detail);
  const rule = parsed(recurrence);
  if (rule.count === null && rule.until === null) throw refuse("Say where it ends, by COUNT or UNTIL.");
  if ((rule.count ?? 0) > mostShifts) throw refuse(`At most ${mostShifts} shifts are made at once.`);
  const days = recurs(rule, first)(first, first + reach);
  if ((rule.count ?? 0) > days.length || (rule.until ?? first) > first + reach) {
    throw refuse("It reaches further than two years.");
  }
  if ((rule.until ?? first) < first) throw refuse("It ends before the first shift.");
  if (days.length > mostShifts) throw refuse(`At most ${mostShifts} shifts are made at once.`);
  return days;
}

function parsed(recurrence: string) {
  try {
    return parseRecurrence(recurrence);
  } catch (error) {
    if (error instanceof RangeError) throw invalid("/recurrence", error.message);
    throw error;
  }
}
