import { eq, sql } from "drizzle-orm";
import { text } from "drizzle-orm/sqlite-core";
import { type Context, instant, problem, table } from "../../kernel/index.ts";
import { notChangeable } from "./changes.ts";
import { reminderRequested } from "./events.ts";
import { open } from "./lifecycle.ts";
import type { ShownRow } from "./shown.ts";

/** When somebody last asked for whoever booked to be reminded. */
const reminders = table("booking_reminders", {
  booking_id: text().primaryKey(),
  requested_at: instant().notNull(),
});

export const reminderAlreadySent = problem(
  "reminder_already_sent",
  409,
  "They were reminded within the last hour already.",
);

const hour = 3_600_000;

/** Asks for whoever booked to be reminded now: once within an hour. `lost` is the answer when somebody else was faster. */
export async function remind(
  ctx: Context,
  booking: ShownRow,
  lost: Parameters<Context["guard"]>[1] = reminderAlreadySent,
): Promise<ShownRow> {
  if (!open(booking)) throw notChangeable();
  const last = await ctx.db.select().from(reminders).where(eq(reminders.booking_id, booking.id)).get();
  const since = ctx.now - hour;
  if (last && Date.parse(last.requested_at) > since) throw reminderAlreadySent();
  ctx.guard(
    sql`not exists (select 1 from ${reminders} where booking_id = ${booking.id} and requested_at > ${since})`,
    lost,
  );
  ctx.write(sql`insert or replace into ${reminders} (booking_id, requested_at) values (${booking.id}, ${ctx.now})`);
  ctx.emit(reminderRequested, booking, { contact: booking.contact_id });
  return booking;
}
