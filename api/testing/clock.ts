import type { Clock } from "../ports/clock.ts";

/** A clock that stands still until a test moves it. */
export interface SettableClock extends Clock {
  /** Moves on by `"90s"`, `"5m"`, `"2h"`, `"3d"`. */
  advance(by: `${number}${"s" | "m" | "h" | "d"}`): void;
  set(at: string): void;
}

const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

export function settableClock(start: string): SettableClock {
  let now = Date.parse(start);
  return {
    now: () => now,
    advance: (by) => {
      now += Number(by.slice(0, -1)) * units[by.slice(-1) as keyof typeof units];
    },
    set: (at) => {
      now = Date.parse(at);
    },
  };
}
