import { randomFillSync } from "node:crypto";

/** The 62 digits in ASCII order, so numbers of one length sort as text. */
export const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A whole number from 0 as base62, left-padded with "0" to `length`. RangeError when it does not fit. */
export function encodeInt(value: number, length: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a whole number from 0: ${value}`);
  let text = "";
  let rest = value;
  for (let i = 0; i < length; i++) {
    text = BASE62[rest % 62] + text;
    rest = Math.floor(rest / 62);
  }
  if (rest > 0) throw new RangeError(`${value} needs more than ${length} base62 digits`);
  return text;
}

/** Bytes, read as one big-endian number, as base62. The length depends on the byte count alone. */
export function encodeBytes(bytes: Uint8Array): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let text = "";
  for (let i = Math.ceil((bytes.length * 8) / Math.log2(62)); i > 0; i--) {
    text = BASE62[Number(value % 62n)] + text;
    value /= 62n;
  }
  return text;
}

const pool = new Uint8Array(4096);
let used = pool.length;

/** Unpredictable base62 text in which each digit is equally likely. */
export function randomBase62(length: number): string {
  let text = "";
  let wanted = length;
  while (wanted > 0) {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    const byte = pool[used++]!;
    // 248 is the largest multiple of 62 in a byte: taking the rest too would favour the first eight digits.
    if (byte < 248) {
      text += BASE62[byte % 62];
      wanted--;
    }
  }
  return text;
}
