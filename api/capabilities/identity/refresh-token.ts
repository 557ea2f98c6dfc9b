import { hmac, toBase64url } from "../../core/sign.ts";
import { sameText } from "../../core/token.ts";
import type { Settings } from "../../kernel/index.ts";
import type { SessionRow } from "./schema.ts";

type Seed = Pick<SessionRow, "id" | "refresh_secret">;

/**
 * `<session>.<generation>.<signature>`: the signature needs the session's own random secret and a key of the
 * installation, so that neither the database nor the key alone makes one. Every generation that was ever issued can
 * be told from one that never was, which is how a stolen token shows.
 */
export function refreshToken(settings: Settings, session: Seed, generation: number): string {
  return `${session.id}.${generation}.${signature(settings, session, generation)}`;
}

/** The parts of a token, not yet believed. */
export function readRefreshToken(
  text: string,
): { session_id: string; generation: number; signature: string } | undefined {
  const match = /^(ses_[0-9A-Za-z]{8,40})\.([1-9]\d{0,8})\.([\w-]{43})$/.exec(text);
  const [, session_id, generation, given] = match ?? [];
  if (!session_id || !generation || !given) return undefined;
  return { session_id, generation: Number(generation), signature: given };
}

export function issuedHere(
  settings: Settings,
  session: Seed,
  token: { generation: number; signature: string },
): boolean {
  return sameText(token.signature, signature(settings, session, token.generation));
}

function signature(settings: Settings, session: Seed, generation: number): string {
  return toBase64url(hmac(settings.key("refresh-token"), `${session.id}.${generation}.${session.refresh_secret}`));
}
