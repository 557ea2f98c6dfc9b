import type { Attendee, AttendeeUpdate, Booking, Resource } from "../../../../sdk/index.ts";

/** One who comes, as a form holds them. */
export interface AttendeeDraft {
  key: string;
  /** Of one who is on the list already. */
  id?: string;
  name: string;
  email: string;
  guest_category: string | null;
  answers: Record<string, string>;
}

/** How many come at most. */
export const coming = ({ party, guests }: Pick<Booking, "party" | "guests">): number =>
  Math.max(
    party,
    Object.values(guests).reduce((sum, count) => sum + count, 0),
  );

/**
 * Those who are named; where nobody is, a row for everybody, of the categories that were booked, the first with the
 * name of whoever booked.
 */
export function firstDrafts(
  booking: Pick<Booking, "party" | "guests" | "contact">,
  { guest_categories }: Pick<Resource, "guest_categories">,
  before: readonly Attendee[],
): AttendeeDraft[] {
  if (before.length)
    return before.map(({ id, name, email, guest_category, answers }) => ({
      key: id,
      id,
      name,
      email: email ?? "",
      guest_category,
      answers,
    }));
  const kinds = guest_categories.flatMap(({ id }) => Array.from({ length: booking.guests[id] ?? 0 }, () => id));
  return Array.from({ length: Math.min(coming(booking), 20) }, (_, at) => ({
    key: `first-${at}`,
    name: at === 0 ? (booking.contact.name ?? "") : "",
    email: at === 0 ? (booking.contact.email ?? "") : "",
    guest_category: kinds[at] ?? null,
    answers: {},
  }));
}

const untouched = ({ id, name, email, answers }: AttendeeDraft) =>
  id === undefined && !name.trim() && !email.trim() && Object.values(answers).every((answer) => !answer.trim());

/** Rows that say something of somebody without a name. Rows that say nothing are nobody. */
export const namesMissing = (rows: readonly AttendeeDraft[]): number[] =>
  rows.flatMap((row, at) => (!row.name.trim() && !untouched(row) ? [at] : []));

export const attendeesOf = (rows: readonly AttendeeDraft[]): AttendeeUpdate[] =>
  rows
    .filter((row) => !untouched(row))
    .map(({ id, name, email, guest_category, answers }) => ({
      ...(id ? { id } : {}),
      name: name.trim(),
      email: email.trim() || null,
      guest_category,
      answers: Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer.trim())),
    }));
