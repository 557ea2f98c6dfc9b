import { dateOf, localParts } from "../../../core/time.ts";
import { explain, type Moment } from "./explain.ts";
import { daysOf, Judge, manyOf } from "./judge.ts";
import { endOf, occupied, spillOf } from "./length.ts";
import { longestBy } from "./longest.ts";
import { openingsOf } from "./openings.ts";
import { type Day, type Question, REASONS, type Reason, type Slot } from "./question.ts";
import { Room } from "./room.ts";
import { eachStart } from "./starts.ts";
import { MINUTE } from "./stretches.ts";

const MAX_DAYS = 31;

/**
 * The slots on offer, for every local date asked about; with `closed` also the starts that are not, each with why.
 *
 * A start is on offer when a booking from it may end where it would by the opening hours, when lead and horizon allow
 * it, when the peak of places taken in [start - before, end + after) leaves room for the party, and when counts and
 * pools have what it needs.
 *
 * RangeError for dates that are none, that run backwards or over 31 days, and for rules that make no sense.
 */
export function slotsOf(question: Question, { closed = false } = {}): Day[] {
  const { rules } = question;
  const { firstDay, lastDay } = daysOf(question, MAX_DAYS);
  const openings = openingsOf(rules, firstDay, lastDay + spillOf(rules, null));
  const judge = new Judge(question);
  const { room } = judge;
  const longest = longestBy(rules, openings, judge.room);
  const lead = rules.lead * MINUTE;

  const days: Day[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    days.push({ date: dateOf(day), reason: openings.openOn(day) ? "no_start" : "closed", slots: [] });
  }
  eachStart(rules, openings, firstDay, lastDay, manyOf(question), (day, start, end, fits) => {
    const one = days[day - firstDay]!;
    let reason = judge.byTime(day, start, end, fits);
    if (end > start && (closed || reason === null)) {
      const full = judge.byRoom(start, end);
      reason ??= full;
      if (closed || reason === null) {
        one.slots.push({
          start,
          end,
          vacancies: room.vacancies,
          cutoff: start - lead,
          longest: judge.tooSoon(start) || judge.tooFar(day) ? null : longest(day, start),
          reason,
        });
      }
    }
    one.reason = further(one.reason, reason);
    return false;
  });
  return days;
}

/** Of what is said of two starts of a day: on offer before all, then what came further in the order of checks. */
export function further(one: Reason | null, other: Reason | null): Reason | null {
  if (one === null || other === null) return null;
  return one === other || REASONS.indexOf(one) > REASONS.indexOf(other) ? one : other;
}

/**
 * The slot on offer at exactly that start, up to `end` or for the length of the question; or the first reason why
 * there is none.
 */
export function slotAt(question: Moment, start: number, end?: number): { slot: Slot | null; reason: Reason | null } {
  const failed = explain(question, start, end).find(({ passed }) => !passed);
  if (failed) return { slot: null, reason: failed.code };
  const { rules } = question;
  const until = end ?? endOf(rules, start, question.length)!;
  const day = localParts(rules.zone, start).day_number;
  const openings = openingsOf(rules, day, day + spillOf(rules, null));
  const date = dateOf(day);
  const room = new Judge({ ...question, from: date, to: date }).room;
  room.measure(start, until);
  const slot = {
    start,
    end: until,
    vacancies: room.vacancies,
    cutoff: start - rules.lead * MINUTE,
    longest: longestBy(rules, openings, room)(day, start),
    reason: null,
  };
  return { slot, reason: null };
}

/** What is free in a time, wherever it lies: for those who may book beside the starts and the opening hours. */
export function roomAt(
  question: Omit<Moment, "now" | "length">,
  start: number,
  end: number,
): { vacancies: number; reason: Reason | null } {
  const room = new Room(question, occupied(question.rules, start, end));
  room.measure(start, end);
  return { vacancies: room.vacancies, reason: room.reason };
}

/** The units to take from each pool for a booking; null where there are too few. The first in each list are taken first. */
export function unitsFor(question: Omit<Moment, "now" | "length">, start: number, end: number): string[][] | null {
  return new Room(question, occupied(question.rules, start, end)).units(start, end);
}
