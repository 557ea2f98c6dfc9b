import { instantOf, lastDayOf } from "./length.ts";
import { type Openings, upTo } from "./openings.ts";
import type { Rules } from "./question.ts";
import type { Room } from "./room.ts";
import { DAY, HOUR, MINUTE } from "./stretches.ts";
import { minutesOf } from "./timetable.ts";

/**
 * Answers the longest a booking could last from a start, in the unit of the length, for starts that never step back;
 * null where there is none that could be had, and for fixed lengths.
 */
export function longestBy(rules: Rules, openings: Openings, room: Room): (day: number, start: number) => number | null {
  if (rules.length.unit === "fixed") return () => null;
  if (rules.length.unit === "hour") return hoursBy(rules, rules.length, openings, room);
  return daysBy(rules, rules.length, openings, room);
}

function hoursBy(
  { step }: Rules,
  length: { min: number; max: number },
  { from, to }: Openings,
  room: Room,
): (day: number, start: number) => number | null {
  return (_, start) => {
    const shortest = start + length.min * HOUR;
    let latest = Math.min(room.until(start), start + length.max * HOUR);
    for (let opening = upTo(from, latest); opening >= 0; opening--) {
      latest = Math.min(latest, to[opening]!);
      if (latest < shortest) return null;
      const steps = Math.floor((latest - shortest) / (step * MINUTE));
      const end = shortest + steps * step * MINUTE;
      if (end >= from[opening]!) return (end - start) / HOUR;
    }
    return null;
  };
}

function daysBy(
  { zone }: Rules,
  length: { unit: "day" | "night"; min: number; max: number; to: string },
  openings: Openings,
  room: Room,
): (day: number, start: number) => number | null {
  const checkOut = minutesOf(length.to);
  const ends = new Map<number, number>();
  const endOn = (day: number) => {
    let end = ends.get(day);
    if (end === undefined) {
      end = instantOf(zone, day, checkOut);
      ends.set(day, end);
    }
    return end;
  };
  return (day, start) => {
    const until = room.until(start);
    // A change of clocks makes it shorter than its dates say, by a whole day where a date is skipped.
    const most = Math.min(length.max, Math.ceil((until - start) / DAY) + 2);
    for (let many = most; many >= length.min; many--) {
      const last = lastDayOf(length.unit, day, many);
      if (!openings.openOn(last)) continue;
      const end = endOn(last);
      if (end <= until && end > start) return many;
    }
    return null;
  };
}
