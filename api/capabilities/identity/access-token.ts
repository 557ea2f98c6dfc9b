import { jwtVerify, SignJWT } from "jose";
import { hashSecret } from "../../core/token.ts";
import type { Settings } from "../../kernel/index.ts";

/** How long an access token is good, in milliseconds. */
const lifetime = 15 * 60_000;

/** Purposes that the signing keys are derived for; a token's `kid` names its one. New tokens are signed with the first. */
const keyIds = ["access-token"] as const;
const audience = "foyer:member";

export interface Claims {
  account_id: string;
  session_id: string;
  member_id: string;
  routing: string;
  /** Milliseconds since 1970. */
  expires_at: number;
}

export async function signAccessToken(settings: Settings, of: Omit<Claims, "expires_at">, now: number) {
  const expires = Math.floor((now + lifetime) / 1000);
  const token = await new SignJWT({ sid: of.session_id, mem: of.member_id, rt: of.routing })
    .setProtectedHeader({ alg: "HS256", typ: "at+jwt", kid: keyIds[0] })
    .setSubject(of.account_id)
    .setIssuer(settings.origin)
    .setAudience(audience)
    .setIssuedAt(Math.floor(now / 1000))
    .setExpirationTime(expires)
    .sign(settings.key(keyIds[0]));
  return { token, expires_at: new Date(expires * 1000).toISOString() };
}

/** Tokens whose signature was checked, by their hash. The oldest leave first. */
const verified = new Map<string, Claims>();
const remembered = 5_000;

/** What a token says, if it was signed here and has not run out. Whether its session still lives is another question. */
export async function verifyAccessToken(settings: Settings, token: string, now: number): Promise<Claims | undefined> {
  const hash = hashSecret(`${settings.origin} ${token}`);
  const claims = verified.get(hash) ?? (await check(settings, token, now));
  if (!claims) return undefined;
  if (claims.expires_at <= now) {
    verified.delete(hash);
    return undefined;
  }
  if (!verified.has(hash)) {
    if (verified.size >= remembered) verified.delete(verified.keys().next().value as string);
    verified.set(hash, claims);
  }
  return claims;
}

async function check(settings: Settings, token: string, now: number): Promise<Claims | undefined> {
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const known = keyIds.find((id) => id === kid);
        if (!known) throw new Error("unknown key");
        return settings.key(known);
      },
      {
        algorithms: ["HS256"],
        typ: "at+jwt",
        issuer: settings.origin,
        audience,
        requiredClaims: ["sub", "exp"],
        currentDate: new Date(now),
      },
    );
    const { sub, exp, sid, mem, rt } = payload;
    if (!sub || exp === undefined || typeof sid !== "string" || typeof mem !== "string" || typeof rt !== "string") {
      return undefined;
    }
    return { account_id: sub, session_id: sid, member_id: mem, routing: rt, expires_at: exp * 1000 };
  } catch {
    // Malformed, forged, meant for something else or run out: to the caller it is all the same.
    return undefined;
  }
}
