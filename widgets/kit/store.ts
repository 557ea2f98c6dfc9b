import { useLayoutEffect, useRef, useState } from "preact/hooks";

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

const whole = <T>(value: T) => value;

/** Renders again when what `select` picks is another value (by `Object.is`). */
export function useStore<T extends object>(store: Store<T>): T;
export function useStore<T extends object, S>(store: Store<T>, select: (value: T) => S): S;
export function useStore<T extends object, S>(store: Store<T>, select: (value: T) => S | T = whole): S | T {
  const picked = select(store.get());
  const [, render] = useState<unknown>();
  const latest = useRef({ select, picked });
  latest.current = { select, picked };
  useLayoutEffect(() => {
    const check = () => {
      if (!Object.is(latest.current.select(store.get()), latest.current.picked)) render({});
    };
    // Between rendering and this effect the store may have moved on.
    check();
    return store.subscribe(check);
  }, [store]);
  return picked;
}
