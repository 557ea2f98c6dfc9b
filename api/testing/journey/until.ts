import { setTimeout as pause } from "node:timers/promises";

/** Asks again until the answer is true; throws what it waited for after `patience` milliseconds. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  patience = 30_000,
): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as NonNullable<Exclude<T, false>>;
    if (Date.now() > end) throw new Error(`Waited ${patience / 1000} s in vain until ${what}.`);
    await pause(50);
  }
}
