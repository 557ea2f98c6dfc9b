import { and, eq, lte, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, job, notFound, problem, type Reading, type z } from "../../kernel/index.ts";
import { spans, vacate } from "../venues/index.ts";
import { holdCreated, holdReleased } from "./events.ts";
import { claim, find, termsOf } from "./offer.ts";
import { type HoldInput, holds } from "./schema.ts";

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
  const place = await find(ctx, input);
  const id = newId("hld", ctx.now);
  const expires = ctx.now + lifetime;
  const row: HoldRow = {
    id,
    resource_id: place.resource.id,
    holder_id: ctx.actor.id,
    contact_id: ctx.actor.kind === "visitor" ? ctx.actor.contact_id : null,
    ...termsOf(place, input),
    created_at: ctx.at,
    expires_at: new Date(expires).toISOString(),
  };
  if (ctx.actor.kind === "visitor") {
    ctx.guard(
      sql`(select count(*) from ${holds} where holder_id = ${ctx.actor.id} and expires_at > ${ctx.now}) < ${most}`,
      tooManyHolds,
    );
  }
  claim(ctx, place, id, input, expires);
  ctx.insert(holds, row);
  // One sweep for each minute in which something runs out: where nothing is held, nothing has to wake up.
  const minute = Math.ceil((expires + 1) / MINUTE) * MINUTE;
  ctx.later(sweepHolds, null, { at: minute, key: String(minute) });
  ctx.emit(holdCreated, row, { contact: row.contact_id });
  return row;
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
  giveBack(ctx, row);
}

function giveBack(ctx: Context, row: HoldRow): void {
  vacate(ctx, row.id);
  ctx.write(sql`delete from ${holds} where id = ${row.id}`);
  ctx.emit(holdReleased, row, { contact: row.contact_id });
}

/** A hold that can be turned into a booking, with what its span takes up (milliseconds since 1970). */
export async function usable(ctx: Reading, id: string) {
  const busy = { from: sql<number>`${spans.busy_from}`, to: sql<number>`${spans.busy_to}` };
  const found = await ctx.db
    .select({ hold: holds, busy })
    .from(holds)
    .innerJoin(spans, eq(spans.id, holds.id))
    .where(and(eq(holds.id, id), mine(ctx)))
    .get();
  if (!found || Date.parse(found.hold.expires_at) <= ctx.now) throw holdExpired();
  return found;
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
  for (const row of rows) giveBack(ctx, row);
  if (rows.length === sweptAtOnce) ctx.later(sweepHolds, null, { at: ctx.now });
}
