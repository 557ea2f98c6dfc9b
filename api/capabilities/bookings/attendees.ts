import { and, asc, eq, sql } from "drizzle-orm";
import { integer, text } from "drizzle-orm/sqlite-core";
import { newId } from "../../core/ids.ts";
import {
  type Context,
  decideAgain,
  instant,
  invalid,
  json,
  notFound,
  type Reading,
  table,
  type z,
} from "../../kernel/index.ts";
import { type ResourceRow, resources } from "../resources/index.ts";
import type { AttendeesInput } from "./attendee-schema.ts";
import { notChangeable } from "./changes.ts";
import { attendeesChanged, checkedIn } from "./events.ts";
import { open } from "./lifecycle.ts";
import { trusted } from "./place.ts";
import { checkGuestAnswers } from "./questions.ts";
import { bookings } from "./schema.ts";
import type { BookingRow, ShownRow } from "./shown.ts";

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
type Coming = Pick<BookingRow, "id" | "party" | "guests">;

/** The names that a booking is made with. */
export function addAttendees(ctx: Context, booking: Coming, list: readonly Said[]): void {
  checkNumber(booking, list);
  list.forEach((said, position) => void add(ctx, booking, said, position));
}

function checkNumber({ party, guests }: Coming, list: readonly Said[]): void {
  const coming = Math.max(
    party,
    Object.values(guests).reduce((sum, count) => sum + count, 0),
  );
  if (list.length > coming) throw invalid(`/attendees/${coming}`, `Only ${coming} are coming.`);
}

function add(
  ctx: Context,
  { id }: Coming,
  { name, email, guest_category, answers }: Said,
  position: number,
): AttendeeRow {
  const said = { name, email, guest_category, answers };
  const row = { ...said, id: newId("att", ctx.now), booking_id: id, position, checked_in_at: null };
  ctx.insert(attendees, row);
  return row;
}

const of = (ctx: Pick<Reading, "db">, bookingId: string): Promise<AttendeeRow[]> =>
  ctx.db.select().from(attendees).where(eq(attendees.booking_id, bookingId)).orderBy(asc(attendees.position));

export async function list(ctx: Pick<Reading, "db">, { id, version }: Pick<BookingRow, "id" | "version">) {
  return { booking_id: id, version, data: await of(ctx, id) };
}

type Input = z.output<typeof AttendeesInput>;

/** Exchanges the list. Who stays on it, by id, stays checked in; the booking gets another version. */
export async function replace(ctx: Context, booking: ShownRow, { version, attendees: said }: Input) {
  ctx.about("bookings", booking.id);
  ctx.expect(booking, version);
  if (!(trusted(ctx) ? takesPlace(booking) : open(booking))) throw notChangeable();
  checkNumber(booking, said);
  checkGuestAnswers(await resourceOf(ctx, booking), said, !trusted(ctx));
  const before = await of(ctx, booking.id);
  const known = new Map(before.map((row) => [row.id, row]));
  const next = said.map(({ id, ...one }, position): [AttendeeRow | undefined, Said] => {
    if (id === undefined) return [undefined, one];
    const row = known.get(id);
    if (!row) throw invalid(`/attendees/${position}/id`, "Nobody of that id is on the list, or twice.");
    known.delete(id);
    return [row, one];
  });
  if (next.length === before.length && next.every(([row, one], at) => row?.position === at && isSame(row, one))) {
    return { booking_id: booking.id, version: booking.version, data: before };
  }
  const after = ctx.update(bookings, booking, { version: booking.version + 1 }, version);
  const gone = JSON.stringify([...known.keys()]);
  ctx.write(sql`delete from ${attendees} where id in (select value from json_each(${gone}))`);
  const data = next.map(([row, one], position) =>
    row ? change(ctx, row, one, position) : add(ctx, booking, one, position),
  );
  ctx.note({ attendees: { from: before.length, to: data.length } });
  const told = { booking_id: booking.id, version: after.version, data };
  ctx.emit(attendeesChanged, { ...told, reference: booking.reference }, about(booking));
  return told;
}

const about = ({ id, contact_id }: BookingRow) => ({ subject: id, contact: contact_id });

/** What was called off or missed has nobody coming. */
const takesPlace = ({ status }: BookingRow): boolean => status !== "cancelled" && status !== "no_show";

const isSame = (row: Said, said: Said): boolean =>
  row.name === said.name &&
  row.email === said.email &&
  row.guest_category === said.guest_category &&
  JSON.stringify(row.answers) === JSON.stringify(said.answers);

function change(ctx: Context, row: AttendeeRow, said: Said, position: number): AttendeeRow {
  const { name, email, guest_category, answers } = said;
  // Whether somebody is checked in is not touched: they may be, at this moment.
  ctx.write(
    sql`update ${attendees} set position = ${position}, name = ${name}, email = ${email}, guest_category = ${guest_category}, answers = ${JSON.stringify(answers)} where id = ${row.id}`,
  );
  return { ...row, ...said, position };
}

export async function resourceOf(ctx: Pick<Reading, "db">, { resource_id }: BookingRow): Promise<ResourceRow> {
  const resource = await ctx.db.select().from(resources).where(eq(resources.id, resource_id)).get();
  if (!resource) throw new Error(`there is no resource ${resource_id}`);
  return resource;
}

/** Says that somebody came, or, after all, that they did not. Saying so twice changes nothing. */
export async function checkIn(ctx: Context, booking: ShownRow, id: string, came: boolean): Promise<AttendeeRow> {
  ctx.about("attendees", id);
  const mine = and(eq(attendees.id, id), eq(attendees.booking_id, booking.id));
  const row = await ctx.db.select().from(attendees).where(mine).get();
  if (!row) throw notFound();
  if ((row.checked_in_at !== null) === came) return row;
  if (!takesPlace(booking)) throw notChangeable();
  const checked_in_at = came ? ctx.at : null;
  ctx.guard(
    sql`exists (select 1 from ${attendees} where id = ${id} and (checked_in_at is null) = ${came ? 1 : 0})`,
    decideAgain,
  );
  ctx.write(sql`update ${attendees} set checked_in_at = ${came ? ctx.now : null} where id = ${id}`);
  ctx.note({ checked_in_at: { from: row.checked_in_at, to: checked_in_at } });
  const after = { ...row, checked_in_at };
  ctx.emit(checkedIn, { ...after, reference: booking.reference }, about(booking));
  return after;
}
