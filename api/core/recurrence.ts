import { civilOfDay, dayOf } from "./civil.ts";
import { parseRecurrence, type Recurrence } from "./recurrence-rule.ts";

export { parseRecurrence, type Recurrence, type RecurringDay } from "./recurrence-rule.ts";

/**
 * The day numbers a rule falls on, ascending, counted from a first day that always belongs to it (3.8.5.3: DTSTART is
 * the first instance). RangeError for a text that is no rule.
 */
export function recurs(rule: Recurrence | string, startDay: number): (firstDay: number, lastDay: number) => number[] {
  const parsed = typeof rule === "string" ? parseRecurrence(rule) : rule;
  const later = laterDays(parsed, startDay);
  if (parsed.count === null) {
    return (firstDay, lastDay) => {
      const found = later(firstDay, Math.min(lastDay, parsed.until ?? lastDay));
      return startDay >= firstDay && startDay <= lastDay ? [startDay, ...found] : found;
    };
  }
  // A count can only be walked; it is walked once, no further than has been asked for.
  const { count } = parsed;
  const walked = [startDay];
  let end = startDay;
  return (firstDay, lastDay) => {
    if (lastDay > end && walked.length < count) {
      walked.push(...later(end + 1, lastDay).slice(0, count - walked.length));
      end = lastDay;
    }
    return walked.filter((day) => day >= firstDay && day <= lastDay);
  };
}

/** The days after `startDay` that match, whatever COUNT and UNTIL say. */
function laterDays(rule: Recurrence, startDay: number): (firstDay: number, lastDay: number) => number[] {
  const { frequency, interval, positions } = rule;
  const start = civilOfDay(startDay);
  const fits = matcher(rule, start.day, startDay);

  /** The days of [from, to] that match and lie in [first, last]; positions count within all of [from, to]. */
  const collect = (found: number[], from: number, to: number, first: number, last: number): void => {
    if (!positions.length) {
      for (let day = Math.max(from, first); day <= to && day <= last; day++) if (fits(day)) found.push(day);
      return;
    }
    const all: number[] = [];
    for (let day = from; day <= to; day++) if (fits(day)) all.push(day);
    const chosen = new Set(positions.map((position) => (position < 0 ? all.length + position : position - 1)));
    found.push(...all.filter((day, index) => chosen.has(index) && day >= first && day <= last));
  };

  if (frequency === "DAILY" || frequency === "WEEKLY") {
    const width = frequency === "DAILY" ? 1 : 7;
    const origin = frequency === "DAILY" ? startDay : startDay - modulo(weekdayIndex(startDay) - rule.weekStart, 7);
    const step = width * interval;
    return (firstDay, lastDay) => {
      const found: number[] = [];
      const first = Math.max(firstDay, startDay + 1);
      for (let from = origin + Math.floor((first - origin) / step) * step; from <= lastDay; from += step) {
        collect(found, from, from + width - 1, first, lastDay);
      }
      return found;
    };
  }

  if (frequency === "MONTHLY") {
    const origin = start.year * 12 + start.month - 1;
    return (firstDay, lastDay) => {
      const found: number[] = [];
      const first = Math.max(firstDay, startDay + 1);
      const { year, month } = civilOfDay(first);
      const begin = year * 12 + month - 1;
      for (let index = begin + modulo(origin - begin, interval); ; index += interval) {
        const { first: from, last: to } = monthAt(Math.floor(index / 12), modulo(index, 12) + 1);
        if (from > lastDay) return found;
        collect(found, from, to, first, lastDay);
      }
    };
  }

  // Of a year only the months that can match are walked, but positions count in the whole of it.
  const bare = !rule.months.length && !rule.days.length && !rule.monthDays.length;
  const months = bare ? [start.month] : rule.months;
  return (firstDay, lastDay) => {
    const found: number[] = [];
    const first = Math.max(firstDay, startDay + 1);
    const begin = civilOfDay(first).year;
    for (let year = begin + modulo(start.year - begin, interval); ; year += interval) {
      const [from, to] = [dayOf(year, 1, 1), dayOf(year, 13, 1) - 1];
      if (from > lastDay) return found;
      if (positions.length || !months.length) collect(found, from, to, first, lastDay);
      else {
        for (const number of months) {
          const month = monthAt(year, number);
          collect(found, month.first, month.last, first, lastDay);
        }
      }
    }
  };
}

interface Month {
  year: number;
  month: number;
  /** Day numbers. */
  first: number;
  last: number;
}

/** Whether a day of a period that the interval does not skip is one of the rule's. */
function matcher(rule: Recurrence, startDate: number, startDay: number): (day: number) => boolean {
  const { frequency, months, monthDays, days } = rule;
  const bare = !days.length && !monthDays.length;
  const onWeekdays = bare && frequency === "WEEKLY" ? [{ weekday: weekdayIndex(startDay), nth: 0 }] : days;
  const onDates = bare && (frequency === "MONTHLY" || frequency === "YEARLY") ? [startDate] : monthDays;
  const inMonth = bare && frequency === "YEARLY" && !months.length ? [civilOfDay(startDay).month] : months;
  const inYear = frequency === "YEARLY" && !months.length;
  let month = monthOf(startDay);
  return (day) => {
    if (day < month.first || day > month.last) month = monthOf(day);
    if (inMonth.length && !inMonth.includes(month.month)) return false;
    if (onDates.length && !isNumbered(onDates, day - month.first + 1, day - month.last - 1)) return false;
    if (!onWeekdays.length) return true;
    const weekday = weekdayIndex(day);
    return onWeekdays.some((wanted) => {
      if (wanted.weekday !== weekday) return false;
      if (wanted.nth === 0) return true;
      const first = inYear ? dayOf(month.year, 1, 1) : month.first;
      const last = inYear ? dayOf(month.year, 13, 1) - 1 : month.last;
      return wanted.nth === (wanted.nth > 0 ? Math.floor((day - first) / 7) + 1 : -Math.floor((last - day) / 7) - 1);
    });
  };
}

function isNumbered(wanted: readonly number[], fromStart: number, fromEnd: number): boolean {
  return wanted.includes(fromStart) || wanted.includes(fromEnd);
}

function monthOf(day: number): Month {
  const { year, month } = civilOfDay(day);
  return monthAt(year, month);
}

function monthAt(year: number, month: number): Month {
  // Month 13 is the next year's January to `dayOf`.
  return { year, month, first: dayOf(year, month, 1), last: dayOf(year, month + 1, 1) - 1 };
}

function weekdayIndex(day: number): number {
  return modulo(day + 3, 7);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
