import type { Venue, VenueInput } from "../../../../sdk/index.ts";
import { wrongNumbers } from "../../parts/errors.ts";
import { wrongHours } from "../resources/hours.ts";
import { wrongExceptions } from "../resources/repeats.ts";

/** A venue as a form holds it, with NaN for what was typed and is no number. */
export type Draft = Omit<Venue, "id" | "version" | "created_at" | "updated_at">;

export function draftOf({ id: _, version: _v, created_at: _c, updated_at: _u, ...draft }: Venue): Draft {
  return draft;
}

/** A new venue is open as most are, so that something is offered at once. */
export const freshDraft = (time_zone: string): Draft => ({
  name: "",
  time_zone,
  address: null,
  phone: null,
  status: "active",
  hours: (["monday", "tuesday", "wednesday", "thursday", "friday"] as const).map((day) => ({
    day,
    from: "09:00",
    to: "17:00",
  })),
  exceptions: [],
  capacity: null,
  tax_rate: null,
});

/** What the API takes; only for a draft in which nothing is wrong. */
export const inputOf = (draft: Draft): VenueInput => ({
  ...draft,
  name: draft.name.trim(),
  address: draft.address?.trim() || null,
  phone: draft.phone?.trim() || null,
  exceptions: [...draft.exceptions].sort((a, b) => a.date.localeCompare(b.date)),
});

/** What can be told to be wrong without asking, by JSON Pointer. */
export function wrongIn(draft: Draft): Record<string, "missing" | "wrongNumber" | "wrongHours" | "wrongDates"> {
  return {
    ...Object.fromEntries(wrongNumbers(draft).map((place) => [place, "wrongNumber" as const])),
    ...(draft.name.trim() ? {} : { "/name": "missing" as const }),
    ...(wrongHours(draft.hours) ? { "/hours": "wrongHours" as const } : {}),
    ...(wrongExceptions(draft.exceptions) ? { "/exceptions": "wrongDates" as const } : {}),
  };
}
