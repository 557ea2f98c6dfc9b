import { sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { hashPassword, verifyPassword } from "../../core/password.ts";
import { normaliseEmail } from "../../core/text.ts";
import { randomSecret } from "../../core/token.ts";
import type { Context, Problem, z } from "../../kernel/index.ts";
import { signAccessToken } from "./access-token.ts";
import { parseAgent } from "./agent.ts";
import { setCookie } from "./cookie.ts";
import { sessionLifetime } from "./lifetime.ts";
import { decoyHash } from "./passwords.ts";
import { actorIn, isOpen, meIn, type Place, placesOf } from "./place.ts";
import { invalidCredentials, tenantClosed } from "./problems.ts";
import { refreshToken } from "./refresh-token.ts";
import { type AccountRow, type SessionRow, sessions } from "./schema.ts";
import { SignedIn, type SignInInput } from "./shapes.ts";

/** This many failures in a row close an account for `lockFor` milliseconds. */
const attemptsAllowed = 10;
const lockFor = 15 * 60_000;

/**
 * Starts a session. The work is the same whether or not the address is known, the account locked or the password
 * right; every refusal leaves an audit entry that says why, and the caller is not told.
 */
export async function signIn(ctx: Context, input: z.output<typeof SignInInput>): Promise<Response | Problem> {
  const email = normaliseEmail(input.email);
  const places = await placesOf(ctx, email ?? "");
  const account = places[0]?.account;
  const decoy = await decoyHash();
  const password = await verifyPassword(account?.password_hash ?? decoy, input.password);
  if (!account) return refused(ctx, "unknown_account");

  ctx.about("account", account.id);
  const place = choose(places, input.tenant?.toLowerCase());
  if (place) ctx.identify(ctx.actor, place.tenant.routing);
  if (account.locked_until !== null && account.locked_until > ctx.at) return refused(ctx, "locked");
  if (!password.ok) {
    countFailure(ctx, account);
    return refused(ctx, "wrong_password");
  }
  if (!place) return refused(ctx, "not_a_member");
  if (!isOpen(place.tenant)) {
    ctx.note({ reason: "tenant_closed" });
    return tenantClosed();
  }
  welcome(ctx, place, password.outdated ? await hashPassword(input.password) : account.password_hash);
  return enter(ctx, place, newSession(ctx, place));
}

function refused(ctx: Context, reason: string): Problem {
  ctx.note({ reason });
  return invalidCredentials();
}

/** The tenant that was asked for, or the one where the person was last, open ones first. */
function choose(places: Awaited<ReturnType<typeof placesOf>>, subdomain: string | undefined): Place | undefined {
  const whole = places.filter((place): place is Place => place.membership !== null && place.tenant !== null);
  if (subdomain !== undefined) return whole.find(({ tenant }) => tenant.subdomain === subdomain);
  return whole.find(({ tenant }) => isOpen(tenant)) ?? whole[0];
}

/** Counted by the database, so that attempts made at once count each. A lock that ended starts the count anew. */
function countFailure(ctx: Context, account: AccountRow): void {
  const count = sql`case when locked_until <= ${ctx.now} then 1 else failed_attempts + 1 end`;
  ctx.write(
    sql`update accounts set failed_attempts = ${count}, locked_until = case when ${count} >= ${attemptsAllowed} then ${ctx.now + lockFor} end where id = ${account.id} and coalesce(locked_until, 0) <= ${ctx.now}`,
  );
}

/** What a success changes. Nobody gets in whose lock, new password or deactivation came while this one was checked. */
function welcome(ctx: Context, { account, membership }: Place, hash: string): void {
  ctx.guard(
    sql`exists (select 1 from accounts where id = ${account.id} and password_hash = ${account.password_hash} and coalesce(locked_until, 0) <= ${ctx.now})`,
    invalidCredentials,
  );
  ctx.guard(
    sql`exists (select 1 from memberships where id = ${membership.id} and status <> 'deactivated')`,
    invalidCredentials,
  );
  ctx.write(
    sql`update accounts set failed_attempts = 0, locked_until = null, password_hash = ${hash} where id = ${account.id}`,
  );
  ctx.write(
    sql`update memberships set last_active_at = ${ctx.now}, version = version + (status = 'invited'), status = 'active' where id = ${membership.id}`,
  );
}

function newSession(ctx: Context, { account, membership }: Place): SessionRow {
  const session: SessionRow = {
    id: newId("ses", ctx.now),
    account_id: account.id,
    membership_id: membership.id,
    refresh_secret: randomSecret(43),
    generation: 1,
    rotated_at: ctx.at,
    user_agent: ctx.request.agent,
    ...parseAgent(ctx.request.agent),
    ip: ctx.request.ip,
    last_active_at: ctx.at,
    created_at: ctx.at,
    expires_at: new Date(ctx.now + sessionLifetime).toISOString(),
    revoked_at: null,
    revoked_reason: null,
  };
  ctx.insert(sessions, session);
  ctx.about("session", session.id);
  return session;
}

/**
 * The answer that carries credentials: an access token in the body, the refresh token of the session's generation in
 * the cookie. It goes out as a Response, so that it is never kept for replays.
 */
export async function enter(ctx: Context, place: Place, session: SessionRow): Promise<Response> {
  const { account, membership, tenant } = place;
  ctx.identify(actorIn(place, session.id), tenant.routing);
  const of = { account_id: account.id, session_id: session.id, member_id: membership.id, routing: tenant.routing };
  const { token, expires_at } = await signAccessToken(ctx.settings, of, ctx.now);
  setCookie(ctx, refreshToken(ctx.settings, session, session.generation), session.expires_at);
  return Response.json(SignedIn.parse({ access_token: token, expires_at, member: meIn(place, session.id) }));
}
