import type { Rules } from "./question.ts";
import { eachDay, MINUTE, type Stretch, stretchesOf } from "./stretches.ts";
import { type DayPlan, plansOf } from "./timetable.ts";

/**
 * When it is open, as instants: a window holds every instant whose local date it is for and whose wall time lies in
 * [from, to). Where the clock jumps forward, skipped wall times have no instant; where it is set back, repeated ones
 * have two, each where it is really open.
 */
export interface Openings {
  stretches: Stretch[];
  planOn: (day: number) => DayPlan;
  /** Sorted; what touches is one. Two lists, as walks along them are most of the work. */
  from: number[];
  to: number[];
  /** Whether any instant of the day is open. */
  openOn: (day: number) => boolean;
}

export function openingsOf(rules: Rules, firstDay: number, lastDay: number): Openings {
  const stretches = stretchesOf(rules.zone, firstDay, lastDay);
  const planOn = plansOf(rules, firstDay, lastDay);
  const open = new Uint8Array(lastDay - firstDay + 1);
  const from: number[] = [];
  const to: number[] = [];
  for (const stretch of stretches) {
    eachDay(stretch, firstDay, lastDay, (day, midnight) => {
      for (const window of planOn(day).open) {
        const begin = Math.max(stretch.from, midnight + window.from * MINUTE);
        const end = Math.min(stretch.to, midnight + window.to * MINUTE);
        if (begin >= end) continue;
        open[day - firstDay] = 1;
        if (to.length > 0 && to[to.length - 1] === begin) to[to.length - 1] = end;
        else {
          from.push(begin);
          to.push(end);
        }
      }
    });
  }
  return { stretches, planOn, from, to, openOn: (day) => open[day - firstDay] === 1 };
}

/** The last of the ascending numbers that is not above the value; -1 where there is none. */
export function upTo(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
