import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { dateOf, transitions, WEEKDAYS } from "../../../core/time.ts";
import type { Window } from "./hours.ts";
import { type Question, reach, slotAt, slotsOf } from "./slots.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const always: Window[] = WEEKDAYS.map((day) => ({ day, from: "00:00", to: "24:00" }));

/** The definition, read out minute by minute with Temporal's clock. */
function bruteForce({ rules, from, to, party, now, busy }: Question) {
  const windows = rules.hours.map(({ day, from, to }) => {
    const [a, b] = [from, to].map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)));
    return { weekday: WEEKDAYS.indexOf(day) + 1, from: a!, to: b! };
  });
  const days = Math.ceil(rules.duration / 1440) + 2;
  const first = Temporal.PlainDate.from(from).subtract({ days: 1 }).toZonedDateTime("UTC").epochMilliseconds;
  const last = Temporal.PlainDate.from(to)
    .add({ days: days + 1 })
    .toZonedDateTime("UTC").epochMilliseconds;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(rules.zone).toPlainDate();
  const latest = today.add({ days: rules.horizon }).toString();
  const minutes: { open: boolean; start: boolean; date: string }[] = [];
  for (let ms = first; ms < last; ms += MINUTE) {
    const clock = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(rules.zone);
    const minute = clock.hour * 60 + clock.minute;
    const inside = windows.filter((one) => one.weekday === clock.dayOfWeek && minute >= one.from && minute < one.to);
    const start = inside.some((one) => (minute - one.from) % rules.step === 0);
    minutes.push({ open: inside.length > 0, start, date: clock.toPlainDate().toString() });
  }
  const result: Record<string, { start: number; end: number; vacancies: number }[]> = {};
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 }))
    result[day.toString()] = [];
  minutes.forEach(({ start, date }, i) => {
    const begin = first + i * MINUTE;
    if (!start || !result[date] || begin < now + rules.lead * MINUTE || date > latest) return;
    const covered = minutes.slice(i, i + rules.duration);
    if (covered.length < rules.duration || !covered.every((one) => one.open)) return;
    const [lo, hi] = [begin - rules.before * MINUTE, begin + (rules.duration + rules.after) * MINUTE];
    // Use only rises where a span begins: looking there and at the window's own start sees every peak.
    const points = [lo, ...busy.map((span) => span.from).filter((point) => point > lo && point < hi)];
    const used = points.map((point) =>
      busy.reduce((sum, span) => (span.from <= point && point < span.to ? sum + span.places : sum), 0),
    );
    const vacancies = rules.capacity - Math.max(...used);
    if (vacancies >= party) result[date].push({ start: begin, end: begin + rules.duration * MINUTE, vacancies });
  });
  return Object.entries(result).map(([date, slots]) => ({ date, slots }));
}

const zones = Intl.supportedValuesOf("timeZone");
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const window = fc
  .tuple(fc.constantFrom(...WEEKDAYS), fc.nat(287), fc.nat(287))
  .map(([day, a, b]) => ({ day, from: clock(Math.min(a, b) * 5), to: clock((Math.max(a, b) + 1) * 5) }));

/** A question about the days around a change of clocks, or around any date in zones that have none. */
const question = fc
  .record({
    zone: fc.constantFrom(
      ...zones,
      ...zones.filter((zone) => transitions(zone, Date.UTC(2024), Date.UTC(2033)).length > 1),
    ),
    which: fc.nat(),
    shift: fc.integer({ min: -2, max: 0 }),
    days: fc.integer({ min: 1, max: 3 }),
    hours: fc.oneof(fc.constant(always), fc.array(window, { minLength: 1, maxLength: 14 })),
    duration: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(60, 1440, 2000)),
    step: fc.constantFrom(5, 7, 15, 30, 45, 60, 90),
    before: fc.nat(90),
    after: fc.nat(90),
    capacity: fc.integer({ min: 1, max: 6 }),
    party: fc.integer({ min: 1, max: 3 }),
    lead: fc.nat(600),
    horizon: fc.integer({ min: 0, max: 5 }),
    ago: fc.integer({ min: -600, max: 4000 }),
    busy: fc.array(
      fc.record({
        from: fc.integer({ min: -2 * 1440 * MINUTE, max: 5 * 1440 * MINUTE }),
        length: fc.integer({ min: 0, max: 900 * MINUTE }),
        places: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 25 },
    ),
    round: fc.boolean(),
  })
  .map((of): Question => {
    const changes = transitions(of.zone, Date.UTC(2024), Date.UTC(2033));
    const centre = changes.length
      ? changes[of.which % changes.length]!.at
      : Date.UTC(2024) + (of.which % 3000) * 24 * HOUR;
    const day = Math.floor(centre / (24 * HOUR)) + of.shift;
    const grid = of.round ? 5 * MINUTE : 1;
    return {
      rules: {
        zone: of.zone,
        hours: of.hours,
        duration: of.duration,
        step: of.step,
        before: of.before,
        after: of.after,
        capacity: of.capacity,
        lead: of.lead,
        horizon: of.horizon,
      },
      from: dateOf(day),
      to: dateOf(day + of.days - 1),
      party: of.party,
      now: day * 24 * HOUR - of.ago * MINUTE,
      busy: of.busy.map(({ from, length, places }) => {
        const begin = day * 24 * HOUR + Math.round(from / grid) * grid;
        return { from: begin, to: begin + Math.round(length / grid) * grid, places };
      }),
    };
  });

test("agrees with a minute-by-minute reading of the definition", { timeout: 60_000 }, () => {
  let offered = 0;
  fc.assert(
    fc.property(question, (one) => {
      const mine = slotsOf(one);
      offered += mine.reduce((sum, day) => sum + day.slots.length, 0);
      expect(mine).toEqual(bruteForce(one));
    }),
    { numRuns: 500 },
  );
  expect(offered).toBeGreaterThan(500);
});

test("one start asked about alone is what the whole range says of it, from the spans in reach", () => {
  fc.assert(
    fc.property(question, fc.nat(), (one, pick) => {
      const slots = slotsOf(one).flatMap((day) => day.slots);
      const slot = slots[pick % Math.max(slots.length, 1)];
      if (!slot) return;
      expect(slotAt(one, slot.start)).toEqual(slot);
      expect(slotAt(one, slot.start + 1)).toBeUndefined();
      const { from, to } = reach(one);
      expect(slotsOf({ ...one, busy: one.busy.filter((span) => span.from < to && span.to > from) })).toEqual(
        slotsOf(one),
      );
    }),
    { numRuns: 300 },
  );
});
