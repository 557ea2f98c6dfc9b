import { dateOf, localParts, localToUtc } from "../../core/time.ts";

const minute = 60_000;
export const homeZone = "America/New_York";

/** A point of the demo's story: `3d 14:20` is that time on the house's clock three days ago, `25m` is minutes ago. */
export type Moment = `${number}d ${number}:${number}` | `${number}m`;

/** Milliseconds since 1970 of a moment, told at `now`. */
export function momentAt(now: number, moment: Moment): number {
  const ago = /^(\d+)m$/.exec(moment)?.[1];
  if (ago) return now - Number(ago) * minute;
  const [days = 0, hours = 0, minutes = 0] = moment.split(/d |:/).map(Number);
  const today = localParts(homeZone, now).day_number;
  return localTime(homeZone, dateOf(today - days), hours * 60 + minutes);
}

/** Milliseconds since 1970 of a time on a zone's clock, in minutes after midnight. */
export function localTime(zone: string, day: string, minutes: number): number {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return localToUtc(zone, year, month, date, minutes).at;
}

/** The date, `YYYY-MM-DD`, that many days after `now`'s on a zone's clock. */
export const dateAfter = (now: number, zone: string, days: number): string =>
  dateOf(localParts(zone, now).day_number + days);
