import { localParts } from "../../../core/time.ts";
import { instantOf, lastDayOf } from "./length.ts";
import type { Openings } from "./openings.ts";
import type { Rules } from "./question.ts";
import { eachDay, MINUTE } from "./stretches.ts";
import { minutesOf } from "./timetable.ts";

/**
 * Called for each start in order of time: the local day it is for, when a booking of the length asked about ends, and
 * whether it may end there by the opening hours. True as answer: no more of this day.
 */
export type Visit = (day: number, start: number, end: number, fits: boolean) => boolean;

/**
 * Visits the starts of the days from firstDay to lastDay: inside the opening hours, at a window's opening plus a
 * multiple of `step` or at a time of the timetable; days and nights start at check-in, on dates that have hours. Where
 * the clock jumps forward, skipped wall times give no start (a check-in is as much later). Where it is set back,
 * repeated ones give two, under the same date (a check-in is the first).
 */
export function eachStart(
  rules: Rules,
  openings: Openings,
  firstDay: number,
  lastDay: number,
  many: number,
  visit: Visit,
): void {
  const { length } = rules;
  if (length.unit === "day" || length.unit === "night") {
    const checkIn = minutesOf(length.from);
    const checkOut = minutesOf(length.to);
    for (let day = firstDay; day <= lastDay; day++) {
      if (!openings.openOn(day)) continue;
      const start = checkInOn(rules.zone, day, checkIn);
      if (start === undefined) continue;
      const last = lastDayOf(length.unit, day, many);
      visit(day, start, instantOf(rules.zone, last, checkOut), openings.openOn(last));
    }
    return;
  }
  const fixed = length.unit === "fixed";
  const lasts = (length.unit === "fixed" ? length.minutes : Math.round(many * 60)) * MINUTE;
  const { from, to } = openings;
  let next = 0;
  for (const stretch of openings.stretches) {
    eachDay(stretch, firstDay, lastDay, (day, midnight) => {
      const { starts } = openings.planOn(day);
      for (let i = 0; i < starts.length; i++) {
        const start = midnight + starts[i]! * MINUTE;
        if (start < stretch.from || start >= stretch.to) continue;
        const end = start + lasts;
        let fits: boolean;
        if (fixed) {
          while (to[next]! <= start) next++;
          fits = end <= to[next]!;
        } else {
          while (to[next]! < end) next++;
          fits = end >= from[next]!;
        }
        if (visit(day, start, end, fits)) return;
      }
    });
  }
}

/** Undefined where the clock skips it into another date. */
export function checkInOn(zone: string, day: number, minutes: number): number | undefined {
  const start = instantOf(zone, day, minutes);
  return localParts(zone, start).day_number === day ? start : undefined;
}
