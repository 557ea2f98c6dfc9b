import type { PriceCondition } from "../../../../sdk/index.ts";
import type { Draft } from "./draft.ts";

/** What a price rule can ask for, each with the fields that say it. */
export const conditions = {
  weekdays: ["weekdays"],
  time: ["from_time", "to_time"],
  dates: ["from_date", "to_date"],
  party: ["min_party", "max_party"],
  guest_categories: ["guest_categories"],
  variant_ids: ["variant_ids"],
  venue_ids: ["venue_ids"],
  min_length: ["min_length"],
  min_occupancy: ["min_occupancy"],
  days_ahead: ["days_ahead_min", "days_ahead_max"],
} as const satisfies Record<string, readonly (keyof PriceCondition)[]>;

export type Condition = keyof typeof conditions;
const all = Object.keys(conditions) as Condition[];

export const conditionsIn = (when: PriceCondition): Condition[] =>
  all.filter((kind) => conditions[kind].some((key) => when[key] !== undefined));

/** What a rule of this resource can still ask for. */
export function conditionsFor(draft: Draft, when: PriceCondition): Condition[] {
  const has: Partial<Record<Condition, boolean>> = {
    guest_categories: draft.guest_categories.length > 0,
    variant_ids: draft.variants.length > 0,
    venue_ids: draft.also_at.length > 0,
    min_length: draft.length_unit !== "fixed",
  };
  const asked = conditionsIn(when);
  return all.filter((kind) => !asked.includes(kind) && has[kind] !== false);
}

/** A condition with something in it, to be changed. */
export function freshCondition(kind: Condition, draft: Draft, today: string): PriceCondition {
  switch (kind) {
    case "weekdays":
      return { weekdays: ["saturday", "sunday"] };
    case "time":
      return { from_time: "17:00" };
    case "dates":
      return { from_date: today, to_date: today };
    case "party":
      return { min_party: 5 };
    case "guest_categories":
      return { guest_categories: draft.guest_categories.slice(0, 1).map(({ id }) => id) };
    case "variant_ids":
      return { variant_ids: draft.variants.slice(0, 1).map(({ id }) => id) };
    case "venue_ids":
      return { venue_ids: [draft.venue_id] };
    case "min_length":
      return { min_length: 3 };
    case "min_occupancy":
      return { min_occupancy: 50 };
    case "days_ahead":
      return { days_ahead_min: 30 };
  }
}

export function withoutCondition(when: PriceCondition, kind: Condition): PriceCondition {
  const gone: readonly string[] = conditions[kind];
  return Object.fromEntries(Object.entries(when).filter(([key]) => !gone.includes(key)));
}

/** The condition after a field of it changed; null lets go of it. */
export function withCondition(when: PriceCondition, patch: { [K in keyof PriceCondition]?: PriceCondition[K] | null }) {
  return Object.fromEntries(
    Object.entries({ ...when, ...patch }).filter(([, value]) => value !== null && value !== undefined),
  ) as PriceCondition;
}
