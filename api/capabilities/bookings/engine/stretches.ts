import type { Interval } from "../../../core/intervals.ts";
import { offsetAt, transitions } from "../../../core/time.ts";

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** A stretch of time with one UTC offset: `offset` ms east of UTC in [from, to). */
export interface Stretch extends Interval {
  offset: number;
}

/** The stretches that hold every instant of the local days firstDay to lastDay (day numbers, inclusive). */
export function stretchesOf(zone: string, firstDay: number, lastDay: number): Stretch[] {
  // No offset exceeds a day.
  let from = (firstDay - 1) * DAY;
  const to = (lastDay + 2) * DAY;
  let offset = offsetAt(zone, from) * MINUTE;
  const stretches: Stretch[] = [];
  for (const change of transitions(zone, from, to)) {
    stretches.push({ from, to: change.at, offset });
    from = change.at;
    offset = change.after * MINUTE;
  }
  stretches.push({ from, to, offset });
  return stretches;
}

/** Calls `visit` for each local day of a stretch within firstDay to lastDay; a day cut by a change comes in both. */
export function eachDay(
  stretch: Stretch,
  firstDay: number,
  lastDay: number,
  visit: (day: number, midnight: number) => void,
): void {
  const first = Math.max(firstDay, Math.floor((stretch.from + stretch.offset) / DAY));
  const last = Math.min(lastDay, Math.floor((stretch.to - 1 + stretch.offset) / DAY));
  for (let day = first; day <= last; day++) visit(day, day * DAY - stretch.offset);
}
