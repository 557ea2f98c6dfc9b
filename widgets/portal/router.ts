import { createStore, type Store } from "../kit/index.ts";

/** Where the portal lies on its origin. */
export const base = "/portal";

export interface Place {
  /** Path below the base, with a leading slash: `/tickets/tkt_1`. */
  path: string;
  query: URLSearchParams;
}

export interface Router extends Store<Place> {
  /** Goes to a place below the base: `/tickets?status=open`. */
  go(to: string, options?: { replace?: boolean }): void;
  /** Changes parts of the query in place; an empty value removes its part. */
  query(patch: Record<string, string | undefined>): void;
  /** Follows the back button and presses on links of the portal; returns how to stop. */
  start(root: EventTarget): () => void;
}

/** The address for a link. */
export const href = (to: string) => `${base}${to === "/" ? "" : to}`;

/** What an address of this origin means here, or undefined when it is not a page of the portal. */
export function placeOf(address: URL): Place | undefined {
  const { pathname, searchParams } = address;
  if (pathname !== base && !pathname.startsWith(`${base}/`)) return undefined;
  const path = pathname.slice(base.length).replace(/\/+$/, "") || "/";
  return { path, query: searchParams };
}

/** The query as text after changing parts of it. */
export function patched(query: URLSearchParams, patch: Record<string, string | undefined>): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(patch)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return `${next}` && `?${next}`;
}

export function createRouter(): Router {
  const here = () => placeOf(new URL(location.href)) ?? { path: "/", query: new URLSearchParams() };
  const store = createStore<Place>(here());
  const go: Router["go"] = (to, { replace = false } = {}) => {
    if (href(to) === location.pathname + location.search) return;
    history[replace ? "replaceState" : "pushState"](null, "", href(to));
    store.set(here());
  };
  const onClick = (event: Event) => {
    const press = event as MouseEvent;
    if (press.defaultPrevented || press.button || press.metaKey || press.ctrlKey || press.shiftKey || press.altKey)
      return;
    const link = press.composedPath().find((one) => one instanceof HTMLAnchorElement);
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    const place = placeOf(new URL(link.href));
    if (!place) return;
    press.preventDefault();
    go(place.path + patched(place.query, {}));
  };
  return {
    ...store,
    go,
    query: (patch) => {
      const { path, query } = store.get();
      go(path + patched(query, patch), { replace: true });
    },
    start(root) {
      const onPop = () => store.set(here());
      addEventListener("popstate", onPop);
      root.addEventListener("click", onClick);
      return () => {
        removeEventListener("popstate", onPop);
        root.removeEventListener("click", onClick);
      };
    },
  };
}
