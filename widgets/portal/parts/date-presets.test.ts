import { describe, expect, it } from "vitest";
import { presetOf, presets, spanOf } from "./date-presets.ts";

describe("usual spans of dates", () => {
  it("count with the days at their ends", () => {
    expect(spanOf("week", "2026-11-28")).toEqual({ from: "2026-11-28", to: "2026-12-04" });
    expect(spanOf("month", "2028-02-11")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
    expect(spanOf("past", "2026-03-01")).toEqual({ from: "2026-01-30", to: "2026-02-28" });
  });

  it("are known again by their dates, and dates of one's own are none", () => {
    for (const preset of presets) {
      const { from, to } = spanOf(preset, "2026-11-21");
      expect(presetOf(from, to, "2026-11-21")).toBe(preset);
    }
    expect(presetOf("2026-11-21", "2026-11-23", "2026-11-21")).toBeUndefined();
    expect(presetOf(undefined, undefined, "2026-11-21")).toBeUndefined();
  });
});
