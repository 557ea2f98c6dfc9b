import type { EventOf, EventType, FoyerEvent } from "../generated/types.ts";
import { AbortError, ProblemError } from "./errors.ts";
import type { ListBody } from "./pages.ts";
import type { Engine } from "./request.ts";
import { fullJitter, retryable, sleep } from "./retry.ts";

export interface StreamOptions<T extends EventType = EventType> {
  /** Everything after this `seq`: keep the last one you handled. Without it, from now on; 0 is the beginning. */
  after?: number | null;
  /** Only these types. */
  types?: readonly T[];
  signal?: AbortSignal;
  /** Seconds the server may hold a request open: at most 25, and 25 unless given. */
  wait?: number;
}

/**
 * All events in order, without end: asks again as soon as an answer is in, and goes on after a lost connection where it
 * was. The next event is fetched only when this one has been handled. Ends when `signal` is aborted; throws
 * {@link ProblemError} when the API refuses for good.
 */
export async function* stream<T extends EventType = EventType>(
  engine: Engine,
  options: StreamOptions<T> = {},
): AsyncGenerator<EventOf<T>, void, undefined> {
  const { signal, types, wait = 25 } = options;
  let after = options.after ?? null;
  for (let failures = 0; ; ) {
    try {
      const answer = await poll(engine, after, wait, signal);
      failures = 0;
      for (const event of answer.events) {
        after = event.seq;
        if (!types || (types as readonly string[]).includes(event.type)) yield event as EventOf<T>;
      }
      after = answer.after;
    } catch (error) {
      if (error instanceof AbortError) return;
      if (!retryable(error)) throw error;
      const asked = error instanceof ProblemError ? (error.retry_after ?? 0) * 1000 : 0;
      await sleep(Math.max(asked, fullJitter(failures++)), signal).catch(() => {});
    }
  }
}

/** One long-poll: the events after `after` (null: from now on), and the `seq` to go on from. */
export async function poll(engine: Engine, after: number | null, wait: number, signal?: AbortSignal) {
  const started = Date.now();
  const { data, next_cursor } = await engine.get<ListBody<FoyerEvent>>(
    "/v1/events",
    { after, wait },
    { signal, maxRetries: 0, timeout: (wait + 15) * 1000 },
  );
  const events = after === null ? data : data.filter((event) => event.seq > after);
  const reached = events.at(-1)?.seq ?? Number(next_cursor ?? Number.NaN);
  // A server that does not hold the request open must not be asked without pause.
  if (!events.length && wait && Date.now() - started < 1000) await sleep(1000, signal);
  return { events, after: Number.isNaN(reached) ? after : Math.max(reached, after ?? 0) };
}
