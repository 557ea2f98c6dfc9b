import { describe, expect, test } from "vitest";
import { dateOf, dayNumber } from "../../../core/time.ts";
import { roomAt, slotAt, slotsOf, type WeeklyWindow } from "./index.ts";
import { ask, at, questionOf, starts, week } from "./testing/ask.ts";

const HOUR = 3_600_000;
const always = week("00:00", "24:00");
const fixed = (minutes: number) => ({ length: { unit: "fixed", minutes } as const });

describe("opening hours", () => {
  test("slots lie wholly inside, on the grid of their window", () => {
    expect(starts(ask({}, "2026-06-01"))).toEqual(["09:00-04:00", "10:00-04:00", "11:00-04:00"]);
    const hours: WeeklyWindow[] = [
      { day: "monday", from: "09:15", to: "10:45" },
      { day: "monday", from: "13:00", to: "14:00" },
    ];
    expect(starts(ask({ hours, step: 30 }, "2026-06-01"))).toEqual(["09:15-04:00", "09:45-04:00", "13:00-04:00"]);
    expect(ask({ hours }, "2026-06-02")).toEqual([{ date: "2026-06-02", reason: "closed", slots: [] }]);
  });

  test("a slot may run from one window into one that touches it, also over midnight", () => {
    const hours: WeeklyWindow[] = [
      { day: "monday", from: "22:00", to: "24:00" },
      { day: "tuesday", from: "00:00", to: "01:00" },
    ];
    expect(starts(ask({ hours, ...fixed(90) }, "2026-06-01"))).toEqual(["22:00-04:00", "23:00-04:00"]);
    expect(starts(ask({ hours: hours.slice(0, 1), ...fixed(90) }, "2026-06-01"))).toEqual(["22:00-04:00"]);
  });

  test("overlapping windows offer a start once", () => {
    const once = week("09:00", "12:00");
    expect(ask({ hours: [...once, ...once] }, "2026-06-01")).toEqual(ask({}, "2026-06-01"));
  });

  test("slots longer than a day need it open all along", () => {
    expect(starts(ask({ hours: always, ...fixed(72 * 60), step: 720 }, "2026-06-01"))).toHaveLength(2);
    expect(ask(fixed(72 * 60), "2026-06-01")[0]).toMatchObject({ reason: "ends_outside_hours", slots: [] });
  });

  test("start times take the place of the grid, where it is open then", () => {
    const change = { start_times: ["11:00", "09:20", "09:20", "11:30", "14:00"] };
    expect(starts(ask(change, "2026-06-01"))).toEqual(["09:20-04:00", "11:00-04:00"]);
    expect(ask({ start_times: ["14:00"] }, "2026-06-01")[0]!.reason).toBe("no_start");
  });
});

describe("a change of clocks", () => {
  test("forward: the skipped hour gives no slot, and an hour stays an hour", () => {
    const days = ask({ hours: [{ day: "sunday", from: "01:00", to: "04:00" }] }, "2026-03-08");
    expect(starts(days)).toEqual(["01:00-05:00", "03:00-04:00"]);
    expect(days[0]!.slots[0]).toEqual({
      start: at("2026-03-08T06:00:00Z"),
      end: at("2026-03-08T07:00:00Z"),
      vacancies: 4,
      cutoff: at("2026-03-08T06:00:00Z"),
      longest: null,
      reason: null,
    });
  });

  test("forward: 24 hours from late on the day before end a day later still", () => {
    expect(starts(ask({ hours: always, ...fixed(1440), step: 30 }, "2026-03-07")).at(-1)).toBe("23:30-05:00");
  });

  test("back: the repeated hour gives two", () => {
    const hours: WeeklyWindow[] = [{ day: "sunday", from: "01:00", to: "03:00" }];
    expect(starts(ask({ hours }, "2026-11-01"))).toEqual(["01:00-04:00", "01:00-05:00", "02:00-05:00"]);
    expect(starts(ask({ hours, start_times: ["01:30"] }, "2026-11-01"))).toEqual(["01:30-04:00", "01:30-05:00"]);
  });

  test("back: a window inside the repeated hour is open twice, with a break between", () => {
    const hours: WeeklyWindow[] = [{ day: "sunday", from: "01:00", to: "01:30" }];
    expect(starts(ask({ hours, ...fixed(30) }, "2026-11-01"))).toEqual(["01:00-04:00", "01:00-05:00"]);
    expect(starts(ask({ hours, ...fixed(31) }, "2026-11-01"))).toEqual([]);
  });

  test("back over midnight: the repeated hour stays with the date it shows", () => {
    const havana = { zone: "America/Havana", hours: always };
    // At 01:00 the clock goes back to 00:00 of the same day.
    expect(starts(ask(havana, "2026-11-01"), havana.zone).slice(0, 3)).toEqual([
      "00:00-04:00",
      "00:00-05:00",
      "01:00-05:00",
    ]);
    // At 24:00 it goes back to 23:00 of the day before.
    const cairo = { zone: "Africa/Cairo", hours: always };
    expect(starts(ask(cairo, "2026-10-29"), cairo.zone).slice(-2)).toEqual(["23:00+03:00", "23:00+02:00"]);
  });

  test("a date that never came has no slots", () => {
    const apia = { zone: "Pacific/Apia", hours: always };
    const days = ask(apia, "2011-12-29/2011-12-31", { now: Date.UTC(2011, 11, 1) });
    expect(days.map((day) => [day.date, day.slots.length, day.reason])).toEqual([
      ["2011-12-29", 24, null],
      ["2011-12-30", 0, "closed"],
      ["2011-12-31", 24, null],
    ]);
    const nights = { ...apia, length: { unit: "night", min: 1, max: 9, from: "15:00", to: "11:00" } } as const;
    const found = ask(nights, "2011-12-28/2011-12-31", { now: Date.UTC(2011, 11, 1) });
    expect(found.map(({ reason }) => reason)).toEqual([null, "ends_outside_hours", "closed", null]);
  });
});

describe("room", () => {
  const nine = at("2026-06-01T09:00:00-04:00");

  test("vacancies are what is free all along; a party needs room", () => {
    const busy = [
      { from: nine, to: nine + HOUR / 2, places: 2 },
      { from: nine + HOUR / 2, to: nine + HOUR, places: 3 },
    ];
    expect(ask({}, "2026-06-01", { busy })[0]!.slots.map((slot) => slot.vacancies)).toEqual([1, 4, 4]);
    expect(starts(ask({}, "2026-06-01", { busy, party: 2 }))).toEqual(["10:00-04:00", "11:00-04:00"]);
    expect(ask({}, "2026-06-01", { party: 5 })[0]).toMatchObject({ reason: "full", slots: [] });
  });

  test("buffers reach outside the opening hours and into the neighbours' time", () => {
    const earlier = [{ from: nine - HOUR, to: nine, places: 4 }];
    expect(starts(ask({}, "2026-06-01", { busy: earlier }))).toHaveLength(3);
    expect(starts(ask({ before: 1 }, "2026-06-01", { busy: earlier }))).toEqual(["10:00-04:00", "11:00-04:00"]);
    const later = [{ from: nine + 3 * HOUR + 1, to: nine + 4 * HOUR, places: 4 }];
    expect(starts(ask({ after: 0 }, "2026-06-01", { busy: later }))).toHaveLength(3);
    expect(starts(ask({ after: 1 }, "2026-06-01", { busy: later }))).toHaveLength(2);
  });

  test("a block takes every place, however many it says", () => {
    const busy = [{ from: nine + 1, to: nine + 2, places: 1, block: true }];
    const [first, second] = slotsOf(questionOf({}, "2026-06-01", { busy }), { closed: true })[0]!.slots;
    expect(first).toMatchObject({ reason: "blocked", vacancies: 0 });
    expect(second).toMatchObject({ reason: null, vacancies: 4 });
  });

  test("counts bound the vacancies, or are there or not", () => {
    const busy = [{ from: nine, to: nine + HOUR, places: 8 }];
    const venue = { capacity: 10, busy, places: 0, buffers: true, reason: "venue_full" } as const;
    const of = (rest: Parameters<typeof questionOf>[2]) =>
      slotsOf(questionOf({ after: 30 }, "2026-06-01", rest), { closed: true })[0]!.slots.map(
        ({ vacancies, reason }) => reason ?? vacancies,
      );
    expect(of({ counts: [venue] })).toEqual([2, 4, 4]);
    expect(of({ counts: [venue], party: 3 })).toEqual(["venue_full", 3 + 1, 4]);
    const kayaks = { ...venue, places: 3, buffers: false, reason: "add_on_out" } as const;
    expect(of({ counts: [kayaks] })).toEqual(["add_on_out", 4, 4]);
    expect(of({ counts: [{ ...kayaks, places: 2 }] })).toEqual([4, 4, 4]);
  });

  test("for staff, room alone counts", () => {
    const busy = [{ from: nine - 5 * HOUR, to: nine - 4 * HOUR, places: 3 }];
    const question = questionOf({}, "2026-06-01", { busy, party: 2 });
    expect(roomAt(question, nine - 7 * HOUR, nine - 5 * HOUR)).toEqual({ vacancies: 4, reason: null });
    expect(roomAt(question, nine - 7 * HOUR, nine - 5 * HOUR + 1)).toEqual({ vacancies: 1, reason: "full" });
  });
});

test("lead counts elapsed minutes, horizon counts local days, and the cutoff tells until when", () => {
  const now = at("2026-06-01T08:30:00-04:00");
  const on = (change: Parameters<typeof ask>[0], date: string, from = now) => ask(change, date, { now: from })[0]!;
  expect(on({ lead: 30 }, "2026-06-01").slots).toHaveLength(3);
  expect(on({ lead: 31 }, "2026-06-01").slots).toHaveLength(2);
  expect(on({ lead: 31 }, "2026-06-01").slots[0]!.cutoff).toBe(at("2026-06-01T09:29:00-04:00"));
  expect(on({ lead: 600 }, "2026-06-01").reason).toBe("too_soon");
  expect(on({ horizon: 0 }, "2026-06-01").slots).toHaveLength(3);
  expect(on({ horizon: 0 }, "2026-06-02").reason).toBe("too_far");
  // 23:30 in New York is tomorrow in UTC; the local day counts.
  expect(on({ horizon: 1 }, "2026-06-03", at("2026-06-01T23:30:00-04:00")).slots).toHaveLength(0);
});

test("a day without a slot says why by the start that came furthest", () => {
  const now = at("2026-06-01T09:30:00-04:00");
  const busy = [{ from: at("2026-06-01T11:00:00-04:00"), to: at("2026-06-01T12:00:00-04:00"), places: 4 }];
  expect(ask({ lead: 60 }, "2026-06-01", { now, busy })[0]!.reason).toBe("full");
  expect(ask({ lead: 240 }, "2026-06-01", { now, busy })[0]!.reason).toBe("too_soon");
});

test("one start asked about alone answers its slot or the first reason", () => {
  const question = questionOf({}, "2026-06-01");
  const nine = at("2026-06-01T09:00:00-04:00");
  expect(slotAt(question, nine).slot).toEqual(slotsOf(question)[0]!.slots[0]);
  expect(slotAt(question, nine, nine + HOUR).reason).toBeNull();
  expect(slotAt(question, nine, nine + HOUR + 1)).toEqual({ slot: null, reason: "wrong_length" });
  expect(slotAt(question, nine + 1).reason).toBe("no_start");
  expect(slotAt(question, nine - HOUR).reason).toBe("closed");
  expect(slotAt({ ...question, party: 9 }, nine).reason).toBe("full");
});

test("every date asked about is answered, 31 at most, and senseless rules are refused", () => {
  const question = questionOf({}, "2026-06-01/2026-07-01");
  expect(slotsOf(question).map((day) => day.date)).toEqual(
    Array.from({ length: 31 }, (_, i) => dateOf(dayNumber("2026-06-01") + i)),
  );
  const refused = [
    { ...question, to: "2026-07-02" },
    { ...question, to: "2026-05-31" },
    questionOf({ step: 0 }, "2026-06-01"),
    questionOf(fixed(0), "2026-06-01"),
    questionOf({ length: { unit: "hour", min: 3, max: 2 } }, "2026-06-01"),
    questionOf({ hours: [{ day: "monday", from: "9:00", to: "10:00" }] }, "2026-06-01"),
    questionOf({ start_times: ["25:00"] }, "2026-06-01"),
    questionOf({ exceptions: [{ date: "2026-06-01", rrule: "FREQ=SOMETIMES", hours: [] }] }, "2026-06-01"),
  ];
  for (const one of refused) expect(() => slotsOf(one)).toThrow(RangeError);
});
