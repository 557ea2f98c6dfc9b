import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Interval, intersect, normalise, peak, subtract, union } from "./intervals.ts";

const SIZE = 60;
const interval = fc
  .record({ from: fc.nat(SIZE), length: fc.integer({ min: -3, max: 20 }) })
  .map(({ from, length }) => ({ from, to: Math.min(from + length, SIZE) }));
const list = fc.array(interval, { maxLength: 12 });

const where = (holds: (n: number) => boolean) => new Set(Array.from({ length: SIZE }, (_, n) => n).filter(holds));
const numbers = (intervals: readonly Interval[]) => where((n) => intervals.some((one) => one.from <= n && n < one.to));

/** Sorted, not empty, neither touching nor overlapping. */
function tidy(intervals: readonly Interval[]) {
  intervals.forEach((one, i) => {
    expect(one.from).toBeLessThan(one.to);
    if (i > 0) expect(one.from).toBeGreaterThan(intervals[i - 1]!.to);
  });
}

describe("intervals are sets of numbers", () => {
  test("normalise, union, intersect and subtract", () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const before = JSON.stringify([a, b]);
        const [one, other] = [normalise(a), normalise(b)];
        const [inA, inB] = [numbers(a), numbers(b)];
        for (const result of [one, union(a, b), intersect(one, other), subtract(one, other)]) tidy(result);
        expect(numbers(one)).toEqual(numbers(a));
        expect(numbers(union(a, b))).toEqual(where((n) => inA.has(n) || inB.has(n)));
        expect(numbers(intersect(one, other))).toEqual(where((n) => inA.has(n) && inB.has(n)));
        expect(numbers(subtract(one, other))).toEqual(where((n) => inA.has(n) && !inB.has(n)));
        expect(JSON.stringify([a, b])).toBe(before);
      }),
    );
  });
});

describe("peak", () => {
  test("is the highest count at any number of the range", () => {
    const span = fc.tuple(interval, fc.integer({ min: 1, max: 5 })).map(([one, places]) => ({ ...one, places }));
    fc.assert(
      fc.property(fc.array(span), fc.nat(SIZE), fc.nat(SIZE), (spans, from, to) => {
        let most = 0;
        for (let n = from; n < to; n++) {
          const used = spans.filter((one) => one.from <= n && n < one.to).reduce((sum, one) => sum + one.places, 0);
          most = Math.max(most, used);
        }
        expect(peak(spans, from, to)).toBe(most);
      }),
    );
  });

  test("spans that touch never count together", () => {
    expect(
      peak(
        [
          { from: 0, to: 5, places: 2 },
          { from: 5, to: 9, places: 2 },
        ],
        0,
        9,
      ),
    ).toBe(2);
  });
});
