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
  const [year = 0, month = 0, date = 0] = dateOf(today - days)
    .split("-")
    .map(Number);
  return localToUtc(homeZone, year, month, date, hours * 60 + minutes).at;
}

/** The date, `YYYY-MM-DD`, that many days after `now`'s on a zone's clock. */
export const dateAfter = (now: number, zone: string, days: number): string =>
  dateOf(localParts(zone, now).day_number + days);
