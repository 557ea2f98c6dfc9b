import { createStore, type Store } from "../../kit/index.ts";

export interface Loaded<T> {
  data: T | undefined;
  error: unknown;
  /** A request is under way. */
  busy: boolean;
}

/** One query: what it gave last, and how to ask again. */
export interface Entry<T> {
  readonly store: Store<Loaded<T>>;
  load: () => Promise<T>;
  /** Event types that make it stale: whole names, or prefixes ending in a dot. */
  on: readonly string[];
  users: number;
  stale: boolean;
  running: Promise<void> | undefined;
  /** Counts up with each request, so that a late answer of an earlier one is dropped. */
  turn: number;
}

export interface Cache {
  entry<T>(key: string, load: () => Promise<T>, on: readonly string[]): Entry<T>;
  /** Somebody looks at it: loads it when it is missing or stale. Returns how to stop looking. */
  use<T>(entry: Entry<T>): () => void;
  reload<T>(entry: Entry<T>): Promise<void>;
  /** Puts an answer in place without asking, such as the row a change returned. */
  put<T>(entry: Entry<T>, data: T): void;
  /** An event arrived: asks again for what is on screen and concerned, and marks the rest. */
  hear(event: { type: string }): void;
  /** Everything may have changed. */
  invalidate(): void;
  clear(): void;
}

/** Unused answers that are kept for coming back. */
const kept = 100;

export const concerns = (on: readonly string[], type: string) =>
  on.some((one) => (one.endsWith(".") ? type.startsWith(one) : one === type));

/** Answers by key. What is on screen follows the events; what is not is asked for again when it is next looked at. */
export function createCache({ settle = 120 } = {}): Cache {
  const entries = new Map<string, Entry<never>>();
  const due = new Set<Entry<never>>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run<T>(entry: Entry<T>): Promise<void> {
    entry.turn += 1;
    const { turn } = entry;
    entry.stale = false;
    entry.store.set({ busy: true });
    try {
      const data = await entry.load();
      if (turn === entry.turn) entry.store.set({ data, error: undefined, busy: false });
    } catch (error) {
      if (turn === entry.turn) entry.store.set({ error, busy: false });
    } finally {
      if (turn === entry.turn) entry.running = undefined;
    }
  }
  function reload<T>(entry: Entry<T>): Promise<void> {
    entry.running = run(entry);
    return entry.running;
  }
  /** Events come in bursts (a message, its conversation, a read mark): one request answers them all. */
  function soon(entry: Entry<never>): void {
    entry.stale = true;
    if (!entry.users) return;
    due.add(entry);
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      for (const one of due) if (one.users) void reload(one);
      due.clear();
    }, settle);
  }
  function tidy(): void {
    for (const [key, entry] of entries) {
      if (entries.size <= kept) return;
      if (!entry.users) entries.delete(key);
    }
  }

  return {
    entry<T>(key: string, load: () => Promise<T>, on: readonly string[]) {
      let entry = entries.get(key) as unknown as Entry<T> | undefined;
      if (entry) {
        entry.load = load;
        entry.on = on;
        return entry;
      }
      const store = createStore<Loaded<T>>({ data: undefined, error: undefined, busy: true });
      entry = { store, load, on, users: 0, stale: true, running: undefined, turn: 0 };
      entries.set(key, entry as unknown as Entry<never>);
      tidy();
      return entry;
    },
    use(entry) {
      entry.users += 1;
      if (!entry.running && (entry.stale || entry.store.get().error)) void reload(entry);
      return () => {
        entry.users -= 1;
      };
    },
    reload,
    put(entry, data) {
      // A request under way may answer with what was before.
      entry.turn += 1;
      entry.running = undefined;
      entry.store.set({ data, error: undefined, busy: false });
    },
    hear(event) {
      for (const entry of entries.values()) if (concerns(entry.on, event.type)) soon(entry);
    },
    invalidate() {
      for (const entry of entries.values()) soon(entry);
    },
    clear() {
      entries.clear();
      due.clear();
    },
  };
}
