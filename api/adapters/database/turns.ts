/** Resolves after so many milliseconds, give or take half: what waits together should not come back together. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds * (0.5 + Math.random())));
}

/** Who waits looks again every few milliseconds; who has not for this long waits no more. */
const GONE = 1_000;

/**
 * Lets `limit` tasks run at once; the others wait in line. A waiting task looks again by itself rather than being woken:
 * a Worker may not wake one request from another, and a request that was cancelled would never do it. For the same
 * reason a turn ends after `expiry` milliseconds even if its task did not.
 */
export class Turns {
  readonly #limit: number;
  readonly #expiry: number;
  /** When each turn under way ends at the latest. */
  readonly #taken = new Map<symbol, number>();
  /** When each waiting task looked last, in the order of their coming. */
  readonly #line = new Map<symbol, number>();

  constructor(limit: number, expiry: number) {
    this.#limit = limit;
    this.#expiry = expiry;
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    const ticket = Symbol();
    while (!this.#take(ticket)) await pause(4);
    try {
      return await task();
    } finally {
      this.#taken.delete(ticket);
    }
  }

  #take(ticket: symbol): boolean {
    const now = Date.now();
    this.#line.set(ticket, now);
    for (const [turn, end] of this.#taken) if (end < now) this.#taken.delete(turn);
    let free = this.#limit - this.#taken.size;
    for (const [first, looked] of this.#line) {
      if (free <= 0) return false;
      if (first === ticket) {
        this.#line.delete(ticket);
        this.#taken.set(ticket, now + this.#expiry);
        return true;
      }
      if (now - looked > GONE) this.#line.delete(first);
      else free -= 1;
    }
    return false;
  }
}
