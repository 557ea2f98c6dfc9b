import type { Conversation } from "@foyer/sdk";
import type { Engine } from "@foyer/sdk/engine";
import { conversations } from "@foyer/sdk/resources";
import type { Store } from "../kit/store.ts";
import { unreadUpTo } from "./state.ts";
import type { ChatValue } from "./value.ts";

export interface Reading {
  /** Tells how far the visitor has read, when the thread is before their eyes. */
  mark(): void;
  forget(): void;
}

interface Around {
  isOpen(): boolean;
  put(conversation: Conversation): void;
}

/** How far the visitor has read, told once for each message. */
export function createReading(engine: Engine, { get }: Store<ChatValue>, { isOpen, put }: Around): Reading {
  const api = conversations(engine);
  const marked = new Map<string, number>();

  function note(id: string, seq: number, unread: number) {
    const known = get().list?.find((one) => one.id === id);
    if (known && known.customer_read_seq <= seq) put({ ...known, unread, customer_read_seq: seq });
  }

  return {
    mark() {
      const { key, threads } = get();
      const thread = key && threads[key];
      if (!isOpen() || !thread || document.visibilityState !== "visible" || !document.hasFocus()) return;
      const seq = unreadUpTo(thread);
      if (seq === undefined || seq <= (marked.get(key) ?? 0)) return;
      marked.set(key, seq);
      note(key, seq, 0);
      api.read(key, { seq }).then(
        (mark) => note(key, mark.read_seq, mark.unread),
        () => marked.delete(key),
      );
    },
    forget: () => marked.clear(),
  };
}
