import type { Block, Resource } from "../../../../sdk/index.ts";

type Subjects = Pick<Block, "resource_ids" | "venue_ids">;

/** Whether a block makes a resource unavailable. */
export const blocksResource = (
  { resource_ids, venue_ids }: Subjects,
  { id, venue_id }: Pick<Resource, "id" | "venue_id">,
) => resource_ids.includes(id) || venue_ids.includes(venue_id);

/** The blocks of everything that is shown, and those of some of it alone. */
export function splitBlocks<T extends Subjects>(
  blocks: readonly T[],
  shown: readonly Pick<Resource, "id" | "venue_id">[],
): { all: T[]; some: T[] } {
  const all: T[] = [];
  const some: T[] = [];
  for (const block of blocks) {
    const count = shown.filter((one) => blocksResource(block, one)).length;
    if (count === 0) continue;
    if (count === shown.length) all.push(block);
    else some.push(block);
  }
  return { all, some };
}
