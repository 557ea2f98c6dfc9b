import type { Interval, Span } from "../../../core/intervals.ts";
import { dateOf, dayNumber, localParts } from "../../../core/time.ts";
import { eachDay, openingsOf, planWeek, stretchesOf, type Window } from "./hours.ts";
import { peaksOf, profileOf } from "./profile.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const MAX_DAYS = 31;

/** How a resource is let: all times in whole minutes unless said. */
export interface Rules {
  zone: string;
  hours: readonly Window[];
  /** Elapsed time, not wall clock: 60 is an hour on the day of a change too. */
  duration: number;
  /** Distance between starts on the local clock, counted from each window's opening. */
  step: number;
  before: number;
  after: number;
  /** Places at one time. */
  capacity: number;
  /** A slot starts this long after `now` at the earliest. */
  lead: number;
  /** A slot starts on the local day that is this many days after today's at the latest. */
  horizon: number;
}

export interface Question {
  rules: Rules;
  /** Local dates YYYY-MM-DD, both inclusive, at most 31. */
  from: string;
  to: string;
  party: number;
  /** Ms since 1970. */
  now: number;
  /** Places taken, in any order, each span with its own buffers included. At least what `reach` covers. */
  busy: readonly Span[];
}

/** Ms since 1970; `vacancies` is what is free all along, buffers included. */
export interface Slot {
  start: number;
  end: number;
  vacancies: number;
}

export interface Day {
  date: string;
  /** Ascending by start. */
  slots: Slot[];
}

/**
 * The slots on offer, for every local date asked about.
 *
 * A slot starts at an instant whose wall time is a window's opening plus a multiple of `step`, inside the window. It is
 * on offer when [start, start + duration) lies wholly in the opening hours (all windows of all days together, so a slot
 * may run from one window into the next where they touch, also over midnight), when lead and horizon allow its start,
 * and when the peak of places taken in [start - before, end + after) leaves room for the party.
 *
 * Where the clock jumps forward, the skipped wall times have no instant and give no slot. Where it is set back, the
 * repeated wall times have two: both give a slot, under the same local date, each where it is really open.
 *
 * RangeError for dates that are none, that run backwards or over 31 days, and for a duration or step below a minute.
 */
export function slotsOf(question: Question): Day[] {
  const { rules, party, now, busy } = question;
  const { firstDay, lastDay } = daysOf(question);
  if (!(rules.duration >= 1 && rules.step >= 1)) throw new RangeError("duration and step are at least one minute");

  const duration = rules.duration * MINUTE;
  const [before, after] = [rules.before * MINUTE, rules.after * MINUTE];
  const earliest = now + rules.lead * MINUTE;
  const latestDay = Math.min(lastDay, localParts(rules.zone, now).day_number + rules.horizon);

  const plan = planWeek(rules.hours, rules.step);
  // A slot that starts on the last day may end on a later one, and one more where the clock jumps forward meanwhile.
  const endDay = lastDay + Math.ceil(duration / DAY) + 1;
  const stretches = stretchesOf(rules.zone, firstDay, endDay);
  const openings = openingsOf(plan, stretches, firstDay, endDay);
  const around = reach(question);
  const peak = peaksOf(profileOf(busy, around.from, around.to));

  const days: Day[] = [];
  for (let day = firstDay; day <= lastDay; day++) days.push({ date: dateOf(day), slots: [] });
  let opening = 0;
  for (const stretch of stretches) {
    eachDay(stretch, firstDay, latestDay, (day, midnight, weekday) => {
      const { slots } = days[day - firstDay]!;
      for (const minutes of plan[weekday].starts) {
        const start = midnight + minutes * MINUTE;
        if (start < stretch.from || start >= stretch.to || start < earliest) continue;
        const end = start + duration;
        while (openings[opening]!.to <= start) opening++;
        if (end > openings[opening]!.to) continue;
        const vacancies = rules.capacity - peak(start - before, end + after);
        if (vacancies >= party) slots.push({ start, end, vacancies });
      }
    });
  }
  return days;
}

/** The slot on offer at one start, or undefined; the dates of the question do not matter. */
export function slotAt(question: Omit<Question, "from" | "to">, start: number): Slot | undefined {
  const date = dateOf(localParts(question.rules.zone, start).day_number);
  return slotsOf({ ...question, from: date, to: date })[0]!.slots.find((slot) => slot.start === start);
}

/** What a booking takes up: its time and the buffers around it. */
export function occupied(rules: Pick<Rules, "duration" | "before" | "after">, start: number): Interval {
  return { from: start - rules.before * MINUTE, to: start + (rules.duration + rules.after) * MINUTE };
}

/** The time in which spans may matter to a question: what to ask the database for. */
export function reach(question: Pick<Question, "rules" | "from" | "to">): Interval {
  const { firstDay, lastDay } = daysOf(question);
  const stretches = stretchesOf(question.rules.zone, firstDay, lastDay);
  return {
    from: occupied(question.rules, stretches[0]!.from).from,
    to: occupied(question.rules, stretches.at(-1)!.to).to,
  };
}

function daysOf(question: Pick<Question, "from" | "to">): { firstDay: number; lastDay: number } {
  const [firstDay, lastDay] = [dayNumber(question.from), dayNumber(question.to)];
  if (lastDay < firstDay || lastDay - firstDay >= MAX_DAYS) throw new RangeError(`from one to ${MAX_DAYS} days`);
  return { firstDay, lastDay };
}
