import type { TicketReply, TicketReplyInput, TrackedTicket } from "@foyer/sdk";
import { type Engine, ProblemError } from "@foyer/sdk/engine";
import { createStore, type Store } from "../../kit/store.ts";
import { type Attempt, createOutgoing, type Outgoing } from "../outgoing.ts";
import { createUploads, type Uploads } from "../uploads.ts";

/** A ticket with what was said to its customer. */
export interface Thread {
  ticket: TrackedTicket["ticket"];
  replies: TicketReply[];
  /** Whose ticket it is, where the page around does not say so. */
  business?: { name: string; accent_color: string };
}

/** Where a thread comes from: the visitor's own tickets, or a tracking link. */
export interface Source {
  load(): Promise<Thread>;
  reply(body: TicketReplyInput, idempotencyKey: string): Promise<TicketReply>;
  /** Calls back whenever something may be new. Returns how to stop. */
  follow(changed: () => void): () => void;
  /** Uploads files for replies; absent where nobody is signed in. */
  files?: () => Engine;
  draft: Kept<string>;
  attempt: Kept<Attempt<TicketReplyInput>>;
}

/** One value in storage. */
export interface Kept<T> {
  get(): T | undefined;
  set(value: T | undefined): void;
}

export interface ThreadState {
  thread: Thread | undefined;
  /** Why the thread is not there; what was there before stays. */
  failure: unknown;
  loading: boolean;
  text: string;
  gathering: boolean;
  filesFailed: boolean;
  /** Replies of the other side that arrived while it was open; the last of them is announced. */
  arrived: TicketReply | undefined;
}

export interface ThreadDesk {
  readonly store: Store<ThreadState>;
  readonly outgoing: Outgoing<TicketReplyInput>;
  readonly uploads: Uploads | undefined;
  load(): Promise<void>;
  write(text: string): void;
  send(): Promise<void>;
  stop(): void;
}

/** Whether an answer says that there is no such thing for whoever asks; wrong and missing look the same. */
export const isMissing = (error: unknown) =>
  error instanceof ProblemError && (error.status === 404 || error.status === 422 || error.status === 400);

export function createThread(source: Source): ThreadDesk {
  const store = createStore<ThreadState>({
    thread: undefined,
    failure: undefined,
    loading: true,
    text: source.draft.get() ?? "",
    gathering: false,
    filesFailed: false,
    arrived: undefined,
  });
  const { get, set } = store;
  const uploads = source.files && createUploads(source.files);
  let asked = 0;

  const outgoing = createOutgoing<TicketReplyInput, TicketReply>({
    load: source.attempt.get,
    keep: source.attempt.set,
    send: source.reply,
    done(reply) {
      source.draft.set(undefined);
      uploads?.clear();
      set(({ thread }) => ({ text: "", thread: thread && { ...thread, replies: withReply(thread.replies, reply) } }));
      void load();
    },
    refused(error) {
      const files = error.errors.some(({ pointer }) => pointer.startsWith("/attachments"));
      if (files) uploads?.restart();
      set({ filesFailed: files });
      return files;
    },
  });

  async function load(): Promise<void> {
    const turn = ++asked;
    set({ loading: true });
    try {
      const thread = await source.load();
      // A later question has been asked meanwhile: its answer counts.
      if (turn !== asked) return;
      const arrived = newReply(get().thread, thread) ?? get().arrived;
      set({ thread, failure: undefined, loading: false, arrived });
    } catch (failure) {
      if (turn === asked) set({ failure, loading: false });
    }
  }

  const online = () => {
    uploads?.retry();
    void outgoing.wake();
    if (get().failure) void load();
  };
  globalThis.addEventListener?.("online", online);
  const unfollow = source.follow(() => void load());
  void load();
  void outgoing.wake();

  return {
    store,
    outgoing,
    uploads,
    load,
    write(text) {
      outgoing.cancel();
      set({ text, filesFailed: false });
      source.draft.set(text || undefined);
    },
    async send() {
      const text = get().text.trim();
      if (get().gathering) return;
      if (outgoing.store.get().locked) return outgoing.wake();
      if (!text) return;
      set({ gathering: true, filesFailed: false });
      const attachments = (await uploads?.ids()) ?? (uploads ? undefined : []);
      set({ gathering: false, filesFailed: !attachments });
      if (attachments) await outgoing.submit({ text, ...(attachments.length > 0 && { attachments }) });
    },
    stop() {
      globalThis.removeEventListener?.("online", online);
      unfollow();
      outgoing.stop();
    },
  };
}

export const withReply = (replies: TicketReply[], reply: TicketReply): TicketReply[] =>
  replies.some(({ id }) => id === reply.id) ? replies : [...replies, reply];

/** The last answer of the other side that was not there before. */
export function newReply(before: Thread | undefined, after: Thread): TicketReply | undefined {
  if (!before) return undefined;
  const known = new Set(before.replies.map(({ id }) => id));
  return after.replies.findLast(({ id, sender_kind }) => sender_kind === "staff" && !known.has(id));
}
