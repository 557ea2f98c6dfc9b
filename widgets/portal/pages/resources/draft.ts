import type { Resource, ResourceInput } from "../../../../sdk/index.ts";
import { wrongNumbers } from "../../parts/errors.ts";
import { wrongHours } from "./hours.ts";
import { digitsOf } from "./money.ts";
import { wrongExceptions } from "./repeats.ts";

/** A resource as a form holds it: as the API answers it, with NaN for what was typed and is no number. */
export type Draft = Omit<Resource, "id" | "version" | "created_at" | "updated_at">;

export const freshDraft = (venue_id: string, currency: string): Draft => ({
  venue_id,
  name: "",
  kind: "experience",
  category: null,
  tags: [],
  description: null,
  instructions: null,
  image_url: null,
  images: [],
  status: "available",
  template: false,
  length_unit: "fixed",
  duration_minutes: 60,
  min_length: 1,
  max_length: 12,
  check_in: null,
  check_out: null,
  slot_step_minutes: 60,
  start_times: null,
  buffer_before_minutes: 0,
  buffer_after_minutes: 0,
  capacity: 1,
  sharing: "shared",
  stock: "shared",
  min_party: 1,
  max_party: 1,
  min_to_run: null,
  price: 0,
  price_per: "place",
  private_price: null,
  guest_categories: [],
  price_rules: [],
  add_ons: [],
  deposit: null,
  currency,
  hours: null,
  seasons: [],
  exceptions: [],
  lead_minutes: null,
  horizon_days: 180,
  cancellation_hours: null,
  requires_approval: false,
  variants: [],
  requirements: [],
  questions: [],
  also_at: [],
  waiver_url: null,
});

export function draftOf({ id: _, version: _v, created_at: _c, updated_at: _u, ...draft }: Resource): Draft {
  return draft;
}

const tidy = (text: string | null) => text?.trim() || null;

/** What the API takes; only for a draft in which nothing is wrong. */
export const inputOf = (draft: Draft): ResourceInput => ({
  ...draft,
  name: draft.name.trim(),
  category: tidy(draft.category),
  description: tidy(draft.description),
  instructions: tidy(draft.instructions),
  image_url: tidy(draft.image_url),
  waiver_url: tidy(draft.waiver_url),
  images: draft.images.map(({ media_id }) => media_id),
  questions: draft.questions.map((one) => ({
    ...one,
    options: (one.options ?? []).map((option) => option.trim()).filter(Boolean),
  })),
});

/** The parts of one input that another has otherwise. */
export function changesOf<T extends object>(after: T, before: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof T])),
  ) as Partial<T>;
}

export type Wrong = "missing" | "wrongNumber" | "wrongHours" | "wrongDates";

/** What can be told to be wrong without asking, by JSON Pointer. */
export function wrongIn(draft: Draft): Record<string, Wrong> {
  const wrong: Record<string, Wrong> = {};
  for (const place of wrongNumbers(draft)) wrong[place] = "wrongNumber";
  if (!draft.name.trim()) wrong["/name"] = "missing";
  if (!draft.venue_id) wrong["/venue_id"] = "missing";
  if (draft.hours && wrongHours(draft.hours)) wrong["/hours"] = "wrongHours";
  draft.seasons.forEach((season, at) => {
    if (!season.name.trim()) wrong[`/seasons/${at}/name`] = "missing";
    for (const end of ["from", "to"] as const) if (!season[end]) wrong[`/seasons/${at}/${end}`] = "missing";
    if (wrongHours(season.hours)) wrong[`/seasons/${at}/hours`] = "wrongHours";
  });
  if (wrongExceptions(draft.exceptions)) wrong["/exceptions"] = "wrongDates";
  for (const list of ["variants", "guest_categories", "price_rules", "add_ons"] as const) {
    draft[list].forEach((one, at) => {
      if (!one.name.trim()) wrong[`/${list}/${at}/name`] = "missing";
    });
  }
  draft.questions.forEach((one, at) => {
    if (!one.label.trim()) wrong[`/questions/${at}/label`] = "missing";
  });
  draft.also_at.forEach((one, at) => {
    if (one.hours && wrongHours(one.hours)) wrong[`/also_at/${at}/hours`] = "wrongHours";
  });
  return wrong;
}

/** The parts of the editor, in their order. */
export const sections = ["basics", "time", "places", "prices", "questions"] as const;
export type Section = (typeof sections)[number];

const homes: Record<Section, readonly (keyof Draft)[]> = {
  basics: [
    "name",
    "kind",
    "category",
    "tags",
    "description",
    "instructions",
    "image_url",
    "images",
    "status",
    "venue_id",
    "template",
  ],
  time: [
    "length_unit",
    "duration_minutes",
    "min_length",
    "max_length",
    "check_in",
    "check_out",
    "slot_step_minutes",
    "start_times",
    "buffer_before_minutes",
    "buffer_after_minutes",
    "hours",
    "seasons",
    "exceptions",
    "lead_minutes",
    "horizon_days",
    "cancellation_hours",
  ],
  places: [
    "capacity",
    "sharing",
    "stock",
    "min_party",
    "max_party",
    "min_to_run",
    "private_price",
    "requires_approval",
    "also_at",
    "requirements",
  ],
  prices: ["price", "price_per", "currency", "guest_categories", "price_rules", "add_ons", "deposit", "variants"],
  questions: ["questions", "waiver_url"],
};

/** Where in the editor a place of the draft is; undefined when no field shows it. */
export function sectionOf(pointer: string): Section | undefined {
  const [, field] = pointer.split("/");
  return sections.find((section) => homes[section].some((name) => name === field));
}

/** What else changes with the unit of its length, so that the new one makes sense at once. */
export function withUnit(draft: Draft, length_unit: Draft["length_unit"]): Partial<Draft> {
  if (length_unit === "fixed") return { length_unit };
  const dated = length_unit === "day" || length_unit === "night";
  return {
    length_unit,
    max_length: dated ? 14 : 12,
    ...(dated
      ? {
          check_in: draft.check_in ?? (length_unit === "night" ? "15:00" : "09:00"),
          check_out: draft.check_out ?? (length_unit === "night" ? "11:00" : "17:00"),
        }
      : { slot_step_minutes: 60 }),
  };
}

/** Every amount of it as the same number of another currency: 49.00 USD becomes 49 JPY. */
export function withCurrency(draft: Draft, currency: string): Partial<Draft> {
  const shift = 10 ** (digitsOf(currency) - digitsOf(draft.currency));
  const money = (amount: number) => Math.round(amount * shift);
  const maybe = (amount: number | null | undefined) => (amount == null ? null : money(amount));
  return {
    currency,
    price: money(draft.price),
    private_price: maybe(draft.private_price),
    guest_categories: draft.guest_categories.map((one) => ({ ...one, price: money(one.price) })),
    add_ons: draft.add_ons.map((one) => ({ ...one, price: money(one.price) })),
    variants: draft.variants.map((one) => ({ ...one, price: maybe(one.price) })),
    also_at: draft.also_at.map((one) => ({ ...one, price: maybe(one.price) })),
    price_rules: draft.price_rules.map((one) =>
      one.change.kind === "percent" ? one : { ...one, change: { ...one.change, value: money(one.change.value) } },
    ),
    deposit:
      draft.deposit?.kind === "amount" ? { kind: "amount", value: money(draft.deposit.value ?? 0) } : draft.deposit,
  };
}
