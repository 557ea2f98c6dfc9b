import type { Promotion, PromotionInput } from "../../../../sdk/index.ts";
import { wrongNumbers } from "../../parts/errors.ts";

/** A promotion as a form holds it, with NaN for what was typed and is no number. */
export type Draft = Omit<Promotion, "id" | "uses" | "version" | "created_at" | "updated_at">;

export function draftOf({ id: _, uses: _s, version: _v, created_at: _c, updated_at: _u, ...draft }: Promotion): Draft {
  return draft;
}

export const freshDraft = (currency: string): Draft => ({
  code: "",
  name: "",
  kind: "percent",
  value: 10,
  currency,
  starts_on: null,
  ends_on: null,
  max_uses: null,
  max_uses_per_contact: null,
  min_total: 0,
  resource_ids: [],
  status: "active",
});

/** What the API takes; only for a draft in which nothing is wrong. */
export const inputOf = (draft: Draft): PromotionInput => ({
  ...draft,
  code: draft.code.trim().toUpperCase(),
  name: draft.name.trim(),
});

export type Wrong = "missing" | "wrongNumber" | "codeWrong" | "percentWrong" | "lastWrong";

/** What can be told to be wrong without asking, by JSON Pointer. */
export function wrongIn(draft: Draft): Record<string, Wrong> {
  const wrong: Record<string, Wrong> = Object.fromEntries(wrongNumbers(draft).map((place) => [place, "wrongNumber"]));
  if (!/^[A-Z0-9-]{3,40}$/i.test(draft.code.trim())) wrong["/code"] = "codeWrong";
  if (!draft.name.trim()) wrong["/name"] = "missing";
  if (draft.kind === "percent" && !(draft.value >= 1 && draft.value <= 100)) wrong["/value"] = "percentWrong";
  if (draft.starts_on && draft.ends_on && draft.ends_on < draft.starts_on) wrong["/ends_on"] = "lastWrong";
  return wrong;
}
