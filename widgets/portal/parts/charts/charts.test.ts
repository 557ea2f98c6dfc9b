import { describe, expect, it } from "vitest";
import { csvOf } from "./csv.ts";
import { nearest, spread, ticks } from "./scale.ts";

describe("an axis", () => {
  it("ends at the first round number that holds everything", () => {
    expect(ticks(870)).toEqual([0, 250, 500, 750, 1000]);
    expect(ticks(4)).toEqual([0, 1, 2, 3, 4]);
    expect(ticks(0.3)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticks(123_456).at(-1)).toBe(150_000);
    expect(ticks(0)).toEqual([0, 1]);
  });

  it("names no more places than fit", () => {
    expect(spread(5, 10)).toEqual([0, 1, 2, 3, 4]);
    expect(spread(10, 4)).toEqual([0, 3, 6, 9]);
    expect(spread(3, 0)).toEqual([0]);
  });

  it("finds the value under a pointer", () => {
    expect([0, 24, 26, 100, 140, -9].map((x) => nearest(x, 100, 3))).toEqual([0, 0, 1, 2, 2, 0]);
    expect(nearest(50, 100, 1)).toBe(0);
  });
});

describe("a file of a chart", () => {
  it("quotes what would break it and disarms formulas, but leaves numbers alone", () => {
    const rows = [
      ["Resource", "Revenue"],
      ['Kayak "Sea", two', -12.5],
      ["=HYPERLINK(1)", null],
    ];
    expect(csvOf(rows)).toBe('Resource,Revenue\r\n"Kayak ""Sea"", two",-12.5\r\n\'=HYPERLINK(1),\r\n');
  });
});
