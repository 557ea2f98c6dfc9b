import { type Interval, normalise } from "../../../core/intervals.ts";
import type { Departure, Pool, Unit } from "./question.ts";

const nobody: Departure = { places: 0, units: 0 };

/** Units that the pool must still find for a party that starts then. */
export function needed(pool: Pool, start: number, party: number): number {
  const { places, units } = pool.departures?.get(start) ?? nobody;
  return Math.max(0, groups(pool, places + party) * pool.count - units);
}

/** Places that so many free units still serve from that start; Infinity where it does not depend on places. */
export function placesFor(pool: Pool, start: number, free: number): number {
  const { places, units } = pool.departures?.get(start) ?? nobody;
  const served = Math.floor((free + units) / pool.count);
  if (pool.per === null) return served >= 1 ? Infinity : 0;
  return Math.max(0, served * pool.per - places);
}

function groups({ per }: Pool, places: number): number {
  return per === null ? 1 : Math.ceil(places / per);
}

/** Answers about one unit, for questions whose times never step back. */
export interface UnitWalk {
  id: string;
  /** Up to when it is there and free from [from, start) on: the end of a booking and of what it occupies. -Infinity: not. */
  until(from: number, start: number, after: number): number;
}

export function walkOf(unit: Unit, near: Interval): UnitWalk {
  const busy = normalise(unit.busy.filter(({ from, to }) => from < near.to && to > near.from));
  const shifts = unit.shifts && normalise(unit.shifts.filter(({ from, to }) => from < near.to && to > near.from));
  let nextBusy = 0;
  let nextShift = 0;
  return {
    id: unit.id,
    until(from, start, after) {
      while (nextBusy < busy.length && busy[nextBusy]!.to <= from) nextBusy++;
      const free = nextBusy < busy.length ? busy[nextBusy]!.from - after : Infinity;
      if (!shifts) return free;
      while (nextShift < shifts.length && shifts[nextShift]!.to <= start) nextShift++;
      const shift = shifts[nextShift];
      return shift && shift.from <= start ? Math.min(free, shift.to) : -Infinity;
    },
  };
}
