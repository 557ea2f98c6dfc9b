import type { Clock } from "./clocks.ts";
import { utc } from "./clocks.ts";
import { all, type Component, first, type Property, parameter, textOf } from "./jcal.ts";
import { type Rule, ruleOf } from "./rule.ts";
import { type Length, readLength, readWall, type Wall } from "./wall.ts";

/** A wall time with the clock it is on. */
export interface Moment extends Wall {
  clock: Clock;
}

export const instantOf = ({ clock, wall }: Moment): number => clock(wall);

/** A VEVENT, as far as it tells when somebody is busy. */
export interface ReadEvent {
  uid: string;
  sequence: number;
  busy: boolean;
  start: Moment;
  length: Length;
  rules: Rule[];
  /** Further starts, some with a length of their own. */
  more: { start: Moment; length: Length }[];
  except: Moment[];
  /** Of which of its series' starts it is the exception. */
  instead: Moment | null;
}

/** Undefined for an event that cannot be read. */
export function readEvent(component: Component, clockFor: (zone: string | undefined) => Clock): ReadEvent | undefined {
  const moment = (property: Property, value: unknown): Moment | undefined => {
    const wall = readWall(String(value));
    return wall && { ...wall, clock: wall.utc ? utc : clockFor(parameter(property, "tzid")) };
  };
  const one = (name: string) => {
    const property = first(component, name);
    return property && moment(property, property[3]);
  };
  const start = one("dtstart");
  if (!start) return undefined;
  const end = first(component, "dtend") && one("dtend");
  const length = first(component, "dtend") ? end && between(start, end) : lasting(component, start);
  if (!length) return undefined;
  return {
    uid: textOf(component, "uid"),
    sequence: Number(textOf(component, "sequence")) || 0,
    busy:
      textOf(component, "status").toUpperCase() !== "CANCELLED" &&
      textOf(component, "transp").toUpperCase() !== "TRANSPARENT" &&
      textOf(component, "x-microsoft-cdo-busystatus").toUpperCase() !== "FREE",
    start,
    length,
    rules: all(component, "x-rrule").map(([, , , value]) => ruleOf(String(value), start)),
    more: all(component, "rdate").flatMap((property) =>
      property.slice(3).flatMap((value) => extra(property, value, length, moment)),
    ),
    except: all(component, "exdate").flatMap((property) =>
      property.slice(3).flatMap((value) => moment(property, value) ?? []),
    ),
    instead: one("recurrence-id") ?? null,
  };
}

/** All days last whole days; everything else as long as it lasts on a clock that never changes (3.8.5.3). */
function between(start: Moment, end: Moment): Length {
  if (start.date && end.date) return { days: (end.wall - start.wall) / 86_400_000, ms: 0 };
  return { days: 0, ms: instantOf(end) - instantOf(start) };
}

function lasting(component: Component, start: Moment): Length | undefined {
  if (first(component, "duration")) return readLength(textOf(component, "duration"));
  return { days: start.date ? 1 : 0, ms: 0 };
}

/** An RDATE: a start, or a period "2026-12-01T09:00:00/PT1H", which jCal has as a list of two. */
function extra(
  property: Property,
  value: unknown,
  length: Length,
  moment: (property: Property, value: unknown) => Moment | undefined,
) {
  const [from, to] = Array.isArray(value) ? value : String(value).split("/");
  const start = moment(property, from);
  if (!start) return [];
  if (to === undefined) return [{ start, length }];
  const end = moment(property, to);
  const own = end ? between(start, end) : readLength(String(to));
  return own ? [{ start, length: own }] : [];
}
