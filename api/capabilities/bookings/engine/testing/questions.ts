import fc from "fast-check";
import { dateOf, transitions, WEEKDAYS } from "../../../../core/time.ts";
import type { Length, Question, WeeklyWindow } from "../question.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

export const zones = Intl.supportedValuesOf("timeZone");
export const always: WeeklyWindow[] = WEEKDAYS.map((day) => ({ day, from: "00:00", to: "24:00" }));
/** The years whose changes of clocks are looked at. */
export const years = { from: Date.UTC(2024), to: Date.UTC(2033) };

const changing = zones.filter((zone) => transitions(zone, years.from, years.to).length > 1);

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const time = fc.nat(287).map((five) => clock(five * 5));
const window = fc
  .tuple(fc.nat(287), fc.nat(287))
  .map(([a, b]) => ({ from: clock(Math.min(a, b) * 5), to: clock((Math.max(a, b) + 1) * 5) }));
const weekly = fc.tuple(fc.constantFrom(...WEEKDAYS), window).map(([day, hours]) => ({ day, ...hours }));
const week = fc.oneof(
  { weight: 2, arbitrary: fc.constant(always) },
  { weight: 3, arbitrary: fc.array(weekly, { minLength: 7, maxLength: 16 }) },
  // Touching at midnight, shut over lunch.
  {
    weight: 1,
    arbitrary: fc.constant(
      WEEKDAYS.flatMap((day) => [
        { day, from: "00:00", to: "11:30" },
        { day, from: "13:00", to: "24:00" },
      ]),
    ),
  },
);
const times = fc.option(fc.uniqueArray(time, { minLength: 1, maxLength: 8 }), { freq: 1 });

const length: fc.Arbitrary<Length> = fc.oneof(
  fc
    .oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(60, 1440, 2000))
    .map((minutes) => ({ unit: "fixed" as const, minutes })),
  fc.record({ min: fc.integer({ min: 1, max: 4 }), more: fc.constantFrom(0, 1, 3, 8) }).map(({ min, more }) => ({
    unit: "hour" as const,
    min,
    max: min + more,
  })),
  fc
    .record({
      unit: fc.constantFrom("day" as const, "night" as const),
      min: fc.integer({ min: 1, max: 2 }),
      more: fc.nat(3),
      from: fc.oneof(time, fc.constantFrom("00:00", "02:15", "00:30")),
      to: fc.oneof(time, fc.constantFrom("24:00", "02:45", "00:30")),
    })
    .map(({ unit, min, more, from, to }) => ({ unit, min, max: min + more, from, to })),
);

const interval = (most: number) =>
  fc.record({ from: fc.integer({ min: -2 * 1440, max: 6 * 1440 }), length: fc.integer({ min: 0, max: most }) });
const taken = fc.array(fc.record({ span: interval(900), places: fc.integer({ min: 1, max: 3 }) }), { maxLength: 12 });
const rrule = fc.option(
  fc.constantFrom(
    "FREQ=DAILY;INTERVAL=2",
    "FREQ=WEEKLY;BYDAY=SA,SU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=3",
    "FREQ=MONTHLY;BYDAY=-1SU",
    "FREQ=YEARLY;BYMONTH=3,11;BYDAY=1SU",
  ),
);
const dated = fc.array(
  fc.record({ ahead: fc.integer({ min: -9, max: 4 }), rrule, hours: fc.array(window, { maxLength: 2 }) }),
  { maxLength: 2 },
);
const pool = fc.record({
  units: fc.array(
    fc.record({
      id: fc.constantFrom("ann", "bob", "cem", "dag"),
      busy: fc.array(interval(500), { maxLength: 3 }),
      shifts: fc.option(fc.array(interval(2500), { minLength: 3, maxLength: 6 }), { freq: 1 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  count: fc.integer({ min: 1, max: 2 }),
  per: fc.option(fc.integer({ min: 1, max: 3 })),
  departures: fc.option(
    fc.record({ places: fc.integer({ min: 1, max: 3 }), units: fc.integer({ min: 0, max: 2 }), five: fc.nat(12) }),
  ),
});

/** A question about the days around a change of clocks, or around any date in zones that have none. */
export const question: fc.Arbitrary<Question> = fc
  .record({
    zone: fc.oneof(fc.constantFrom(...zones), fc.constantFrom(...changing)),
    which: fc.nat(),
    shift: fc.integer({ min: -2, max: 0 }),
    days: fc.integer({ min: 1, max: 3 }),
    hours: week,
    times,
    season: fc.option(
      fc.record({ from: fc.integer({ min: -2, max: 3 }), days: fc.nat(3), hours: week, start_times: times }),
    ),
    exceptions: dated,
    within: dated,
    follows: fc.boolean(),
    length,
    asked: fc.option(fc.nat(8), { freq: 1 }),
    step: fc.constantFrom(5, 7, 15, 30, 45, 60, 90),
    before: fc.nat(90),
    after: fc.nat(90),
    capacity: fc.integer({ min: 2, max: 12 }),
    party: fc.integer({ min: 1, max: 3 }),
    lead: fc.nat(600),
    horizon: fc.oneof(fc.nat(3), fc.constant(400), fc.constant(400)),
    ago: fc.oneof(fc.integer({ min: -600, max: 4000 }), fc.constant(10_000)),
    busy: taken,
    blocks: fc.array(interval(600), { maxLength: 1 }),
    counts: fc.array(
      fc.record({
        capacity: fc.integer({ min: 2, max: 9 }),
        busy: taken,
        places: fc.constantFrom(0, 0, 1, 2),
        reason: fc.constantFrom("venue_full" as const, "add_on_out" as const),
        buffers: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    pools: fc.array(pool, { minLength: 1, maxLength: 2 }),
    alone: fc.boolean(),
    odd: fc.boolean(),
  })
  .map((of): Question => {
    const changes = transitions(of.zone, years.from, years.to);
    const centre = changes.length ? changes[of.which % changes.length]!.at : years.from + (of.which % 3000) * DAY;
    const day = Math.floor(centre / DAY) + of.shift;
    // Off the grid by seconds, or on it, where ends and beginnings meet.
    const place = ({ from, length }: { from: number; length: number }) => {
      const five = (minutes: number) => (of.odd ? minutes * MINUTE + 7_001 : Math.round(minutes / 5) * 5 * MINUTE);
      const begin = day * DAY + five(from);
      return { from: begin, to: begin + (length === 0 ? 0 : five(length)) };
    };
    const spans = (list: readonly { span: { from: number; length: number }; places: number }[]) =>
      list.map(({ span, places }) => ({ ...place(span), places }));
    const special = (list: readonly { ahead: number; rrule: string | null; hours: { from: string; to: string }[] }[]) =>
      list.map(({ ahead, rrule, hours }) => ({ date: dateOf(day + ahead), rrule, hours }));
    const { length } = of;
    const asked =
      of.asked === null || length.unit === "fixed"
        ? null
        : length.unit === "hour"
          ? (length.min * 60 + of.asked * of.step) / 60
          : length.min + (of.asked % 5);
    return {
      rules: {
        zone: of.zone,
        open: {
          hours: of.hours,
          seasons: of.season
            ? [
                {
                  from: dateOf(day + of.season.from),
                  to: dateOf(day + of.season.from + of.season.days),
                  hours: of.season.hours,
                  start_times: of.season.start_times,
                },
              ]
            : [],
          exceptions: special(of.exceptions),
          start_times: of.times,
        },
        within: special(of.within),
        follows: of.follows,
        length,
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
      length: asked,
      now: day * DAY - of.ago * MINUTE,
      busy: [...spans(of.busy), ...of.blocks.map((block) => ({ ...place(block), places: 1, block: true }))],
      counts: of.counts.map(({ capacity, busy, places, buffers, reason }) => ({
        capacity,
        busy: spans(busy),
        places,
        buffers,
        reason,
      })),
      pools: (of.alone ? [] : of.pools).map(({ units, count, per, departures }) => ({
        units: units
          .filter(({ id }, i) => units.findIndex((one) => one.id === id) === i)
          .map(({ id, busy, shifts }) => ({ id, busy: busy.map(place), shifts: shifts ? shifts.map(place) : null })),
        count,
        per,
        departures:
          departures &&
          new Map(
            Array.from({ length: of.days * 24 }, (_, hour) => [
              (day * 24 + hour) * 60 * MINUTE + departures.five * 5 * MINUTE,
              { places: departures.places, units: departures.units },
            ]),
          ),
      })),
    };
  });
