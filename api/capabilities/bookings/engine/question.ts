import type { Interval, Span } from "../../../core/intervals.ts";
import type { Weekday } from "../../../core/time.ts";

/** Local wall time as "HH:MM", open from `from` up to `to`; `to` may be "24:00". Ends before it begins: never open. */
export interface Window {
  from: string;
  to: string;
}

export interface WeeklyWindow extends Window {
  day: Weekday;
}

/** The hours of a date (YYYY-MM-DD), and with a recurrence (RFC 5545) of the dates on which it comes again. */
export interface DatedHours {
  date: string;
  rrule: string | null;
  hours: readonly Window[];
}

/** Other hours from one date to another, both inclusive. Without start times of its own it keeps the timetable's. */
export interface Season {
  from: string;
  to: string;
  hours: readonly WeeklyWindow[];
  start_times: readonly string[] | null;
}

/**
 * When it is open. The first season that holds a date replaces the week there, an exception replaces both: one for
 * just that date before a recurring one, then the first in the list.
 */
export interface Timetable {
  hours: readonly WeeklyWindow[];
  seasons: readonly Season[];
  exceptions: readonly DatedHours[];
  /** Where slots start, as "HH:MM", instead of the grid that `step` gives. */
  start_times: readonly string[] | null;
}

/**
 * How long it is let.
 *
 * fixed: elapsed minutes, all of them inside the opening hours (windows that touch are one, also over midnight).
 * hour: from `min` to `max` hours of elapsed time, `min` and any number of steps more. It begins and ends inside the
 * opening hours (it may end as they end) and may run over closed time between.
 * day, night: from the check-in `from` on the first date to the check-out `to` on the last, wall times. n days end on
 * the nth date, n nights on the one after. First and last date have opening hours, which the times need not lie in.
 */
export type Length =
  | { unit: "fixed"; minutes: number }
  | { unit: "hour"; min: number; max: number }
  | { unit: "day" | "night"; min: number; max: number; from: string; to: string };

/** How a resource is let: all times in whole minutes unless said. Not to be changed once a question was asked. */
export interface Rules {
  zone: string;
  open: Timetable;
  /** The venue's hours on special dates: there both must be open. */
  within: readonly DatedHours[];
  /** `open.hours` is the venue's week and no week of the resource's own: what is `within` replaces it. */
  follows?: boolean;
  length: Length;
  /** Distance between starts on the local clock, counted from each window's opening. */
  step: number;
  before: number;
  after: number;
  /** Places at one time. */
  capacity: number;
  /** A slot starts this long after `now` at the earliest. */
  lead: number;
  /** A slot starts on the local day that is this many days after today's at the latest. */
  horizon: number;
}

/** One of the alike things or people of a pool. The same `id` in two pools is the same person. */
export interface Unit {
  id: string;
  /** When it is taken, buffers included; any order. */
  busy: readonly Interval[];
  /** When it is there: one (or several that touch) covers the whole time without buffers. Null: always there. */
  shifts: readonly Interval[] | null;
}

/** What a departure that is shared by everybody on it already has. */
export interface Departure {
  places: number;
  units: number;
}

/** `count` free units are needed for every `per` places begun; with null as `per` for the booking however big. */
export interface Pool {
  units: readonly Unit[];
  count: number;
  per: number | null;
  /** By start (ms), where units are shared by the parties of one departure; null where each party has its own. */
  departures: ReadonlyMap<number, Departure> | null;
}

/** Something countable that is used besides the resource: the places of its venue, the stock of an add-on. */
export interface Count {
  capacity: number;
  busy: readonly Span[];
  /** Needed for the booking; 0: as many as the party, and what is left bounds the vacancies. */
  places: number;
  /** Whether it is used in the time before and after, too. */
  buffers: boolean;
  reason: "venue_full" | "add_on_out";
}

/** Places taken; a block takes all of them, whatever its `places`. */
export interface Busy extends Span {
  block?: boolean;
}

export interface Question {
  rules: Rules;
  /** Local dates YYYY-MM-DD, both inclusive; at most 31 for slots, 366 for a calendar. */
  from: string;
  to: string;
  party: number;
  /** In the unit of the rules' length (hours may have a fraction); null: the shortest. Fixed lengths ignore it. */
  length: number | null;
  /** Ms since 1970. */
  now: number;
  /** Any order, each with its own buffers included; at least what `reach` covers. */
  busy: readonly Busy[];
  counts: readonly Count[];
  pools: readonly Pool[];
}

/** Why a start is not on offer, in the order in which it is checked. */
export const REASONS = [
  "closed",
  "no_start",
  "wrong_length",
  "ends_outside_hours",
  "too_soon",
  "too_far",
  "blocked",
  "full",
  "venue_full",
  "pool_exhausted",
  "add_on_out",
] as const;
export type Reason = (typeof REASONS)[number];

/** All times ms since 1970. */
export interface Slot {
  start: number;
  end: number;
  /** Places a party could still have there: 0 where something it needs is missing. */
  vacancies: number;
  /** Until when it can be booked. */
  cutoff: number;
  /** The longest it could be had from this start, in the unit of the length; null: not at all, or the length is fixed. */
  longest: number | null;
  /** Null: on offer. */
  reason: Reason | null;
}

export interface Day {
  date: string;
  /** Null: something is on offer. Otherwise why not, by the start that came furthest in the order of checks. */
  reason: Reason | null;
  /** Ascending by start. */
  slots: Slot[];
}

export interface CalendarDay {
  date: string;
  /** limited: at most a quarter of the capacity is free at the best slot. full: for want of room; closed: otherwise. */
  status: "open" | "limited" | "full" | "closed";
  /** Of the best slot. */
  vacancies: number;
  reason: Reason | null;
}

export interface Check {
  code: Reason;
  passed: boolean;
}
