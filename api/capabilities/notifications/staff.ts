import { and, eq } from "drizzle-orm";
import type { Work } from "../../kernel/index.ts";
import { memberships, permissionsOf } from "../identity/index.ts";
import { tenants } from "../tenants/index.ts";

/** Ids of the active members of the tenant who hold a permission. */
export async function membersWho(work: Pick<Work, "control" | "tenant">, permission: string): Promise<string[]> {
  const members = await work.control
    .select({ id: memberships.id, role: memberships.role })
    .from(memberships)
    .innerJoin(tenants, eq(tenants.id, memberships.tenant_id))
    .where(and(eq(tenants.routing, work.tenant.routing), eq(memberships.status, "active")));
  const holds = (role: (typeof members)[number]["role"]) => {
    const held = permissionsOf(role, false);
    return held === "all" || held.has(permission);
  };
  return members.filter((member) => holds(member.role)).map((member) => member.id);
}

/** Whoever did something need not be told of it. */
export function others(event: { actor: { kind: string; id: string } }, recipients: readonly string[]): string[] {
  return recipients.filter((id) => event.actor.kind !== "member" || event.actor.id !== id);
}
