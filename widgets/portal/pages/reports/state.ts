import { addDays, sameDay } from "../../../kit/calendar-model.ts";

export const periods = ["today", "7d", "30d", "90d", "mtd", "ytd", "custom"] as const;
export type Period = (typeof periods)[number];

/** First and last local date, `YYYY-MM-DD`. */
export interface Span {
  from: string;
  to: string;
}

/** Days that a report covers at most. */
export const mostDays = 400;

const date = /^\d{4}-\d{2}-\d{2}$/;

export const daysBetween = ({ from, to }: Span): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

export const periodOf = (named: string | undefined): Period => periods.find((one) => one === named) ?? "30d";

/** The dates of a period today; of one's own, as they were said, put in order and cut to what a report covers. */
export function spanOf(
  period: Period,
  today: string,
  said: { from?: string | undefined; to?: string | undefined },
): Span {
  const month = `${today.slice(0, 7)}-01`;
  const back = { today: 1, "7d": 7, "30d": 30, "90d": 90 };
  if (period === "mtd") return { from: month, to: today };
  if (period === "ytd") return { from: `${today.slice(0, 4)}-01-01`, to: today };
  if (period !== "custom") return { from: addDays(today, 1 - back[period]), to: today };
  const known = (value: string | undefined) => (value && date.test(value) && Date.parse(value) ? value : undefined);
  const from = known(said.from) ?? addDays(known(said.to) ?? today, -29);
  const to = known(said.to) ?? (from > today ? addDays(from, 29) : today);
  const [first, last] = from <= to ? [from, to] : [to, from];
  const furthest = addDays(first, mostDays - 1);
  return { from: first, to: daysBetween({ from: first, to: last }) > mostDays ? furthest : last };
}

/** What a period is compared with: the same dates of the month or year before, else as many days just before. */
export function before(period: Period, { from, to }: Span): Span {
  if (period === "mtd") return { from: sameDay(from, -1), to: sameDay(to, -1) };
  if (period === "ytd") return { from: sameDay(from, -12), to: sameDay(to, -12) };
  const days = daysBetween({ from, to });
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/** How a figure changed, as a share of what it was; undefined where there was nothing. */
export const changeOf = (now: number, then: number): number | undefined => (then > 0 ? now / then - 1 : undefined);

/** The dates of the week that begins on a Monday, cut to what is reported. */
export function weekIn(monday: string, { from, to }: Span): Span {
  const sunday = addDays(monday, 6);
  return { from: monday < from ? from : monday, to: sunday > to ? to : sunday };
}

interface Figured {
  bookings: number;
  offered_minutes: number | null;
}

/** Hours from the first to the last in which anything is offered or booked; all where there is nothing. */
export function openHours<R extends Figured>(rows: readonly R[]): R[] {
  const busy = (row: R) => row.bookings > 0 || (row.offered_minutes ?? 0) > 0;
  const first = rows.findIndex(busy);
  return first < 0 ? [...rows] : rows.slice(first, rows.findLastIndex(busy) + 1);
}
