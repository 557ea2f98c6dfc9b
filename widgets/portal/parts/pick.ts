/**
 * What is picked in a list after the row `id` was pressed. With an `anchor`, the row that was pressed before, everything
 * from there up to it becomes as the anchor is.
 */
export function pick(
  picked: ReadonlySet<string>,
  ids: readonly string[],
  id: string,
  anchor?: string | undefined,
): Set<string> {
  const next = new Set(picked);
  const from = anchor === undefined ? -1 : ids.indexOf(anchor);
  const to = ids.indexOf(id);
  if (from < 0 || to < 0 || from === to) {
    if (!next.delete(id)) next.add(id);
    return next;
  }
  const on = picked.has(anchor!);
  for (const one of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (on) next.add(one);
    else next.delete(one);
  }
  return next;
}

/** The picks that the list still shows: what left it is not changed unseen. */
export const stillShown = (picked: ReadonlySet<string>, ids: readonly string[]): string[] =>
  ids.filter((id) => picked.has(id));
