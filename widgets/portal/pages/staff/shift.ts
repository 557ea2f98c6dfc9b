import type { Shift, ShiftInput } from "../../../../sdk/index.ts";
import { addDays, weekday } from "../../../kit/calendar-model.ts";
import { clock, isoOf, minutesOf, wallOf } from "../calendar/zone.ts";
import { type Weekday, weekdays } from "../resources/hours.ts";
import { dayCodes } from "../resources/repeats.ts";

/** A shift as a form holds it, on the clock of its venue. */
export interface ShiftDraft {
  member_id: string;
  venue_id: string | null;
  date: string;
  /** `HH:MM`; an end that is not after the start is on the next day. */
  from: string;
  to: string;
  notes: string | null;
  repeat: "never" | "daily" | "weekly";
  /** Of a weekly one; the day it begins on always counts. */
  days: Weekday[];
  /** Last date of a series. */
  until: string;
}

export const weekdayOf = (date: string): Weekday => weekdays[weekday(date) - 1] ?? "monday";

/** The dates of the week that a date is in; `first` is 1 for Monday to 7 for Sunday. */
export function weekOf(date: string, first: number): string[] {
  const start = addDays(date, -((weekday(date) - first + 7) % 7));
  return Array.from({ length: 7 }, (_, at) => addDays(start, at));
}

export const freshShift = (member_id: string, first: string, last: string, venue_id: string | null): ShiftDraft => ({
  member_id,
  venue_id,
  date: first,
  from: "09:00",
  to: "17:00",
  notes: null,
  repeat: last > first ? "daily" : "never",
  days: [weekdayOf(first)],
  until: last > first ? last : addDays(first, 27),
});

export function draftOf(shift: Shift, zone: string): ShiftDraft {
  const start = wallOf(shift.starts_at, zone);
  return {
    ...freshShift(shift.member_id, start.date, start.date, shift.venue_id),
    from: clock(start.minutes),
    to: clock(wallOf(shift.ends_at, zone).minutes),
    notes: shift.notes,
  };
}

const spanOf = ({ date, from, to }: Pick<ShiftDraft, "date" | "from" | "to">, zone: string) => {
  const [start = 0, end = 0] = [minutesOf(from), minutesOf(to)];
  return {
    starts_at: isoOf(date, start, zone),
    ends_at: isoOf(end > start ? date : addDays(date, 1), end, zone),
  };
};

/** The rule (RFC 5545) of a series, up to and including its last date. */
export function ruleOf({ repeat, date, days, until }: ShiftDraft): string | null {
  if (repeat === "never") return null;
  const last = `UNTIL=${until.replace(/-/g, "")}`;
  if (repeat === "daily") return `FREQ=DAILY;${last}`;
  const named = weekdays.filter((day) => days.includes(day) || day === weekdayOf(date));
  return `FREQ=WEEKLY;BYDAY=${named.map((day) => dayCodes[weekdays.indexOf(day)]).join(",")};${last}`;
}

/** What the API takes to make it. */
export function inputOf(draft: ShiftDraft, zone: string): ShiftInput {
  const { member_id, venue_id, notes } = draft;
  return { member_id, venue_id, notes: notes?.trim() || null, ...spanOf(draft, zone), recurrence: ruleOf(draft) };
}

export type Wrong = Partial<Record<"/date" | "/from" | "/to" | "/until" | "/member_id", "missing" | "untilWrong">>;

export function wrongIn(draft: ShiftDraft): Wrong {
  return {
    ...(draft.member_id ? {} : { "/member_id": "missing" as const }),
    ...(draft.date ? {} : { "/date": "missing" as const }),
    ...(draft.from ? {} : { "/from": "missing" as const }),
    ...(draft.to ? {} : { "/to": "missing" as const }),
    ...(draft.repeat !== "never" && draft.until < draft.date ? { "/until": "untilWrong" as const } : {}),
  };
}

/** A shift at the same time of day on another date, and perhaps of somebody else. */
export function moved(shift: Shift, zone: string, date: string, member_id: string) {
  const { from, to } = draftOf(shift, zone);
  return { member_id, ...spanOf({ date, from, to }, zone) };
}
