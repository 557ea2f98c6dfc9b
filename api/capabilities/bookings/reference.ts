import { randomInt } from "node:crypto";

/** Digits and letters that are not taken for each other when read out or copied by hand. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A name to speak of a booking by: 30 bits, and unique by the table's index. */
export const newReference = (): string =>
  `FY-${Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join("")}`;
