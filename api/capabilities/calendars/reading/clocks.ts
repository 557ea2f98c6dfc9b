import { civilOfDay } from "../../../core/civil.ts";
import { recurs } from "../../../core/recurrence.ts";
import { isZone, localToUtc } from "../../../core/time.ts";
import { all, type Component, textOf } from "./jcal.ts";
import { ruleOf } from "./rule.ts";
import { readWall } from "./wall.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const earliest = Date.UTC(1990, 0);
const latest = Date.UTC(2100, 0);
const mostObservances = 200;

/** Turns a wall time, counted in ms as though it were UTC, into ms since 1970. */
export type Clock = (wall: number) => number;

export const utc: Clock = (wall) => wall;

/** The clock of a zone of the tz database; long before our time and long after it only roughly so. */
export function clockOf(zone: string): Clock {
  return (wall) => {
    // Offsets have to be learned year by year, and nobody is busy in most of them.
    const near = Math.min(Math.max(wall, earliest), latest);
    const { year, month, day } = civilOfDay(Math.floor(near / DAY));
    const rest = near - Math.floor(near / DAY) * DAY;
    const minutes = Math.floor(rest / MINUTE);
    return localToUtc(zone, year, month, day, minutes).at + rest - minutes * MINUTE + wall - near;
  };
}

/**
 * The clocks that a calendar names. The tz database knows better than a copy of some year in the file; names that it
 * does not know (those of Windows) are what the file says of them.
 */
export function clocksOf(calendar: Component, fallback: Clock): (zone: string | undefined) => Clock {
  const known = new Map<string, Clock>();
  for (const component of calendar[2]) {
    const name = textOf(component, "tzid");
    if (component[0] !== "vtimezone" || !name) continue;
    const meant = [name, textOf(component, "x-lic-location")].map(standardZone).find((zone) => zone !== undefined);
    const clock = meant === undefined ? ownClock(component) : clockOf(meant);
    if (clock) known.set(name, clock);
  }
  return (zone) => {
    if (zone === undefined) return fallback;
    const found = known.get(zone);
    if (found) return found;
    const standard = standardZone(zone);
    const clock = standard === undefined ? fallback : clockOf(standard);
    known.set(zone, clock);
    return clock;
  };
}

/** "Europe/Berlin", also as the end of a longer name such as "/freeassociation.sourceforge.net/Europe/Berlin". */
export function standardZone(name: string): string | undefined {
  const parts = name.split("/").filter((part) => part !== "");
  for (let start = 0; start < Math.min(parts.length, 6); start++) {
    const zone = parts.slice(start).join("/");
    if (isZone(zone)) return zone;
  }
  return undefined;
}

interface Observance {
  /** Wall time from which it holds for the first time, on the clock that held before. */
  start: number;
  /** Ms ahead of UTC. */
  before: number;
  after: number;
  /** The days on which it begins again. */
  days(first: number, last: number): number[];
}

/** A VTIMEZONE (RFC 5545, 3.6.5); undefined when it cannot be made sense of. */
function ownClock(zone: Component): Clock | undefined {
  const observances = zone[2].slice(0, mostObservances).flatMap((component) => observanceOf(component) ?? []);
  if (observances.length === 0) return undefined;
  return (wall) => {
    const day = Math.floor(wall / DAY);
    let onset = Number.NEGATIVE_INFINITY;
    let { before: offset } = observances.reduce((a, b) => (b.start < a.start ? b : a));
    for (const { start, before, after, days } of observances) {
      for (const each of days(day - 400, day)) {
        const at = each * DAY + start - Math.floor(start / DAY) * DAY;
        if (at > wall || at <= onset) continue;
        onset = at;
        // A wall time that the clock skips is meant on the clock that held before (3.3.5).
        offset = wall < at + after - before ? before : after;
      }
    }
    return wall - offset;
  };
}

function observanceOf(component: Component): Observance | undefined {
  const start = readWall(textOf(component, "dtstart"));
  const [before, after] = [offsetOf(textOf(component, "tzoffsetfrom")), offsetOf(textOf(component, "tzoffsetto"))];
  if (!start || before === undefined || after === undefined) return undefined;
  const startDay = Math.floor(start.wall / DAY);
  const more = all(component, "rdate").flatMap(([, , , ...values]) =>
    values.flatMap((value) => readWall(String(value)) ?? []),
  );
  const single = [startDay, ...more.map(({ wall }) => Math.floor(wall / DAY))];
  const rule = ruleOf(textOf(component, "x-rrule"), start);
  if ("unsupported" in rule)
    return { start: start.wall, before, after, days: (_, last) => single.filter((day) => day <= last) };
  const recurring = recurs(rule.rule, startDay);
  const end = rule.until ? Math.floor(rule.until.wall / DAY) : Number.POSITIVE_INFINITY;
  const days = (first: number, last: number) => [
    ...single.filter((day) => day <= last),
    ...recurring(first, Math.min(last, end)),
  ];
  return { start: start.wall, before, after, days };
}

/** "+01:00" or "-05:30:20" in ms. */
function offsetOf(text: string): number | undefined {
  const [, sign, hours, minutes, seconds = "0"] = /^([+-])(\d\d):?(\d\d)(?::?(\d\d))?$/.exec(text) ?? [];
  if (!sign) return undefined;
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000;
  return sign === "-" ? -size : size;
}
