import type { OutsideFailure } from "../../ports/outside.ts";
import { isAddress, isLocalName, isPublicAddress } from "./address.ts";

export interface OutsideOptions {
  /** Hosts that are reached although they are private or local: receivers on this machine, in development and tests. */
  allow?: (host: string) => boolean;
  /** Whether plain `http:` may be used. Default: no. */
  http?: boolean;
}

/** Where a request goes. `host` has no brackets, no trailing dot and no capitals; an address is spelt canonically. */
export interface Target {
  url: URL;
  host: string;
  literal: boolean;
  allowed: boolean;
}

export interface Refusal {
  failure: OutsideFailure;
  detail: string;
}

/** Ports from 1024 up that belong to other protocols and that browsers refuse too (Fetch standard, "bad port"). */
const badPorts = [
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
];

/** Checks everything about an address that can be known without asking DNS. */
export function readTarget(text: string, options: OutsideOptions): Target | Refusal {
  if (text.length > 2048) return invalid("the address is longer than 2048 characters");
  if (!URL.canParse(text)) return invalid("this is not an absolute URL");
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return invalid("only https addresses are supported");
  if (url.protocol === "http:" && !options.http) return invalid("the address must start with https://");
  if (url.username || url.password) return invalid("the address must not contain a user name or password");
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  if ((port < 1024 && port !== 80 && port !== 443) || badPorts.includes(port)) {
    return invalid(`port ${port} is not available for outgoing requests`);
  }
  url.hash = "";

  // The URL parser has already turned 0x7f.1, 2130706433 and full-width digits into 127.0.0.1.
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (host === "") return invalid("the address has no host");
  const literal = isAddress(host);
  const target: Target = { url, host, literal, allowed: options.allow?.(host) ?? false };
  if (target.allowed) return target;
  if (literal ? !isPublicAddress(host) : isLocalName(host)) return notAllowed(host);
  return target;
}

export function notAllowed(host: string): Refusal {
  return { failure: "address_not_allowed", detail: `${host} is a private or local address` };
}

function invalid(detail: string): Refusal {
  return { failure: "invalid_url", detail };
}

/** Headers that describe the connection or the message framing; they are ours to set. */
const ownHeaders =
  /^(host|connection|content-length|transfer-encoding|upgrade|te|trailer|expect|keep-alive|proxy-.*)$/i;

export function sendableHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.test(name)));
}
