import { job, type LoggedEvent, notFound, type Problem, type Work, type z } from "../../kernel/index.ts";
import { type bookingEvents, manageUrl, retrieveBooking } from "../bookings/index.ts";
import { sendMail } from "./mail.ts";
import type { NotificationType } from "./schema.ts";
import { notify } from "./service.ts";
import { membersWho, others } from "./staff.ts";
import type { TemplateName } from "./templates/index.ts";

/** A booking as the log tells it: without its link. */
type Booking = z.output<typeof bookingEvents.bookingCreated.data>;
type BookingTemplate = Extract<TemplateName, `booking-${string}`>;

const reminderBefore = 24 * 3_600_000;

export async function created(work: Work, event: LoggedEvent<Booking>): Promise<void> {
  const sure = event.data.status === "confirmed";
  mail(work, event.data, sure ? "booking-confirmed" : "booking-requested", event.data.id);
  if (sure) remindLater(work, event.data);
  await tellStaff(work, event, sure ? "booking_confirmed" : "booking_requested");
}

export function confirmed(work: Work, event: LoggedEvent<Booking>): void {
  mail(work, event.data, "booking-confirmed", event.data.id);
  remindLater(work, event.data);
}

/** A booking that moved is reminded of at its new time; the reminder of the old time finds that it is none any more. */
export function updated(work: Work, event: LoggedEvent<Booking>): void {
  if (event.data.status === "confirmed") remindLater(work, event.data);
}

export async function cancelled(work: Work, event: LoggedEvent<Booking>): Promise<void> {
  mail(work, event.data, "booking-cancelled", event.data.id);
  await tellStaff(work, event, "booking_cancelled");
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
    mail(work, booking, "booking-reminder", `${id}:${starts_at}`);
  },
);

/** A booking that was deleted is nothing to be reminded of. */
function absent(error: unknown): undefined {
  if ((error as Partial<Problem>).kind === notFound) return undefined;
  throw error;
}

function mail(work: Work, booking: Booking, template: BookingTemplate, about: string): void {
  if (booking.contact.email === null) return;
  sendMail(work, {
    key: `${template}:${about}`,
    template,
    to: booking.contact.email,
    contact_id: booking.contact_id,
    variables: {
      name: booking.contact.name,
      reference: booking.reference,
      resource_name: booking.resource_name,
      starts_at: booking.starts_at,
      time_zone: booking.time_zone,
      party: booking.party,
      price: booking.price,
      currency: booking.currency,
      manage_url: manageUrl(work, booking.id),
      reason: booking.cancel_reason,
    },
  });
}

const titles = {
  booking_requested: "A booking asks to be confirmed",
  booking_confirmed: "New booking",
  booking_cancelled: "A booking was cancelled",
} satisfies Partial<Record<NotificationType, string>>;

async function tellStaff(work: Work, event: LoggedEvent<Booking>, type: keyof typeof titles): Promise<void> {
  const booking = event.data;
  const when = new Intl.DateTimeFormat("en", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: booking.time_zone,
  }).format(new Date(booking.starts_at));
  const notice = {
    cause: event.id,
    type,
    title: titles[type],
    text: [booking.contact.name, booking.resource_name, when].filter(Boolean).join(" · "),
    entity_type: "booking",
    entity_id: booking.id,
    url: `/portal/bookings/${booking.id}`,
  };
  notify(work, notice, others(event, await membersWho(work, "bookings:read")));
}
