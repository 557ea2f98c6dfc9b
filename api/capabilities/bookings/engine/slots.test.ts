import { describe, expect, test } from "vitest";
import { dateOf, dayNumber, localRfc3339, parseRfc3339, WEEKDAYS } from "../../../core/time.ts";
import type { Window } from "./hours.ts";
import { type Question, type Rules, slotsOf } from "./slots.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const always: Window[] = WEEKDAYS.map((day) => ({ day, from: "00:00", to: "24:00" }));
const rules: Rules = {
  zone: "America/New_York",
  hours: WEEKDAYS.map((day) => ({ day, from: "09:00", to: "12:00" })),
  duration: 60,
  step: 60,
  before: 0,
  after: 0,
  capacity: 4,
  lead: 0,
  horizon: 365,
};
const at = (text: string) => parseRfc3339(text)!;

function ask(change: Partial<Rules>, date: string, rest: Partial<Question> = {}) {
  return slotsOf({ rules: { ...rules, ...change }, from: date, to: date, party: 1, busy: [], ...far, ...rest });
}
/** Long before every date asked about, with a horizon beyond it. */
const far = { now: Date.UTC(2026, 0, 1) };
const local = (days: ReturnType<typeof slotsOf>, zone = rules.zone) =>
  days.flatMap((day) => day.slots.map((slot) => localRfc3339(zone, slot.start).slice(11)));

describe("opening hours", () => {
  test("slots lie wholly inside, on the grid of their window", () => {
    expect(local(ask({}, "2026-06-01"))).toEqual(["09:00:00-04:00", "10:00:00-04:00", "11:00:00-04:00"]);
    const two: Window[] = [
      { day: "monday", from: "09:15", to: "10:45" },
      { day: "monday", from: "13:00", to: "14:00" },
    ];
    expect(local(ask({ hours: two, step: 30 }, "2026-06-01"))).toEqual([
      "09:15:00-04:00",
      "09:45:00-04:00",
      "13:00:00-04:00",
    ]);
    expect(local(ask({ hours: two }, "2026-06-02"))).toEqual([]);
  });

  test("a slot may run from one window into one that touches it, also over midnight", () => {
    const touching: Window[] = [
      { day: "monday", from: "22:00", to: "24:00" },
      { day: "tuesday", from: "00:00", to: "01:00" },
    ];
    expect(local(ask({ hours: touching, duration: 90 }, "2026-06-01"))).toEqual(["22:00:00-04:00", "23:00:00-04:00"]);
    expect(local(ask({ hours: touching.slice(0, 1), duration: 90 }, "2026-06-01"))).toEqual(["22:00:00-04:00"]);
  });

  test("overlapping windows offer a start once", () => {
    const twice = [...rules.hours, ...rules.hours];
    expect(ask({ hours: twice }, "2026-06-01")).toEqual(ask({}, "2026-06-01"));
  });

  test("slots longer than a day need it open all along", () => {
    expect(local(ask({ hours: always, duration: 72 * 60, step: 720 }, "2026-06-01"))).toHaveLength(2);
    expect(local(ask({ duration: 72 * 60 }, "2026-06-01"))).toEqual([]);
  });
});

describe("a change of clocks", () => {
  test("forward: the skipped hour gives no slot, and an hour stays an hour", () => {
    const days = ask({ hours: [{ day: "sunday", from: "01:00", to: "04:00" }] }, "2026-03-08");
    expect(local(days)).toEqual(["01:00:00-05:00", "03:00:00-04:00"]);
    expect(days[0]!.slots[0]).toEqual({
      start: at("2026-03-08T06:00:00Z"),
      end: at("2026-03-08T07:00:00Z"),
      vacancies: 4,
    });
  });

  test("forward: 24 hours from late on the day before end a day later still", () => {
    expect(local(ask({ hours: always, duration: 1440 }, "2026-03-07")).at(-1)).toBe("23:00:00-05:00");
  });

  test("back: the repeated hour gives two", () => {
    const days = ask({ hours: [{ day: "sunday", from: "01:00", to: "03:00" }] }, "2026-11-01");
    expect(local(days)).toEqual(["01:00:00-04:00", "01:00:00-05:00", "02:00:00-05:00"]);
  });

  test("back: a window inside the repeated hour is open twice, with a break between", () => {
    const hours: Window[] = [{ day: "sunday", from: "01:00", to: "01:30" }];
    expect(local(ask({ hours, duration: 30 }, "2026-11-01"))).toEqual(["01:00:00-04:00", "01:00:00-05:00"]);
    expect(local(ask({ hours, duration: 31 }, "2026-11-01"))).toEqual([]);
  });

  test("back over midnight: the repeated hour stays with the date it shows", () => {
    const zone = "America/Havana";
    const change = { zone, hours: always };
    // At 01:00 the clock goes back to 00:00 of the same day.
    expect(local(ask(change, "2026-11-01"), zone).slice(0, 3)).toEqual([
      "00:00:00-04:00",
      "00:00:00-05:00",
      "01:00:00-05:00",
    ]);
    // At 24:00 it goes back to 23:00 of the day before.
    expect(local(ask({ zone: "Africa/Cairo", hours: always }, "2026-10-29"), "Africa/Cairo").slice(-2)).toEqual([
      "23:00:00+03:00",
      "23:00:00+02:00",
    ]);
  });

  test("a date that never came has no slots", () => {
    const answer = slotsOf({
      rules: { ...rules, zone: "Pacific/Apia", hours: always },
      from: "2011-12-29",
      to: "2011-12-31",
      party: 1,
      now: Date.UTC(2011, 11, 1),
      busy: [],
    });
    expect(answer.map((day) => [day.date, day.slots.length])).toEqual([
      ["2011-12-29", 24],
      ["2011-12-30", 0],
      ["2011-12-31", 24],
    ]);
  });
});

describe("capacity", () => {
  const nine = at("2026-06-01T09:00:00-04:00");

  test("vacancies are what is free all along; a party needs room", () => {
    const busy = [
      { from: nine, to: nine + HOUR / 2, places: 2 },
      { from: nine + HOUR / 2, to: nine + HOUR, places: 3 },
    ];
    expect(ask({}, "2026-06-01", { busy })[0]!.slots.map((slot) => slot.vacancies)).toEqual([1, 4, 4]);
    expect(local(ask({}, "2026-06-01", { busy, party: 2 }))).toEqual(["10:00:00-04:00", "11:00:00-04:00"]);
    expect(local(ask({}, "2026-06-01", { party: 5 }))).toEqual([]);
  });

  test("buffers reach outside the opening hours and into the neighbours' time", () => {
    const busy = [{ from: nine - HOUR, to: nine, places: 4 }];
    expect(local(ask({}, "2026-06-01", { busy }))).toHaveLength(3);
    expect(local(ask({ before: 1 }, "2026-06-01", { busy }))).toEqual(["10:00:00-04:00", "11:00:00-04:00"]);
    const later = [{ from: nine + 3 * HOUR + 1, to: nine + 4 * HOUR, places: 4 }];
    expect(local(ask({ after: 0 }, "2026-06-01", { busy: later }))).toHaveLength(3);
    expect(local(ask({ after: 1 }, "2026-06-01", { busy: later }))).toHaveLength(2);
  });
});

describe("lead and horizon", () => {
  test("lead counts elapsed minutes, horizon counts local days", () => {
    const now = at("2026-06-01T08:30:00-04:00");
    expect(local(ask({ lead: 30 }, "2026-06-01", { now }))).toHaveLength(3);
    expect(local(ask({ lead: 31 }, "2026-06-01", { now }))).toHaveLength(2);
    expect(local(ask({ horizon: 0 }, "2026-06-01", { now }))).toHaveLength(3);
    expect(local(ask({ horizon: 0 }, "2026-06-02", { now }))).toHaveLength(0);
    // 23:30 in New York is tomorrow in UTC; the local day counts.
    expect(local(ask({ horizon: 1 }, "2026-06-03", { now: at("2026-06-01T23:30:00-04:00") }))).toHaveLength(0);
  });
});

test("every date asked about is answered, 31 at most", () => {
  const question = { rules, from: "2026-06-01", to: "2026-07-01", party: 1, busy: [], ...far };
  expect(slotsOf(question).map((day) => day.date)).toEqual(
    Array.from({ length: 31 }, (_, i) => dateOf(dayNumber("2026-06-01") + i)),
  );
  expect(() => slotsOf({ ...question, to: "2026-07-02" })).toThrow(RangeError);
  expect(() => slotsOf({ ...question, to: "2026-05-31" })).toThrow(RangeError);
  expect(() => slotsOf({ ...question, rules: { ...rules, step: 0 } })).toThrow(RangeError);
  expect(() =>
    slotsOf({ ...question, rules: { ...rules, hours: [{ day: "monday", from: "9:00", to: "10:00" }] } }),
  ).toThrow(RangeError);
});
