import { and, eq, isNull } from "drizzle-orm";
import { type Context, type EventKind, job, problem } from "../../kernel/index.ts";
import type { ResourceRow } from "../resources/index.ts";
import { release } from "./departure.ts";
import * as events from "./events.ts";
import { watchDeparture } from "./minimum.ts";
import type { Taken } from "./place.ts";
import { returnPromotion } from "./promotion.ts";
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

/** Gives back what a booking took; several that leave at once do so together. */
export type Leave = (ctx: Context, before: ShownRow) => unknown;

/** Takes another status, with all that follows from it; the same one again changes nothing. */
export async function become(
  ctx: Context,
  before: ShownRow,
  status: BookingStatus,
  patch: Partial<BookingRow> = {},
  version?: number,
  leave: Leave = release,
): Promise<ShownRow> {
  ctx.expect(before, version);
  if (status === before.status) return before;
  if (!next[before.status].includes(status)) {
    throw transitionNotAllowed(`From ${before.status} it cannot become ${status}.`, {
      members: { from: before.status, allowed: next[before.status] },
    });
  }
  const after = { ...before, ...ctx.update(bookings, before, { ...patch, status }, version) };
  if (status === "cancelled" || status === "no_show") {
    await leave(ctx, before);
    returnPromotion(ctx, before.id);
  }
  if (status === "confirmed") scheduleSteps(ctx, after);
  tell(ctx, after, status);
  return after;
}

function tell(ctx: Context, row: ShownRow, status: BookingStatus): void {
  const fact = facts[status];
  const about = { contact: row.contact_id };
  ctx.emit(events.bookingStatusChanged, row, about);
  if (fact) ctx.emit(fact, row, about);
}

/** Lets a booking, and the departure that it is on, move on when their times come. */
export function schedule(ctx: Context, booking: ShownRow, resource: ResourceRow, spans: readonly Taken[]): void {
  scheduleSteps(ctx, booking);
  if (resource.min_to_run !== null && spans.length > 0) watchDeparture(ctx, booking, resource);
}

/** A job whose booking was moved meanwhile finds nothing to do. */
function scheduleSteps(ctx: Context, { id, status, starts_at, ends_at }: BookingRow): void {
  if (status === "pending") {
    ctx.later(
      advanceBooking,
      { id },
      { at: Math.max(Date.parse(starts_at), ctx.now), key: `${id}:${starts_at}:pending` },
    );
  }
  if (status !== "confirmed" && status !== "in_progress") return;
  const [start, end] = [Date.parse(starts_at), Date.parse(ends_at)];
  for (const at of [start, end]) ctx.later(advanceBooking, { id }, { at: Math.max(at, ctx.now), key: `${id}:${at}` });
  const soon = end - soonBefore;
  if (soon > start && soon > ctx.now) ctx.later(endingSoon, { id, ends_at }, { at: soon, key: `${id}:${ends_at}` });
}

/** How long before the end of a booking that lasts longer its end is told of. */
const soonBefore = 24 * 3_600_000;

/** What lasts for more than a day is about to end. */
export const endingSoon = job<{ id: string; ends_at: string }>(
  "bookings.ending_soon",
  async (work, { id, ends_at }) => {
    const row = await byId(work, id);
    if (!row || row.ends_at !== ends_at || (row.status !== "confirmed" && row.status !== "in_progress")) return;
    work.emit(events.bookingEndingSoon, row, { contact: row.contact_id });
  },
);

/** At its start and at its end a booking moves on by itself. Running twice, or late, comes to the same. */
export const advanceBooking = job<{ id: string }>("bookings.advance", (work, { id }) => advance(work, id));

const byId = (ctx: Context, id: string) =>
  joined(ctx.db)
    .where(and(eq(bookings.id, id), isNull(bookings.deleted_at)))
    .get();

async function advance(ctx: Context, id: string): Promise<void> {
  const row = await byId(ctx, id);
  if (!row) return;
  const [begun, over] = [Date.parse(row.starts_at) <= ctx.now, Date.parse(row.ends_at) <= ctx.now];
  // Nobody approved it in time: it did not come about, and says so.
  if (row.status === "pending" && begun) {
    await become(ctx, row, "cancelled", { cancelled_at: ctx.at, cancel_reason: "It was not confirmed in time." });
  }
  if (row.status !== "confirmed" && row.status !== "in_progress") return;
  if (!over && (row.status === "in_progress" || !begun)) return;
  // Whoever slept through the start hears of it all the same.
  if (over && row.status === "confirmed") tell(ctx, { ...row, status: "in_progress" }, "in_progress");
  await become(ctx, row, over ? "completed" : "in_progress");
}
