import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOf, dayNumber, isDate, localRfc3339, parseRfc3339, rfc3339, weekdayOf } from "./time.ts";

const DAY = 86_400_000;
const day = fc.integer({ min: -719_528, max: 2_932_896 });

describe("dates", () => {
  test("only real ones", () => {
    for (const date of ["2028-02-29", "2000-02-29", "0000-01-01", "9999-12-31"]) expect(isDate(date), date).toBe(true);
    for (const date of [
      "2026-02-29",
      "1900-02-29",
      "2026-00-10",
      "2026-13-01",
      "2026-04-31",
      "2026-4-1",
      " 2026-04-01",
      "2026-04-01\n",
      "20260401",
      "",
    ])
      expect(isDate(date), date).toBe(false);
    expect(() => dayNumber("2026-02-30")).toThrow(RangeError);
  });

  test("day numbers and dates mirror each other and the platform's own calendar", () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = dateOf(number);
        expect(date).toBe(new Date(number * DAY).toISOString().slice(0, 10));
        expect(dayNumber(date)).toBe(number);
        const sunday = new Date(number * DAY).getUTCDay() === 0;
        expect(weekdayOf(number) === "sunday").toBe(sunday);
      }),
    );
  });

  test("weekdays", () => {
    expect(weekdayOf(dayNumber("2026-11-20"))).toBe("friday");
    expect(weekdayOf(dayNumber("1969-12-28"))).toBe("sunday");
  });
});

describe("RFC 3339", () => {
  test("reads what it writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }), (ms) => {
        expect(parseRfc3339(rfc3339(ms))).toBe(ms);
        expect(parseRfc3339(localRfc3339("Asia/Kathmandu", Math.abs(ms) % 4e12))).toBe(Math.abs(ms) % 4e12);
      }),
    );
  });

  test("offsets, fractions, letter case", () => {
    const noon = Date.UTC(2026, 2, 8, 12);
    for (const text of [
      "2026-03-08T12:00:00Z",
      "2026-03-08t12:00:00z",
      "2026-03-08T12:00:00.000000000Z",
      "2026-03-08T07:00:00-05:00",
      "2026-03-08T17:45:00+05:45",
      "2026-03-08T12:00:00-00:00",
    ])
      expect(parseRfc3339(text), text).toBe(noon);
    expect(parseRfc3339("2026-03-08T12:00:00.1239Z")).toBe(noon + 123);
    expect(parseRfc3339("2026-03-08T12:00:00.5Z")).toBe(noon + 500);
  });

  test("refuses everything else", () => {
    for (const text of [
      "",
      "2026-03-08",
      "2026-03-08T12:00:00",
      "2026-03-08T12:00Z",
      "2026-03-08 12:00:00Z",
      "2026-02-29T12:00:00Z",
      "2026-03-08T24:00:00Z",
      "2026-03-08T12:60:00Z",
      "2016-12-31T23:59:60Z",
      "2026-03-08T12:00:00+5:00",
      "2026-03-08T12:00:00+24:00",
      "2026-03-08T12:00:00.Z",
      "+2026-03-08T12:00:00Z",
      "0000-01-01T00:00:00+01:00",
      "2026-03-08T12:00:00Z\n",
    ])
      expect(parseRfc3339(text), text).toBeUndefined();
  });

  test("local times", () => {
    expect(localRfc3339("America/New_York", Date.UTC(2026, 2, 8, 6, 59, 59))).toBe("2026-03-08T01:59:59-05:00");
    expect(localRfc3339("America/New_York", Date.UTC(2026, 2, 8, 7))).toBe("2026-03-08T03:00:00-04:00");
    expect(localRfc3339("UTC", 5)).toBe("1970-01-01T00:00:00.005+00:00");
  });
});
