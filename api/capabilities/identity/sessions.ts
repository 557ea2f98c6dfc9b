import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { type Context, equal, forbidden, Keyset, notFound, type Reading } from "../../kernel/index.ts";
import { alive } from "./lifetime.ts";
import { inTenant, memberOf, stillHolds } from "./place.ts";
import { reaches } from "./roles.ts";
import { memberships, type SessionRow, sessions } from "./schema.ts";

interface Paging {
  limit: number;
  cursor?: string | undefined;
}

const shown = (ctx: Reading, row: SessionRow) => ({ ...row, current: row.id === memberOf(ctx).session_id });

/** A person's own sessions are those of the account, whatever tenant they are in. */
const own = (ctx: Reading): SQL | undefined => and(eq(sessions.account_id, memberOf(ctx).account_id), alive(ctx.now));

export async function list(ctx: Reading, query: Paging) {
  const keyset = new Keyset({ by: sessions.created_at, id: sessions.id }, query);
  const rows = await ctx.db
    .select()
    .from(sessions)
    .where(keyset.where(own(ctx)))
    .orderBy(...keyset.order)
    .limit(keyset.take);
  const page = keyset.page(rows, (row) => [row.created_at, row.id]);
  return { ...page, data: page.data.map((row) => shown(ctx, row)) };
}

export async function retrieve(ctx: Reading, id: string) {
  const row = await ctx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, id), own(ctx)))
    .get();
  if (!row) throw notFound();
  return shown(ctx, row);
}

export async function revoke(ctx: Context, id: string): Promise<void> {
  await retrieve(ctx, id);
  revokeSession(ctx, id, "revoked_by_self");
}

export function revokeOthers(ctx: Context): void {
  const { account_id, session_id } = memberOf(ctx);
  ctx.about("account", account_id);
  revokeSessions(ctx, sql`account_id = ${account_id} and id <> ${session_id}`, "revoked_by_self");
}

const columns = { ...getTableColumns(sessions), member_id: memberships.id, member_name: memberships.name };

const ofTenant = (ctx: Reading) =>
  ctx.db
    .select({ ...columns, role: memberships.role })
    .from(sessions)
    .innerJoin(memberships, eq(memberships.id, sessions.membership_id));

/** Sessions of everybody in the caller's tenant. */
export async function listOfMembers(ctx: Reading, query: Paging & { member_id?: string | undefined }) {
  const keyset = new Keyset({ by: sessions.created_at, id: sessions.id }, query);
  const rows = await ofTenant(ctx)
    .where(keyset.where(inTenant(ctx), alive(ctx.now), equal(sessions.membership_id, query.member_id)))
    .orderBy(...keyset.order)
    .limit(keyset.take);
  const page = keyset.page(rows, (row) => [row.created_at, row.id]);
  return { ...page, data: page.data.map((row) => ({ ...row, ...shown(ctx, row) })) };
}

export async function revokeOfMember(ctx: Context, id: string, reason: string | undefined): Promise<void> {
  const actor = memberOf(ctx);
  const row = await ofTenant(ctx)
    .where(and(eq(sessions.id, id), inTenant(ctx), alive(ctx.now)))
    .get();
  if (!row) throw notFound();
  if (!reaches(actor.role, row.role)) throw forbidden("This member's role is above yours.");
  stillHolds(ctx, actor);
  ctx.about("session", id);
  ctx.note({ member_id: row.member_id, reason: reason ?? null });
  revokeSession(ctx, id, reason ?? "revoked_by_admin");
}

export const revokeSession = (ctx: Context, id: string, reason: string) => revokeSessions(ctx, sql`id = ${id}`, reason);

/** Ends those that have not ended. Their access tokens stop at once: each request asks the session. */
export function revokeSessions(ctx: Context, which: SQL, reason: string): void {
  ctx.write(
    sql`update sessions set revoked_at = ${ctx.now}, revoked_reason = ${reason} where ${which} and revoked_at is null`,
  );
}
