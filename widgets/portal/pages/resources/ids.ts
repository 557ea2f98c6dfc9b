import type { Draft } from "./draft.ts";

/** An id of small letters, digits and underscores that a name suggests, and none of the others has. */
export function slugOf(name: string, taken: readonly string[], fallback: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 28)
    .replace(/_+$/, "");
  const root = plain || fallback;
  let id = root;
  for (let next = 2; taken.includes(id); next++) id = `${root}_${next}`;
  return id;
}

/** The lists whose entries have ids, and what one is called that has no name yet. */
const fallbacks = {
  variants: "variant",
  guest_categories: "guest",
  price_rules: "rule",
  add_ons: "extra",
  questions: "question",
} as const;
export type Named = keyof typeof fallbacks;

/** What price rules call a list that they speak of. */
function spokenOf(list: Named): "variant_ids" | "guest_categories" | undefined {
  if (list === "variants") return "variant_ids";
  return list === "guest_categories" ? list : undefined;
}

/**
 * A list after an edit: what is not saved yet takes its id from its name, and rules that speak of it follow. `saved` has
 * the ids that are known to others already. Rules let go of what is no longer there.
 */
export function withIds<L extends Named>(
  draft: Pick<Draft, Named>,
  list: L,
  next: Draft[L],
  saved: readonly string[],
): Partial<Draft> {
  const ids: string[] = next.map(({ id }) => id).filter((id) => saved.includes(id));
  const moved = new Map<string, string>();
  const named = next.map((one) => {
    if (saved.includes(one.id)) return one;
    const id = slugOf("label" in one ? one.label : one.name, ids, fallbacks[list]);
    ids.push(id);
    if (one.id) moved.set(one.id, id);
    return { ...one, id };
  }) as Draft[L];
  const key = spokenOf(list);
  if (!key) return { [list]: named };
  const rules = draft.price_rules.map((rule) => {
    const before = rule.when[key];
    if (!before) return rule;
    const after = before.map((id) => moved.get(id) ?? id).filter((id) => ids.includes(id));
    const { [key]: _, ...rest } = rule.when;
    return { ...rule, when: after.length ? { ...rest, [key]: after } : rest };
  });
  return { [list]: named, price_rules: rules };
}
