import { describe, expect, test } from "vitest";
import { endOf, lengthOf, occupied, reach, slotAt, slotsOf } from "./index.ts";
import { ask, at, questionOf, starts, week } from "./testing/ask.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const hour = { length: { unit: "hour", min: 1, max: 24 } as const, step: 30 };
const night = { length: { unit: "night", min: 1, max: 7, from: "15:00", to: "11:00" } as const };
const day = { length: { unit: "day", min: 1, max: 5, from: "08:00", to: "18:00" } as const };

describe("hours", () => {
  test("begin and end inside the opening hours, and may run over closed time between", () => {
    const nine = at("2026-06-01T09:00:00-04:00");
    const reason = (length: number) => slotAt(questionOf(hour, "2026-06-01", { length }), nine).reason;
    expect([1, 1.5, 3].map(reason)).toEqual([null, null, null]);
    expect([3.5, 23.5].map(reason)).toEqual(["ends_outside_hours", "ends_outside_hours"]);
    expect(reason(24)).toBeNull();
    expect([0.5, 1.25, 24.5, Number.NaN].map(reason)).toEqual(Array(4).fill("wrong_length"));
  });

  test("the longest goes up to what is taken next, less the buffer", () => {
    const busy = [{ from: at("2026-06-01T11:45:00-04:00"), to: at("2026-06-01T12:00:00-04:00"), places: 4 }];
    const longest = (rest: Parameters<typeof questionOf>[2], change = {}) =>
      ask({ ...hour, ...change }, "2026-06-01", rest)[0]!.slots.map((slot) => slot.longest);
    expect(longest({})).toEqual([24, 24, 24, 24, 24]);
    expect(longest({ busy })).toEqual([2.5, 2, 1.5, 1]);
    expect(longest({ busy }, { after: 30 })).toEqual([2, 1.5, 1]);
    expect(longest({ busy, length: 2 })).toEqual([2.5, 2]);
  });

  test("what cannot be had for the shortest may be had for longer", () => {
    const slots = slotsOf(questionOf(hour, "2026-06-01"), { closed: true })[0]!.slots;
    expect(slots.at(-1)).toMatchObject({ reason: "ends_outside_hours", longest: 24 });
  });
});

describe("nights", () => {
  test("from check-in to check-out, whatever the clock does between", () => {
    const [stay] = ask(night, "2026-03-07", { length: 2 })[0]!.slots;
    expect(stay).toMatchObject({
      start: at("2026-03-07T15:00:00-05:00"),
      end: at("2026-03-09T11:00:00-04:00"),
      longest: 7,
    });
  });

  test("arrive and leave on dates that have hours; between them it may be closed", () => {
    const hours = week("08:00", "20:00").filter(({ day }) => day === "saturday" || day === "monday");
    const reasons = (length: number) =>
      ask({ ...night, hours }, "2026-06-05/2026-06-08", { length }).map((d) => d.reason);
    expect(reasons(1)).toEqual(["closed", "ends_outside_hours", "closed", "ends_outside_hours"]);
    expect(reasons(2)).toEqual(["closed", null, "closed", "ends_outside_hours"]);
    expect(ask({ ...night, hours }, "2026-06-06", { length: 2 })[0]!.slots[0]!.longest).toBe(7);
    expect(reasons(8)).toEqual(["closed", "wrong_length", "closed", "wrong_length"]);
  });

  test("one party leaves in the morning, the next comes in the afternoon", () => {
    const busy = [{ from: at("2026-06-03T15:00:00-04:00"), to: at("2026-06-05T11:00:00-04:00"), places: 4 }];
    const days = ask(night, "2026-06-01/2026-06-05", { busy });
    expect(days.map(({ slots }) => slots[0]?.longest ?? null)).toEqual([2, 1, null, null, 7]);
    expect(days[2]!.reason).toBe("full");
  });

  test("a check-in that the clock skips is as much later, one that comes twice is the first", () => {
    const early = { length: { ...night.length, from: "02:30" } };
    expect(starts(ask(early, "2026-03-08"))).toEqual(["03:30-04:00"]);
    const twice = { length: { ...night.length, from: "01:30" } };
    expect(starts(ask(twice, "2026-11-01"))).toEqual(["01:30-04:00"]);
  });

  test("a check-in that the clock skips into the next date is none", () => {
    const late = { zone: "America/Nuuk", hours: week("00:00", "24:00"), length: { ...night.length, from: "23:30" } };
    // At 23:00 the clock goes on to 24:00.
    const reasons = ask(late, "2026-03-27/2026-03-29").map(({ reason }) => reason);
    expect(reasons).toEqual([null, "no_start", null]);
  });

  test("a short stay of two nights over a change of clocks is one of two nights", () => {
    const change = { length: { ...night.length, from: "23:30", to: "00:15" } };
    const busy = [{ from: at("2026-03-09T00:15:00-04:00"), to: at("2026-03-12T00:00:00-04:00"), places: 4 }];
    expect(ask(change, "2026-03-07", { busy, length: 2 })[0]!.slots[0]!.longest).toBe(2);
  });
});

describe("days", () => {
  test("one day is its own date, and has to end after it begins", () => {
    const [one] = ask(day, "2026-06-01")[0]!.slots;
    expect(one).toMatchObject({ end: at("2026-06-01T18:00:00-04:00"), longest: 5 });
    const backwards = { length: { ...day.length, to: "08:00" } };
    expect(ask(backwards, "2026-06-01")[0]).toMatchObject({ reason: "wrong_length", slots: [] });
    expect(ask(backwards, "2026-06-01", { length: 2 })[0]!.slots[0]!.end).toBe(at("2026-06-02T08:00:00-04:00"));
  });
});

test("a length and its end are each other's", () => {
  const three = at("2026-06-01T15:00:00-04:00");
  const { rules } = questionOf(night, "2026-06-01");
  expect(endOf(rules, three, 3)).toBe(at("2026-06-04T11:00:00-04:00"));
  expect(endOf(rules, three, 2.5)).toBeUndefined();
  expect(lengthOf(rules, three, at("2026-06-04T11:00:00-04:00"))).toBe(3);
  expect(lengthOf(rules, three, at("2026-06-04T11:01:00-04:00"))).toBeUndefined();
  const late = questionOf({ length: { ...day.length, to: "24:00" } }, "2026-06-01").rules;
  expect(lengthOf(late, three, at("2026-06-03T00:00:00-04:00"))).toBe(2);
  const hours = questionOf(hour, "2026-06-01").rules;
  expect(lengthOf(hours, three, three + 1.5 * HOUR)).toBe(1.5);
  expect(lengthOf(hours, three, three + 1.2 * HOUR)).toBeUndefined();
});

test("reach holds whatever a slot may take up, buffers and the longest length included", () => {
  const { rules } = questionOf({ ...night, before: 60, after: 30 }, "2026-06-01");
  const { from, to } = reach({ rules, from: "2026-06-01", to: "2026-06-02" });
  expect(from).toBeLessThanOrEqual(at("2026-06-01T14:00:00-04:00"));
  expect(to).toBeGreaterThanOrEqual(at("2026-06-09T11:30:00-04:00"));
  expect(to - from).toBeLessThan(16 * DAY);
  expect(occupied(rules, 0, HOUR)).toEqual({ from: -HOUR, to: 1.5 * HOUR });
});
