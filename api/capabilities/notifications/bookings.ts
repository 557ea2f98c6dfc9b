import { sql } from "drizzle-orm";
import { job, type LoggedEvent, notFound, type Problem, type Work } from "../../kernel/index.ts";
import { retrieveBooking } from "../bookings/index.ts";
import { type Booking, mailBooking } from "./booking-mail.ts";
import type { NotificationType } from "./schema.ts";
import { notify } from "./service.ts";
import { membersWho, others } from "./staff.ts";

const reminderBefore = 24 * 3_600_000;

export async function created(work: Work, event: LoggedEvent<Booking>): Promise<void> {
  const sure = event.data.status === "confirmed";
  await mailBooking(work, event.data, sure ? "booking-confirmed" : "booking-requested", event.data.id);
  if (sure) remindLater(work, event.data);
  await tellStaff(work, event, sure ? "booking_confirmed" : "booking_requested");
}

export async function confirmed(work: Work, event: LoggedEvent<Booking>): Promise<void> {
  await mailBooking(work, event.data, "booking-confirmed", event.data.id);
  remindLater(work, event.data);
}

/** A booking that moved is reminded of at its new time; the reminder of the old time finds that it is none any more. */
export async function updated(work: Work, event: LoggedEvent<Booking>): Promise<void> {
  const booking = event.data;
  if (booking.status === "confirmed") remindLater(work, booking);
  const before = await toldBefore(work, event);
  if (!before || !elsewhere(before, booking)) return;
  await mailBooking(work, booking, "booking-moved", event.id, before);
  await tellStaff(work, event, "booking_moved");
}

/** What the log told of a booking last, before this: an event carries the new state alone. */
async function toldBefore(work: Work, { seq, data }: LoggedEvent<Booking>): Promise<Booking | undefined> {
  const [row] = await work.db.values<[string]>(
    sql`select data from events where subject = ${data.id} and seq < ${seq} and type in ('booking.created', 'booking.updated') order by seq desc limit 1`,
  );
  return row && (JSON.parse(row[0]) as Booking);
}

const elsewhere = (before: Booking, after: Booking): boolean =>
  (["starts_at", "ends_at", "resource_id", "venue_id"] as const).some((name) => before[name] !== after[name]);

export async function cancelled(work: Work, event: LoggedEvent<Booking>): Promise<void> {
  await mailBooking(work, event.data, "booking-cancelled", event.data.id);
  await tellStaff(work, event, "booking_cancelled");
}

export async function endingSoon(work: Work, event: LoggedEvent<Booking>): Promise<void> {
  const { id, ends_at } = event.data;
  await mailBooking(work, event.data, "booking-ending-soon", `${id}:${ends_at}`);
  await tellStaff(work, event, "booking_ending_soon");
}

export async function completed(work: Work, event: LoggedEvent<Booking>): Promise<void> {
  await mailBooking(work, event.data, "booking-completed", event.data.id);
}

export async function reminderRequested(work: Work, event: LoggedEvent<Booking>): Promise<void> {
  await mailBooking(work, event.data, "booking-reminder", event.id);
}

/** A booking made later than a day before has only just been confirmed: no reminder. */
function remindLater(work: Work, { id, starts_at }: Booking): void {
  const at = Date.parse(starts_at) - reminderBefore;
  if (at > work.now) work.later(remind, { id, starts_at }, { at, key: `${id}:${starts_at}` });
}

export const remind = job<{ id: string; starts_at: string }>(
  "notifications.remind",
  async (work, { id, starts_at }) => {
    const booking = await retrieveBooking(work, id).catch(absent);
    if (booking?.status !== "confirmed" || booking.starts_at !== starts_at) return;
    await mailBooking(work, booking, "booking-reminder", `${id}:${starts_at}`);
  },
);

/** A booking that was deleted is nothing to be reminded of. */
function absent(error: unknown): undefined {
  if ((error as Partial<Problem>).kind === notFound) return undefined;
  throw error;
}

const titles = {
  booking_requested: "A booking asks to be confirmed",
  booking_confirmed: "New booking",
  booking_moved: "A booking was moved",
  booking_ending_soon: "A booking ends in a day",
  booking_cancelled: "A booking was cancelled",
} satisfies Partial<Record<NotificationType, string>>;

async function tellStaff(work: Work, event: LoggedEvent<Booking>, type: keyof typeof titles): Promise<void> {
  const booking = event.data;
  const when = type === "booking_ending_soon" ? booking.ends_at : booking.starts_at;
  const notice = {
    cause: event.id,
    type,
    title: titles[type],
    text: [booking.contact.name, booking.resource_name, shortTime(when, booking.time_zone)].filter(Boolean).join(" · "),
    entity_type: "booking",
    entity_id: booking.id,
    url: `/portal/bookings/${booking.id}`,
  };
  notify(work, notice, others(event, await membersWho(work, "bookings:read")));
}

/** As staff reads it, on the venue's clock. */
export const shortTime = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(at));
