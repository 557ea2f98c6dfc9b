import type { Value } from "../../ports/database.ts";

/** A value as both drivers take it: an integer is a bigint, for they bind every number as a REAL. */
export type Bound = string | number | bigint | null | Uint8Array;

/**
 * Values for one statement. Throws a `TypeError` for what SQLite cannot store as it is: a boolean (which aborts
 * the local driver's whole process), NaN and infinities, integers that JavaScript cannot count.
 * In text, U+FFFD takes the place of NUL (the local driver would end the text there) and of lone surrogates.
 */
export function bindAll(args: readonly Value[], parameters: number): Bound[] {
  if (args.length !== parameters) throw new TypeError(`takes ${parameters} values, got ${args.length}`);
  return args.map(bind);
}

function bind(value: Value): Bound {
  if (typeof value === "string") return value.toWellFormed().replaceAll("\0", "\ufffd");
  if (typeof value === "number") {
    if (Number.isSafeInteger(value)) return BigInt(value);
    if (Number.isFinite(value) && !Number.isInteger(value)) return value;
    throw new TypeError(`${value} cannot be stored`);
  }
  if (value === null || value instanceof Uint8Array) return value;
  throw new TypeError(`a ${typeof value} cannot be stored`);
}

/** Makes what a driver gave a `Value`, or throws a `RangeError` for an integer beyond 2^53. */
export function unbind(value: unknown): Value {
  if (typeof value === "string" || value === null) return value;
  if (typeof value === "number" || typeof value === "bigint") {
    const number = Number(value);
    if (Number.isInteger(number) && !Number.isSafeInteger(number)) throw new RangeError(`${value} is beyond 2^53`);
    return number;
  }
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  throw new TypeError(`unexpected ${typeof value} in a row`);
}
