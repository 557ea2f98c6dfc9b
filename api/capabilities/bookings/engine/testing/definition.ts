import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import type { Interval } from "../../../../core/intervals.ts";
import { WEEKDAYS } from "../../../../core/time.ts";
import {
  type CalendarDay,
  type DatedHours,
  type Day,
  type Pool,
  type Question,
  REASONS,
  type Reason,
  type Slot,
  type Window,
} from "../question.ts";
import { addDays, dateAt, instantAt, minutesBetween } from "./clock.ts";

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

interface Candidate {
  date: string;
  start: number;
}

/** What the engine promises, read out minute by minute and booking by booking, with no care for time. */
export class Definition {
  readonly #question: Question;
  readonly #open = new Set<number>();
  readonly #openDates = new Set<string>();
  readonly #starts: Candidate[] = [];
  readonly dates: string[] = [];

  constructor(question: Question) {
    this.#question = question;
    const { rules, from, to } = question;
    for (let date = from; date <= to; date = addDays(date, 1)) this.dates.push(date);
    const { length } = rules;
    const days =
      length.unit === "fixed" ? length.minutes / 1440 : length.unit === "hour" ? length.max / 24 : length.max;
    const zero = Date.parse(`${from}T00:00:00Z`);
    const hours = new Map<string, readonly Window[]>();
    const minutes = minutesBetween(rules.zone, zero - DAY, Date.parse(`${to}T00:00:00Z`) + (Math.ceil(days) + 3) * DAY);
    for (const { ms, date, minute } of minutes) {
      let windows = hours.get(date);
      if (!windows) {
        windows = hoursOn(question, date);
        hours.set(date, windows);
      }
      const inside = windows.filter((window) => minute >= minutesOf(window.from) && minute < minutesOf(window.to));
      if (inside.length === 0) continue;
      this.#open.add(ms);
      this.#openDates.add(date);
      if (length.unit === "day" || length.unit === "night" || date < from || date > to) continue;
      const times = startTimesOn(question, date);
      const start = times
        ? times.some((time) => minutesOf(time) === minute)
        : inside.some((window) => (minute - minutesOf(window.from)) % rules.step === 0);
      if (start) this.#starts.push({ date, start: ms });
    }
    if (length.unit === "day" || length.unit === "night") {
      for (const date of this.dates) {
        const start = instantAt(rules.zone, date, length.from);
        if (this.#openDates.has(date) && dateAt(rules.zone, start) === date) this.#starts.push({ date, start });
      }
    }
  }

  /** All lengths that are let, in their unit. */
  get #lengths(): number[] {
    const { length, step } = this.#question.rules;
    if (length.unit === "fixed") return [length.minutes];
    const list: number[] = [];
    if (length.unit !== "hour") for (let many = length.min; many <= length.max; many++) list.push(many);
    else for (let min = length.min * 60; min <= length.max * 60; min += step) list.push(min / 60);
    return list;
  }

  #endOf({ date, start }: Candidate, many: number): number {
    const { length, zone } = this.#question.rules;
    if (length.unit === "fixed") return start + many * MINUTE;
    if (length.unit === "hour") return start + many * HOUR;
    return instantAt(zone, this.#lastDate(date, many), length.to);
  }

  #lastDate(date: string, many: number): string {
    return addDays(date, this.#question.rules.length.unit === "day" ? many - 1 : many);
  }

  #openAt(ms: number): boolean {
    return this.#open.has(Math.floor(ms / MINUTE) * MINUTE);
  }

  #mayEnd({ date, start }: Candidate, end: number, many: number): boolean {
    const { unit } = this.#question.rules.length;
    if (unit === "hour") return this.#openAt(end) || this.#openAt(end - 1);
    if (unit !== "fixed") return this.#openDates.has(this.#lastDate(date, many));
    for (let ms = start; ms < end; ms += MINUTE) if (!this.#openAt(ms)) return false;
    return this.#openAt(end - 1);
  }

  /** The checks that fail for a start and one of the lengths. */
  failed(candidate: Candidate, many: number): Set<Reason> {
    const { rules, now, party, busy, counts, pools } = this.#question;
    const { date, start } = candidate;
    const end = this.#endOf(candidate, many);
    const failed = new Set<Reason>();
    const check = (code: Reason, passed: boolean) => passed || failed.add(code);
    check("wrong_length", this.#lengths.includes(many) && end > start);
    check("ends_outside_hours", this.#mayEnd(candidate, end, many));
    check("too_soon", start >= now + rules.lead * MINUTE);
    check("too_far", date <= addDays(dateAt(rules.zone, now), rules.horizon));
    const time = { from: start, to: end };
    const wide = this.wide(time);
    check("blocked", !busy.some((span) => span.block && meets(span, wide)));
    check(
      "full",
      used(
        busy.filter(({ block }) => !block),
        wide,
      ) +
        party <=
        rules.capacity,
    );
    for (const { capacity, busy, places, buffers, reason } of counts) {
      check(reason, used(busy, buffers ? wide : time) + (places || party) <= capacity);
    }
    check("pool_exhausted", staffed(pools, time, wide, party));
    return failed;
  }

  wide({ from, to }: Interval): Interval {
    return { from: from - this.#question.rules.before * MINUTE, to: to + this.#question.rules.after * MINUTE };
  }

  /** The checks that are said to fail for any time; undefined where that is left open: what is of no length that is let. */
  checks(start: number, end: number): Map<Reason, boolean | undefined> {
    const { rules } = this.#question;
    const date = dateAt(rules.zone, start);
    const whole = rules.length.unit === "day" || rules.length.unit === "night";
    const open = whole ? this.#openDates.has(date) : this.#openAt(start);
    const begins = whole
      ? instantAt(rules.zone, date, (rules.length as { from: string }).from) === start
      : this.#starts.some((one) => one.start === start);
    const candidate = { date, start };
    const many = end > start ? this.#lengths.find((many) => this.#endOf(candidate, many) === end) : undefined;
    const failed = many === undefined ? undefined : this.failed(candidate, many);
    const checks = new Map(REASONS.map((code) => [code, failed?.has(code)]));
    return checks
      .set("closed", !open)
      .set("no_start", !begins)
      .set("wrong_length", many === undefined);
  }

  vacancies(time: Interval): number {
    const { rules, busy, counts, pools } = this.#question;
    const wide = this.wide(time);
    if (busy.some((span) => span.block && meets(span, wide))) return 0;
    let vacancies = rules.capacity - used(busy, wide);
    for (const { capacity, busy, places, buffers } of counts) {
      const left = capacity - used(busy, buffers ? wide : time);
      if (places === 0) vacancies = Math.min(vacancies, left);
      else if (left < places) return 0;
    }
    while (vacancies > 0 && !staffed(pools, time, wide, vacancies)) vacancies--;
    return Math.max(0, vacancies);
  }

  slots(): Day[] {
    const { rules, length } = this.#question;
    const asked = rules.length.unit === "fixed" ? this.#lengths[0]! : (length ?? this.#lengths[0]!);
    const wrong = !this.#lengths.includes(asked);
    const many = wrong ? this.#lengths[0]! : asked;
    return this.dates.map((date) => {
      const starts = this.#starts.filter((one) => one.date === date);
      const reasons: (Reason | null)[] = [];
      const slots: Slot[] = [];
      for (const candidate of starts) {
        const failed = this.failed(candidate, many);
        if (wrong) failed.add("wrong_length");
        const reason = REASONS.find((code) => failed.has(code)) ?? null;
        reasons.push(reason);
        const { start } = candidate;
        const end = this.#endOf(candidate, many);
        if (end <= start) continue;
        slots.push({
          start,
          end,
          vacancies: this.vacancies({ from: start, to: end }),
          cutoff: start - rules.lead * MINUTE,
          longest:
            rules.length.unit === "fixed"
              ? null
              : (this.#lengths.findLast((many) => this.failed(candidate, many).size === 0) ?? null),
          reason,
        });
      }
      const furthest = REASONS.findLast((code) => reasons.includes(code));
      const none = this.#openDates.has(date) ? "no_start" : "closed";
      return { date, reason: reasons.includes(null) ? null : (furthest ?? none), slots };
    });
  }

  calendar(): CalendarDay[] {
    const { capacity } = this.#question.rules;
    return this.slots().map(({ date, reason, slots }) => {
      const best = Math.max(0, ...slots.filter((slot) => slot.reason === null).map((slot) => slot.vacancies));
      const roomy = best > capacity / 4 ? "open" : "limited";
      const spent = ["full", "venue_full", "pool_exhausted", "add_on_out"].includes(reason ?? "");
      return { date, status: reason === null ? roomy : spent ? "full" : "closed", vacancies: best, reason };
    });
  }
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function hoursOn({ rules }: Question, date: string): readonly Window[] {
  const weekly = (list: readonly (Window & { day: string })[]) =>
    list.filter(({ day }) => day === WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1]);
  const season = rules.open.seasons.find(({ from, to }) => date >= from && date <= to);
  const exception = datedOn(rules.open.exceptions, date);
  const venue = datedOn(rules.within, date);
  if (venue && rules.follows && !season && !exception) return venue.hours;
  const own = exception?.hours ?? weekly(season?.hours ?? rules.open.hours);
  if (!venue) return own;
  return (
    own
      .flatMap((mine) => venue.hours.map((other) => [mine, other] as const))
      // Times of day sort as text.
      .map(([mine, other]) => ({
        from: [mine.from, other.from].sort()[1]!,
        to: [mine.to, other.to].sort()[0]!,
      }))
  );
}

function startTimesOn({ rules }: Question, date: string): readonly string[] | null {
  const season = rules.open.seasons.find(({ from, to }) => date >= from && date <= to);
  return season?.start_times ?? rules.open.start_times;
}

function datedOn(list: readonly DatedHours[], date: string): DatedHours | undefined {
  return (
    list.find((one) => one.rrule === null && one.date === date) ??
    list.find((one) => one.rrule !== null && recursOn(one.rrule, one.date, date))
  );
}

function recursOn(rrule: string, first: string, date: string): boolean {
  if (date === first) return true;
  const dates = ICAL.Recur.fromString(rrule).iterator(ICAL.Time.fromDateString(first));
  for (let next = dates.next(); next; next = dates.next()) {
    if (next.toString() === date) return true;
    if (next.toString() > date) return false;
  }
  return false;
}

function meets(one: Interval, other: Interval): boolean {
  return Math.max(one.from, other.from) < Math.min(one.to, other.to);
}

/** Use only rises where a span begins: looking there and where the time itself begins sees every peak. */
function used(spans: readonly (Interval & { places: number })[], time: Interval): number {
  const points = [time.from, ...spans.map(({ from }) => from).filter((point) => point > time.from && point < time.to)];
  const inUse = (point: number) =>
    spans.reduce((sum, span) => (span.from <= point && point < span.to ? sum + span.places : sum), 0);
  return Math.max(...points.map(inUse));
}

/** Whether the pools have the units for a party, nobody taken twice: every way to choose them is tried. */
function staffed(pools: readonly Pool[], time: Interval, wide: Interval, party: number): boolean {
  const wanted = pools.flatMap((pool) => {
    const ids = freeIn(pool, time, wide);
    return Array.from({ length: wantedOf(pool, time.from, party) }, () => ids);
  });
  const choose = (next: number, taken: readonly string[]): boolean =>
    next === wanted.length || wanted[next]!.some((id) => !taken.includes(id) && choose(next + 1, [...taken, id]));
  return choose(0, []);
}

export function wantedOf({ count, per, departures }: Pool, start: number, party: number): number {
  const before = departures?.get(start) ?? { places: 0, units: 0 };
  const groups = per === null ? 1 : Math.ceil((before.places + party) / per);
  return Math.max(0, groups * count - before.units);
}

export function freeIn({ units }: Pool, time: Interval, wide: Interval): string[] {
  return units
    .filter(({ busy }) => !busy.some((one) => meets(one, wide)))
    .filter(({ shifts }) => shifts === null || covered(shifts, time))
    .map(({ id }) => id);
}

function covered(shifts: readonly Interval[], { from, to }: Interval): boolean {
  let until = from;
  for (;;) {
    const on = shifts.find((shift) => shift.from <= until && until < shift.to);
    if (!on) return false;
    until = on.to;
    if (until >= to) return true;
  }
}
