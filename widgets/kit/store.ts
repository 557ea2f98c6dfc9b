/** A value, the ways to replace it, and those who want to know. */
export interface Store<T> {
  get(): T;
  /** Merges a patch, or the patch a function of the present value returns; same values notify nobody. */
  set(patch: Partial<T> | ((value: T) => Partial<T>)): void;
  /** Returns how to stop listening. */
  subscribe(listener: () => void): () => void;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(patch) {
      const change = typeof patch === "function" ? patch(value) : patch;
      const keys = Object.keys(change) as (keyof T)[];
      if (keys.every((key) => Object.is(value[key], change[key]))) return;
      value = { ...value, ...change };
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

// In a file of its own, because hooks cost what an element without them need not load.
export { useStore } from "./use-store.ts";
