import { eq, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { recurs } from "../../core/recurrence.ts";
import { dateOf, localParts, localToUtc } from "../../core/time.ts";
import { type Context, invalid, Problem, type z } from "../../kernel/index.ts";
import { resources } from "../resources/index.ts";
import { venues } from "../venues/index.ts";
import { book } from "./book.ts";
import { endFrom } from "./lasting.ts";
import { checkReach, type Taken } from "./place.ts";
import type { BookingGroupInput } from "./schema.ts";
import { bookedFor } from "./service.ts";
import { type ShownRow, shown } from "./shown.ts";

type Input = z.output<typeof BookingGroupInput>;
type Item = Omit<Input["items"][number], "recurrence">;

const most = 100;

/** Books several things at once: all of them, or none. A refusal points at the item that could not be had. */
export async function create(ctx: Context, { items, contact, notes, terms_version }: Input) {
  const whose = await bookedFor(ctx, contact);
  const all = (await Promise.all(items.map((item, at) => occurrences(ctx, item, at)))).flat();
  if (all.length > most) throw invalid("/items", `At most ${most} bookings at once.`);
  const group_id = newId("grp", ctx.now);
  const beside: Taken[] = [];
  const booked: ShownRow[] = [];
  for (const { item, at } of all) {
    const more = { ...item, notes, terms_version };
    const { booking, spans } = await book(ctx, more, { ...whose, group_id, beside: [...beside] }).catch(
      within(at, item),
    );
    // What was held stands among what is taken already.
    if (!item.hold_id) beside.push(...spans);
    booked.push(booking);
  }
  const currency = booked[0]?.currency ?? "";
  const other = all.find((_, index) => booked[index]?.currency !== currency);
  if (other) throw invalid(`/items/${other.at}/resource_id`, "All must be paid in one currency.");
  ctx.about("booking_group", group_id);
  return {
    group_id,
    data: booked.map((booking) => shown(ctx, booking)),
    price: booked.reduce((sum, { price }) => sum + price, 0),
    currency,
  };
}

/** A problem with one item, told with its place in the list. */
function within(at: number, { starts_at }: Item) {
  return (error: unknown): never => {
    if (!(error instanceof Problem)) throw error;
    throw error.within(`/items/${at}`, { item: at, starts_at });
  };
}

/** The item itself, and again at the same local time on every date of its rule. */
async function occurrences(ctx: Context, { recurrence, ...item }: Input["items"][number], at: number) {
  if (recurrence === undefined) return [{ item, at }];
  if (item.hold_id) throw invalid(`/items/${at}/hold_id`, "What is held is one time, and cannot recur.");
  const known = await clockOf(ctx, item);
  if (!known) throw invalid(`/items/${at}/resource_id`, "There is no such resource.");
  const { zone, unit } = known;
  const start = Date.parse(item.starts_at);
  checkReach(ctx, start, `/items/${at}/starts_at`);
  const { day_number, hour, minute, second, millisecond } = localParts(zone, start);
  const days = recurs(recurrence, day_number)(day_number, day_number + 731);
  if (days.length > most) throw invalid(`/items/${at}/recurrence`, `At most ${most} bookings at once.`);
  const end = item.ends_at === undefined ? undefined : Date.parse(item.ends_at);
  if (end !== undefined) checkReach(ctx, end, `/items/${at}/ends_at`);
  return days.map((day) => {
    const [year, month, date] = dateOf(day).split("-").map(Number) as [number, number, number];
    const rest = second * 1000 + millisecond;
    const begin = day === day_number ? start : localToUtc(zone, year, month, date, hour * 60 + minute).at + rest;
    const ends_at = end === undefined ? undefined : new Date(endFrom(unit, zone, { start, end }, begin)).toISOString();
    return { item: { ...item, starts_at: new Date(begin).toISOString(), ends_at }, at };
  });
}

async function clockOf(ctx: Context, { resource_id, venue_id }: Item) {
  return ctx.db
    .select({ zone: venues.time_zone, unit: resources.length_unit })
    .from(resources)
    .innerJoin(venues, eq(venues.id, venue_id ?? sql`${resources.venue_id}`))
    .where(eq(resources.id, resource_id))
    .get();
}
