import type { Hub } from "../../ports/hub.ts";

/** A hub within the process. Whoever wants to be woken listens; waiting callers are released at each wake. */
export interface MemoryHub extends Hub {
  /** Called with the database's name, in a later turn, once for any number of wakes in between. */
  listen(listener: (database: string) => void): void;
}

export function memoryHub(): MemoryHub {
  const listeners: ((database: string) => void)[] = [];
  const waiting = new Map<string, Set<() => void>>();
  const woken = new Set<string>();

  function deliver(): void {
    const names = [...woken];
    woken.clear();
    for (const name of names) {
      for (const listener of listeners) listener(name);
      for (const release of waiting.get(name) ?? []) release();
    }
  }

  return {
    listen: (listener) => {
      listeners.push(listener);
    },
    wake: (name) => {
      if (woken.size === 0) setImmediate(deliver);
      woken.add(name);
    },
    wait: (name, milliseconds) =>
      new Promise((resolve) => {
        const set = waiting.get(name) ?? new Set();
        waiting.set(name, set);
        const done = () => {
          clearTimeout(timer);
          set.delete(done);
          if (set.size === 0) waiting.delete(name);
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        set.add(done);
      }),
  };
}
