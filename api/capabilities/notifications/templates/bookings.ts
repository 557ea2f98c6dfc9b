import { formatMoney } from "../../../core/money.ts";
import type { Brand, Content } from "./layout.ts";
import { fully, greeting, shortly } from "./when.ts";

/** What a booking is for, and when. Times are RFC 3339. */
interface Told {
  resource_name: string;
  starts_at: string;
  ends_at: string;
  time_zone: string;
}

/** What the mails about a booking need to know of it. Money is in minor units. */
export interface BookingVariables extends Told {
  name: string | null;
  reference: string;
  status: string;
  variant_name: string | null;
  venue_name: string | null;
  venue_address: string | null;
  /** What happens next, in the business's own words. */
  instructions: string | null;
  party: number;
  price: number;
  /** How much of the price is due at once. */
  deposit: number;
  paid: number;
  /** Given back, when it was cancelled. */
  refund: number;
  currency: string;
  manage_url: string;
  reason: string | null;
  /** Where it was before it moved. */
  before: Told | null;
}

export function bookingConfirmed(booking: BookingVariables, brand: Brand): Content {
  return {
    subject: `Confirmed: ${booking.resource_name}, ${shortly(booking, brand)}`,
    preview: `Your booking ${booking.reference} at ${brand.name} is confirmed.`,
    title: "Your booking is confirmed",
    paragraphs: [`${greeting(booking)} we look forward to seeing you.`],
    facts: [...facts(booking, brand), ...due(booking, brand)],
    note: whatNext(booking),
    action: manage(booking),
  };
}

export function bookingRequested(booking: BookingVariables, brand: Brand): Content {
  return {
    subject: `Received: ${booking.resource_name}, ${shortly(booking, brand)}`,
    preview: `${brand.name} has received your request ${booking.reference}.`,
    title: "We have received your request",
    paragraphs: [`${greeting(booking)} we will confirm it as soon as we can. Until then nothing is fixed.`],
    facts: facts(booking, brand),
    action: { text: "See or change the request", url: booking.manage_url },
  };
}

export function bookingMoved(booking: BookingVariables, brand: Brand): Content {
  const { before, status } = booking;
  return {
    subject: `Moved: ${booking.resource_name}, ${shortly(booking, brand)}`,
    preview: `Your booking ${booking.reference} at ${brand.name} has a new time or place.`,
    title: "Your booking was moved",
    paragraphs: [
      `${greeting(booking)} this is what stands now.`,
      ...(status === "pending" ? ["It still has to be confirmed."] : []),
    ],
    facts: [
      ...(before ? [["Before", `${before.resource_name}, ${fully(before, brand)}`] as const] : []),
      ...facts(booking, brand),
      ...(status === "pending" ? [] : due(booking, brand)),
    ],
    note: whatNext(booking),
    action: manage(booking),
    closing: "If the new time does not suit you, reply to this mail and we will help.",
  };
}

export function bookingCancelled(booking: BookingVariables, brand: Brand): Content {
  return {
    subject: `Cancelled: ${booking.resource_name}, ${shortly(booking, brand)}`,
    preview: `Your booking ${booking.reference} at ${brand.name} was cancelled.`,
    title: "Your booking was cancelled",
    paragraphs: [`${greeting(booking)} this booking no longer stands.`],
    facts: [
      ...facts(booking, brand),
      ...(booking.reason ? [["Reason", booking.reason] as const] : []),
      ...sum("Refund", booking.refund, booking, brand),
    ],
    closing: "If you did not expect this, reply to this mail and we will help.",
  };
}

export function bookingReminder(booking: BookingVariables, brand: Brand): Content {
  return {
    subject: `Reminder: ${booking.resource_name}, ${shortly(booking, brand)}`,
    preview: `Your booking ${booking.reference} at ${brand.name} is coming up.`,
    title: "Your booking is coming up",
    paragraphs: [`${greeting(booking)} we are looking forward to seeing you soon.`],
    facts: [...facts(booking, brand), ...due(booking, brand)],
    note: whatNext(booking),
    action: manage(booking),
  };
}

export function bookingEndingSoon(booking: BookingVariables, brand: Brand): Content {
  const { ends_at, time_zone } = booking;
  const until = fully({ starts_at: ends_at, time_zone }, brand);
  return {
    subject: `Ending soon: ${booking.resource_name}, ${shortly({ starts_at: ends_at, time_zone }, brand)}`,
    preview: `Your booking ${booking.reference} at ${brand.name} ends in a day.`,
    title: "Your booking ends in a day",
    paragraphs: [`${greeting(booking)} it ends on ${until}. If you need longer, reply to this mail in good time.`],
    facts: [...facts(booking, brand), ...due(booking, brand)],
    action: { text: "See the booking", url: booking.manage_url },
  };
}

export function bookingCompleted(booking: BookingVariables, brand: Brand): Content {
  return {
    subject: `Thank you: ${booking.resource_name}, ${shortly(booking, brand)}`,
    preview: `Thank you for being with ${brand.name}.`,
    title: "Thank you for coming",
    paragraphs: [`${greeting(booking)} we hope that all was well, and would be glad to see you again.`],
    facts: [...facts(booking, brand), ...due(booking, brand)],
    closing: "If something was not as it should be, reply to this mail: we want to know.",
  };
}

const manage = ({ manage_url }: BookingVariables) => ({ text: "See or change the booking", url: manage_url });

const whatNext = ({ instructions }: BookingVariables) =>
  instructions ? { title: "What happens next", text: instructions } : undefined;

type Facts = (readonly [label: string, value: string])[];

function facts(booking: BookingVariables, brand: Brand): Facts {
  const { resource_name, variant_name, venue_name, venue_address, party, reference, price } = booking;
  const where = [venue_name, venue_address].filter(Boolean).join(", ");
  return [
    ["What", variant_name ? `${resource_name}, ${variant_name}` : resource_name],
    ["When", fully(booking, brand)],
    ...(where ? [["Where", where] as const] : []),
    ["People", String(party)],
    ["Reference", reference],
    ...sum("Price", price, booking, brand),
  ];
}

/** What is still to be paid: of the deposit at once, and in all. */
function due(booking: BookingVariables, brand: Brand): Facts {
  const { price, deposit, paid } = booking;
  return [
    ...sum("Paid", paid, booking, brand),
    ...sum("Deposit due", deposit < price ? deposit - paid : 0, booking, brand),
    ...sum("Balance", price - paid, booking, brand),
  ];
}

/** An amount, where there is one. */
const sum = (label: string, amount: number, { currency }: BookingVariables, { locale }: Brand): Facts =>
  amount > 0 ? [[label, formatMoney(amount, currency, locale)]] : [];
