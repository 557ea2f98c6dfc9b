import { dayNumber, instantOf, wallOf } from "./zone.ts";

/** Where instants lie on a day that is drawn from top to bottom, in minutes from its top. */
export interface Axis {
  zone: string;
  /** Minutes from top to bottom. */
  total: number;
  /** Where an instant lies on a date; outside of 0 to `total` when it belongs to another day. */
  at(date: string, instant: number): number;
  /** The instant that lies there, in milliseconds. */
  instant(date: string, minutes: number): number;
  /** Where the clock shows this many minutes since midnight. */
  ofWall(date: string, minutes: number): number;
  /** Full hours of the clock, and where they lie; `clock` in minutes since midnight. */
  hours: readonly { at: number; clock: number }[];
}

const wallHours = Array.from({ length: 23 }, (_, hour) => ({ at: (hour + 1) * 60, clock: (hour + 1) * 60 }));

/** Days that differ, side by side: the same height is the same reading of the clock. */
const wallAxis = (zone: string): Axis => ({
  zone,
  total: 1440,
  at(date, instant) {
    const wall = wallOf(instant, zone);
    return wall.minutes + (dayNumber(wall.date) - dayNumber(date)) * 1440;
  },
  instant: (date, minutes) => instantOf(date, minutes, zone),
  ofWall: (_, minutes) => minutes,
  hours: wallHours,
});

/** One day alone: as long as it lasts, so that an hour that comes twice has room twice. */
function dayAxis(date: string, zone: string): Axis {
  const start = instantOf(date, 0, zone);
  const total = (instantOf(date, 1440, zone) - start) / 60_000;
  if (total === 1440) return wallAxis(zone);
  const hours: { at: number; clock: number }[] = [];
  for (let at = 15; at < total; at += 15) {
    const { minutes } = wallOf(start + at * 60_000, zone);
    if (minutes % 60 === 0) hours.push({ at, clock: minutes });
  }
  return {
    zone,
    total,
    at: (_, instant) => (instant - start) / 60_000,
    instant: (_, minutes) => start + minutes * 60_000,
    ofWall: (_, minutes) => (instantOf(date, minutes, zone) - start) / 60_000,
    hours,
  };
}

export function axisOf(dates: readonly string[], zone: string): Axis {
  const [first] = dates;
  return first && dates.every((date) => date === first) ? dayAxis(first, zone) : wallAxis(zone);
}

/** What the clock does on a date, where it does anything: minutes it jumps over (above 0) or goes through twice. */
export function jumpOn(date: string, zone: string): { from: number; minutes: number } | undefined {
  const start = instantOf(date, 0, zone);
  const minutes = 1440 - (instantOf(date, 1440, zone) - start) / 60_000;
  if (!minutes) return undefined;
  for (let at = 0; at <= 1440; at += 15) {
    const wall = wallOf(start + at * 60_000, zone);
    const shown = wall.minutes + (wall.date === date ? 0 : 1440);
    if (shown !== at) return { from: shown - Math.max(0, minutes), minutes };
  }
  return undefined;
}
