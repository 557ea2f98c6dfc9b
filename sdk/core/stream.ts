import type { EventOf, EventType, FoyerEvent } from "../generated/types.ts";
import { AbortError } from "./errors.ts";
import type { ListBody } from "./pages.ts";
import type { Engine } from "./request.ts";
import { fullJitter, sleep, transient } from "./retry.ts";

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
 * `ProblemError` when the API refuses for good.
 */
export async function* stream<T extends EventType = EventType>(
  engine: Engine,
  options: StreamOptions<T> = {},
): AsyncGenerator<EventOf<T>, void, undefined> {
  const { signal, types, wait = 25 } = options;
  let after = options.after ?? null;
  for (let failures = 0; ; ) {
    try {
      const answer = await poll(engine, after, wait, signal, types);
      failures = 0;
      for (const event of answer.events) {
        after = event.seq;
        yield event as EventOf<T>;
      }
      after = answer.after;
    } catch (error) {
      if (error instanceof AbortError) return;
      if (!transient(error)) throw error;
      await sleep(fullJitter(failures++, error), signal).catch(() => {});
    }
  }
}

/** One long-poll: the events after `after` (null: from now on), and the `seq` to go on from. */
export async function poll(
  engine: Engine,
  after: number | null,
  wait: number,
  signal?: AbortSignal,
  types?: readonly string[],
) {
  const started = Date.now();
  const { data, has_more, next_cursor } = await engine.get<ListBody<FoyerEvent>>(
    "/v1/events",
    { after: after ?? "latest", wait, limit: 200, type: types?.join() },
    { signal, maxRetries: 0, timeout: (wait + 15) * 1000 },
  );
  const events = data.filter((event) => event.seq > (after ?? 0));
  // A server too busy to hold the request open must not be asked without pause.
  if (wait && !events.length && !has_more && Date.now() - started < 1000) await sleep(1000, signal);
  // The cursor also knows of events that are not for this reader.
  const reached = Math.max(after ?? 0, Number(next_cursor), events.at(-1)?.seq ?? 0);
  return { events, after: reached };
}
