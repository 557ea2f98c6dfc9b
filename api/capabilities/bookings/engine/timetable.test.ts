import { describe, expect, test } from "vitest";
import { ask, starts, week } from "./testing/ask.ts";

const open = (from: string, to: string) => [{ from, to }];
const dated = (date: string, hours: { from: string; to: string }[], rrule: string | null = null) => ({
  date,
  rrule,
  hours,
});
const on = (change: Parameters<typeof ask>[0], date: string) =>
  starts(ask(change, date)).map((start) => start.slice(0, 5));

describe("seasons", () => {
  const summer = { from: "2026-06-01", to: "2026-06-30", hours: week("20:00", "22:00"), start_times: null };

  test("replace the week from their first date to their last", () => {
    const change = { seasons: [summer] };
    expect(on(change, "2026-05-31")).toEqual(["09:00", "10:00", "11:00"]);
    expect(on(change, "2026-06-01")).toEqual(["20:00", "21:00"]);
    expect(on(change, "2026-06-30")).toEqual(["20:00", "21:00"]);
    expect(on(change, "2026-07-01")).toEqual(["09:00", "10:00", "11:00"]);
  });

  test("the first that holds a date wins; start times are its own or the timetable's", () => {
    const week30 = { ...summer, from: "2026-06-10", to: "2026-06-12", start_times: ["20:30"] };
    expect(on({ seasons: [week30, summer] }, "2026-06-11")).toEqual(["20:30"]);
    expect(on({ seasons: [summer, week30] }, "2026-06-11")).toEqual(["20:00", "21:00"]);
    expect(on({ seasons: [week30, summer], start_times: ["20:45"] }, "2026-06-13")).toEqual(["20:45"]);
    expect(on({ seasons: [week30, summer], start_times: ["20:45"] }, "2026-06-11")).toEqual(["20:30"]);
  });

  test("an exception wins over a season and keeps its start times", () => {
    const seasons = [{ ...summer, start_times: ["09:30", "20:30"] }];
    expect(on({ seasons, exceptions: [dated("2026-06-05", open("09:00", "11:00"))] }, "2026-06-05")).toEqual(["09:30"]);
    expect(on({ seasons, exceptions: [dated("2026-06-05", [])] }, "2026-06-05")).toEqual([]);
  });
});

describe("exceptions", () => {
  const firstSaturday = dated("2026-01-03", [], "FREQ=MONTHLY;BYDAY=1SA");

  test("a recurring one holds on each date it recurs", () => {
    expect(on({ exceptions: [firstSaturday] }, "2026-06-06")).toEqual([]);
    expect(on({ exceptions: [firstSaturday] }, "2026-06-13")).toHaveLength(3);
    const newYear = dated("2020-01-01", open("10:00", "11:00"), "FREQ=YEARLY");
    expect(on({ exceptions: [newYear] }, "2027-01-01")).toEqual([]);
    expect(starts(ask({ exceptions: [newYear], horizon: 999 }, "2027-01-01"))).toEqual(["10:00-05:00"]);
  });

  test("one for just that date before a recurring one, then the first in the list", () => {
    const that = dated("2026-06-06", open("10:00", "11:00"));
    expect(on({ exceptions: [firstSaturday, that] }, "2026-06-06")).toEqual(["10:00"]);
    expect(on({ exceptions: [that, dated("2026-06-06", [])] }, "2026-06-06")).toEqual(["10:00"]);
    expect(on({ exceptions: [firstSaturday, { ...that, rrule: "FREQ=DAILY" }] }, "2026-07-04")).toEqual([]);
  });

  test("a slot runs from an ordinary night into a special morning only where both are open", () => {
    const change = { hours: week("00:00", "24:00"), length: { unit: "fixed", minutes: 180 } as const };
    const closed = { ...change, exceptions: [dated("2026-06-02", [])] };
    expect(on(change, "2026-06-01").at(-1)).toBe("23:00");
    expect(on(closed, "2026-06-01").at(-1)).toBe("21:00");
  });
});

describe("the venue's special hours", () => {
  const within = [dated("2026-06-01", open("10:30", "14:00"))];

  test("on those dates both must be open; the grid counts from where both are", () => {
    expect(on({ within, step: 30 }, "2026-06-01")).toEqual(["10:30", "11:00"]);
    expect(on({ within: [dated("2026-06-01", [])] }, "2026-06-01")).toEqual([]);
    expect(on({ within, exceptions: [dated("2026-06-01", open("13:00", "20:00"))] }, "2026-06-01")).toEqual(["13:00"]);
  });

  test("who follows the venue's week follows them, too", () => {
    expect(on({ within, follows: true }, "2026-06-01")).toEqual(["10:30", "11:30", "12:30"]);
    expect(on({ within, follows: true }, "2026-06-02")).toEqual(["09:00", "10:00", "11:00"]);
    // What it says itself for the date is cut to them.
    const exceptions = [dated("2026-06-01", open("13:00", "20:00"))];
    expect(on({ within, follows: true, exceptions }, "2026-06-01")).toEqual(["13:00"]);
  });
});
