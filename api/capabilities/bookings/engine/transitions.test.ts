import { expect, test } from "vitest";
import { dateOf, type Transition, transitions, WEEKDAYS } from "../../../core/time.ts";
import { type Length, type Question, slotsOf, type Window } from "./index.ts";
import { Definition } from "./testing/definition.ts";
import { always, years, zones } from "./testing/questions.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Let {
  length: Length;
  step: number;
  hours: Window[];
  start_times: string[] | null;
}
const allDay = [{ from: "00:00", to: "24:00" }];
const night = [
  { from: "00:10", to: "02:30" },
  { from: "02:30", to: "05:00" },
  { from: "22:00", to: "24:00" },
];

/** Ways of letting that a change of clocks puts to the test; each change is looked at with two of them. */
const ways: Let[] = [
  { length: { unit: "fixed", minutes: 60 }, step: 30, hours: allDay, start_times: null },
  { length: { unit: "fixed", minutes: 45 }, step: 20, hours: night, start_times: null },
  { length: { unit: "fixed", minutes: 1440 }, step: 60, hours: allDay, start_times: null },
  { length: { unit: "fixed", minutes: 30 }, step: 30, hours: night, start_times: ["00:30", "01:30", "02:30", "23:30"] },
  { length: { unit: "hour", min: 1, max: 4 }, step: 60, hours: night, start_times: null },
  { length: { unit: "night", min: 1, max: 2, from: "00:30", to: "02:15" }, step: 60, hours: allDay, start_times: null },
  { length: { unit: "day", min: 1, max: 2, from: "01:45", to: "24:00" }, step: 60, hours: night, start_times: null },
];

function around({ at, after }: Transition, zone: string, { hours, start_times, ...way }: Let): Question {
  const day = Math.floor((at + after * MINUTE) / DAY);
  return {
    rules: {
      ...way,
      zone,
      open: {
        hours: hours === allDay ? always : WEEKDAYS.flatMap((day) => hours.map((window) => ({ day, ...window }))),
        seasons: [],
        exceptions: [],
        start_times,
      },
      within: [],
      before: 10,
      after: 5,
      capacity: 3,
      lead: 60,
      horizon: 30,
    },
    from: dateOf(day - 1),
    to: dateOf(day + 1),
    party: 1,
    length: null,
    now: at - 30 * HOUR,
    busy: [
      { from: at - 2 * HOUR, to: at + HOUR, places: 1 },
      { from: at + HOUR, to: at + 3 * HOUR, places: 2 },
    ],
    counts: [],
    pools: [],
  };
}

test("agrees with the definition around every change of every zone from 2024 to 2032", { timeout: 120_000 }, () => {
  const groups = new Map<string, { zone: string; changes: Transition[] }>();
  for (const zone of zones) {
    const changes = transitions(zone, years.from, years.to);
    groups.set(JSON.stringify(changes), { zone, changes });
  }
  let looked = 0;
  for (const { zone, changes } of groups.values()) {
    for (const change of changes) {
      looked++;
      for (const way of [ways[looked % ways.length]!, ways[(looked + 3) % ways.length]!]) {
        const question = around(change, zone, way);
        const where = `${zone} ${new Date(change.at).toISOString()} ${JSON.stringify(way)}`;
        expect(slotsOf(question, { closed: true }), where).toEqual(new Definition(question).slots());
      }
    }
  }
  expect(looked).toBeGreaterThan(500);
});
