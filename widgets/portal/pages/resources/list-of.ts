import type { Draft } from "./draft.ts";
import { type Named, withIds } from "./ids.ts";
import type { SectionProps } from "./section.ts";

/** How a list of the draft with ids is changed. */
export const listOf = <L extends Named>({ draft, change, saved }: SectionProps, list: L) => ({
  at: `/${list}`,
  items: draft[list],
  onChange: (next: Draft[L]) =>
    change(
      withIds(
        draft,
        list,
        next,
        saved[list].map(({ id }) => id),
      ),
    ),
});
