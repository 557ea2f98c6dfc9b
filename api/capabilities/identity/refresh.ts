import { eq, sql } from "drizzle-orm";
import { type Context, decideAgain, type Problem } from "../../kernel/index.ts";
import { tenants } from "../tenants/index.ts";
import { clearCookie, readCookie } from "./cookie.ts";
import { idleLimit } from "./lifetime.ts";
import { actorIn, isOpen, type Place } from "./place.ts";
import { sessionEnded } from "./problems.ts";
import { issuedHere, readRefreshToken } from "./refresh-token.ts";
import { accounts, memberships, type SessionRow, sessions } from "./schema.ts";
import { revokeSession } from "./sessions.ts";
import { enter } from "./sign-in.ts";

/** Two tabs that refresh at once, or an answer that was lost: the token just replaced is no theft for this long. */
const grace = 10_000;

interface Found {
  session: SessionRow;
  place: Place;
  /** Of the token that came; the session's own may be ahead. */
  generation: number;
}

/**
 * Exchanges the refresh token for the next one. A token that was replaced before is a copy in somebody's hands: the
 * session ends for both holders, and the audit trail says so.
 */
export async function refresh(ctx: Context): Promise<Response | Problem> {
  const found = await sessionOfCookie(ctx);
  if (!found || !isAlive(ctx, found)) {
    clearCookie(ctx);
    throw sessionEnded();
  }
  const { session, place, generation } = found;
  if (generation === session.generation) return enter(ctx, place, rotate(ctx, session));
  if (generation === session.generation - 1 && ctx.now - Date.parse(session.rotated_at) <= grace) {
    return enter(ctx, place, session);
  }
  clearCookie(ctx);
  ctx.identify(actorIn(place, session.id), place.tenant.routing);
  ctx.about("session", session.id);
  ctx.note({ reason: "refresh_token_reused" });
  revokeSession(ctx, session.id, "refresh_token_reused");
  return sessionEnded();
}

/** Ends the session of the cookie. Without one there is nothing to end, and that is fine too. */
export async function signOut(ctx: Context): Promise<undefined> {
  clearCookie(ctx);
  const found = await sessionOfCookie(ctx);
  if (!found || found.session.revoked_at !== null) return;
  ctx.identify(actorIn(found.place, found.session.id), found.place.tenant.routing);
  ctx.about("session", found.session.id);
  revokeSession(ctx, found.session.id, "signed_out");
}

async function sessionOfCookie(ctx: Context): Promise<Found | undefined> {
  const token = readRefreshToken(readCookie(ctx) ?? "");
  if (!token) return undefined;
  const found = await ctx.db
    .select({ session: sessions, membership: memberships, account: accounts, tenant: tenants })
    .from(sessions)
    .innerJoin(memberships, eq(memberships.id, sessions.membership_id))
    .innerJoin(accounts, eq(accounts.id, sessions.account_id))
    .innerJoin(tenants, eq(tenants.id, memberships.tenant_id))
    .where(eq(sessions.id, token.session_id))
    .get();
  if (!found || !issuedHere(ctx.settings, found.session, token)) return undefined;
  const { session, ...place } = found;
  return { session, place, generation: token.generation };
}

function isAlive(ctx: Context, { session, place }: Found): boolean {
  return (
    session.revoked_at === null &&
    session.expires_at > ctx.at &&
    Date.parse(session.last_active_at) > ctx.now - idleLimit &&
    place.membership.status === "active" &&
    isOpen(place.tenant)
  );
}

/** The next generation. Of two requests with one token the second decides again, and then falls under the grace. */
function rotate(ctx: Context, session: SessionRow): SessionRow {
  ctx.guard(
    sql`exists (select 1 from sessions where id = ${session.id} and generation = ${session.generation} and revoked_at is null)`,
    decideAgain,
  );
  const generation = session.generation + 1;
  ctx.write(
    sql`update sessions set generation = ${generation}, rotated_at = ${ctx.now}, last_active_at = ${ctx.now}, ip = ${ctx.request.ip} where id = ${session.id}`,
  );
  ctx.write(sql`update memberships set last_active_at = ${ctx.now} where id = ${session.membership_id}`);
  return { ...session, generation };
}
