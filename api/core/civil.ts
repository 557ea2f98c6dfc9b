/** Calendar arithmetic without zones: proleptic Gregorian dates as text and as whole days since 1970-01-01. */

export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface CivilDate {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Whether the text is a date of the real calendar as YYYY-MM-DD: 2028-02-29 is, 2026-02-29 is not. */
export function isDate(text: string): boolean {
  return civilOf(text) !== undefined;
}

/** Days since 1970-01-01 of a YYYY-MM-DD date. RangeError when there is no such date. */
export function dayNumber(date: string): number {
  const civil = civilOf(date);
  if (!civil) throw new RangeError(`not a date: ${date}`);
  return dayOf(civil.year, civil.month, civil.day);
}

/** The YYYY-MM-DD date of a day number, years 0000 to 9999. */
export function dateOf(day: number): string {
  const { year, month, day: dayOfMonth } = civilOfDay(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

export function weekdayOf(day: number): Weekday {
  // 1970-01-01 was a Thursday.
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7]!;
}

/** Days since 1970-01-01, by Howard Hinnant's `days_from_civil`: years start in March, in eras of 400. */
export function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The reverse of `dayOf` (`civil_from_days`). */
export function civilOfDay(days: number): CivilDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** A whole number from 0 with leading zeros. */
export function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

function civilOf(text: string): CivilDate | undefined {
  const found = DATE.exec(text);
  if (!found) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? { year, month, day } : undefined;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
