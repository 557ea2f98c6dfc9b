import fc from "fast-check";
import { expect, test } from "vitest";
import {
  calendarOf,
  endOf,
  explain,
  lengthOf,
  occupied,
  type Question,
  reach,
  roomAt,
  slotAt,
  slotsOf,
  unitsFor,
} from "./index.ts";
import { Definition, freeIn, wantedOf } from "./testing/definition.ts";
import { question } from "./testing/questions.ts";

const MINUTE = 60_000;

test("agrees with a minute-by-minute reading of the definition", { timeout: 60_000 }, () => {
  const seen = new Map<string | null, number>();
  fc.assert(
    fc.property(question, (one) => {
      const definition = new Definition(one);
      const days = definition.slots();
      for (const { reason } of days.flatMap(({ slots }) => slots)) seen.set(reason, (seen.get(reason) ?? 0) + 1);
      expect(slotsOf(one, { closed: true })).toEqual(days);
      const offered = days.map((day) => ({ ...day, slots: day.slots.filter(({ reason }) => reason === null) }));
      expect(slotsOf(one)).toEqual(offered);
      expect(calendarOf(one)).toEqual(definition.calendar());
    }),
    { numRuns: 150 },
  );
  expect(seen.get(null)).toBeGreaterThan(200);
  expect(seen.size).toBeGreaterThan(5);
});

test("one time asked about alone is what the definition says of it", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      question,
      fc.nat(),
      fc.constantFrom(0, 1, 5 * MINUTE, 77 * MINUTE),
      fc.nat(3),
      (one, pick, off, more) => {
        const definition = new Definition(one);
        const slots = slotsOf(one, { closed: true }).flatMap((day) => day.slots);
        const slot = slots[pick % Math.max(slots.length, 1)];
        if (!slot) return;
        const { start } = slot;
        expect(slotAt(one, start)).toEqual({ slot: slot.reason ? null : slot, reason: slot.reason });
        if (slot.reason === null) expect(slotAt(one, start, slot.end).slot).toEqual(slot);

        const ends = [
          slot.end,
          slot.end + more * one.rules.step * MINUTE,
          endOf(one.rules, start, more + 1) ?? slot.end + 1,
        ];
        const end = ends[pick % 3]! + off;
        for (const [at, until] of [
          [start, end],
          [start + off, end],
        ] as const) {
          const checks = definition.checks(at, until);
          for (const { code, passed } of explain(one, at, until)) {
            const failed = checks.get(code);
            if (failed !== undefined) expect([code, passed]).toEqual([code, !failed]);
          }
        }
        const time = { from: start + off, to: Math.max(end, start + off + 1) };
        expect(roomAt(one, time.from, time.to).vacancies).toBe(definition.vacancies(time));
      },
    ),
    { numRuns: 200 },
  );
});

test("the units found are free, distinct and as many as needed, or there is no way to find them", () => {
  let [found, none] = [0, 0];
  fc.assert(
    fc.property(
      question.filter(({ pools }) => pools.length > 0),
      (one) => {
        const roomy: Question = { ...one, rules: { ...one.rules, capacity: 99 }, busy: [], counts: [] };
        for (const { start, end, reason } of slotsOf(roomy, { closed: true }).flatMap(({ slots }) => slots)) {
          const units = unitsFor(one, start, end);
          if (reason === "pool_exhausted") expect(units).toBeNull();
          if (units === null) {
            none++;
            continue;
          }
          found++;
          expect(new Set(units.flat()).size).toBe(units.flat().length);
          one.pools.forEach((pool, i) => {
            expect(units[i]).toHaveLength(wantedOf(pool, start, one.party));
            const free = freeIn(pool, { from: start, to: end }, occupied(one.rules, start, end));
            for (const id of units[i]!) expect(free).toContain(id);
          });
        }
      },
    ),
    { numRuns: 100 },
  );
  expect(found).toBeGreaterThan(100);
  expect(none).toBeGreaterThan(100);
});

test("what lies out of reach does not matter, and a length and its end are each other's", () => {
  fc.assert(
    fc.property(question, (one) => {
      const { from, to } = reach(one);
      const near = <S extends { from: number; to: number }>(list: readonly S[]) =>
        list.filter((span) => span.from < to && span.to > from);
      const days = slotsOf(one);
      expect(slotsOf({ ...one, busy: near(one.busy) })).toEqual(days);
      for (const { start, end, longest } of days.flatMap(({ slots }) => slots)) {
        const length = lengthOf(one.rules, start, end)!;
        if (one.length !== null) expect(length).toBe(one.length);
        expect(endOf(one.rules, start, length)).toBe(end);
        if (longest !== null) {
          expect(longest).toBeGreaterThanOrEqual(length);
          expect(slotAt({ ...one, length: longest }, start).slot?.longest).toBe(longest);
        }
      }
    }),
    { numRuns: 150 },
  );
});
