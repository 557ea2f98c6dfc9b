import type { Block, BlockInput, BlockWithConflicts } from "../../../../sdk/index.ts";
import { addDays } from "../../../kit/index.ts";
import { useAction, useQuery } from "../../data/hooks.ts";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";
import { isoOf } from "./zone.ts";

/** Times of some days that cannot be booked. */
export function useBlocks(dates: readonly string[], zone: string): readonly Block[] {
  const { can } = usePortal();
  const [first, last] = [dates[0] ?? "", dates.at(-1) ?? ""];
  const { data } = useQuery(
    can("calendars:read") ? ["blocks", first, last, zone] : undefined,
    async (foyer) => {
      const found: Block[] = [];
      const span = { from: isoOf(first, 0, zone), to: isoOf(addDays(last, 1), 0, zone) };
      for await (const block of foyer.blocks.list({ ...span, limit: 500 })) found.push(block);
      return found;
    },
    { on: ["block."], keep: true },
  );
  return data ?? [];
}

/** Blocking time and freeing it again, each with a way back. */
export function useBlocking(onBlocked: (block: BlockWithConflicts) => void = () => {}) {
  const { t } = useStrings(en);
  const { foyer, toasts, cache } = usePortal();
  const create = useAction(async (input: BlockInput) => {
    const block = await foyer.blocks.create(input);
    cache.hear({ type: "block.created" });
    toasts.show(t("blockDone"), { undo: () => void remove.run(block, false) });
    onBlocked(block);
    return block;
  });
  const remove = useAction(async (block: Block, undoable = true) => {
    await foyer.blocks.delete(block.id);
    cache.hear({ type: "block.deleted" });
    const { reason, starts_at, ends_at, venue_ids, resource_ids, unit_ids } = block;
    const again = { reason, starts_at, ends_at, venue_ids, resource_ids, unit_ids };
    toasts.show(t("blockFreed"), undoable ? { undo: () => void create.run(again) } : {});
    return true;
  });
  return { create, remove };
}
