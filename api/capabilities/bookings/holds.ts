import { and, eq, lte, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, job, notFound, problem, type Reading, type z } from "../../kernel/index.ts";
import { spans, vacate } from "../venues/index.ts";
import { claim } from "./claim.ts";
import { release as leave, stepAside } from "./departure.ts";
import { holdCreated, holdReleased } from "./events.ts";
import { type Found, find, type Wish } from "./offer.ts";
import { type Taken, takenColumns } from "./place.ts";
import { checkWorth, promotionFor } from "./promotion.ts";
import { type HoldInput, holds } from "./schema.ts";
import { momentOf, quoteFor, takenBy } from "./terms.ts";

export const holdExpired = problem("hold_expired", 409, "That hold has run out, or was used.");
export const tooManyHolds = problem("too_many_holds", 409, "Too many slots are held already.");

const MINUTE = 60_000;
/** How long a slot is kept, in milliseconds. */
const lifetime = 10 * MINUTE;
/** Of one visitor at a time: a page must not be able to keep a whole calendar. */
const most = 5;
const sweptAtOnce = 100;

export type HoldRow = typeof holds.$inferSelect;

export async function create(ctx: Context, input: z.output<typeof HoldInput>) {
  if (ctx.actor.kind === "visitor") {
    ctx.guard(
      sql`(select count(*) from ${holds} where holder_id = ${ctx.actor.id} and expires_at > ${ctx.now}) < ${most}`,
      tooManyHolds,
    );
  }
  const contact_id = ctx.actor.kind === "visitor" ? ctx.actor.contact_id : null;
  const wish = input.replaces ? await instead(ctx, input, input.replaces) : input;
  const { hold } = await keep(ctx, wish, await find(ctx, wish), {
    holder_id: ctx.actor.id,
    contact_id,
    expires: ctx.now + lifetime,
  });
  return hold;
}

/** Another hold of the same caller makes room for this one: both happen, or neither. */
async function instead(ctx: Context, input: z.output<typeof HoldInput>, id: string): Promise<Wish> {
  const { hold } = await usable(ctx, id);
  ctx.guard(stillHeld(ctx, id), holdExpired);
  const beside = await stepAside(ctx, hold, input);
  ctx.write(sql`delete from ${holds} where id = ${id}`);
  return { ...input, except: id, beside };
}

/** Keeps what was found free for somebody, until `expires`. Answers it with what it takes. */
export async function keep(
  ctx: Context,
  wish: Wish,
  found: Found,
  { holder_id, contact_id, expires }: { holder_id: string; contact_id: string | null; expires: number },
): Promise<{ hold: HoldRow; spans: Taken[] }> {
  const priced = await pricedAs(ctx, wish, found);
  const row: HoldRow = {
    id: newId("hld", ctx.now),
    holder_id,
    contact_id,
    ...takenBy(found.place, wish, priced),
    starts_at: wish.starts_at,
    ends_at: new Date(found.end).toISOString(),
    created_at: ctx.at,
    expires_at: new Date(expires).toISOString(),
  };
  const spans = claim(ctx, found, wish, row.id, expires);
  ctx.insert(holds, row);
  // One sweep for each minute in which something runs out: where nothing is held, nothing has to wake up.
  const minute = Math.ceil((expires + 1) / MINUTE) * MINUTE;
  ctx.later(sweepHolds, null, { at: minute, key: String(minute) });
  ctx.emit(holdCreated, row, { contact: row.contact_id });
  return { hold: row, spans };
}

/** What was found for a wish, priced with the promotion that it names. */
export async function pricedAs(ctx: Reading, wish: Wish, { place, start, end, used }: Found) {
  const promotion = await promotionFor(ctx, wish, place);
  const priced = quoteFor(place, wish, momentOf(place, ctx.now, start, end, used), promotion);
  checkWorth(promotion, priced);
  return priced;
}

/** A visitor's holds are its own; staff and its keys may use any. */
const mine = (ctx: Reading) => (ctx.actor.kind === "visitor" ? eq(holds.holder_id, ctx.actor.id) : undefined);

const stillHeld = (ctx: Reading, id: string) =>
  sql`exists (select 1 from ${holds} where id = ${id} and expires_at > ${ctx.now})`;

export async function release(ctx: Context, id: string): Promise<void> {
  const row = await ctx.db
    .select()
    .from(holds)
    .where(and(eq(holds.id, id), mine(ctx)))
    .get();
  if (!row || Date.parse(row.expires_at) <= ctx.now) throw notFound();
  ctx.guard(stillHeld(ctx, id), () => notFound());
  await giveBack(ctx, row);
}

/** Ends a hold before its time, or after it. */
export async function giveBack(ctx: Context, row: HoldRow): Promise<void> {
  await leave(ctx, row);
  ctx.write(sql`delete from ${holds} where id = ${row.id}`);
  ctx.emit(holdReleased, row, { contact: row.contact_id });
}

/** A hold that can be turned into a booking, with all that it keeps. */
export async function usable(ctx: Reading, id: string, whose = mine(ctx)): Promise<{ hold: HoldRow; kept: Taken[] }> {
  const [hold, kept] = await Promise.all([
    ctx.db
      .select()
      .from(holds)
      .where(and(eq(holds.id, id), whose))
      .get(),
    ctx.db.select(takenColumns).from(spans).where(eq(spans.owner_id, id)),
  ]);
  if (!hold || Date.parse(hold.expires_at) <= ctx.now) throw holdExpired();
  return { hold, kept };
}

/** Uses a hold up, once: what it kept is free within the batch, for the booking that follows. */
export function use(ctx: Context, row: HoldRow): void {
  ctx.guard(stillHeld(ctx, row.id), holdExpired);
  vacate(ctx, row.id);
  ctx.write(sql`delete from ${holds} where id = ${row.id}`);
}

/** Gives back what ran out. */
export const sweepHolds = job<null>("holds.sweep", (work) => sweep(work));

async function sweep(ctx: Context): Promise<void> {
  const rows = await ctx.db.select().from(holds).where(lte(holds.expires_at, ctx.at)).limit(sweptAtOnce);
  for (const row of rows) await giveBack(ctx, row);
  if (rows.length === sweptAtOnce) ctx.later(sweepHolds, null, { at: ctx.now });
}
