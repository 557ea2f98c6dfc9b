import type { BlockInput } from "../../../../sdk/index.ts";
import { addDays } from "../../../kit/calendar-model.ts";
import { isoOf, minutesOf } from "../calendar/zone.ts";

/** A closure as a form holds it, on the clock of what is closed. */
export interface ClosureDraft {
  reason: string | null;
  /** Of whole days the first and the last date. */
  whole: boolean;
  from: string;
  to: string;
  start: string;
  end: string;
  venue_ids: string[];
  resource_ids: string[];
  unit_ids: string[];
}

export const freshClosure = (date: string): ClosureDraft => ({
  reason: null,
  whole: true,
  from: date,
  to: date,
  start: "09:00",
  end: "17:00",
  venue_ids: [],
  resource_ids: [],
  unit_ids: [],
});

export function inputOf(draft: ClosureDraft, zone: string): BlockInput {
  const { reason, whole, from, to, start, end, venue_ids, resource_ids, unit_ids } = draft;
  return {
    reason: reason?.trim() || null,
    starts_at: isoOf(from, whole ? 0 : (minutesOf(start) ?? 0), zone),
    ends_at: whole ? isoOf(addDays(to, 1), 0, zone) : isoOf(to, minutesOf(end) ?? 0, zone),
    venue_ids,
    resource_ids,
    unit_ids,
  };
}

export type Wrong = "missing" | "endWrong" | "whatMissing";

export function wrongIn(draft: ClosureDraft): Record<string, Wrong> {
  const { whole, from, to, start, end } = draft;
  const wrong: Record<string, Wrong> = {};
  if (!from) wrong["/from"] = "missing";
  if (!to) wrong["/to"] = "missing";
  if (!whole && !start) wrong["/start"] = "missing";
  if (!whole && !end) wrong["/end"] = "missing";
  if (from && to && (to < from || (!whole && to === from && end <= start)))
    wrong[to < from || whole ? "/to" : "/end"] = "endWrong";
  if (![...draft.venue_ids, ...draft.resource_ids, ...draft.unit_ids].length) wrong["/venue_ids"] = "whatMissing";
  return wrong;
}
