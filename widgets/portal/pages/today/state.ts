import type { Booking, Today, TodayBooking } from "../../../../sdk/index.ts";
import { dayIn } from "../home/state.ts";

export const columns = ["arrivals", "in_progress", "to_return", "pending"] as const;
export type Column = (typeof columns)[number];
export type Status = Booking["status"];

export const asColumn = (text: string | undefined): Column => columns.find((one) => one === text) ?? "arrivals";

/** What one press says of a booking in a column, the likeliest first. */
export const steps: Record<Column, readonly Status[]> = {
  arrivals: ["in_progress", "completed", "no_show"],
  in_progress: ["completed", "no_show"],
  to_return: ["completed", "no_show"],
  pending: ["confirmed"],
};

/** Where a booking stands once it has a status; nowhere when its day is done. */
export function columnOf(booking: TodayBooking, status: Status, now: number): Column | undefined {
  const { time_zone, resource_kind, starts_at, ends_at } = booking;
  const isToday = (at: number) => dayIn(time_zone, at) === dayIn(time_zone, now);
  if (status === "pending") return "pending";
  if (status === "confirmed") return isToday(Date.parse(starts_at)) ? "arrivals" : undefined;
  if (status !== "in_progress") return undefined;
  return resource_kind === "rental" && isToday(Date.parse(ends_at) - 1) ? "to_return" : "in_progress";
}

export type Board = Pick<Today, Column>;

/** The board as it will be once what was pressed is done. */
export function foreseen(board: Board, said: ReadonlyMap<string, Status>, now: number): Board {
  const next: Board = { arrivals: [], in_progress: [], to_return: [], pending: [] };
  for (const column of columns) {
    for (const booking of board[column]) {
      const status = said.get(booking.id);
      const to = status ? columnOf(booking, status, now) : column;
      if (to) next[to].push(status ? { ...booking, status } : booking);
    }
  }
  const ends = ({ ends_at }: TodayBooking) => Date.parse(ends_at);
  const starts = ({ starts_at }: TodayBooking) => Date.parse(starts_at);
  next.arrivals.sort((a, b) => starts(a) - starts(b));
  next.pending.sort((a, b) => starts(a) - starts(b));
  next.in_progress.sort((a, b) => ends(a) - ends(b));
  next.to_return.sort((a, b) => ends(a) - ends(b));
  return next;
}

export const guestsOf = (bookings: readonly Pick<TodayBooking, "party">[]): number =>
  bookings.reduce((sum, { party }) => sum + party, 0);

type Hour = Today["hours"][number];

/** The hours worth showing: from the first with guests to the last, the present one among them; none without guests. */
export function hoursShown(hours: readonly Hour[], present: number): Hour[] {
  const busy = hours.filter(({ guests }) => guests > 0).map(({ hour }) => hour);
  if (busy.length === 0) return [];
  const [first, last] = [Math.min(...busy, present), Math.max(...busy, present)];
  return hours.filter(({ hour }) => hour >= first && hour <= last);
}

/** Minutes before its time from which a press is due. */
const soon = 15;

/** Whether somebody should press now: who arrives or brings something back about this time. */
export function isDue(
  { starts_at, ends_at }: Pick<TodayBooking, "starts_at" | "ends_at">,
  column: Column,
  now: number,
): boolean {
  const at = column === "arrivals" ? starts_at : column === "to_return" ? ends_at : undefined;
  return at !== undefined && Date.parse(at) - now <= soon * 60_000;
}
