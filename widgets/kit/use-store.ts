import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Store } from "./store.ts";

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
