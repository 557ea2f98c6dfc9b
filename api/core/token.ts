import { createHash, timingSafeEqual } from "node:crypto";
import { encodeInt, randomBase62 } from "./base62.ts";
import { crc32 } from "./crc32.ts";

/** sk: secret key, pk: publishable key, vt: visitor token. */
export type TokenKind = "sk" | "pk" | "vt";
export type TokenMode = "live" | "test";

/** What a token says without a look-up; `hash` is what the database knows it by. */
export interface ParsedToken {
  kind: TokenKind;
  mode: TokenMode;
  /** Names the tenant: 10 characters of a-z and 0-9. */
  routing: string;
  hash: string;
}

export interface NewToken {
  /** Shown once, never stored. */
  token: string;
  /** SHA-256 of the token, hex. */
  hash: string;
  /** For lists: the part before the secret and the token's last four characters, "fy_sk_live_…AbC4". */
  prefix: string;
}

const SECRET_DIGITS = 28;
const CHECK_DIGITS = 6;
const LENGTH = "fy_sk_live_".length + 10 + SECRET_DIGITS + CHECK_DIGITS;
const shape = /^fy_(sk|pk|vt)_(live|test)_([0-9a-z]{10})[0-9A-Za-z]{34}$/;

/** `fy_<kind>_<mode>_<routing><28 random base62 digits><base62 CRC-32 of everything before, 6 digits>` */
export function makeToken(of: { kind: TokenKind; mode: TokenMode; routing: string }): NewToken {
  if (!/^[0-9a-z]{10}$/.test(of.routing)) throw new RangeError("routing must be 10 characters of a-z and 0-9");
  const head = `fy_${of.kind}_${of.mode}_`;
  const unchecked = `${head}${of.routing}${randomBase62(SECRET_DIGITS)}`;
  const token = unchecked + encodeInt(crc32(unchecked), CHECK_DIGITS);
  return { token, hash: hashSecret(token), prefix: `${head}…${token.slice(-4)}` };
}

/** Offline check of shape and checksum. Undefined for anything that was never issued; costs the same for any length. */
export function parseToken(text: string): ParsedToken | undefined {
  if (text.length !== LENGTH) return undefined;
  const found = shape.exec(text);
  if (!found) return undefined;
  const check = encodeInt(crc32(text.slice(0, -CHECK_DIGITS)), CHECK_DIGITS);
  if (!text.endsWith(check)) return undefined;
  return {
    kind: found[1] as TokenKind,
    mode: found[2] as TokenMode,
    routing: found[3]!,
    hash: hashSecret(text),
  };
}

/** SHA-256 of the text, hex. For secrets with enough randomness of their own; passwords go through password.ts. */
export function hashSecret(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Unpredictable base62 text: 22 characters carry 131 bits, 43 carry 256. */
export function randomSecret(chars: number): string {
  return randomBase62(chars);
}

/** Equality that takes the same time wherever two texts differ. */
export function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
