import type { ParsedToken } from "../../core/token.ts";
import type { Actor, Permissions } from "../../kernel/index.ts";
import type { Database } from "../../ports/database.ts";

/** Last use is written at most this often, in milliseconds: it must not turn every read into a write. */
const touchEvery = 10 * 60_000;

/** What a publishable key may do: it sits in public pages. */
const publicPermissions: Permissions = new Set([
  "visitors:write",
  "venues:read",
  "resources:read",
  "availability:read",
  "widget:read",
  "bookings:write",
  "tickets:write",
]);

const find =
  "select id, name, kind, scopes, origins, venue_id, last_used_at from keys where hash = ? and (expires_at is null or expires_at > ?) limit 1";
type Found = [
  id: string,
  name: string,
  kind: "secret" | "publishable",
  scopes: string,
  origins: string,
  venue_id: string | null,
  last_used_at: number | null,
];
const permissions = new Map<string, Permissions>();

export async function authenticateKey(
  database: Database,
  { hash }: ParsedToken,
  now: number,
): Promise<Actor | undefined> {
  const [answer] = await database.read([{ sql: find, args: [hash, now] }]);
  const row = answer?.rows[0] as Found | undefined;
  if (!row) return undefined;
  const [id, name, kind, scopes, origins, venue_id, usedAt] = row;
  if (usedAt === null || now - usedAt > touchEvery) touch(database, id, now);
  if (kind === "publishable") {
    return { kind, id, name, origins: JSON.parse(origins), venue_id, permissions: publicPermissions };
  }
  return { kind, id, name, permissions: permissionsOf(scopes) };
}

/** Keys with the same scopes share one set. */
function permissionsOf(scopes: string): Permissions {
  let found = permissions.get(scopes);
  if (!found) {
    const list = JSON.parse(scopes) as string[];
    found = list.includes("*") ? "all" : new Set(list);
    if (permissions.size < 1_000) permissions.set(scopes, found);
  }
  return found;
}

function touch(database: Database, id: string, now: number): void {
  const statement = { sql: "update keys set last_used_at = ? where id = ?", args: [now, id] };
  // A display value: nothing waits for it, and losing one is no harm.
  database.commit([statement]).catch(() => {});
}
