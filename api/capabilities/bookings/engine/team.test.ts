import { expect, test } from "vitest";
import { type Pool, type Question, slotsOf, type Unit, unitsFor } from "./index.ts";
import { at, questionOf } from "./testing/ask.ts";

const HOUR = 3_600_000;
const nine = at("2026-06-01T09:00:00-04:00");
const free = (id: string): Unit => ({ id, busy: [], shifts: null });
const taken = (id: string, hour: number): Unit => ({
  id,
  busy: [{ from: nine + hour * HOUR, to: nine + (hour + 1) * HOUR }],
  shifts: null,
});
const pool = (units: Unit[], more: Partial<Pool> = {}): Pool => ({
  units,
  count: 1,
  per: null,
  departures: null,
  ...more,
});

function of(pools: Pool[], rest: Partial<Question> = {}, change = {}) {
  const question = questionOf({ capacity: 20, ...change }, "2026-06-01", { pools, ...rest });
  return slotsOf(question, { closed: true })[0]!.slots.map(({ vacancies, reason }) => reason ?? vacancies);
}

test("one guide for the booking: there or not", () => {
  expect(of([pool([taken("ann", 0), taken("bob", 0)])])).toEqual(["pool_exhausted", 20, 20]);
  expect(of([pool([taken("ann", 0), free("bob")])])).toEqual([20, 20, 20]);
  expect(of([pool([taken("ann", 0), free("bob")], { count: 2 })])).toEqual(["pool_exhausted", 20, 20]);
});

test("one guide for every six: the vacancies are what the free ones can take", () => {
  const guides = pool([taken("ann", 0), taken("bob", 1), free("cem")], { per: 6 });
  expect(of([guides])).toEqual([12, 12, 18]);
  expect(of([guides], { party: 13 })).toEqual(["pool_exhausted", "pool_exhausted", 18]);
});

test("the parties of one departure share what it has", () => {
  const departures = new Map([[nine, { places: 4, units: 1 }]]);
  const guides = pool([taken("ann", 0), taken("bob", 0)], { per: 6, departures });
  expect(of([guides])).toEqual([2, 12, 12]);
  expect(of([guides], { party: 3 })).toEqual(["pool_exhausted", 12, 12]);
  const boat = pool([taken("boat", 0)], { departures: new Map([[nine, { places: 4, units: 1 }]]) });
  expect(of([boat])).toEqual([20, 20, 20]);
});

test("a shift, or several that touch, covers the time of the booking; buffers may lie outside", () => {
  const shift = (from: number, to: number) => ({ from: nine + from * HOUR, to: nine + to * HOUR });
  const on = (...shifts: { from: number; to: number }[]) =>
    of([pool([{ id: "ann", busy: [], shifts }])], {}, { before: 30 });
  expect(on(shift(0, 1.5))).toEqual([20, "pool_exhausted", "pool_exhausted"]);
  expect(on(shift(1.5, 3), shift(0, 1.5))).toEqual([20, 20, 20]);
  expect(on(shift(0, 1.4), shift(1.5, 3))).toEqual([20, "pool_exhausted", 20]);
  expect(on()).toEqual(Array(3).fill("pool_exhausted"));
});

test("buffers keep a unit's time free around the booking", () => {
  expect(of([pool([taken("ann", 1)])], {}, { before: 1 })).toEqual([20, "pool_exhausted", "pool_exhausted"]);
  expect(of([pool([taken("ann", 1)])], {}, { after: 1 })).toEqual(["pool_exhausted", "pool_exhausted", 20]);
});

test("one person in two pools is taken once, and for what nobody else can do", () => {
  const drivers = [free("ann"), free("bob")];
  const guides = [free("ann")];
  const question = questionOf({ capacity: 20 }, "2026-06-01", { pools: [pool(drivers), pool(guides)] });
  expect(unitsFor(question, nine, nine + HOUR)).toEqual([["bob"], ["ann"]]);
  expect(of([pool([free("ann")]), pool(guides)])).toEqual(Array(3).fill("pool_exhausted"));
  expect(of([pool(drivers, { per: 5 }), pool(guides)])).toEqual([5, 5, 5]);
});

test("the units taken are the first that are free; a departure gets what it lacks", () => {
  const units = [taken("ann", 0), free("bob"), free("cem"), free("dag")];
  const of = (more: Partial<Pool>, party = 1) =>
    unitsFor(questionOf({}, "2026-06-01", { pools: [pool(units, more)], party }), nine, nine + HOUR);
  expect(of({ count: 2 })).toEqual([["bob", "cem"]]);
  expect(of({ count: 4 })).toBeNull();
  const departures = new Map([[nine, { places: 6, units: 1 }]]);
  expect(of({ per: 6, departures }, 7)).toEqual([["bob", "cem"]]);
  expect(of({ per: 7, departures })).toEqual([[]]);
});

test("the longest stay ends with the shift or with what is taken next", () => {
  const length = { unit: "hour", min: 1, max: 3 } as const;
  const units: Unit[] = [
    { id: "ann", busy: [], shifts: [{ from: nine, to: nine + 2 * HOUR }] },
    { id: "bob", busy: [{ from: nine + 1.5 * HOUR, to: nine + 2 * HOUR }], shifts: null },
  ];
  const longest = (count: number) =>
    slotsOf(questionOf({ length, step: 30 }, "2026-06-01", { pools: [pool(units, { count })] }))[0]!.slots[0]!.longest;
  expect([longest(1), longest(2)]).toEqual([2, 1.5]);
});

test("a departure that has all it needs bounds nobody's stay, even where pools share people", () => {
  const length = { unit: "hour", min: 1, max: 3 } as const;
  const departures = new Map([[nine, { places: 1, units: 1 }]]);
  const pools = [pool([taken("ann", 2)], { departures }), pool([taken("ann", 2), free("bob")], { departures })];
  expect(slotsOf(questionOf({ length }, "2026-06-01", { pools }))[0]!.slots[0]!.longest).toBe(3);
});

test("the longest stay of two pools that share people is the longest for which both are served", () => {
  const length = { unit: "hour", min: 1, max: 3 } as const;
  const pools = [pool([taken("ann", 2), free("bob")]), pool([free("bob")])];
  expect(slotsOf(questionOf({ length }, "2026-06-01", { pools }))[0]!.slots[0]!.longest).toBe(2);
});
