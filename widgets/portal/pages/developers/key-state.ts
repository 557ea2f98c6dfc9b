import type { Key } from "../../../../sdk/index.ts";

/** A key works until its expiry; `revoked_at` says that somebody wanted it to end: by revoking, or by rotating it. */
export const works = ({ expires_at }: Pick<Key, "expires_at">, now = Date.now()): boolean =>
  !expires_at || Date.parse(expires_at) > now;

export function keyState(
  key: Pick<Key, "expires_at" | "revoked_at">,
  now = Date.now(),
): "active" | "ending" | "revoked" | "expired" {
  if (works(key, now)) return key.expires_at ? "ending" : "active";
  return key.revoked_at ? "revoked" : "expired";
}
