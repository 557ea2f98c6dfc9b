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
