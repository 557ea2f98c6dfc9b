import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { hashPassword } from "../../core/password.ts";
import {
  type Context,
  equal,
  forbidden,
  Keyset,
  notFound,
  type Reading,
  type Role,
  type z,
} from "../../kernel/index.ts";
import { tenants } from "../tenants/index.ts";
import { enroll, openAccount } from "./enroll.ts";
import { temporaryPassword } from "./passwords.ts";
import { inTenant, type Member, memberOf, stillHolds } from "./place.ts";
import { emailUnconfirmed, lastOwner, memberExists } from "./problems.ts";
import { reaches } from "./roles.ts";
import { accounts, type MembershipRow, memberships } from "./schema.ts";
import { revokeSessions } from "./sessions.ts";
import type { MemberInput, MemberPatch } from "./shapes.ts";

interface Filters {
  role?: Role | undefined;
  status?: MembershipRow["status"] | undefined;
  limit: number;
  cursor?: string | undefined;
}

const select = (ctx: Reading) =>
  ctx.db
    .select({ ...getTableColumns(memberships), email: accounts.email })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.account_id));

export async function list(ctx: Reading, query: Filters) {
  const keyset = new Keyset({ by: memberships.created_at, id: memberships.id }, query);
  const rows = await select(ctx)
    .where(keyset.where(inTenant(ctx), equal(memberships.role, query.role), equal(memberships.status, query.status)))
    .orderBy(...keyset.order)
    .limit(keyset.take);
  return keyset.page(rows, (row) => [row.created_at, row.id]);
}

export async function retrieve(ctx: Reading, id: string) {
  const row = await select(ctx)
    .where(and(eq(memberships.id, id), inTenant(ctx)))
    .get();
  if (!row) throw notFound();
  return row;
}

/**
 * Adds somebody by address. A new account gets a temporary password, shown to the caller this once and good for
 * nothing but choosing another. An account that other tenants use keeps its own, and is only taken when its owner
 * has confirmed the address: else whoever opened it first could walk in here.
 */
export async function create(ctx: Context, input: z.output<typeof MemberInput>) {
  const actor = memberOf(ctx);
  mayGive(actor, input.role);
  const tenant = await ctx.db
    .select({ id: tenants.id })
    .from(tenants)
    .where(eq(tenants.routing, ctx.tenant.routing))
    .get();
  if (!tenant) throw forbidden();
  const known = await ctx.db
    .select({ account: accounts, member: memberships.id })
    .from(accounts)
    .leftJoin(memberships, and(eq(memberships.account_id, accounts.id), eq(memberships.tenant_id, tenant.id)))
    .where(eq(accounts.email, input.email))
    .get();
  if (known?.member) throw memberExists("This person is a member already.", { members: { member_id: known.member } });
  if (known && known.account.email_confirmed_at === null) throw emailUnconfirmed();

  stillHolds(ctx, actor);
  const password = known ? null : temporaryPassword();
  const account = known?.account ?? (await temporaryAccount(ctx, input, password ?? ""));
  const row = enroll(ctx, { account_id: account.id, tenant_id: tenant.id, name: input.name, role: input.role });
  return { ...row, email: account.email, temporary_password: password };
}

async function temporaryAccount(ctx: Context, { email, name }: { email: string; name: string }, password: string) {
  const password_hash = await hashPassword(password);
  return openAccount(ctx, { email, name, password_hash, temporary: true, confirmed: false });
}

export async function update(ctx: Context, id: string, { version, ...patch }: z.output<typeof MemberPatch>) {
  const actor = memberOf(ctx);
  const { email, ...before } = await retrieve(ctx, id);
  mayGive(actor, before.role);
  if (patch.role) mayGive(actor, patch.role);
  // An invitation becomes a membership by signing in, not by decree.
  if (before.status === "invited" && patch.status === "active") patch.status = undefined;
  const row = ctx.update(memberships, before, patch, version);
  if (row === before) return { ...row, email };
  // Its own row is held by its version already.
  if (id !== actor.id) stillHolds(ctx, actor);
  if (isActiveOwner(before) && !isActiveOwner(row)) keepAnOwner(ctx, before);
  if (row.status === "deactivated") revokeSessions(ctx, sql`membership_id = ${id}`, "member_deactivated");
  return { ...row, email };
}

function mayGive(actor: Member, role: Role): void {
  if (!reaches(actor.role, role)) throw forbidden(`The role ${role} is above yours.`);
}

const isActiveOwner = ({ role, status }: MembershipRow): boolean => role === "owner" && status === "active";

function keepAnOwner(ctx: Context, leaving: MembershipRow): void {
  ctx.guard(
    sql`exists (select 1 from memberships where tenant_id = ${leaving.tenant_id} and role = 'owner' and status = 'active' and id <> ${leaving.id})`,
    lastOwner,
  );
}
