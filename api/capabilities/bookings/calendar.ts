import { dateOf, dayNumber, localParts, weekdayOf } from "../../core/time.ts";
import type { Exceptions, Hours } from "../venues/index.ts";
import { type Day, type Question, type Slot, slotsOf } from "./engine/slots.ts";

const WEEK = 7;
const MINUTES_A_DAY = 1440;

/** A week, and the dates on which it does not hold. */
export interface Calendar {
  hours: Hours;
  exceptions: Exceptions;
}

/**
 * When a resource is open: its own hours, else its venue's. Where the venue has other hours on a date, a resource with
 * hours of its own is open when both are.
 */
export function calendarOf(venue: Calendar, own: Hours | null): Calendar {
  if (own === null) return { hours: venue.hours, exceptions: venue.exceptions };
  const exceptions = venue.exceptions.map((exception) => ({
    ...exception,
    hours: own
      .filter(({ day }) => day === weekdayOf(dayNumber(exception.date)))
      .flatMap((mine) => exception.hours.map((other) => both(mine, other)))
      .filter(({ from, to }) => from < to),
  }));
  return { hours: own, exceptions };
}

interface Window {
  from: string;
  to: string;
}

/** When both are open; from may come out after to. Times of day sort as text. */
function both(a: Window, b: Window): Window {
  const [, from = a.from] = [a.from, b.from].sort();
  const [to = a.to] = [a.to, b.to].sort();
  return { from, to };
}

/** The slots of a question whose hours have exceptions; `question.rules.hours` is the ordinary week. */
export function slotsOn(question: Question, exceptions: Exceptions): Day[] {
  const [first, last] = [dayNumber(question.from), dayNumber(question.to)];
  // Days after its own that a slot may run into; one more where the clock jumps forward meanwhile.
  const spill = Math.ceil(question.rules.duration / MINUTES_A_DAY) + 1;
  const special = new Map(
    exceptions
      .map((exception) => [dayNumber(exception.date), exception.hours] as const)
      .filter(([day]) => day >= first && day <= last + spill),
  );
  if (special.size === 0) return slotsOf(question);
  if (spill >= WEEK) return clearOf(slotsOf(question), special, question.rules.zone);
  const days: Day[] = [];
  for (let day = first; day <= last; ) {
    let end = day;
    const plain = (at: number) =>
      Array.from({ length: spill + 1 }, (_, ahead) => at + ahead).every((d) => !special.has(d));
    if (plain(day)) {
      while (end < last && plain(end + 1)) end++;
      days.push(...slotsOf({ ...question, from: dateOf(day), to: dateOf(end) }));
    } else {
      const rules = { ...question.rules, hours: weekFrom(day, question.rules.hours as Hours, special) };
      days.push(...slotsOf({ ...question, rules, from: dateOf(day), to: dateOf(day) }));
    }
    day = end + 1;
  }
  return days;
}

/** The slot on offer at one start, or undefined. */
export function slotOn(
  question: Omit<Question, "from" | "to">,
  exceptions: Exceptions,
  start: number,
): Slot | undefined {
  const date = dateOf(localParts(question.rules.zone, start).day_number);
  return slotsOn({ ...question, from: date, to: date }, exceptions)[0]?.slots.find((slot) => slot.start === start);
}

/** The seven days from `day` on as a week of their own, each with the hours of its date. */
function weekFrom(day: number, hours: Hours, special: ReadonlyMap<number, readonly Window[]>): Hours {
  return Array.from({ length: WEEK }, (_, ahead) => day + ahead).flatMap((at) => {
    const weekday = weekdayOf(at);
    const exception = special.get(at);
    return exception
      ? exception.map((window) => ({ day: weekday, ...window }))
      : hours.filter((window) => window.day === weekday);
  });
}

/** What lasts a week or longer runs over no date with hours of its own. */
function clearOf(days: readonly Day[], special: ReadonlyMap<number, unknown>, zone: string): Day[] {
  const dayOf = (at: number) => localParts(zone, at).day_number;
  const touches = (slot: Slot) =>
    [...special.keys()].some((day) => day >= dayOf(slot.start) && day <= dayOf(slot.end - 1));
  return days.map((day) => ({ ...day, slots: day.slots.filter((slot) => !touches(slot)) }));
}
