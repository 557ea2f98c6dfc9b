import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Closed connections whose files may stay open until the next collection. */
const TOLERATED = 64;

let closed = 0;
let collect: (() => void) | undefined;

/**
 * Counts a closed connection. The driver releases its files only when its statements are collected, and it cannot
 * be told to: without a collection now and then, a process that opens and closes many runs out of descriptors.
 */
export function reclaim(): void {
  closed += 1;
  if (closed < TOLERATED) return;
  closed = 0;
  collect ??= collector();
  setImmediate(collect);
}

function collector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}
