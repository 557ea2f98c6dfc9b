/** A token bucket: `quota` requests in `window` seconds, refilled steadily. */
export interface Policy {
  quota: number;
  window: number;
}

export const policies = {
  default: { quota: 1200, window: 60 },
  /** A visitor, or a stranger by address. */
  visitor: { quota: 240, window: 60 },
  /** Creating things: bookings, tickets, conversations, visitors. */
  create: { quota: 60, window: 60 },
  message: { quota: 90, window: 60 },
  upload: { quota: 30, window: 60 },
  /** Passwords and other guessable secrets, by address and account. */
  sign_in: { quota: 10, window: 300 },
  /** Refused changes that are written to the audit trail. */
  refusal: { quota: 20, window: 60 },
} as const satisfies Record<string, Policy>;

export type LimitClass = keyof typeof policies;

export interface Taken {
  allowed: boolean;
  remaining: number;
  /** Seconds until a token is there again, or until the bucket is full. */
  reset: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Buckets in memory, forgotten when full again. `factor` multiplies every quota (1 in production). */
export class Limits {
  readonly #buckets = new Map<string, Bucket>();
  readonly #factor: number;
  #swept = 0;

  constructor(factor = 1) {
    this.#factor = factor;
  }

  quota(name: LimitClass): number {
    return Math.round(policies[name].quota * this.#factor);
  }

  take(name: LimitClass, caller: string, now: number): Taken {
    const { window } = policies[name];
    const quota = this.quota(name);
    const key = `${name}|${caller}`;
    const rate = quota / (window * 1000);
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      this.#sweep(now);
      bucket = { tokens: quota, at: now };
      this.#buckets.set(key, bucket);
    }
    bucket.tokens = Math.min(quota, bucket.tokens + (now - bucket.at) * rate);
    bucket.at = now;
    const allowed = bucket.tokens >= 1;
    if (allowed) bucket.tokens -= 1;
    const missing = allowed ? quota - bucket.tokens : 1 - bucket.tokens;
    return { allowed, remaining: Math.floor(bucket.tokens), reset: Math.ceil(missing / rate / 1000) };
  }

  /** Strangers choose the keys, so buckets that are full again must go. */
  #sweep(now: number): void {
    if (now - this.#swept < 60_000 && this.#buckets.size < 100_000) return;
    this.#swept = now;
    const longest = Math.max(...Object.values(policies).map((policy) => policy.window)) * 1000;
    for (const [key, bucket] of this.#buckets) if (now - bucket.at > longest) this.#buckets.delete(key);
  }
}
