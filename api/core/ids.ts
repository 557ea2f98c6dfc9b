import { encodeInt, randomBase62 } from "./base62.ts";

const TIME_DIGITS = 8;
const RANDOM_DIGITS = 14;
const body = new RegExp(`^[0-9A-Za-z]{${TIME_DIGITS + RANDOM_DIGITS}}$`);

/**
 * A new id: `bkg_` + 8 base62 digits of `now` (ms since 1970) + 14 random ones (83 bits).
 * Ids of one prefix sort as text in the order of their milliseconds; within one millisecond the order is random.
 */
export function newId(prefix: string, now: number = Date.now()): string {
  return `${prefix}_${encodeInt(now, TIME_DIGITS)}${randomBase62(RANDOM_DIGITS)}`;
}

/** Whether the text has the shape of an id with this prefix; says nothing about existence. */
export function isId(prefix: string, text: string): boolean {
  return text.startsWith(`${prefix}_`) && body.test(text.slice(prefix.length + 1));
}
