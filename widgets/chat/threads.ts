import type { MessagePage } from "@foyer/sdk";
import { type Engine, ProblemError } from "@foyer/sdk/engine";
import { messages } from "@foyer/sdk/resources";
import type { Store } from "../kit/store.ts";
import { gapOf, type Thread, takePage } from "./state.ts";
import { type ChatValue, pause } from "./value.ts";

export interface Threads {
  /** Fetches what came after what is held of a conversation, or its newest page. */
  refresh(id: string): Promise<void>;
  /** Fetches earlier messages than those held. */
  reachBack(id: string): Promise<void>;
  /** Notes what could not be fetched, by conversation or under `home`. */
  fail(place: string, error: unknown): void;
  clear(place: string): void;
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Fetches the messages of conversations; `put` takes a thread that is complete up to its newest. */
export function createThreads(
  engine: Engine,
  { get, set }: Store<ChatValue>,
  put: (id: string, thread: Thread) => void,
  signal: AbortSignal,
): Threads {
  const refreshing = new Map<string, Promise<void>>();

  function fail(place: string, error: unknown) {
    const requestId = error instanceof ProblemError ? error.request_id : undefined;
    set({ failures: { ...get().failures, [place]: { requestId } } });
  }

  function clear(place: string) {
    const { [place]: _, ...failures } = get().failures;
    set({ failures });
  }

  function refresh(id: string): Promise<void> {
    if (id.startsWith("new:")) return Promise.resolve();
    const running = refreshing.get(id) ?? catchUp(id).finally(() => refreshing.delete(id));
    refreshing.set(id, running);
    return running;
  }

  async function catchUp(id: string): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      try {
        const held = get().threads[id];
        const asked = held ? { after: held.seq } : {};
        const page = await pageOf(id, asked);
        const thread = takePage(get().threads[id], page, asked);
        clear(id);
        set({ threads: { ...get().threads, [id]: thread } });
        const more = (held && page.has_more) || gapOf(thread);
        if (!more) return put(id, thread);
        if (thread.seq === held?.seq) await sleep(pause(++failures));
      } catch (error) {
        if (!get().threads[id] || error instanceof ProblemError) return fail(id, error);
        await sleep(pause(++failures));
      }
    }
  }

  const pageOf = async (id: string, query: { after?: number; before?: number }) =>
    (await messages(engine).list(id, { limit: 50, ...query })) as unknown as MessagePage;

  async function reachBack(id: string): Promise<void> {
    const before = get().threads[id]?.messages[0]?.seq;
    if (before === undefined) return;
    try {
      const page = await pageOf(id, { before });
      clear(id);
      put(id, takePage(get().threads[id], page, { before }));
    } catch (error) {
      fail(id, error);
    }
  }

  return { refresh, reachBack, fail, clear };
}
