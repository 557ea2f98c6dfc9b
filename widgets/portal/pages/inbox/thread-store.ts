import { ConnectionError, type Foyer, type FoyerEvent, type Message } from "../../../../sdk/index.ts";
import { createStore, type Store } from "../../../kit/index.ts";
import { randomKey } from "../../../kit/key.ts";
import { explain } from "../../data/explain.ts";
import type { Kind, Written } from "../../parts/composer.tsx";
import { merged, type Outgoing, waiting } from "./state.ts";

export interface ThreadState {
  /** Undefined until the first page is in. */
  messages: Message[] | undefined;
  /** Leads to earlier messages. */
  earlier: string | null;
  error: unknown;
  busy: boolean;
  growing: boolean;
  outbox: Outgoing[];
  customerReadSeq: number;
  draft: string;
  kind: Kind;
}

export interface Thread {
  store: Store<ThreadState>;
  /** Loads the newest page, or what was said since. */
  load(): Promise<void>;
  grow(): Promise<void>;
  hear(event: FoyerEvent): void;
  send(written: Written): void;
  retry(client_msg_id: string): void;
  /** Back on line: loads what was said, and sends what only the connection held back. */
  resume(): void;
  discard(client_msg_id: string): void;
}

const size = 50;

/** One conversation's messages, in the order of their `seq`, with what is on its way to it. */
function createThread(foyer: Foyer, id: string): Thread {
  const store = createStore<ThreadState>({
    messages: undefined,
    earlier: null,
    error: undefined,
    busy: false,
    growing: false,
    outbox: [],
    customerReadSeq: 0,
    draft: "",
    kind: "reply",
  });
  /** Up to here nothing is missing. What was sent from here may be newer than what has still to be loaded. */
  let complete = 0;
  let loading: Promise<void> | undefined;
  let again = false;
  let sending = false;

  function accept(added: readonly Message[]): void {
    store.set(({ messages, outbox }) => {
      const all = merged(messages ?? [], added);
      return { messages: all, outbox: waiting(outbox, all) };
    });
  }
  async function fetchNow(): Promise<void> {
    store.set({ busy: true });
    try {
      const known = store.get().messages;
      if (!known) {
        const page = await foyer.messages.list(id, { limit: size });
        store.set({ earlier: page.has_more ? (page.next_cursor ?? null) : null });
        accept(page.data);
        complete = Math.max(0, ...page.data.map(({ seq }) => seq));
      } else {
        for await (const message of foyer.messages.list(id, { after: complete, limit: 200 })) {
          accept([message]);
          complete = message.seq;
        }
      }
      store.set({ error: undefined });
    } catch (error) {
      store.set({ error });
    } finally {
      store.set({ busy: false });
    }
  }
  async function load(): Promise<void> {
    // Something said while a request is under way may be missing from its answer.
    if (loading) {
      again = true;
      return loading;
    }
    loading = (async () => {
      do {
        again = false;
        await fetchNow();
      } while (again);
    })().finally(() => {
      loading = undefined;
    });
    return loading;
  }

  const change = (client_msg_id: string, patch: Partial<Outgoing>) =>
    store.set(({ outbox }) => ({
      outbox: outbox.map((one) => (one.client_msg_id === client_msg_id ? { ...one, ...patch } : one)),
    }));
  /** One after the other, in the order they were written; a failed one holds back those behind it. */
  async function flush(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      for (;;) {
        const [next] = store.get().outbox;
        if (next?.state !== "sending") return;
        const { client_msg_id, kind, text, attachments } = next;
        try {
          accept([
            await foyer.messages.create(id, {
              client_msg_id,
              kind,
              text,
              ...(attachments.length ? { attachments } : {}),
            }),
          ]);
        } catch (error) {
          const lost = error instanceof ConnectionError;
          change(client_msg_id, { state: "failed", error: explain(error).text, lost });
          return;
        }
      }
    } finally {
      sending = false;
    }
  }

  return {
    store,
    load,
    async grow() {
      const { earlier, growing } = store.get();
      if (!earlier || growing) return;
      store.set({ growing: true });
      try {
        const page = await foyer.messages.list(id, { cursor: earlier, limit: size });
        store.set({ earlier: page.has_more ? (page.next_cursor ?? null) : null });
        accept(page.data);
      } catch (error) {
        store.set({ error });
      } finally {
        store.set({ growing: false });
      }
    },
    hear(event) {
      if (event.type === "conversation.read") {
        const { conversation_id, side, read_seq } = event.data;
        if (conversation_id === id && side === "customer") store.set({ customerReadSeq: read_seq });
      } else if (event.type === "message.created" || event.type === "note.created") {
        // The log's copy has no links to its files, so the thread is asked.
        if (event.data.conversation_id === id) void load();
      }
    },
    send({ kind, text, attachments }) {
      const one: Outgoing = {
        client_msg_id: randomKey(),
        kind: kind === "note" ? "note" : "text",
        text,
        attachments,
        at: new Date().toISOString(),
        state: "sending",
      };
      store.set(({ outbox }) => ({ outbox: [...outbox, one], draft: "" }));
      void flush();
    },
    retry(client_msg_id) {
      change(client_msg_id, { state: "sending" });
      void flush();
    },
    resume() {
      void load();
      const [next] = store.get().outbox;
      if (next?.state !== "failed" || !next.lost) return;
      change(next.client_msg_id, { state: "sending" });
      void flush();
    },
    discard(client_msg_id) {
      store.set(({ outbox }) => ({ outbox: outbox.filter((one) => one.client_msg_id !== client_msg_id) }));
      void flush();
    },
  };
}

const threads = new WeakMap<Foyer, Map<string, Thread>>();

/** The thread of a conversation; drafts and what is on its way outlive leaving it. */
export function threadOf(foyer: Foyer, id: string): Thread {
  let known = threads.get(foyer);
  if (!known) {
    known = new Map();
    threads.set(foyer, known);
  }
  let thread = known.get(id);
  if (!thread) {
    thread = createThread(foyer, id);
    known.set(id, thread);
  }
  return thread;
}
