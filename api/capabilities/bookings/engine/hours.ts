import { type Interval, normalise } from "../../../core/intervals.ts";
import { offsetAt, transitions, WEEKDAYS, type Weekday, weekdayOf } from "../../../core/time.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Open on this weekday from `from` up to `to`, local wall time as "HH:MM"; `to` may be "24:00". */
export interface Window {
  day: Weekday;
  from: string;
  to: string;
}

/** One weekday: when it is open and where slots may start, in minutes of the wall clock after midnight. */
export interface DayPlan {
  open: Interval[];
  /** Ascending, each once. */
  starts: number[];
}

export type WeekPlan = Record<Weekday, DayPlan>;

/** A stretch of time with one UTC offset: `offset` ms east of UTC in [from, to). */
export interface Stretch extends Interval {
  offset: number;
}

/** Weekly windows laid out by weekday. A window that does not end after it opens is never open. */
export function planWeek(hours: readonly Window[], step: number): WeekPlan {
  const plan = Object.fromEntries(WEEKDAYS.map((day) => [day, { open: [], starts: [] }])) as unknown as WeekPlan;
  for (const window of hours) {
    const day = plan[window.day];
    const [from, to] = [minutesOf(window.from), minutesOf(window.to)];
    day.open.push({ from, to });
    for (let at = from; at < to; at += step) day.starts.push(at);
  }
  for (const day of Object.values(plan)) {
    day.open = normalise(day.open);
    day.starts = [...new Set(day.starts)].sort((a, b) => a - b);
  }
  return plan;
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
  visit: (day: number, midnight: number, weekday: Weekday) => void,
): void {
  const first = Math.max(firstDay, Math.floor((stretch.from + stretch.offset) / DAY));
  const last = Math.min(lastDay, Math.floor((stretch.to - 1 + stretch.offset) / DAY));
  for (let day = first; day <= last; day++) visit(day, day * DAY - stretch.offset, weekdayOf(day));
}

/**
 * When it is open on the local days firstDay to lastDay, as instants: a window holds every instant whose local date
 * falls on its weekday and whose wall time lies in [from, to). Sorted; what touches is one interval.
 */
export function openingsOf(
  plan: WeekPlan,
  stretches: readonly Stretch[],
  firstDay: number,
  lastDay: number,
): Interval[] {
  const openings: Interval[] = [];
  for (const stretch of stretches) {
    eachDay(stretch, firstDay, lastDay, (_, midnight, weekday) => {
      for (const window of plan[weekday].open) {
        const from = Math.max(stretch.from, midnight + window.from * MINUTE);
        const to = Math.min(stretch.to, midnight + window.to * MINUTE);
        if (from >= to) continue;
        const last = openings.at(-1);
        if (last?.to === from) last.to = to;
        else openings.push({ from, to });
      }
    });
  }
  return openings;
}

function minutesOf(clock: string): number {
  const found = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/.exec(clock);
  if (!found) throw new RangeError(`not a time of day: ${clock}`);
  return found[1] ? Number(found[1]) * 60 + Number(found[2]) : 1440;
}
