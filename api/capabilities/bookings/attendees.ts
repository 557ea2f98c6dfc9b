import { integer, text } from "drizzle-orm/sqlite-core";
import { newId } from "../../core/ids.ts";
import { type Context, instant, invalid, json, table } from "../../kernel/index.ts";
import type { BookingRow } from "./shown.ts";

/** Those who come with a booking, and what each of them answered. */
export const attendees = table("attendees", {
  id: text().primaryKey(),
  booking_id: text().notNull(),
  position: integer().notNull(),
  name: text().notNull(),
  email: text(),
  guest_category: text(),
  answers: json<Record<string, string>>().notNull(),
  checked_in_at: instant(),
});
export type AttendeeRow = typeof attendees.$inferSelect;

type Said = Pick<AttendeeRow, "name" | "email" | "guest_category" | "answers">;

/** Refuses more names than there are guests. */
export function addAttendees(ctx: Context, { id, party, guests }: BookingRow, list: readonly Said[]): AttendeeRow[] {
  const coming = Math.max(party, Object.values(guests).reduce((sum, count) => sum + count, 0));
  if (list.length > coming) throw invalid(`/attendees/${coming}`, `Only ${coming} are coming.`);
  return list.map((said, position) => {
    const row = { ...said, id: newId("att", ctx.now), booking_id: id, position, checked_in_at: null };
    ctx.insert(attendees, row);
    return row;
  });
}
