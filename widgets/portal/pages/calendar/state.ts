import type { Booking } from "../../../../sdk/index.ts";
import { addDays, daysIn, sameDay, weekday } from "../../../kit/calendar-model.ts";

export const views = ["day", "resources", "week", "month"] as const;
export type View = (typeof views)[number];

export const asView = (text: string | undefined | null): View | undefined => views.find((view) => view === text);

/** The dates a view shows; a month shows whole weeks. */
export function datesOf(view: View, date: string, firstDay: number): string[] {
  if (view === "day" || view === "resources") return [date];
  const from = (start: string, count: number) => Array.from({ length: count }, (_, at) => addDays(start, at));
  const weekOf = (one: string) => addDays(one, -((weekday(one) - firstDay + 7) % 7));
  if (view === "week") return from(weekOf(date), 7);
  const month = date.slice(0, 7);
  const start = weekOf(`${month}-01`);
  const last = addDays(weekOf(`${month}-${String(daysIn(month)).padStart(2, "0")}`), 6);
  const count = Math.round((Date.parse(last) - Date.parse(start)) / 86_400_000) + 1;
  return from(start, count);
}

/** The date to show after a step back (-1) or on (1). */
export function stepped(view: View, date: string, by: 1 | -1): string {
  if (view === "day" || view === "resources") return addDays(date, by);
  if (view === "week") return addDays(date, by * 7);
  return sameDay(date, by);
}

export const validDate = (text: string | null | undefined): string | undefined =>
  text &&
  /^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(text) &&
  Number(text.slice(8)) >= 1 &&
  Number(text.slice(8)) <= daysIn(text.slice(0, 7))
    ? text
    : undefined;

/** What the status filter leaves: all but what was cancelled, all of it, or one status. */
export function keeps(filter: string | undefined, status: Booking["status"]): boolean {
  if (filter === "any") return true;
  return filter ? status === filter : status !== "cancelled";
}
