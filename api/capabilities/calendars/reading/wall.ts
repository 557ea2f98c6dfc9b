import { dayNumber, isDate } from "../../../core/time.ts";

const DAY = 86_400_000;

/** A date or date-time as a calendar writes it: ms since 1970 as though it were UTC, whatever clock is meant. */
export interface Wall {
  wall: number;
  /** A whole day, without a time. */
  date: boolean;
  /** It is UTC indeed. */
  utc: boolean;
}

/** Reads "2026-12-01" or "2026-12-01T09:00:00Z", the forms of jCal; "2026-12-01T::" is its rendering of a bare date. */
export function readWall(text: string): Wall | undefined {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\dZ?)|T::)?$/.exec(text) ?? [];
  if (day === undefined || !isDate(day)) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = (time ?? "").replace("Z", "").split(":").map(Number);
  const wall = dayNumber(day) * DAY + hours * 3_600_000 + minutes * 60_000 + seconds * 1000;
  return { wall, date: time === undefined, utc: time?.endsWith("Z") ?? false };
}

/** A length as people mean it: whole days of the calendar, then ms of the clock. */
export interface Length {
  days: number;
  ms: number;
}

/** "P1DT2H" (3.3.6). */
export function readLength(text: string): Length | undefined {
  const found = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/.exec(text);
  if (!found) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
  return { days: weeks * 7 + days, ms: (hours * 3600 + minutes * 60 + seconds) * 1000 };
}
