import { randomBase62 } from "../../core/base62.ts";

/** Digits and letters that are not taken for each other when read out or copied by hand. */
const plain = /[2-9A-HJ-NP-Z]/g;
const length = 6;

/** A name to speak of a booking by: 30 bits, and unique by the table's index. */
export function newReference(): string {
  let drawn = "";
  while (drawn.length < length) drawn += (randomBase62(24).match(plain) ?? []).join("");
  return `FY-${drawn.slice(0, length)}`;
}
