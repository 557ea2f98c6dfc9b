/** Calls that one caller may keep waiting at the same time; what is more is answered at once. */
const mostWaits = 4;

const waiting = new Map<string, number>();

/** A place in the queue of those who wait, to be given back; `undefined` when the caller has taken all of its own. */
export function takePlace(caller: string): (() => void) | undefined {
  const taken = waiting.get(caller) ?? 0;
  if (taken >= mostWaits) return undefined;
  waiting.set(caller, taken + 1);
  return () => {
    const left = (waiting.get(caller) ?? 1) - 1;
    if (left === 0) waiting.delete(caller);
    else waiting.set(caller, left);
  };
}
