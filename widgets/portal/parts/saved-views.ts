/** Filters of a list under a name. */
export interface SavedView {
  name: string;
  /** The query of the page's address, without the question mark. */
  query: string;
}

export const mostViews = 30;

/** The same filters in the same order, whatever order they were chosen in; `q=` and the like are none. */
export function normalised(query: string | URLSearchParams): string {
  const parts = [...new URLSearchParams(query)].filter(([, value]) => value !== "");
  return new URLSearchParams(parts.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
}

/** The view that shows just this, if one does. */
export const viewOf = (views: readonly SavedView[], query: string | URLSearchParams): SavedView | undefined =>
  views.find((view) => normalised(view.query) === normalised(query));

/** With a view more; one of the same name is replaced. The newest comes last, and of too many the oldest goes. */
export function withView(views: readonly SavedView[], name: string, query: string | URLSearchParams): SavedView[] {
  const same = (view: SavedView) => view.name.toLowerCase() === name.trim().toLowerCase();
  return [...views.filter((view) => !same(view)), { name: name.trim(), query: normalised(query) }].slice(-mostViews);
}

/** What was stored, as far as it is what it should be. */
export const readViews = (stored: unknown): SavedView[] =>
  Array.isArray(stored)
    ? stored.filter((one): one is SavedView => typeof one?.name === "string" && typeof one?.query === "string")
    : [];
