import { type ParsedToken, parseToken } from "../../core/token.ts";
import type { Database } from "../../ports/database.ts";
import { type Actor, stranger } from "../actor.ts";
import type { TenantRef } from "../context.ts";
import { unauthenticated } from "../problem.ts";
import { databaseName, type Tenancy } from "../tenancy.ts";

export interface Caller {
  actor: Actor;
  tenant: TenantRef | undefined;
  database: Database | undefined;
  /** What the link names, for a caller that came by one. */
  linked?: string;
}

/** How each kind of credential becomes an actor. Supplied by the capabilities that issue them. */
export interface Authenticators {
  /** Secret and publishable keys, and visitor tokens: looked up in the tenant's own database by their hash. */
  token(database: Database, credential: ParsedToken, now: number): Promise<Actor | undefined>;
  /** A member's access token: verified against the control database. */
  member(control: Database, token: string, now: number): Promise<{ actor: Actor; tenant: TenantRef } | undefined>;
}

const nobody: Caller = { actor: stranger, tenant: undefined, database: undefined };

export async function authenticate(
  tenancy: Tenancy,
  authenticators: Authenticators,
  header: string | undefined,
  now: number,
  /** A member works in the sandbox by asking for it (`Foyer-Mode: test`); a key is of one mode for good. */
  mode: TenantRef["mode"] = "live",
): Promise<Caller> {
  if (header === undefined) return nobody;
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (!token) throw unauthenticated("The Authorization header must be `Bearer <credential>`.");
  const credential = parseToken(token);
  if (credential) {
    const tenant = { routing: credential.routing, mode: credential.mode };
    const database = await tenancy.open(databaseName(tenant));
    const actor = database && (await authenticators.token(database, credential, now));
    if (!actor) throw unauthenticated("This credential is not known, revoked or expired.");
    return { actor, tenant, database };
  }
  if (token.split(".").length === 3) {
    const found = await authenticators.member(await tenancy.control(), token, now);
    const tenant: TenantRef | undefined = found && { ...found.tenant, mode };
    const database = tenant && (await tenancy.open(databaseName(tenant)));
    if (found && database) return { actor: found.actor, tenant, database };
  }
  throw unauthenticated("This credential is not known, revoked or expired.");
}
