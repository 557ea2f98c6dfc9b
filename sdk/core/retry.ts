import { AbortError, ConnectionError, ProblemError } from "./errors.ts";

/** The longest `Retry-After` that is waited for without asking the caller, in seconds. */
const patience = 60;

/** Whether the same request may succeed later. */
export function transient(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return error instanceof ConnectionError;
  const { status, code, problem } = error;
  if (status === 409) return code === "idempotency_in_flight" || problem.retryable === true;
  return status === 408 || status === 429 || status >= 500;
}

/** Whether to send the same request again without asking the caller. */
export function retryable(error: unknown): boolean {
  return transient(error) && asked(error) <= patience * 1000;
}

/** Milliseconds the server asks to wait. */
function asked(error: unknown): number {
  return error instanceof ProblemError ? (error.retry_after ?? 0) * 1000 : 0;
}

/** Seconds the server asks to wait: `retry-after-ms`, else `Retry-After` in seconds or as a date (RFC 9110, 10.2.3). */
export function retryAfter(headers: Headers): number | undefined {
  const milliseconds = headers.get("retry-after-ms");
  if (milliseconds && Number(milliseconds) >= 0) return Number(milliseconds) / 1000;
  const value = headers.get("retry-after");
  if (!value) return undefined;
  const seconds = Number(value);
  if (!Number.isNaN(seconds)) return Math.max(0, seconds);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - Date.now()) / 1000);
}

/** Milliseconds before try number `attempt` + 1 (`attempt` starts at 0): 0.5 s doubled to 8 s, less up to a quarter. */
export function backoff(attempt: number, error?: unknown): number {
  if (error instanceof ProblemError && error.retry_after !== undefined) return error.retry_after * 1000;
  return Math.min(500 * 2 ** attempt, 8000) * (1 - Math.random() / 4);
}

/** Milliseconds before a reader comes back: full jitter, for many come at once, up to 0.5 s doubled to 30 s. */
export function fullJitter(failures: number, error?: unknown): number {
  return Math.max(asked(error), Math.random() * Math.min(500 * 2 ** failures, 30_000));
}

/** Waits, unless the signal is aborted: then throws {@link AbortError} at once. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(aborted(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    if (signal?.aborted) abort();
    else signal?.addEventListener("abort", abort, { once: true });
  });
}

/** The error for an aborted signal. */
export function aborted(signal?: AbortSignal): AbortError {
  return new AbortError("The request was aborted.", { cause: signal?.reason });
}
