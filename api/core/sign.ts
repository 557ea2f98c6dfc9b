import { createHmac, randomBytes } from "node:crypto";

/** HMAC-SHA256, 32 bytes. */
export function hmac(secret: Uint8Array | string, text: string): Uint8Array {
  return createHmac("sha256", secret).update(text).digest();
}

export function toHex(bytes: Uint8Array): string {
  return view(bytes).toString("hex");
}

export function toBase64(bytes: Uint8Array): string {
  return view(bytes).toString("base64");
}

/** Unpadded, RFC 4648 section 5. */
export function toBase64url(bytes: Uint8Array): string {
  return view(bytes).toString("base64url");
}

/** Reads both base64 alphabets, padded or not. Undefined when the text is neither. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text)) return undefined;
  return new Uint8Array(Buffer.from(text, "base64"));
}

const WEBHOOK_PREFIX = "whsec_";

/** A signing secret of 32 random bytes, `whsec_<base64>`, as Standard Webhooks asks (24 to 64 bytes). */
export function newWebhookSecret(): string {
  return WEBHOOK_PREFIX + toBase64(randomBytes(32));
}

/**
 * One entry of the `webhook-signature` header, "v1,<base64>", over `id.timestamp.body` (Standard Webhooks 1.0).
 * RangeError when the secret is not `whsec_` + base64.
 */
export function signWebhook(secret: string, id: string, timestampSeconds: number, body: string): string {
  const key = secret.startsWith(WEBHOOK_PREFIX) ? fromBase64(secret.slice(WEBHOOK_PREFIX.length)) : undefined;
  if (!key?.length) throw new RangeError("a webhook secret is whsec_ followed by base64");
  return `v1,${toBase64(hmac(key, `${id}.${timestampSeconds}.${body}`))}`;
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
