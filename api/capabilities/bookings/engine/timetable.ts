import { type Interval, normalise } from "../../../core/intervals.ts";
import { recurs } from "../../../core/recurrence.ts";
import { dayNumber, WEEKDAYS } from "../../../core/time.ts";
import type { DatedHours, Rules, WeeklyWindow, Window } from "./question.ts";

/** One local day: when it is open and where slots may start, in minutes of the wall clock after midnight. */
export interface DayPlan {
  /** Sorted; what touches is one. */
  open: readonly Interval[];
  /** Ascending, each once. */
  starts: readonly number[];
}

/** Hours as minutes, by weekday from Monday on. */
type Week = Interval[][];

interface Dated {
  day: number;
  /** The days within a range on which it holds; null: its own day only. */
  recurs: ((firstDay: number, lastDay: number) => number[]) | null;
  hours: Interval[];
}

interface Part {
  from: number;
  to: number;
  week: Week;
  starts: number[] | null;
}

/** A timetable read once: the parts of the year, the last of which is the ordinary week without end. */
interface Compiled {
  parts: Part[];
  exceptions: Dated[];
  within: Dated[];
  /** Plans found so far, by what they are made of. */
  plans: Map<number, DayPlan>;
}

const compiled = new WeakMap<Rules, Compiled>();

/** Answers the plans of the days from firstDay to lastDay. RangeError where the rules make no sense. */
export function plansOf(rules: Rules, firstDay: number, lastDay: number): (day: number) => DayPlan {
  let known = compiled.get(rules);
  if (!known) {
    known = compile(rules);
    compiled.set(rules, known);
  }
  const { parts, plans } = known;
  const exceptions = daysOf(known.exceptions, firstDay, lastDay);
  const within = daysOf(known.within, firstDay, lastDay);
  const venues = known.within.length + 1;
  const owns = known.exceptions.length + 7;
  return (day) => {
    let part = 0;
    while (day < parts[part]!.from || day > parts[part]!.to) part++;
    const weekday = (((day + 3) % 7) + 7) % 7;
    const exception = exceptions?.get(day) ?? -1;
    const venue = within?.get(day) ?? -1;
    const own = exception < 0 ? weekday : 7 + exception;
    const key = (part * owns + own) * venues + venue + 1;
    let plan = plans.get(key);
    if (!plan) {
      const hours = exception < 0 ? parts[part]!.week[weekday]! : known.exceptions[exception]!.hours;
      const replaced = rules.follows && exception < 0 && part === parts.length - 1;
      const open = venue < 0 ? hours : cut(known.within[venue]!.hours, replaced ? null : hours);
      plan = planOf(open, parts[part]!.starts, rules.step);
      plans.set(key, plan);
    }
    return plan;
  };
}

/** Minutes after midnight of "HH:MM". */
export function minutesOf(clock: string): number {
  const found = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/.exec(clock);
  if (!found) throw new RangeError(`not a time of day: ${clock}`);
  return found[1] ? Number(found[1]) * 60 + Number(found[2]) : 1440;
}

function compile({ open, within, step, length }: Rules): Compiled {
  const whole = length.unit === "fixed" ? length.minutes : length.min;
  if (!(whole >= 1 && step >= 1)) throw new RangeError("length and step are at least one minute, hour or day");
  if (length.unit !== "fixed" && length.min > length.max)
    throw new RangeError("the shortest length exceeds the longest");
  const starts = open.start_times ? startsOf(open.start_times) : null;
  const seasons = open.seasons.map((season) => ({
    from: dayNumber(season.from),
    to: dayNumber(season.to),
    week: weekOf(season.hours),
    starts: season.start_times ? startsOf(season.start_times) : starts,
  }));
  const ordinary = { from: -Infinity, to: Infinity, week: weekOf(open.hours), starts };
  return {
    parts: [...seasons, ordinary],
    exceptions: open.exceptions.map(dated),
    within: within.map(dated),
    plans: new Map(),
  };
}

function dated({ date, rrule, hours }: DatedHours): Dated {
  const day = dayNumber(date);
  return { day, recurs: rrule === null ? null : recurs(rrule, day), hours: hours.map(interval).filter(some) };
}

function weekOf(hours: readonly WeeklyWindow[]): Week {
  const week: Week = [[], [], [], [], [], [], []];
  for (const window of hours) {
    const open = interval(window);
    if (some(open)) week[WEEKDAYS.indexOf(window.day)]!.push(open);
  }
  return week;
}

const interval = (window: Window): Interval => ({ from: minutesOf(window.from), to: minutesOf(window.to) });
const some = ({ from, to }: Interval) => from < to;

function startsOf(times: readonly string[]): number[] {
  return [...new Set(times.map(minutesOf))].sort((a, b) => a - b);
}

/** Which of the list holds on each day of the range: one for just that day before a recurring one, then the first. */
function daysOf(list: readonly Dated[], firstDay: number, lastDay: number): Map<number, number> | null {
  if (list.length === 0) return null;
  const days = new Map<number, number>();
  // What counts most is set last.
  for (let i = list.length - 1; i >= 0; i--) {
    for (const day of list[i]!.recurs?.(firstDay, lastDay) ?? []) days.set(day, i);
  }
  for (let i = list.length - 1; i >= 0; i--) {
    const { day, recurs } = list[i]!;
    if (!recurs && day >= firstDay && day <= lastDay) days.set(day, i);
  }
  return days;
}

/** The venue's hours, cut to those of its own where it has any: window by window, as each has a grid of its own. */
function cut(venue: readonly Interval[], own: readonly Interval[] | null): readonly Interval[] {
  if (!own) return venue;
  return own.flatMap((mine) =>
    venue.map((other) => ({ from: Math.max(mine.from, other.from), to: Math.min(mine.to, other.to) })).filter(some),
  );
}

function planOf(windows: readonly Interval[], times: readonly number[] | null, step: number): DayPlan {
  const open = normalise(windows);
  if (times) {
    return { open, starts: times.filter((time) => open.some(({ from, to }) => time >= from && time < to)) };
  }
  const starts: number[] = [];
  for (const { from, to } of windows) for (let at = from; at < to; at += step) starts.push(at);
  return { open, starts: windows.length < 2 ? starts : [...new Set(starts)].sort((a, b) => a - b) };
}
