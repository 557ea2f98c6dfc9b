const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Milliseconds between an attempt and the one before it; the first is made at once. */
const schedule = [
  0,
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
] as const;

export const attemptsMade = schedule.length;

/** What a receiver may ask us to wait at most. */
const longest = 24 * hour;

/**
 * Milliseconds to wait after the given attempt (from 1) failed; `undefined` after the last. A tenth of jitter keeps
 * deliveries that failed together from coming back together; `Retry-After` can only make it later.
 */
export function delayAfter(attempt: number, retryAfter = 0): number | undefined {
  const delay = schedule[attempt];
  if (delay === undefined) return undefined;
  return Math.max(delay * (1 + Math.random() * 0.1), Math.min(retryAfter, longest));
}

/** The `Retry-After` header (RFC 9110, section 10.2.3) in milliseconds; 0 when there is none that can be read. */
export function readRetryAfter(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * second;
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now);
}
