import type { Actor, Role, Settings, TenantRef } from "../../kernel/index.ts";
import type { Database } from "../../ports/database.ts";
import { verifyAccessToken } from "./access-token.ts";
import { idleLimit, touchEvery } from "./lifetime.ts";
import { permissionsOf } from "./roles.ts";

/**
 * Session, membership and tenant as they are now, in one indexed read: signing out, deactivation, a new role and
 * suspension bite at the next request.
 */
const find = `select m.name, m.role, a.must_change_password, s.last_active_at
  from sessions s
  join memberships m on m.id = s.membership_id
  join accounts a on a.id = s.account_id
  join tenants t on t.id = m.tenant_id
  where s.id = ? and s.revoked_at is null and s.expires_at > ? and s.last_active_at > ?
    and m.id = ? and m.status = 'active' and a.id = ?
    and t.routing = ? and t.status in ('active', 'trial_expired') and t.deleted_at is null`;

/** Who an access token is; `undefined` when it is nobody any more. */
export async function authenticateMember(
  control: Database,
  settings: Settings,
  token: string,
  now: number,
): Promise<{ actor: Actor; tenant: TenantRef } | undefined> {
  const claims = await verifyAccessToken(settings, token, now);
  if (!claims) return undefined;
  const { account_id, session_id, member_id, routing } = claims;
  const args = [session_id, now, now - idleLimit, member_id, account_id, routing];
  const [answer] = await control.read([{ sql: find, args }]);
  const row = answer?.rows[0] as [string, Role, number, number] | undefined;
  if (!row) return undefined;
  const [name, role, mustChange, activeAt] = row;
  if (now - activeAt > touchEvery) touch(control, session_id, member_id, now);
  const permissions = permissionsOf(role, mustChange === 1);
  return {
    actor: { kind: "member", id: member_id, name, account_id, session_id, role, permissions },
    tenant: { routing, mode: "live" },
  };
}

function touch(control: Database, session: string, member: string, now: number): void {
  const statements = [
    { sql: "update sessions set last_active_at = ? where id = ? and last_active_at < ?", args: [now, session, now] },
    { sql: "update memberships set last_active_at = ? where id = ?", args: [now, member] },
  ];
  // Nothing waits for it: a lost one is made good by the next request.
  control.commit(statements).catch(() => {});
}
