import { and, desc, eq, ne, type SQL, sql } from "drizzle-orm";
import { type Actor, type Context, forbidden, type Reading } from "../../kernel/index.ts";
import { type TenantRow, tenants } from "../tenants/index.ts";
import { listed, permissionsOf } from "./roles.ts";
import { type AccountRow, accounts, type MembershipRow, memberships } from "./schema.ts";

/** A person's place in a tenant, with all that speaks of it. */
export interface Place {
  account: AccountRow;
  membership: MembershipRow;
  tenant: TenantRow;
}

export type Member = Extract<Actor, { kind: "member" }>;

/** Whether members may come in. A trial that ran out still lets them, so that they can choose a plan. */
export const isOpen = (tenant: TenantRow): boolean =>
  tenant.deleted_at === null && (tenant.status === "active" || tenant.status === "trial_expired");

/** Memberships of the caller's tenant. */
export const inTenant = (ctx: Pick<Reading, "tenant">): SQL =>
  sql`${memberships.tenant_id} = (select ${tenants.id} from ${tenants} where ${tenants.routing} = ${ctx.tenant.routing})`;

/** The member who asks; routes that call this admit no one else. */
export function memberOf(ctx: Pick<Reading, "actor">): Member {
  if (ctx.actor.kind !== "member") throw forbidden();
  return ctx.actor;
}

/** The account of an address and its places, the last used first. Empty for an unknown address. */
export async function placesOf(ctx: Reading, email: string) {
  return ctx.db
    .select({ account: accounts, membership: memberships, tenant: tenants })
    .from(accounts)
    .leftJoin(memberships, and(eq(memberships.account_id, accounts.id), ne(memberships.status, "deactivated")))
    .leftJoin(tenants, eq(tenants.id, memberships.tenant_id))
    .where(eq(accounts.email, email))
    .orderBy(desc(memberships.last_active_at), memberships.created_at);
}

/** The actor that somebody in this place is. */
export function actorIn({ account, membership }: Place, session_id: string): Member {
  const { id, name, role } = membership;
  const permissions = permissionsOf(role, account.must_change_password);
  return { kind: "member", id, name, account_id: account.id, session_id, role, permissions };
}

/** How somebody in this place is shown to itself. */
export function meIn(place: Place, session_id: string) {
  const { account, membership, tenant } = place;
  return {
    id: membership.id,
    email: account.email,
    name: membership.name,
    role: membership.role,
    permissions: listed(actorIn(place, session_id).permissions),
    must_change_password: account.must_change_password,
    session_id,
    tenant: {
      id: tenant.id,
      name: tenant.name,
      subdomain: tenant.subdomain,
      plan: tenant.plan,
      status: tenant.status,
    },
  };
}

/** The caller as it is shown to itself. */
export async function me(ctx: Reading) {
  const { id, session_id } = memberOf(ctx);
  const place = await ctx.db
    .select({ account: accounts, membership: memberships, tenant: tenants })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.account_id))
    .innerJoin(tenants, eq(tenants.id, memberships.tenant_id))
    .where(eq(memberships.id, id))
    .get();
  if (!place) throw forbidden();
  return meIn(place, session_id);
}

/** Refuses when the caller's own role is no longer what it was when it asked. */
export function stillHolds(ctx: Context, actor: Member): void {
  ctx.guard(
    sql`exists (select 1 from memberships where id = ${actor.id} and role = ${actor.role} and status = 'active')`,
    () => forbidden("Your own role was changed in the meantime."),
  );
}
