import { and, eq, sql } from "drizzle-orm";
import { type Context, decideAgain, Keyset, notFound, type Reading } from "../../kernel/index.ts";
import { memberNames } from "../identity/index.ts";
import { venueMemberCreated, venueMemberDeleted } from "./events.ts";
import { venueAt, workerName } from "./people.ts";
import { type VenueMemberRow, venueMembers } from "./schema.ts";

/** Names of those who left too. */
async function named<T extends VenueMemberRow>(ctx: Reading, rows: T[]): Promise<(T & { name: string })[]> {
  const ids = rows.map(({ member_id }) => member_id);
  const names = await memberNames(ctx.control, ctx.tenant.routing, ids);
  return rows.map((row) => ({ ...row, name: names.get(row.member_id) ?? "" }));
}

export async function list(ctx: Reading, venueId: string, query: { limit: number; cursor?: string | undefined }) {
  const keyset = new Keyset({ by: venueMembers.created_at, id: venueMembers.member_id, direction: "asc" }, query);
  const [rows] = await Promise.all([
    ctx.db
      .select()
      .from(venueMembers)
      .where(keyset.where(eq(venueMembers.venue_id, venueId)))
      .orderBy(...keyset.order)
      .limit(keyset.take),
    venueAt(ctx, venueId),
  ]);
  const page = keyset.page(rows, (row) => [row.created_at, row.member_id]);
  return { ...page, data: await named(ctx, page.data) };
}

const find = (ctx: Reading, venueId: string, memberId: string) =>
  ctx.db
    .select()
    .from(venueMembers)
    .where(and(eq(venueMembers.venue_id, venueId), eq(venueMembers.member_id, memberId)))
    .get();

/** Assigns a member to a venue; once is enough. */
export async function add(ctx: Context, venueId: string, memberId: string) {
  ctx.about("venue", venueId);
  const [found, name] = await Promise.all([
    find(ctx, venueId, memberId),
    workerName(ctx, memberId),
    venueAt(ctx, venueId),
  ]);
  if (name === undefined) throw notFound();
  if (found) return { ...found, name };
  const row = { venue_id: venueId, member_id: memberId, created_at: ctx.at };
  // Somebody else may have assigned the same person meanwhile: then there is nothing left to do.
  ctx.insert(venueMembers, row, decideAgain);
  ctx.note({ member_id: memberId });
  ctx.emit(venueMemberCreated, { ...row, name }, { subject: venueId });
  return { ...row, name };
}

export async function remove(ctx: Context, venueId: string, memberId: string): Promise<void> {
  ctx.about("venue", venueId);
  const row = await find(ctx, venueId, memberId);
  if (!row) throw notFound();
  const [shown] = await named(ctx, [row]);
  const same = sql`venue_id = ${venueId} and member_id = ${memberId}`;
  ctx.guard(sql`exists (select 1 from ${venueMembers} where ${same})`, () => notFound());
  ctx.write(sql`delete from ${venueMembers} where ${same}`);
  ctx.note({ member_id: memberId });
  if (shown) ctx.emit(venueMemberDeleted, shown, { subject: venueId });
}
