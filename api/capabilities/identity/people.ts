import { and, eq, inArray } from "drizzle-orm";
import type { Reader, Role } from "../../kernel/index.ts";
import { tenants } from "../tenants/index.ts";
import { accounts, memberships } from "./schema.ts";

export interface ActiveMember {
  id: string;
  name: string;
  email: string;
  role: Role;
}

/** Who works in a tenant now, for those who write to them. */
export async function activeMembers(control: Reader, routing: string): Promise<ActiveMember[]> {
  return control
    .select({ id: memberships.id, name: memberships.name, email: accounts.email, role: memberships.role })
    .from(memberships)
    .innerJoin(tenants, eq(tenants.id, memberships.tenant_id))
    .innerJoin(accounts, eq(accounts.id, memberships.account_id))
    .where(and(eq(tenants.routing, routing), eq(memberships.status, "active")))
    .orderBy(memberships.created_at, memberships.id);
}

/** Names by membership id, of those who left too. Ids of other tenants have none. */
export async function memberNames(
  control: Reader,
  routing: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await control
    .select({ id: memberships.id, name: memberships.name })
    .from(memberships)
    .innerJoin(tenants, eq(tenants.id, memberships.tenant_id))
    .where(and(eq(tenants.routing, routing), inArray(memberships.id, [...new Set(ids)])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
