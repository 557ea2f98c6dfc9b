import type { Booking, WaitlistOffer } from "@foyer/sdk";
import { engine, ProblemError } from "@foyer/sdk/engine";
import { waitlist_offers } from "@foyer/sdk/resources";
import { createStore, type Store } from "../../kit/store.ts";

export interface WaitState {
  entry: WaitlistOffer | "loading" | "missing" | { failed: unknown };
  /** By the ids of the questions. */
  answers: Record<string, string>;
  /** What is wrong with an answer, by the id of its question. */
  wrong: Record<string, string>;
  /** Asks once more before the place or the wait is given up. */
  leaving: boolean;
  working: "accepting" | "leaving" | undefined;
  failure: unknown;
  /** The place was gone when it was to be taken. */
  gone: boolean;
  booked: Booking | undefined;
}

export interface Waiting {
  readonly store: Store<WaitState>;
  load(): Promise<void>;
  answer(id: string, value: string): void;
  accept(): Promise<void>;
  ask(leaving: boolean): void;
  leave(): Promise<void>;
  close(): void;
}

export type Standing = "waiting" | "offered" | "ended" | "booked" | "left";

/** What an entry comes to at a moment: an offer ends by the clock, before anybody noted that it did. */
export function standing({ status, offer_expires_at }: WaitlistOffer, now: number): Standing {
  if (status === "offered") return Date.parse(offer_expires_at ?? "") > now ? "offered" : "ended";
  return status === "expired" ? "ended" : status === "cancelled" ? "left" : status;
}

/** A stretch of milliseconds as a clock counts it down: "3:59:12", "4:05". */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const told = parts[0] === 0 ? parts.slice(1) : parts;
  return told.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}

/** Messages by the question that they are about; undefined when something else was refused. */
export function wrongAnswers(problem: ProblemError["problem"]): Record<string, string> | undefined {
  const told = (problem.errors ?? []).map(({ pointer, detail }) => [
    pointer?.match(/^\/answers\/([^/]+)$/)?.[1],
    detail,
  ]);
  return told.length > 0 && told.every(([id]) => id) ? Object.fromEntries(told) : undefined;
}

export const entryOf = ({ entry }: Pick<WaitState, "entry">): WaitlistOffer | undefined =>
  typeof entry === "object" && "id" in entry ? entry : undefined;

/** Answers that say that there is nothing to take any more. */
const lost = ["no_offer", "hold_expired", "slot_unavailable"];
/** Milliseconds between looks at an entry that is in view: a link opens no live connection. */
const interval = 30_000;

export function createWaiting(token: string, baseUrl?: string): Waiting {
  const offers = waitlist_offers(engine({ baseUrl }));
  const store = createStore<WaitState>({
    entry: "loading",
    answers: {},
    wrong: {},
    leaving: false,
    working: undefined,
    failure: undefined,
    gone: false,
    booked: undefined,
  });
  const { get, set } = store;
  /** One for each thing to be taken: trying again after silence never books twice. */
  let attempt = { body: "", key: "" };

  const read = async () => set({ entry: await offers.retrieve(token) });
  const look = () => {
    const entry = entryOf(get());
    const open = entry && ["waiting", "offered"].includes(entry.status) && !get().booked && !get().working;
    if (open && document.visibilityState === "visible") void read().catch(() => undefined);
  };
  const timer = setInterval(look, interval);
  document.addEventListener("visibilitychange", look);

  return {
    store,
    async load() {
      set({ entry: "loading" });
      try {
        await read();
      } catch (failed) {
        set({ entry: failed instanceof ProblemError && failed.status === 404 ? "missing" : { failed } });
      }
    },
    answer(id, value) {
      const { [id]: _, ...wrong } = get().wrong;
      set({ answers: { ...get().answers, [id]: value }, wrong });
    },
    async accept() {
      if (get().working) return;
      set({ working: "accepting", failure: undefined, wrong: {}, gone: false });
      const given = Object.entries(get().answers).filter(([, value]) => value.trim() !== "");
      const input = given.length > 0 ? { answers: Object.fromEntries(given) } : {};
      const body = JSON.stringify(input);
      if (attempt.body !== body) attempt = { body, key: crypto.randomUUID() };
      try {
        set({ booked: await offers.accept(token, input, { idempotencyKey: attempt.key }) });
      } catch (failure) {
        const problem = failure instanceof ProblemError ? failure.problem : undefined;
        const wrong = problem?.code === "validation_failed" ? wrongAnswers(problem) : undefined;
        if (problem && lost.includes(problem.code)) {
          await read().catch(() => undefined);
          set({ gone: true });
        } else if (wrong) set({ wrong });
        else set({ failure });
        // Whatever was answered, it is not to be answered again.
        if (problem) attempt = { body: "", key: "" };
      } finally {
        set({ working: undefined });
      }
    },
    ask: (leaving) => set({ leaving, failure: undefined }),
    async leave() {
      if (get().working) return;
      set({ working: "leaving", failure: undefined });
      try {
        await offers.decline(token);
        await read();
        set({ leaving: false });
      } catch (failure) {
        set({ failure });
      } finally {
        set({ working: undefined });
      }
    },
    close() {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    },
  };
}
