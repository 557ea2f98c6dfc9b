import { describe, expect, it } from "vitest";
import { before, changeOf, openHours, periodOf, spanOf, weekIn } from "./state.ts";

const today = "2026-03-31";
const span = (period: Parameters<typeof spanOf>[0], said = {}) => spanOf(period, today, said);

describe("a period", () => {
  it("ends today and counts it", () => {
    expect(span("today")).toEqual({ from: today, to: today });
    expect(span("7d")).toEqual({ from: "2026-03-25", to: today });
    expect(span("30d")).toEqual({ from: "2026-03-02", to: today });
    expect(span("mtd")).toEqual({ from: "2026-03-01", to: today });
    expect(span("ytd")).toEqual({ from: "2026-01-01", to: today });
    expect(periodOf("forever")).toBe("30d");
  });

  it("of one's own may be half said, turned around, nonsense or too long", () => {
    expect(span("custom", { from: "2026-02-01", to: "2026-02-07" })).toEqual({ from: "2026-02-01", to: "2026-02-07" });
    expect(span("custom", { from: "2026-02-07", to: "2026-02-01" })).toEqual({ from: "2026-02-01", to: "2026-02-07" });
    expect(span("custom", { from: "2026-03-30" })).toEqual({ from: "2026-03-30", to: today });
    expect(span("custom", { from: "2026-04-10" })).toEqual({ from: "2026-04-10", to: "2026-05-09" });
    expect(span("custom", { from: "soon", to: "2026-13-45" })).toEqual({ from: "2026-03-02", to: today });
    expect(span("custom", { from: "2020-01-01" })).toEqual({ from: "2020-01-01", to: "2021-02-03" });
  });

  it("is compared with as many days before it, or with the same dates of the month or year before", () => {
    expect(before("7d", span("7d"))).toEqual({ from: "2026-03-18", to: "2026-03-24" });
    expect(before("today", span("today"))).toEqual({ from: "2026-03-30", to: "2026-03-30" });
    expect(before("mtd", span("mtd"))).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(before("ytd", span("ytd"))).toEqual({ from: "2025-01-01", to: "2025-03-31" });
  });
});

describe("figures", () => {
  it("change by a share of what they were, where they were anything", () => {
    expect(changeOf(12, 10)).toBeCloseTo(0.2);
    expect(changeOf(0, 10)).toBe(-1);
    expect(changeOf(3, 0)).toBeUndefined();
  });

  it("of weeks are of the dates that are reported", () => {
    const range = { from: "2026-03-04", to: "2026-03-12" };
    expect(weekIn("2026-03-02", range)).toEqual({ from: "2026-03-04", to: "2026-03-08" });
    expect(weekIn("2026-03-09", range)).toEqual({ from: "2026-03-09", to: "2026-03-12" });
  });

  it("of hours are shown while anything is open", () => {
    const rows = [0, 0, 60, 0, 60, 0].map((offered_minutes, key) => ({ key, bookings: 0, offered_minutes }));
    expect(openHours(rows).map(({ key }) => key)).toEqual([2, 3, 4]);
    expect(openHours(rows.map((row) => ({ ...row, offered_minutes: 0 })))).toHaveLength(6);
    expect(openHours(rows.map((row) => ({ ...row, bookings: row.key === 5 ? 1 : 0 }))).at(-1)?.key).toBe(5);
  });
});
