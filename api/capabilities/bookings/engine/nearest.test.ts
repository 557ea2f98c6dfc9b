import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

const slot = (start: number) => ({ start, end: start + 10, vacancies: 1 });
const days = (...starts: number[][]) => starts.map((list, i) => ({ date: `2026-06-0${i + 1}`, slots: list.map(slot) }));
const starts = (list: { start: number }[]) => list.map((one) => one.start);

test("nearest first, the earlier of two equally near, never the wanted start itself", () => {
  const list = days([10, 20, 30], [], [40, 50]);
  expect(starts(nearest(list, 30, 3))).toEqual([20, 40, 10]);
  expect(starts(nearest(list, 34, 2))).toEqual([30, 40]);
  expect(starts(nearest(list, 0, 2))).toEqual([10, 20]);
  expect(starts(nearest(list, 99, 2))).toEqual([50, 40]);
  expect(starts(nearest(list, 30, 99))).toHaveLength(4);
  expect(nearest([], 30, 3)).toEqual([]);
});

test("what is left out is never nearer than what is given", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(500)), fc.nat(500), fc.nat(10), (all, wanted, count) => {
      const found = starts(nearest(days(all), wanted, count));
      const sorted = all
        .filter((one) => one !== wanted)
        .map((one) => Math.abs(one - wanted))
        .sort((a, b) => a - b);
      expect(found.map((one) => Math.abs(one - wanted))).toEqual(sorted.slice(0, count));
    }),
  );
});
