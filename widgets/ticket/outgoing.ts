import { ConnectionError, ProblemError } from "@foyer/sdk/engine";
import { randomKey } from "../kit/key.ts";
import { createStore, type Store } from "../kit/store.ts";

/** One wish to send something: repeated under one key until there is an answer, so that it happens once. */
export interface Attempt<Body> {
  key: string;
  body: Body;
  /** When it was first meant, in milliseconds since 1970. */
  at: number;
  /** Sent without an answer: it may have happened. */
  uncertain: boolean;
}

export type Sending =
  | { is: "idle" }
  | { is: "sending" }
  /** Goes out by itself when the connection is back. */
  | { is: "offline" }
  /** The API asked for a pause; goes out by itself at this time. */
  | { is: "paused"; until: number }
  /** Waits for the visitor to try again. */
  | { is: "failed"; error: unknown };

/** What sending needs of its owner. */
export interface World<Body, Result> {
  load(): Attempt<Body> | undefined;
  keep(attempt: Attempt<Body> | undefined): void;
  send(body: Body, idempotencyKey: string): Promise<Result>;
  done(result: Result, body: Body): void;
  /** True when the owner itself shows what the API refused. */
  refused?(error: ProblemError): boolean;
}

export interface Outgoing<Body> {
  /** `locked`: it may have happened, so its text must not change any more. */
  readonly store: Store<{ sending: Sending; locked: boolean }>;
  submit(body: Body): Promise<void>;
  /** Goes on with what has no answer yet, also from before a reload. */
  wake(): Promise<void>;
  /** The text changes: what has surely not arrived is no longer sent by itself. */
  cancel(): void;
  stop(): void;
}

const HOUR = 3_600_000;
/** The API remembers a key for 24 hours; an older attempt could happen a second time. */
const lifetime = 23 * HOUR;
/** Seconds to wait where the API says "later" and not when. */
const pause = 10;

export function createOutgoing<Body, Result>(world: World<Body, Result>): Outgoing<Body> {
  const store = createStore<{ sending: Sending; locked: boolean }>({ sending: { is: "idle" }, locked: false });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;

  function wait(milliseconds: number, sending: Sending, locked: boolean) {
    store.set({ sending, locked });
    clearTimeout(timer);
    timer = setTimeout(() => void wake(), milliseconds);
  }

  async function run(attempt: Attempt<Body>): Promise<void> {
    clearTimeout(timer);
    const later = () => Math.min(2000 * 2 ** failures++, 60_000);
    if (globalThis.navigator?.onLine === false) {
      world.keep(attempt);
      return wait(later(), { is: "offline" }, attempt.uncertain);
    }
    // Kept before it is sent: a page that goes away meanwhile must ask with the same key.
    world.keep({ ...attempt, uncertain: true });
    store.set({ sending: { is: "sending" }, locked: true });
    try {
      const result = await world.send(attempt.body, attempt.key);
      failures = 0;
      settle(undefined, { is: "idle" });
      world.done(result, attempt.body);
    } catch (error) {
      if (stopped) return;
      if (error instanceof ProblemError && error.status === 429) {
        const seconds = error.retry_after ?? pause;
        // A refusal keeps no key: as uncertain as it was before.
        world.keep(attempt);
        return wait(seconds * 1000, { is: "paused", until: Date.now() + seconds * 1000 }, attempt.uncertain);
      }
      if (error instanceof ConnectionError) return wait(later(), { is: "offline" }, true);
      const answered = error instanceof ProblemError && error.status < 500 && error.code !== "idempotency_in_flight";
      if (!answered) return store.set({ sending: { is: "failed", error } });
      settle(undefined, world.refused?.(error) ? { is: "idle" } : { is: "failed", error });
    }
  }

  function settle(attempt: Attempt<Body> | undefined, sending: Sending) {
    world.keep(attempt);
    store.set({ sending, locked: attempt?.uncertain ?? false });
  }

  async function wake(): Promise<void> {
    if (stopped || store.get().sending.is === "sending") return;
    const kept = world.load();
    // Another tab may have finished it.
    if (!kept || Date.now() - kept.at > lifetime) return settle(undefined, { is: "idle" });
    return run(kept);
  }

  return {
    store,
    async submit(body) {
      if (store.get().sending.is === "sending") return;
      const kept = world.load();
      const same = kept && (kept.uncertain || JSON.stringify(kept.body) === JSON.stringify(body));
      return run(same ? kept : { key: randomKey(), body, at: Date.now(), uncertain: false });
    },
    wake,
    cancel() {
      if (store.get().locked || store.get().sending.is === "idle") return;
      clearTimeout(timer);
      settle(undefined, { is: "idle" });
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
