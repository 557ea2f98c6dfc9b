import { type CivilDate, civilOfDay, dayOf, isDate, pad, type Weekday, weekdayOf } from "./civil.ts";
import { offsetAt } from "./zone.ts";

export { dateOf, dayNumber, isDate, WEEKDAYS, type Weekday, weekdayOf } from "./civil.ts";
export { isZone, offsetAt, type Transition, transitions } from "./zone.ts";

const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/**
 * The instant of a local wall time.
 * exact: `at` is the only one. overlap: the wall time comes twice, first at `at`, then at `second`.
 * gap: the wall time is skipped; `at` is as far after the change as the wall time is into the gap (RFC 5545, 3.3.5).
 */
export interface Instant {
  at: number;
  kind: "exact" | "gap" | "overlap";
  second?: number;
}

/** Local date and `minutes` of wall clock after its midnight (1440 is the next day's 00:00) to UTC. */
export function localToUtc(zone: string, year: number, month: number, day: number, minutes: number): Instant {
  const wall = dayOf(year, month, day) * DAY + minutes * MINUTE;
  // No offset exceeds a day, so every instant with this wall time lies between these two.
  const early = offsetAt(zone, wall - DAY);
  const late = offsetAt(zone, wall + DAY);
  const first = wall - early * MINUTE;
  if (early === late) return { at: first, kind: "exact" };
  const last = wall - late * MINUTE;
  const firstHolds = offsetAt(zone, first) === early;
  const lastHolds = offsetAt(zone, last) === late;
  if (firstHolds && lastHolds) return { at: first, kind: "overlap", second: last };
  if (firstHolds) return { at: first, kind: "exact" };
  if (lastHolds) return { at: last, kind: "exact" };
  return { at: first, kind: "gap" };
}

export interface LocalParts extends CivilDate {
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  weekday: Weekday;
  /** Days since 1970-01-01 of the local date. */
  day_number: number;
  /** Minutes east of UTC. */
  offset: number;
}

/** What calendar and clock show in the zone at an instant. */
export function localParts(zone: string, ms: number): LocalParts {
  const offset = offsetAt(zone, ms);
  const wall = ms + offset * MINUTE;
  const day_number = Math.floor(wall / DAY);
  const rest = wall - day_number * DAY;
  return {
    ...civilOfDay(day_number),
    hour: Math.floor(rest / HOUR),
    minute: Math.floor((rest % HOUR) / MINUTE),
    second: Math.floor((rest % MINUTE) / SECOND),
    millisecond: rest % SECOND,
    weekday: weekdayOf(day_number),
    day_number,
    offset,
  };
}

/** "2026-11-20T09:00:00.000Z" */
export function rfc3339(ms: number): string {
  return new Date(ms).toISOString();
}

/** "2026-03-08T09:00:00-05:00": local wall time with its offset; milliseconds only where there are any. */
export function localRfc3339(zone: string, ms: number): string {
  const at = localParts(zone, ms);
  const fraction = at.millisecond ? `.${pad(at.millisecond, 3)}` : "";
  // RFC 3339 has no seconds in an offset; the few before 1972 are cut.
  const away = Math.floor(Math.abs(at.offset));
  const offset = `${at.offset < 0 ? "-" : "+"}${pad(Math.floor(away / 60), 2)}:${pad(away % 60, 2)}`;
  const date = `${pad(at.year, 4)}-${pad(at.month, 2)}-${pad(at.day, 2)}`;
  return `${date}T${pad(at.hour, 2)}:${pad(at.minute, 2)}:${pad(at.second, 2)}${fraction}${offset}`;
}

const TIMESTAMP =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;
const YEAR_0 = -62_167_219_200_000;
const YEAR_10000 = 253_402_300_800_000;

/**
 * Ms since 1970 of an RFC 3339 date-time; digits beyond the millisecond are cut. Undefined for anything else:
 * no offset, a date the calendar lacks, a leap second, an instant outside the UTC years 0000 to 9999.
 */
export function parseRfc3339(text: string): number | undefined {
  const found = TIMESTAMP.exec(text);
  if (!found || !isDate(found[1]!)) return undefined;
  const [year, month, day] = found[1]!.split("-").map(Number) as [number, number, number];
  const clock = Number(found[2]) * HOUR + Number(found[3]) * MINUTE + Number(found[4]) * SECOND;
  const fraction = Number((found[5] ?? "").padEnd(3, "0").slice(0, 3));
  const offset = found[6] ? Number(found[7]) * HOUR + Number(found[8]) * MINUTE : 0;
  const ms = dayOf(year, month, day) * DAY + clock + fraction - (found[6] === "-" ? -offset : offset);
  return ms >= YEAR_0 && ms < YEAR_10000 ? ms : undefined;
}
