import { localRfc3339, parseRfc3339, WEEKDAYS } from "../../../../core/time.ts";
import { type Day, type Question, type Rules, slotsOf, type Timetable, type WeeklyWindow } from "../index.ts";

export const week = (from: string, to: string): WeeklyWindow[] => WEEKDAYS.map((day) => ({ day, from, to }));

export const timetable: Timetable = { hours: week("09:00", "12:00"), seasons: [], exceptions: [], start_times: null };

/** An hour at a time from nine to twelve in New York, four places. */
export const rules: Rules = {
  zone: "America/New_York",
  open: timetable,
  within: [],
  length: { unit: "fixed", minutes: 60 },
  step: 60,
  before: 0,
  after: 0,
  capacity: 4,
  lead: 0,
  horizon: 365,
};

/** What to change of the rules (hours and what else belongs to the timetable included) and of the question. */
export type Change = Partial<Rules> & Partial<Timetable>;

/** Asks about one date, or from one to another, long before. */
export function questionOf(change: Change, dates: string, rest: Partial<Question> = {}): Question {
  const { hours, seasons, exceptions, start_times, ...others } = change;
  const own = { hours, seasons, exceptions, start_times };
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  const [from = dates, to = from] = dates.split("/");
  return {
    rules: { ...rules, open: { ...timetable, ...given }, ...others },
    from,
    to,
    party: 1,
    length: null,
    now: Date.UTC(2026, 0, 1),
    busy: [],
    counts: [],
    pools: [],
    ...rest,
  };
}

export function ask(change: Change, dates: string, rest: Partial<Question> = {}): Day[] {
  return slotsOf(questionOf(change, dates, rest));
}

/** Local start times with their offset: "09:00-04:00". */
export function starts(days: readonly Day[], zone = rules.zone): string[] {
  return days.flatMap((day) =>
    day.slots.map((slot) => localRfc3339(zone, slot.start).replace(/^.*T(\d\d:\d\d):00/, "$1")),
  );
}

export const at = (text: string): number => parseRfc3339(text)!;
