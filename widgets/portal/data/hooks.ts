import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { EventType, Foyer, FoyerEvent, Page, Pages } from "../../../sdk/index.ts";
import { useStore } from "../../kit/index.ts";
import { usePortal } from "../portal.ts";
import { explain } from "./explain.ts";

/** What makes an answer stale: event types, or prefixes such as `ticket.`. */
type On = readonly (EventType | `${string}.` | (string & {}))[];

export interface Query<T> {
  data: T | undefined;
  /** Set when the last request failed; `data` may still hold an earlier answer. */
  error: unknown;
  /** Nothing to show yet. */
  loading: boolean;
  /** A request is under way. */
  busy: boolean;
  reload(): void;
  put(data: T): void;
}

/**
 * Asks the API, shares the answer with everyone who uses the same key, and asks again when one of the named events
 * arrives. An undefined key asks nothing. `keep` shows the answer of the last key until the new one is in.
 */
export function useQuery<T>(
  key: readonly unknown[] | undefined,
  load: (foyer: Foyer) => Promise<T>,
  { on = [], keep = false }: { on?: On; keep?: boolean } = {},
): Query<T> {
  const { foyer, cache } = usePortal();
  const name = key && JSON.stringify(key);
  const latest = useRef(load);
  latest.current = load;
  const entry = useMemo(
    () => cache.entry<T>(name ?? "", () => (name ? latest.current(foyer) : new Promise<T>(() => {})), on),
    [name, foyer],
  );
  // The key may come back with another closure behind it.
  entry.load = () => (name ? latest.current(foyer) : new Promise<T>(() => {}));
  useLayoutEffect(() => (name ? cache.use(entry) : undefined), [entry]);
  const { data, error, busy } = useStore(entry.store);
  const last = useRef<T>(undefined);
  if (data !== undefined) last.current = data;
  const shown = data ?? (keep ? last.current : undefined);
  return {
    data: name ? shown : undefined,
    error,
    loading: !!name && shown === undefined && !error,
    busy: !!name && busy,
    reload: () => void cache.reload(entry),
    put: (value) => cache.put(entry, value),
  };
}

export interface List<T> extends Omit<Query<T[]>, "put"> {
  items: T[];
  hasMore: boolean;
  more(): void;
  /** Replaces the item with the same id, or puts a new one first. */
  put(item: T): void;
  /** Puts a new item last. */
  append(item: T): void;
  remove(id: string): void;
}

interface Held<T> {
  items: T[];
  last: Page<T> | undefined;
}

/** A list that grows page by page; when it is asked for again, it keeps its length. */
export function useList<T extends { id: string }>(
  key: readonly unknown[] | undefined,
  load: (foyer: Foyer, page: { limit: number }) => Pages<T>,
  { on = [], keep = true, size = 50 }: { on?: On; keep?: boolean; size?: number } = {},
): List<T> {
  const length = useRef(size);
  const name = key && JSON.stringify(key);
  const query = useQuery<Held<T>>(
    key,
    async (foyer) => {
      const last = await load(foyer, { limit: Math.min(Math.max(size, length.current), 500) });
      return { items: last.data, last };
    },
    { on, keep },
  );
  const { data, put } = query;
  const [growing, setGrowing] = useState(false);
  useEffect(() => {
    length.current = size;
  }, [name]);
  const items = data?.items ?? [];
  return {
    ...query,
    data: data?.items,
    items,
    busy: query.busy || growing,
    hasMore: data?.last?.has_more ?? false,
    more: () => {
      if (!data?.last || growing) return;
      setGrowing(true);
      data.last
        .next()
        .then((next) => {
          if (!next) return;
          const known = new Set(data.items.map((item) => item.id));
          const grown = [...data.items, ...next.data.filter((item) => !known.has(item.id))];
          length.current = grown.length;
          put({ items: grown, last: next });
        })
        .catch(() => query.reload())
        .finally(() => setGrowing(false));
    },
    put: (item) => {
      if (!data) return;
      const known = data.items.some((one) => one.id === item.id);
      put({
        ...data,
        items: known ? data.items.map((one) => (one.id === item.id ? item : one)) : [item, ...data.items],
      });
    },
    append: (item) => {
      if (data && !data.items.some((one) => one.id === item.id)) put({ ...data, items: [...data.items, item] });
    },
    remove: (id) => data && put({ ...data, items: data.items.filter((one) => one.id !== id) }),
  };
}

/** Runs one change at a time and says so when it fails. `run` gives undefined then. */
export function useAction<A extends unknown[], R>(
  act: (...values: A) => Promise<R>,
  options: { onError?: (error: unknown) => boolean | undefined } = {},
): { run(...values: A): Promise<R | undefined>; busy: boolean } {
  const { toasts } = usePortal();
  const [busy, setBusy] = useState(false);
  const latest = useRef({ act, options });
  latest.current = { act, options };
  const run = useCallback(async (...values: A) => {
    setBusy(true);
    try {
      return await latest.current.act(...values);
    } catch (error) {
      // True means that whoever asked shows it in its own place.
      if (!latest.current.options.onError?.(error)) toasts.show(explain(error).sentence, { milliseconds: 8000 });
      return undefined;
    } finally {
      setBusy(false);
    }
  }, []);
  return { run, busy };
}

/** Hears events as they happen, for what a fresh answer cannot tell (a sound, a scroll). */
export function useEvents(listen: (event: FoyerEvent) => void): void {
  const { onEvent } = usePortal();
  const latest = useRef(listen);
  latest.current = listen;
  useEffect(() => onEvent((event) => latest.current(event)), [onEvent]);
}

/** A text that follows another only once it rests: for searching while someone types. */
export function useSettled(value: string, milliseconds = 200): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(setSettled, milliseconds, value);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

/** The members of the team, for pickers and names. */
export function useMembers() {
  const { can } = usePortal();
  return useList(can("members:read") ? ["members"] : undefined, (foyer, page) => foyer.members.list(page), {
    on: ["member."],
    size: 200,
  });
}
