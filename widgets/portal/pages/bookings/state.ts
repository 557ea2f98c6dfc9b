import type { Booking } from "../../../../sdk/index.ts";

export type BookingStatus = Booking["status"];

export const statuses = [
  "pending",
  "confirmed",
  "in_progress",
  "completed",
  "cancelled",
  "no_show",
] as const satisfies readonly BookingStatus[];

/** Which status may follow which; the API says the last word. */
const next: Record<BookingStatus, readonly BookingStatus[]> = {
  pending: ["confirmed"],
  confirmed: ["in_progress", "completed", "no_show"],
  in_progress: ["completed", "no_show"],
  completed: ["no_show"],
  cancelled: [],
  no_show: [],
};

/** Milliseconds before its start from which a booking can be said to have begun, been used or been missed. */
const early = 12 * 3_600_000;

/** What may be said about a booking now, the likeliest first. Cancelling is apart: it asks for a reason. */
export function steps(booking: Pick<Booking, "status" | "starts_at">, now = Date.now()): readonly BookingStatus[] {
  const near = Date.parse(booking.starts_at) - now < early;
  return next[booking.status].filter((status) => near || status === "confirmed");
}

export const canMove = ({ status }: Pick<Booking, "status">): boolean => status === "pending" || status === "confirmed";

export const canCancel = ({ status }: Pick<Booking, "status">): boolean =>
  canMove({ status }) || status === "in_progress";

/** Staff may still change what is going on. */
export const canEdit = canCancel;

/** Whom a booking is for, in one word or two. */
export const guest = ({ contact, reference }: Pick<Booking, "contact" | "reference">): string =>
  contact.name || contact.email || reference;

/** What people look for in a booking, and what of its row tells it. */
const fields = {
  time: ["starts_at", "ends_at"],
  resource: ["resource_id", "venue_id", "variant_id"],
  party: ["party", "guests", "private"],
  extras: ["add_ons", "promotion_code"],
  status: ["status"],
  price: ["price"],
  paid: ["paid"],
  notes: ["notes"],
  answers: ["answers"],
  papers: ["attachments", "waiver_status"],
} as const satisfies Record<string, readonly (keyof Booking)[]>;
export type BookingField = keyof typeof fields;

/** What became different from one version of a booking to a newer one. */
export function changedIn(before: Booking, after: Booking): BookingField[] {
  const differs = (name: keyof Booking) => JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  return (Object.keys(fields) as BookingField[]).filter((field) => fields[field].some(differs));
}

/** How a booking is paid for so far. */
export type Paid = "free" | "unpaid" | "deposit" | "partly" | "paid" | "over";

export function paidState({
  price,
  paid,
  deposit,
  balance,
}: Pick<Booking, "price" | "paid" | "deposit" | "balance">): Paid {
  if (price === 0 && paid === 0) return "free";
  if (balance < 0) return "over";
  if (balance === 0) return "paid";
  if (paid === 0) return "unpaid";
  return deposit > 0 && paid >= deposit ? "deposit" : "partly";
}

/** What to ask for now: the rest of the deposit, else the rest of the price. */
export const dueNow = ({ paid, deposit, balance }: Pick<Booking, "paid" | "deposit" | "balance">): number =>
  Math.max(0, paid < deposit ? deposit - paid : balance);

/** What can be done with many bookings at once. */
export const batchActions = ["confirm", "start", "complete", "no_show", "remind", "cancel"] as const;
export type BatchAction = (typeof batchActions)[number];

const reached: Record<Exclude<BatchAction, "remind" | "cancel">, BookingStatus> = {
  confirm: "confirmed",
  start: "in_progress",
  complete: "completed",
  no_show: "no_show",
};

/** Whether an action makes sense for a booking; the API says the last word. */
export function allows(action: BatchAction, booking: Pick<Booking, "status" | "starts_at">, now = Date.now()): boolean {
  if (action === "cancel") return canCancel(booking);
  if (action === "remind") return canMove(booking) && Date.parse(booking.starts_at) > now;
  return steps(booking, now).includes(reached[action]);
}
