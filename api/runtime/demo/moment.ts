import { dateOf } from "../../core/civil.ts";
import { localParts, localToUtc } from "../../core/time.ts";

const minute = 60_000;
const day = 86_400_000;
export const homeZone = "America/New_York";

/** A point of the demo's story: `3d 14:20` is that time on the house's clock three days ago, `25m` is minutes ago. */
export type Moment = `${number}d ${number}:${number}` | `${number}m`;

/** Milliseconds since 1970 of a moment, told at `now`. */
export function momentAt(now: number, moment: Moment): number {
  const ago = /^(\d+)m$/.exec(moment)?.[1];
  if (ago) return now - Number(ago) * minute;
  const [, days, hours, minutes] = /^(\d+)d (\d+):(\d+)$/.exec(moment) ?? [];
  const { year, month, day: date } = localParts(homeZone, now - Number(days) * day);
  return localToUtc(homeZone, year, month, date, Number(hours) * 60 + Number(minutes)).at;
}

/** The date, `YYYY-MM-DD`, that many days after now's on a zone's clock. */
export function dateAfter(now: number, zone: string, days: number): string {
  const { year, month, day: date } = localParts(zone, now);
  return dateOf(Date.UTC(year, month - 1, date) / day + days);
}
