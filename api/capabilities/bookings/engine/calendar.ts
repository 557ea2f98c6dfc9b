import { dateOf } from "../../../core/time.ts";
import { daysOf, Judge, manyOf } from "./judge.ts";
import { spillOf } from "./length.ts";
import { further } from "./offered.ts";
import { openingsOf } from "./openings.ts";
import type { CalendarDay, Question, Reason } from "./question.ts";
import { eachStart } from "./starts.ts";

const MAX_DAYS = 366;

/** Reasons for which a day that could be booked has no room left; a blocked one counts as closed. */
const FULL: ReadonlySet<Reason | null> = new Set(["full", "venue_full", "pool_exhausted", "add_on_out"] as const);

/** What each local date asked about has to offer, without its slots. RangeError as with slots, over 366 days. */
export function calendarOf(question: Question): CalendarDay[] {
  const { rules } = question;
  const { firstDay, lastDay } = daysOf(question, MAX_DAYS);
  const many = manyOf(question);
  const openings = openingsOf(rules, firstDay, lastDay + spillOf(rules, many));
  const judge = new Judge(question);
  const days: CalendarDay[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    const reason = openings.openOn(day) ? "no_start" : "closed";
    days.push({ date: dateOf(day), status: "closed", vacancies: 0, reason });
  }
  eachStart(rules, openings, firstDay, lastDay, many, (day, start, end, fits) => {
    const one = days[day - firstDay]!;
    const reason = judge.byTime(day, start, end, fits) ?? judge.byRoom(start, end);
    one.reason = further(one.reason, reason);
    if (reason !== null) return false;
    one.vacancies = Math.max(one.vacancies, judge.room.vacancies);
    // Nothing better is to come.
    return one.vacancies === rules.capacity;
  });
  for (const day of days) {
    if (day.reason === null) day.status = day.vacancies * 4 <= rules.capacity ? "limited" : "open";
    else if (FULL.has(day.reason)) day.status = "full";
  }
  return days;
}
