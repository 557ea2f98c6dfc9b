import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf, dayNumber, WEEKDAYS, weekdayOf } from "../../core/time.ts";
import type { Hours } from "../venues/index.ts";
import { slotsOn } from "./calendar.ts";
import { slotsOf } from "./engine/slots.ts";

const first = dayNumber("2027-03-08");
const now = Date.parse("2027-03-01T00:00:00Z");
const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

/** One window a day at most; many of them touch midnight, so that slots run from one day into the next. */
const week = fc
  .array(fc.option(fc.tuple(fc.constantFrom(0, 8, 20), fc.constantFrom(4, 12, 24))), { minLength: 7, maxLength: 7 })
  .map(
    (days): Hours =>
      days.flatMap((window, index) =>
        window && window[0] < window[1]
          ? [{ day: WEEKDAYS[index]!, from: clock(window[0]), to: clock(window[1]) }]
          : [],
      ),
  );

const question = (hours: Hours, duration: number) => ({
  rules: {
    zone: "America/New_York",
    hours,
    duration,
    step: 60,
    before: 0,
    after: 0,
    capacity: 1,
    lead: 0,
    horizon: 365,
  },
  from: dateOf(first),
  to: dateOf(first + 13),
  party: 1,
  now,
  busy: [],
});
const durations = fc.constantFrom(60, 600, 1_800, 4_500);
const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 18 }), { maxLength: 6 });

test("exceptions that say what the week says change nothing, also where the clock jumps", () => {
  fc.assert(
    fc.property(week, durations, offsets, (hours, duration, days) => {
      const exceptions = days.map((offset) => ({
        date: dateOf(first + offset),
        name: null,
        hours: hours.filter(({ day }) => day === weekdayOf(first + offset)),
      }));
      const asked = question(hours, duration);
      expect(slotsOn(asked, exceptions)).toEqual(slotsOf(asked));
    }),
    { numRuns: 200 },
  );
});

test("closed dates take away just the slots that touch them", () => {
  fc.assert(
    fc.property(week, fc.constantFrom(60, 600, 1_800, 4_500, 15_000), offsets, (hours, duration, days) => {
      const exceptions = days.map((offset) => ({ date: dateOf(first + offset), name: null, hours: [] }));
      const asked = question(hours, duration);
      // Midnights by the zone's own rule: winter time up to 14 March 2027, summer time from then on.
      const midnight = (day: number) => day * 86_400_000 + (day <= dayNumber("2027-03-14") ? 5 : 4) * 3_600_000;
      const touches = (slot: { start: number; end: number }) =>
        days.some((offset) => slot.start < midnight(first + offset + 1) && slot.end > midnight(first + offset));
      const expected = slotsOf(asked).map((day) => ({ ...day, slots: day.slots.filter((slot) => !touches(slot)) }));
      expect(slotsOn(asked, exceptions)).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});
