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

/** Whom a booking is for, in one word or two. */
export const guest = ({ contact, reference }: Pick<Booking, "contact" | "reference">): string =>
  contact.name || contact.email || reference;
