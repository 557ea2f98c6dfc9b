import { expect, test } from "vitest";
import { calendarOf, explain, REASONS } from "./index.ts";
import { at, questionOf, week } from "./testing/ask.ts";

const HOUR = 3_600_000;
const nine = at("2026-06-01T09:00:00-04:00");
const over = (hours: number, places: number, more = {}) => [{ from: nine, to: nine + hours * HOUR, places, ...more }];
const first = (question: Parameters<typeof calendarOf>[0]) => calendarOf(question)[0]!;

test("a day is as good as its best slot", () => {
  const day = (busy: Parameters<typeof first>[0]["busy"], party = 1) =>
    first(questionOf({}, "2026-06-01", { busy, party }));
  expect(day([])).toEqual({ date: "2026-06-01", status: "open", vacancies: 4, reason: null });
  expect(day(over(2, 4))).toMatchObject({ status: "open", vacancies: 4 });
  expect(day(over(3, 2))).toMatchObject({ status: "open", vacancies: 2 });
  expect(day(over(3, 3))).toMatchObject({ status: "limited", vacancies: 1 });
  expect(day(over(3, 3), 2)).toMatchObject({ status: "full", vacancies: 0, reason: "full" });
  expect(day(over(3, 1, { block: true }))).toMatchObject({ status: "closed", vacancies: 0, reason: "blocked" });
});

test("what is shut, too far or too soon is closed", () => {
  const hours = week("09:00", "12:00").filter(({ day }) => day !== "sunday");
  const days = calendarOf(questionOf({ hours, horizon: 153 }, "2026-05-31/2026-06-03"));
  expect(days.map(({ status, reason }) => [status, reason])).toEqual([
    ["closed", "closed"],
    ["open", null],
    ["open", null],
    ["closed", "too_far"],
  ]);
});

test("a year at once, not a day more", () => {
  expect(calendarOf(questionOf({ horizon: 999 }, "2026-06-01/2027-06-01"))).toHaveLength(366);
  expect(() => calendarOf(questionOf({}, "2026-06-01/2027-06-02"))).toThrow(RangeError);
});

test("an explanation makes every check, in order", () => {
  const question = questionOf({ lead: 60 }, "2026-06-01", { now: nine, busy: over(1, 4, { block: true }) });
  const failed = (start: number, end?: number) =>
    explain(question, start, end)
      .filter(({ passed }) => !passed)
      .map(({ code }) => code);
  expect(explain(question, nine).map(({ code }) => code)).toEqual([...REASONS]);
  expect(failed(nine + HOUR)).toEqual([]);
  expect(failed(nine)).toEqual(["too_soon", "blocked"]);
  expect(failed(nine - 1)).toEqual(["closed", "no_start", "ends_outside_hours", "too_soon", "blocked"]);
  expect(failed(nine + HOUR, nine + HOUR)).toEqual(["wrong_length"]);
  expect(failed(nine + 2.5 * HOUR)).toEqual(["no_start", "ends_outside_hours"]);
});
