import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { fromBase64, toBase64url } from "./sign.ts";

/** Keys of 32 bytes by version. New text is sealed with `current`; old versions stay to open what they sealed. */
export interface Keyring {
  current: number;
  keys: Record<number, Uint8Array>;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM: `v<version>.<iv>.<tag>.<data>`, parts in base64url. The same text never seals to the same result. */
export function seal(keyring: Keyring, text: string): string {
  const version = `v${keyring.current}`;
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyOf(keyring, keyring.current), iv, { authTagLength: TAG_BYTES });
  // The version is authenticated too: a sealed text cannot be passed off as one of another key.
  cipher.setAAD(new TextEncoder().encode(version));
  const data = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [version, toBase64url(iv), toBase64url(cipher.getAuthTag()), toBase64url(data)].join(".");
}

/** The text that was sealed. Throws when the text was altered, is malformed, or its key is not in the ring. */
export function open(keyring: Keyring, sealed: string): string {
  const parts = /^v(\d{1,9})\.([\w-]+)\.([\w-]+)\.([\w-]*)$/.exec(sealed);
  const [iv, tag, data] = parts ? [fromBase64(parts[2]!), fromBase64(parts[3]!), fromBase64(parts[4]!)] : [];
  if (!parts || !data || iv?.length !== IV_BYTES || tag?.length !== TAG_BYTES) throw new Error("not a sealed text");
  const key = keyOf(keyring, Number(parts[1]));
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(new TextEncoder().encode(`v${parts[1]}`));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(data), decipher.final()]).toString("utf8");
}

/** The version a sealed text was sealed with, to find what a key rotation has left to do. */
export function sealedWith(sealed: string): number | undefined {
  const found = /^v(\d{1,9})\./.exec(sealed);
  return found ? Number(found[1]) : undefined;
}

/** 32 bytes for one purpose from one long random secret (HKDF-SHA256, RFC 5869, purpose as info). */
export function deriveKey(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", purpose, 32));
}

function keyOf(keyring: Keyring, version: number): Uint8Array {
  const key = keyring.keys[version];
  if (!key) throw new Error(`no key of version ${version}`);
  return key;
}
