/** Whole numbers (usually ms) from `from` up to, but not including, `to`. */
export interface Interval {
  from: number;
  to: number;
}

/** Places in use for as long as the interval lasts. */
export interface Span extends Interval {
  places: number;
}

/** The same set of numbers as sorted intervals that neither touch nor overlap; empty ones are dropped. */
export function normalise(list: readonly Interval[]): Interval[] {
  const sorted = list.filter((one) => one.from < one.to).sort((a, b) => a.from - b.from);
  const result: Interval[] = [];
  for (const { from, to } of sorted) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

/** What is in a or in b. */
export function union(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return normalise([...a, ...b]);
}

/** What is in both; a and b normalised. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const one = a[i]!;
    const other = b[j]!;
    const from = Math.max(one.from, other.from);
    const to = Math.min(one.to, other.to);
    if (from < to) result.push({ from, to });
    if (one.to < other.to) i++;
    else j++;
  }
  return result;
}

/** What is in a and not in b; a and b normalised. */
export function subtract(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  let j = 0;
  for (const { from, to } of a) {
    let start = from;
    while (j < b.length && b[j]!.to <= start) j++;
    for (let k = j; k < b.length && b[k]!.from < to; k++) {
      if (start < b[k]!.from) result.push({ from: start, to: b[k]!.from });
      start = Math.max(start, b[k]!.to);
    }
    if (start < to) result.push({ from: start, to });
  }
  return result;
}

/** The most places in use at any one number in [from, to); 0 when that is empty. Spans in any order. */
export function peak(spans: readonly Span[], from: number, to: number): number {
  const changes: { at: number; by: number }[] = [];
  for (const span of spans) {
    const start = Math.max(span.from, from);
    const end = Math.min(span.to, to);
    if (start < end) changes.push({ at: start, by: span.places }, { at: end, by: -span.places });
  }
  // At one instant what ends goes first: intervals that only touch never count together.
  changes.sort((a, b) => a.at - b.at || a.by - b.by);
  let used = 0;
  let most = 0;
  for (const { by } of changes) {
    used += by;
    if (used > most) most = used;
  }
  return most;
}
