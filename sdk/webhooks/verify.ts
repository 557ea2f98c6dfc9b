import { FoyerError } from "../core/errors.ts";
import type { FoyerEvent } from "../generated/types.ts";

/** A delivery that must not be believed. */
export class WebhookVerificationError extends FoyerError {
  override readonly name: string = "WebhookVerificationError";
}

/** `webhook-id`, `webhook-timestamp` or `webhook-signature` is missing. */
export class WebhookHeadersError extends WebhookVerificationError {
  override readonly name = "WebhookHeadersError";
}

/** Signed too long ago (somebody may be replaying it), or in the future. */
export class WebhookTimestampError extends WebhookVerificationError {
  override readonly name = "WebhookTimestampError";
}

/** No signature fits any of the secrets. */
export class WebhookSignatureError extends WebhookVerificationError {
  override readonly name = "WebhookSignatureError";
}

export type WebhookHeaders = Headers | Record<string, string | string[] | undefined>;

export interface VerifyOptions {
  /** How many seconds the time of signing may be off: 300 unless given. */
  tolerance?: number;
}

/**
 * Checks a delivery (Standard Webhooks 1.0, HMAC-SHA-256) and returns its event. `payload` is the body exactly as it
 * arrived; while a secret is being rotated, give both. Throws {@link WebhookVerificationError}.
 */
export async function verify(
  payload: string | ArrayBuffer | Uint8Array,
  headers: WebhookHeaders,
  secret: string | readonly string[],
  { tolerance = 300 }: VerifyOptions = {},
): Promise<FoyerEvent> {
  const id = header(headers, "webhook-id");
  const timestamp = header(headers, "webhook-timestamp");
  const signatures = header(headers, "webhook-signature");

  const drift = Math.abs(Date.now() / 1000 - Number(timestamp));
  if (!/^\d+$/.test(timestamp) || drift > tolerance) {
    throw new WebhookTimestampError(`The delivery was signed more than ${tolerance} s ago, or in the future.`);
  }

  const text = typeof payload === "string" ? payload : new TextDecoder("utf-8", { ignoreBOM: true }).decode(payload);
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${text}`);
  const candidates = signatures.split(" ").filter((value) => value.startsWith("v1,"));
  for (const one of [secret].flat()) {
    const key = await importKey(one);
    for (const candidate of candidates) {
      const bytes = decode(candidate.slice(3));
      // `subtle.verify` compares in constant time.
      if (bytes && (await crypto.subtle.verify("HMAC", key, bytes, signed))) return JSON.parse(text) as FoyerEvent;
    }
  }
  throw new WebhookSignatureError("No signature fits: is the payload unchanged, and the secret that of this endpoint?");
}

function header(headers: WebhookHeaders, name: string): string {
  const value =
    headers instanceof Headers
      ? headers.get(name)
      : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  if (!value?.length) throw new WebhookHeadersError(`The header ${name} is missing.`);
  return [value].flat()[0]!;
}

function importKey(secret: string): Promise<CryptoKey> {
  const bytes = decode(secret.replace(/^whsec_/, ""));
  if (!bytes?.length) throw new FoyerError("The webhook secret is not one: it looks like whsec_ and base64.");
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
}

function decode(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
