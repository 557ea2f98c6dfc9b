import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { type Context, invalid, Keyset, notFound, type Reading } from "../../kernel/index.ts";
import { keyCreated, keyRevoked } from "./events.ts";
import { issue } from "./issue.ts";
import { keys } from "./schema.ts";

type Row = typeof keys.$inferSelect;

const shown = (ctx: Reading, row: Row) => ({ ...row, mode: ctx.tenant.mode });

export async function list(ctx: Reading, query: { limit: number; cursor?: string | undefined }) {
  const keyset = new Keyset({ by: keys.created_at, id: keys.id }, query);
  const rows = await ctx.db
    .select()
    .from(keys)
    .where(keyset.where())
    .orderBy(...keyset.order)
    .limit(keyset.take);
  const page = keyset.page(rows, (row) => [row.created_at, row.id]);
  return { ...page, data: page.data.map((row) => shown(ctx, row)) };
}

export function create(ctx: Context, input: Parameters<typeof issue>[1]) {
  if (input.kind === "publishable" && !input.origins?.length) {
    throw invalid("/origins", "A publishable key needs at least one origin.");
  }
  if (input.venue_id) atVenue(ctx, input.kind, input.venue_id);
  if (input.expires_at && input.expires_at <= ctx.at) throw invalid("/expires_at", "This time has passed.");
  // Nobody hands out more than they hold.
  const held = ctx.actor.permissions;
  const excess = input.kind === "secret" && held !== "all" && (input.scopes ?? ["*"]).find((scope) => !held.has(scope));
  if (excess) throw invalid("/scopes", `You do not hold ${excess} yourself.`);
  const made = issue(ctx, input);
  ctx.emit(keyCreated, made);
  return made;
}

/** Venues stand above keys: that it is there is asked of the database, in the batch. */
function atVenue(ctx: Context, kind: Row["kind"], id: string): void {
  if (kind !== "publishable") throw invalid("/venue_id", "Only a publishable key can be for one venue.");
  ctx.guard(sql`exists (select 1 from venues where id = ${id} and deleted_at is null)`, () =>
    invalid("/venue_id", "There is no such venue."),
  );
}

/** A new key of the same kind; the old one keeps working for the overlap. */
export async function rotate(ctx: Context, id: string, overlapHours: number) {
  const old = await working(ctx, id);
  const until = new Date(ctx.now + overlapHours * 3_600_000).toISOString();
  retire(ctx, old, old.expires_at !== null && old.expires_at < until ? old.expires_at : until);
  const made = issue(ctx, { ...old, expires_at: null });
  ctx.emit(keyCreated, made);
  ctx.note({ replaces: id });
  return made;
}

export async function revoke(ctx: Context, id: string) {
  retire(ctx, await working(ctx, id), ctx.at);
}

async function working(ctx: Context, id: string): Promise<Row> {
  const row = await ctx.db
    .select()
    .from(keys)
    .where(and(eq(keys.id, id), or(isNull(keys.expires_at), gt(keys.expires_at, ctx.at))))
    .get();
  if (!row) throw notFound();
  return row;
}

/** A key ends at its expiry; `revoked_at` tells that somebody wanted it so. */
function retire(ctx: Context, row: Row, until: string): void {
  ctx.write(sql`update keys set expires_at = ${Date.parse(until)}, revoked_at = ${ctx.now} where id = ${row.id}`);
  ctx.emit(keyRevoked, { ...shown(ctx, row), expires_at: until, revoked_at: ctx.at });
}
