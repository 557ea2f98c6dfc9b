import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysIn, monthGrid, moveBy, sameDay, today, weekday, weekStart } from "./calendar-model.ts";

const dates = fc
  .date({ min: new Date("1970-01-01T00:00:00Z"), max: new Date("2199-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("calendar model", () => {
  it("knows leap years, month lengths and year ends", () => {
    expect(daysIn("2028-02")).toBe(29);
    expect(daysIn("2100-02")).toBe(28);
    expect(addMonths("2026-12", 1)).toBe("2027-01");
    expect(sameDay("2026-01-31", 1)).toBe("2026-02-28");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(weekday("2026-11-22")).toBe(7);
  });

  it("lays out every day of a month once, in order, under its weekday", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 7 }), (date, firstDay) => {
        const month = date.slice(0, 7);
        const weeks = monthGrid(month, firstDay);
        const days = weeks.flat().filter((day) => day !== undefined);
        expect(days).toHaveLength(daysIn(month));
        expect([...days].sort()).toEqual(days);
        weeks.forEach((week) => {
          expect(week).toHaveLength(7);
          week.forEach((day, column) => {
            if (day) expect((weekday(day) - firstDay + 7) % 7).toBe(column);
          });
        });
      }),
    );
  });

  it("comes back by the opposite key", () => {
    const pairs = [
      ["ArrowLeft", "ArrowRight"],
      ["ArrowUp", "ArrowDown"],
    ] as const;
    fc.assert(
      fc.property(dates, fc.constantFrom(...pairs), fc.boolean(), (date, [there, back], rtl) => {
        const options = { firstDay: 1, rtl };
        expect(moveBy(back, moveBy(there, date, options) ?? "", options)).toBe(date);
      }),
    );
  });

  it("moves by the ARIA grid keys, mirrored from right to left", () => {
    const monday = { firstDay: 1 };
    expect(moveBy("ArrowRight", "2026-11-30", monday)).toBe("2026-12-01");
    expect(moveBy("ArrowRight", "2026-11-30", { firstDay: 6, rtl: true })).toBe("2026-11-29");
    expect(moveBy("Home", "2026-11-19", monday)).toBe("2026-11-16");
    expect(moveBy("End", "2026-11-19", { firstDay: 7 })).toBe("2026-11-21");
    expect(moveBy("PageDown", "2026-01-31", monday)).toBe("2026-02-28");
    expect(moveBy("PageUp", "2028-02-29", { firstDay: 1, shift: true })).toBe("2027-02-28");
    expect(moveBy("a", "2026-11-19", monday)).toBeUndefined();
  });

  it("takes today from the zone, not from the machine", () => {
    const now = Date.parse("2026-11-20T23:30:00Z");
    expect(today("Pacific/Auckland", now)).toBe("2026-11-21");
    expect(today("America/New_York", now)).toBe("2026-11-20");
  });

  it("starts the week where the locale does", () => {
    expect([weekStart("en-US"), weekStart("de"), weekStart("ar-EG"), weekStart("fr-CA")]).toEqual([7, 1, 6, 7]);
  });
});
