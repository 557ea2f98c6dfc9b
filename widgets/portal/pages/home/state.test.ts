import { describe, expect, it } from "vitest";
import { dayIn, greetingOf, hourIn, phaseOf } from "./state.ts";

const row = (from: string, to: string, status = "confirmed") => ({
  starts_at: `2026-11-20T${from}:00Z`,
  ends_at: `2026-11-20T${to}:00Z`,
  status,
});
const at = (time: string) => Date.parse(`2026-11-20T${time}:00Z`);

describe("the day", () => {
  it("is the day of the business's zone", () => {
    expect(dayIn("America/New_York", Date.parse("2026-11-21T02:00:00Z"))).toBe("2026-11-20");
    expect(dayIn("Asia/Tokyo", Date.parse("2026-11-20T16:00:00Z"))).toBe("2026-11-21");
  });

  it("knows what is over, under way, next and later", () => {
    const rows = [
      row("08:00", "09:00"),
      row("09:00", "11:00"),
      row("10:30", "11:00", "cancelled"),
      row("12:00", "13:00"),
      row("14:00", "15:00"),
    ];
    expect(rows.map((one) => phaseOf(one, rows, at("10:00")))).toEqual(["over", "now", "over", "next", "later"]);
  });

  it("has the hour of the business's clock", () => {
    expect(hourIn("America/New_York", Date.parse("2026-11-20T05:30:00Z"))).toBe(0);
    expect(hourIn("Asia/Tokyo", Date.parse("2026-11-20T14:00:00Z"))).toBe(23);
  });

  it("greets by the hour", () => {
    expect([5, 12, 19].map(greetingOf)).toEqual(["morning", "afternoon", "evening"]);
  });
});
