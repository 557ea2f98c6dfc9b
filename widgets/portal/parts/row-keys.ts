import type { RefObject } from "preact";

/**
 * `j`, `k` and the arrows move between the rows of a list, wherever in it the focus is; `x` is told with the row's
 * position, and whether Shift was held. Call from the `keydown` of the box around; rows are links of the class `p-row-link`.
 */
export function rowKeys(
  event: KeyboardEvent,
  box: RefObject<HTMLElement | null>,
  onPick?: (at: number, range: boolean) => void,
): void {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || target.matches("input:not([type=checkbox]),textarea,select"))
    return;
  const links = [...(box.current?.querySelectorAll<HTMLElement>(".p-row-link") ?? [])];
  const row = target.closest("tr, li");
  const at = links.findIndex((link) => row?.contains(link));
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (step !== undefined) {
    const next = links[at < 0 ? 0 : at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  } else if (event.key.toLowerCase() === "x" && at >= 0 && onPick) {
    event.preventDefault();
    onPick(at, event.shiftKey);
  }
}
