import { Temporal } from "temporal-polyfill";

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** What a clock on the wall shows in one minute. */
export interface Minute {
  ms: number;
  date: string;
  /** Minutes after midnight. */
  minute: number;
}

/** Every minute from `from` to `to` (ms, whole hours) with what Temporal's clock shows then. */
export function minutesBetween(zone: string, from: number, to: number): Minute[] {
  const offset = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
  const minutes: Minute[] = [];
  let after = offset(from);
  for (let hour = from; hour < to; hour += HOUR) {
    const before = after;
    after = offset(hour + HOUR);
    for (let ms = hour; ms < hour + HOUR; ms += MINUTE) {
      const wall = new Date(ms + (before === after ? before : offset(ms)));
      const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes();
      const last = minutes.at(-1);
      const date = last && last.minute === minute - 1 ? last.date : wall.toISOString().slice(0, 10);
      minutes.push({ ms, date, minute });
    }
  }
  return minutes;
}

/** The instant of a wall time; "24:00" is the next day's midnight. */
export function instantAt(zone: string, date: string, clock: string): number {
  const day = Temporal.PlainDate.from(date).add({ days: clock === "24:00" ? 1 : 0 });
  const time = clock === "24:00" ? "00:00" : clock;
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

export function dateAt(zone: string, ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString();
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
