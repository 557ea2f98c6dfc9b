import { and, eq, isNull } from "drizzle-orm";
import { type Context, type EventKind, job, problem } from "../../kernel/index.ts";
import { vacate } from "../venues/index.ts";
import * as events from "./events.ts";
import { type BookingStatus, bookings } from "./schema.ts";
import { type BookingRow, joined, type ShownRow } from "./shown.ts";

export const transitionNotAllowed = problem(
  "transition_not_allowed",
  409,
  "A booking cannot go from that status to it.",
);

/** Which status may follow which. What was cancelled or missed gave its places back and stays so. */
const next: Record<BookingStatus, readonly BookingStatus[]> = {
  pending: ["confirmed", "cancelled"],
  confirmed: ["in_progress", "completed", "cancelled", "no_show"],
  in_progress: ["completed", "cancelled", "no_show"],
  completed: ["no_show"],
  cancelled: [],
  no_show: [],
};

const facts: Partial<Record<BookingStatus, EventKind>> = {
  confirmed: events.bookingConfirmed,
  in_progress: events.bookingStarted,
  completed: events.bookingCompleted,
  cancelled: events.bookingCancelled,
  no_show: events.bookingMissed,
};

/** What `become` may emit. */
export const statusEvents = [events.bookingStatusChanged, ...Object.values(facts)];

/** Whether it can still be moved or changed. */
export const open = ({ status }: BookingRow): boolean => status === "pending" || status === "confirmed";

/** Takes another status, with all that follows from it; the same one again changes nothing. */
export function become(
  ctx: Context,
  before: ShownRow,
  status: BookingStatus,
  patch: Partial<BookingRow> = {},
  version?: number,
): ShownRow {
  ctx.expect(before, version);
  if (status === before.status) return before;
  if (!next[before.status].includes(status)) {
    throw transitionNotAllowed(`From ${before.status} it cannot become ${status}.`, {
      members: { from: before.status, allowed: next[before.status] },
    });
  }
  const after = { ...before, ...ctx.update(bookings, before, { ...patch, status }, version) };
  if (status === "cancelled" || status === "no_show") vacate(ctx, before.id);
  if (status === "confirmed") schedule(ctx, after);
  tell(ctx, after, status);
  return after;
}

function tell(ctx: Context, row: ShownRow, status: BookingStatus): void {
  const fact = facts[status];
  const about = { contact: row.contact_id };
  ctx.emit(events.bookingStatusChanged, row, about);
  if (fact) ctx.emit(fact, row, about);
}

/** Lets a confirmed booking move on when its time comes. A job whose booking was moved meanwhile finds nothing to do. */
export function schedule(ctx: Context, { id, status, starts_at, ends_at }: BookingRow): void {
  if (status !== "confirmed") return;
  for (const at of [Date.parse(starts_at), Date.parse(ends_at)]) {
    ctx.later(advanceBooking, { id }, { at: Math.max(at, ctx.now), key: `${id}:${at}` });
  }
}

/** At its start and at its end a booking moves on by itself. Running twice, or late, comes to the same. */
export const advanceBooking = job<{ id: string }>("bookings.advance", (work, { id }) => advance(work, id));

async function advance(ctx: Context, id: string): Promise<void> {
  const row = await joined(ctx.db)
    .where(and(eq(bookings.id, id), isNull(bookings.deleted_at)))
    .get();
  if (!row || (row.status !== "confirmed" && row.status !== "in_progress")) return;
  const over = Date.parse(row.ends_at) <= ctx.now;
  if (!over && (row.status === "in_progress" || Date.parse(row.starts_at) > ctx.now)) return;
  // Whoever slept through the start hears of it all the same.
  if (over && row.status === "confirmed") tell(ctx, { ...row, status: "in_progress" }, "in_progress");
  become(ctx, row, over ? "completed" : "in_progress");
}
