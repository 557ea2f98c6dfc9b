import type { Work } from "../../kernel/index.ts";
import { activeMembers, permissionsOf } from "../identity/index.ts";

/** Ids of the active members of the tenant who hold a permission. */
export async function membersWho(work: Pick<Work, "control" | "tenant">, permission: string): Promise<string[]> {
  const members = await activeMembers(work.control, work.tenant.routing);
  return members.flatMap(({ id, role }) => {
    const held = permissionsOf(role, false);
    return held === "all" || held.has(permission) ? [id] : [];
  });
}

/** Whoever did something need not be told of it. */
export function others(event: { actor: { kind: string; id: string } }, recipients: readonly string[]): string[] {
  return recipients.filter((id) => event.actor.kind !== "member" || event.actor.id !== id);
}
