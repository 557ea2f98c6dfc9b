import type { Span } from "../../../core/intervals.ts";

/** Places in use over time: levels[i] from times[i] up to times[i + 1]. Before the first time, nothing is in use. */
export interface Profile {
  /** Ascending, one longer than `levels`: the last is Infinity. */
  times: Float64Array;
  levels: Float64Array;
}

/** Adds up spans, in any order, of which only what touches [from, to) is looked at. */
export function profileOf<S extends Span>(
  spans: readonly S[],
  from: number,
  to: number,
  placesOf: (span: S) => number = (span) => span.places,
): Profile {
  const near = spans.filter((span) => span.from < to && span.to > from && span.from < span.to);
  const edges = new Float64Array(near.length * 2);
  for (let i = 0; i < near.length; i++) {
    edges[2 * i] = near[i]!.from;
    edges[2 * i + 1] = near[i]!.to;
  }
  edges.sort();
  let count = 0;
  for (const edge of edges) if (count === 0 || edges[count - 1] !== edge) edges[count++] = edge;
  const times = new Float64Array(count + 1).fill(Infinity);
  times.set(edges.subarray(0, count));
  const levels = new Float64Array(count);
  // First what changes at each time, then the running sum of it.
  for (const span of near) {
    const places = placesOf(span);
    levels[indexOf(times, span.from)]! += places;
    levels[indexOf(times, span.to)]! -= places;
  }
  for (let i = 1; i < count; i++) levels[i]! += levels[i - 1]!;
  return { times, levels };
}

/**
 * Answers the most places in use in [from, to), for questions whose `from` and whose `to` never step back.
 * A sliding-window maximum: all questions together cost one walk along the profile.
 */
export function peaksOf({ times, levels }: Profile): (from: number, to: number) => number {
  // Pieces that may still be a peak: in order of time, each lower than the one before it.
  const queue = new Int32Array(levels.length);
  let head = 0;
  let tail = 0;
  let next = 0;
  return (from, to) => {
    for (; times[next]! < to; next++) {
      while (tail > head && levels[queue[tail - 1]!]! <= levels[next]!) tail--;
      queue[tail++] = next;
    }
    while (head < tail && times[queue[head]! + 1]! <= from) head++;
    return head < tail ? levels[queue[head]!]! : 0;
  };
}

function indexOf(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
