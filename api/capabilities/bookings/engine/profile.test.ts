import fc from "fast-check";
import { expect, test } from "vitest";
import { peak } from "../../../core/intervals.ts";
import { peaksOf, profileOf } from "./profile.ts";

const span = fc
  .record({
    from: fc.integer({ min: -50, max: 150 }),
    length: fc.integer({ min: -2, max: 60 }),
    places: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ from, length, places }) => ({ from, to: from + length, places }));

test("a walk along the profile finds the peaks a separate sweep for each question finds", () => {
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 40 }),
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.nat(100)),
      (spans, width, froms) => {
        const next = peaksOf(profileOf(spans, -1000, 1000));
        for (const from of froms.sort((a, b) => a - b))
          expect(next(from, from + width)).toBe(peak(spans, from, from + width));
      },
    ),
  );
});

test("the profile is a step function that ends at zero", () => {
  const { times, levels } = profileOf(
    [
      { from: 10, to: 30, places: 2 },
      { from: 20, to: 40, places: 1 },
      { from: 5, to: 5, places: 9 },
    ],
    0,
    100,
  );
  expect([...times]).toEqual([10, 20, 30, 40, Infinity]);
  expect([...levels]).toEqual([2, 3, 1, 0]);
});

test("spans out of range are left out", () => {
  expect(
    profileOf(
      [
        { from: 0, to: 10, places: 1 },
        { from: 20, to: 30, places: 1 },
      ],
      10,
      20,
    ).levels,
  ).toHaveLength(0);
});
