import type { Interval } from "../../../core/intervals.ts";
import { recurs } from "../../../core/recurrence.ts";
import { clockOf, clocksOf, standardZone } from "./clocks.ts";
import { instantOf, type Moment, type ReadEvent, readEvent } from "./event.ts";
import { parseCalendars, textOf } from "./jcal.ts";
import type { Rule } from "./rule.ts";
import type { Length } from "./wall.ts";

const DAY = 86_400_000;
/** What one file may ask to be worked out. */
const mostEvents = 20_000;
const mostRecurring = 2_000;
/** How much of something recurring may run at a time, in ms. */
const longest = 400 * DAY;

export interface Busy {
  /** In no order, and overlapping as they are in the calendar. */
  times: Interval[];
  /** What could not be made sense of, in words; `null` when all was. */
  warning: string | null;
}

interface Window extends Interval {
  /** Where days begin for events that are on no clock of their own. */
  zone: string;
  /** How many times there may be. */
  most: number;
}

/**
 * When a calendar says that somebody is busy within [from, to). What is free or cancelled is left out, and so are this
 * house's own bookings, which come back through feeds. RangeError for a text that is no calendar, or far too much of one.
 */
export function busyTimes(text: string, window: Window): Busy {
  const found: ReadEvent[] = [];
  let unreadable = 0;
  for (const calendar of parseCalendars(text)) {
    const clock = clockOf(standardZone(textOf(calendar, "x-wr-timezone")) ?? window.zone);
    const clockFor = clocksOf(calendar, clock);
    for (const component of calendar[2]) {
      if (component[0] !== "vevent") continue;
      const event = readEvent(component, clockFor);
      if (!event) unreadable++;
      else if (!/^bkg_\w+@foyer$/.test(event.uid)) found.push(event);
    }
  }
  const events = newest(found);
  if (events.length > mostEvents) throw new RangeError(`It has more than ${mostEvents} events.`);
  if (events.filter(({ rules }) => rules.length > 0).length > mostRecurring) {
    throw new RangeError(`It has more than ${mostRecurring} recurring events.`);
  }
  const unsupported = new Set<string>();
  const times = collect(events, window, unsupported);
  const warnings = [
    ...(unreadable > 0 ? [`${unreadable} events could not be read.`] : []),
    ...[...unsupported].slice(0, 3).map((reason) => `Of some recurring events only the first is known: ${reason}`),
  ];
  return { times, warning: warnings.length > 0 ? warnings.join(" ").slice(0, 500) : null };
}

/** Of events that stand there several times, the one that was changed last. */
function newest(events: readonly ReadEvent[]): ReadEvent[] {
  const latest = new Map<string, ReadEvent>();
  for (const [index, event] of events.entries()) {
    const key = event.uid ? `${event.uid} ${event.instead ? instantOf(event.instead) : ""}` : `#${index}`;
    const other = latest.get(key);
    if (!other || event.sequence >= other.sequence) latest.set(key, event);
  }
  return [...latest.values()];
}

function collect(events: readonly ReadEvent[], window: Window, unsupported: Set<string>): Interval[] {
  const replaced = new Map<string, Set<number>>();
  for (const { uid, instead } of events) {
    if (instead) replaced.set(uid, (replaced.get(uid) ?? new Set()).add(instantOf(instead)));
  }
  const times: Interval[] = [];
  for (const event of events) {
    if (!event.busy) continue;
    const left = new Set(event.instead ? [] : replaced.get(event.uid));
    const days = new Set<number>();
    for (const moment of event.except) {
      if (moment.date && !event.start.date) days.add(Math.floor(moment.wall / DAY));
      else left.add(instantOf(moment));
    }
    for (const { start, length } of startsOf(event, window, unsupported)) {
      const from = instantOf(start);
      if (left.has(from) || days.has(Math.floor(start.wall / DAY))) continue;
      // The same start from two rules is one.
      left.add(from);
      const to = start.clock(start.wall + length.days * DAY) + length.ms;
      if (to <= window.from || from >= window.to || to <= from) continue;
      if (times.length === window.most) {
        throw new RangeError(`It has more than ${window.most} busy times within a year.`);
      }
      times.push({ from: Math.max(from, window.from), to: Math.min(to, window.to) });
    }
  }
  return times;
}

/** Every start of an event that may reach into the window. */
function* startsOf(
  event: ReadEvent,
  window: Window,
  unsupported: Set<string>,
): Generator<{ start: Moment; length: Length }> {
  const { start, length } = event;
  yield { start, length };
  for (const rule of event.rules) {
    if ("unsupported" in rule) unsupported.add(rule.unsupported);
    else yield* recurring(event, rule, window);
  }
  yield* event.more;
}

function* recurring({ start, length }: ReadEvent, { rule, until }: Extract<Rule, { rule: unknown }>, window: Window) {
  const startDay = Math.floor(start.wall / DAY);
  // Wall time is at most a day away from UTC.
  const first =
    Math.floor((window.from - Math.min(length.ms, longest)) / DAY) - Math.min(length.days, longest / DAY) - 2;
  const last = Math.floor(window.to / DAY) + 2;
  for (const day of recurs(rule, startDay)(first, last)) {
    const next = { ...start, wall: start.wall + (day - startDay) * DAY };
    if (until?.date && day > Math.floor(until.wall / DAY)) return;
    if (until && !until.date && (until.utc ? instantOf(next) : next.wall) > until.wall) return;
    yield { start: next, length };
  }
}
