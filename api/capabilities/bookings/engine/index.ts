export { calendarOf } from "./calendar.ts";
export { explain, type Moment } from "./explain.ts";
export { endOf, lengthOf, occupied, reach } from "./length.ts";
export { nearest } from "./nearest.ts";
export { roomAt, slotAt, slotsOf, unitsFor } from "./offered.ts";
export type {
  Busy,
  CalendarDay,
  Check,
  Count,
  DatedHours,
  Day,
  Departure,
  Length,
  Pool,
  Question,
  Reason,
  Rules,
  Season,
  Slot,
  Timetable,
  Unit,
  WeeklyWindow,
  Window,
} from "./question.ts";
export { REASONS } from "./question.ts";

// slotsOf(question, { closed?: boolean }): Day[]
// slotAt(question without from/to, start, end?): { slot: Slot | null, reason: Reason | null }
// calendarOf(question): CalendarDay[]
// explain(question without from/to, start, end?): Check[]
// roomAt(question without from/to, start, end): { vacancies: number, reason: Reason | null }   room alone, for staff beside the grid
// unitsFor(question without from/to/now/length, start, end): string[][] | null   ids to take from each pool, in the pools order; null: too few
// occupied(rules, start, end): Interval
// endOf(rules, start, length | null): number | undefined        undefined: no such length
// lengthOf(rules, start, end): number | undefined               in the unit (fixed: minutes)
// reach({ rules, from, to }): Interval                           what to ask the database for
// nearest(days, wanted, count): Slot[]
