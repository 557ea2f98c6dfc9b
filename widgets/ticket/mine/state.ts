import type { Ticket, TicketReply, TicketReplyInput } from "@foyer/sdk";
import { live } from "@foyer/sdk/engine";
import { ticket_replies, tickets } from "@foyer/sdk/resources";
import type { VisitorSession } from "../../kit/session.ts";
import { createStore, type Store } from "../../kit/store.ts";
import type { Attempt } from "../outgoing.ts";
import { createThread, type Kept, type ThreadDesk } from "../thread/state.ts";

export interface MineState {
  /** Undefined until the first page is there. */
  list: readonly Ticket[] | undefined;
  next: string | null;
  loading: boolean;
  failure: unknown;
}

export interface Mine {
  readonly store: Store<MineState>;
  load(): Promise<void>;
  more(): Promise<void>;
}

/** The visitor's own tickets, newest first. */
export function createMine(session: VisitorSession): Mine {
  const store = createStore<MineState>({ list: undefined, next: null, loading: false, failure: undefined });
  async function fetchPage(cursor?: string): Promise<void> {
    store.set({ loading: true, failure: undefined });
    try {
      const page = await tickets(session.engine).list({ limit: 20, ...(cursor && { cursor }) });
      store.set(({ list }) => ({
        list: cursor ? [...(list ?? []), ...page.data] : page.data,
        next: page.has_more ? page.next_cursor : null,
        loading: false,
      }));
    } catch (failure) {
      store.set({ failure, loading: false });
    }
  }
  return {
    store,
    load: () => fetchPage(),
    more: () => fetchPage(store.get().next ?? undefined),
  };
}

/** One of the visitor's tickets, followed live for as long as it is looked at. */
export function createOwnThread(session: VisitorSession, id: string): ThreadDesk {
  const kept = <T>(name: string): Kept<T> => ({
    get: () => session.storage.get<T>(`${name}:${id}`),
    set: (value) =>
      value === undefined ? session.storage.remove(`${name}:${id}`) : session.storage.set(`${name}:${id}`, value),
  });
  return createThread({
    async load() {
      const [ticket, replies] = await Promise.all([tickets(session.engine).retrieve(id), allReplies(session, id)]);
      return { ticket, replies };
    },
    reply: (body: TicketReplyInput, idempotencyKey) =>
      ticket_replies(session.engine).create(id, body, { idempotencyKey, maxRetries: 0 }),
    follow(changed) {
      const connection = live(session.engine, {
        onEvent({ type, data }) {
          const about = data as { id?: string; ticket_id?: string };
          if (type.startsWith("ticket.") && (about.id === id || about.ticket_id === id)) changed();
        },
        // What happened before the connection stood is fetched.
        onStatus: (status) => status === "live" && changed(),
        onReset: changed,
      });
      return () => connection.close();
    },
    files: () => session.engine,
    draft: kept<string>("ticket-reply"),
    attempt: kept<Attempt<TicketReplyInput>>("ticket-reply-attempt"),
  });
}

async function allReplies(session: VisitorSession, id: string): Promise<TicketReply[]> {
  const replies: TicketReply[] = [];
  for await (const reply of ticket_replies(session.engine).list(id, { limit: 200 })) replies.push(reply);
  return replies;
}
