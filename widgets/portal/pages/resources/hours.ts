import type { Hours } from "../../../../sdk/index.ts";

export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

/** From and to on one day, `HH:MM`; midnight at the end is `24:00`. */
export interface Window {
  from: string;
  to: string;
}

export const windowsOf = (hours: Hours, day: Weekday): Window[] =>
  hours.filter((one) => one.day === day).map(({ from, to }) => ({ from, to }));

/** The hours with other windows on a day, in the order of the week. */
export function withWindows(hours: Hours, day: Weekday, windows: readonly Window[]): Hours {
  const rest = hours.filter((one) => one.day !== day);
  return [...rest, ...windows.map((window) => ({ day, ...window }))].sort(
    (a, b) => weekdays.indexOf(a.day) - weekdays.indexOf(b.day),
  );
}

/** The same windows on every day that is open, as on one of them. */
export function copiedToAll(hours: Hours, day: Weekday): Hours {
  const windows = windowsOf(hours, day);
  return weekdays.flatMap((one) =>
    one === day || windowsOf(hours, one).length ? windows.map((window) => ({ day: one, ...window })) : [],
  );
}

/** Why windows of one day cannot be kept; undefined when they can. */
export function wrongWindows(windows: readonly Window[]): "empty" | "order" | "overlap" | undefined {
  if (windows.some(({ from, to }) => !from || !to)) return "empty";
  if (windows.some(({ from, to }) => from >= to)) return "order";
  const sorted = [...windows].sort((a, b) => a.from.localeCompare(b.from));
  return sorted.some((window, at) => at > 0 && window.from < (sorted[at - 1]?.to ?? "")) ? "overlap" : undefined;
}

export const wrongHours = (hours: Hours): boolean => weekdays.some((day) => wrongWindows(windowsOf(hours, day)));

/** A window to start with after others: the afternoon, or what is left of the day. */
export function nextWindow(windows: readonly Window[]): Window {
  const last = windows.at(-1)?.to;
  if (!last) return { from: "09:00", to: "17:00" };
  const start = Math.min(Number(last.slice(0, 2)) + 1, 22);
  const text = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
  return { from: text(start), to: text(Math.min(start + 4, 24)) };
}
