import { hmac, toBase64url } from "../core/sign.ts";
import { sameText } from "../core/token.ts";
import type { Settings, TenantRef } from "./context.ts";

interface Link {
  tenant: TenantRef;
  /** What the link names. */
  id: string;
  /** Seconds since 1970 after which it is no longer good; 0 for a link that stays good. */
  expires: number;
}

/**
 * A path segment that opens one thing without an account. It names tenant, thing and end, and is signed for one
 * purpose with a key of the installation, so nothing is stored and nothing can be guessed (128 bits).
 */
export function linkTo(settings: Settings, purpose: string, tenant: TenantRef, id: string, expires = 0): string {
  const known = links.get(settings) ?? new Map<string, string>();
  links.set(settings, known);
  const name = `${purpose} ${tenant.routing} ${tenant.mode} ${id} ${expires}`;
  const link = known.get(name) ?? sign(settings, purpose, tenant, id, expires);
  if (known.size >= 5_000) known.clear();
  known.set(name, link);
  return link;
}

/** Lists show the same links again and again; signing each anew would cost more than reading its row. */
const links = new WeakMap<Settings, Map<string, string>>();

function sign(settings: Settings, purpose: string, tenant: TenantRef, id: string, expires: number): string {
  const head = `${tenant.routing}${tenant.mode === "test" ? "-test" : ""}.${id}.${expires.toString(36)}`;
  return `${head}.${signature(settings, purpose, head)}`;
}

/** What a link opens; `undefined` for one that was forged, meant for something else, or has run out. */
export function readLink(settings: Settings, purpose: string, text: string, now: number): Link | undefined {
  const match = /^(([0-9a-z]{10})(-test)?\.([0-9A-Za-z_]{1,64})\.([0-9a-z]{1,9}))\.([\w-]{22})$/.exec(text);
  const [, head, routing, test, id, until, given] = match ?? [];
  if (!head || !routing || !id || !until || !given) return undefined;
  if (!sameText(given, signature(settings, purpose, head))) return undefined;
  const expires = Number.parseInt(until, 36);
  if (expires !== 0 && expires * 1000 < now) return undefined;
  return { tenant: { routing, mode: test ? "test" : "live" }, id, expires };
}

function signature(settings: Settings, purpose: string, head: string): string {
  return toBase64url(hmac(settings.key(`link:${purpose}`), head)).slice(0, 22);
}
