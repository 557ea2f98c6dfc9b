import { formatMoney } from "../../../core/money.ts";
import type { Brand, Content } from "./layout.ts";

/** What the mails about a booking need to know of it. */
export interface BookingVariables {
  name: string | null;
  reference: string;
  resource_name: string;
  /** RFC 3339. */
  starts_at: string;
  time_zone: string;
  party: number;
  /** Minor units. */
  price: number;
  currency: string;
  manage_url: string;
  reason: string | null;
}

export function bookingConfirmed(booking: BookingVariables, brand: Brand): Content {
  return {
    subject: `Confirmed: ${booking.resource_name}, ${when(booking, brand)}`,
    preview: `Your booking ${booking.reference} at ${brand.name} is confirmed.`,
    title: "Your booking is confirmed",
    paragraphs: [`${greeting(booking)} we look forward to seeing you.`],
    facts: facts(booking, brand),
    action: { text: "See or change the booking", url: booking.manage_url },
  };
}

export function bookingRequested(booking: BookingVariables, brand: Brand): Content {
  return {
    subject: `Received: ${booking.resource_name}, ${when(booking, brand)}`,
    preview: `${brand.name} has received your request ${booking.reference}.`,
    title: "We have received your request",
    paragraphs: [`${greeting(booking)} we will confirm it as soon as we can. Until then nothing is fixed.`],
    facts: facts(booking, brand),
    action: { text: "See or change the request", url: booking.manage_url },
  };
}

export function bookingCancelled(booking: BookingVariables, brand: Brand): Content {
  return {
    subject: `Cancelled: ${booking.resource_name}, ${when(booking, brand)}`,
    preview: `Your booking ${booking.reference} at ${brand.name} was cancelled.`,
    title: "Your booking was cancelled",
    paragraphs: [`${greeting(booking)} this booking no longer stands.`],
    facts: [...facts(booking, brand), ...(booking.reason ? [["Reason", booking.reason] as const] : [])],
    closing: "If you did not expect this, reply to this mail and we will help.",
  };
}

export function bookingReminder(booking: BookingVariables, brand: Brand): Content {
  return {
    subject: `Reminder: ${booking.resource_name}, ${when(booking, brand)}`,
    preview: `Your booking ${booking.reference} at ${brand.name} is coming up.`,
    title: "Your booking is coming up",
    paragraphs: [`${greeting(booking)} we are looking forward to seeing you soon.`],
    facts: facts(booking, brand),
    action: { text: "See or change the booking", url: booking.manage_url },
  };
}

const greeting = ({ name }: BookingVariables) => (name ? `Hello ${name},` : "Hello,");

function when({ starts_at, time_zone }: BookingVariables, { locale }: Brand): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: time_zone });
  return format.format(new Date(starts_at));
}

function facts(booking: BookingVariables, brand: Brand): [string, string][] {
  const format = new Intl.DateTimeFormat(brand.locale, {
    dateStyle: "full",
    timeStyle: "short",
    timeZone: booking.time_zone,
  });
  const all: [string, string][] = [
    ["What", booking.resource_name],
    ["When", `${format.format(new Date(booking.starts_at))} (${booking.time_zone})`],
    ["People", String(booking.party)],
    ["Reference", booking.reference],
  ];
  if (booking.price > 0) all.push(["Price", formatMoney(booking.price, booking.currency, brand.locale)]);
  return all;
}
