import type { Attachment, WhoInput } from "@foyer/sdk";

/** A message on its way, as it is kept in storage. */
export interface Item {
  /** The `client_msg_id`: sent with every attempt, so the server knows a repetition. */
  id: string;
  /** A conversation's id; or `new:…` for one that its first message is still to open. */
  thread: string;
  text: string;
  attachments: readonly Attachment[];
  /** Milliseconds, growing: when messages were written, and in which order. */
  at: number;
  /** The server refused it for good: it waits for the visitor, and holds nobody up. */
  failed: boolean;
  /** Counts the changes of this item, so that of two tabs' copies the later is known. */
  revision: number;
  /** Who the visitor says it is; told with the message that opens a conversation. */
  contact?: WhoInput | undefined;
}

export type Draft = Pick<Item, "id" | "thread" | "text" | "attachments" | "contact">;

/** What was written and is not acknowledged yet. */
export interface Outbox {
  items: readonly Item[];
  /** Ids of what is through or was given up, the newest last. */
  done: readonly string[];
  /** Where a thread goes on: `new:…` at the conversation that was opened for it. The newest last. */
  moved: readonly (readonly [from: string, to: string])[];
}

export const empty: Outbox = { items: [], done: [], moved: [] };

/** Enough to outlive any copy of the outbox that another tab may still hold. */
const remembered = 200;

/**
 * One outbox of two copies, in whatever order they are merged. What is done in one is done in both, and an item that
 * one of them lacks is kept: at worst it is sent again, which the server knows by its id.
 */
export function merge(one: Outbox, other: Outbox): Outbox {
  const done = [...new Set([...one.done, ...other.done])].slice(-remembered);
  const moved = [...new Map([...one.moved, ...other.moved])].slice(-remembered);
  const items = new Map<string, Item>();
  for (const item of [...one.items, ...other.items]) {
    const known = items.get(item.id);
    if (!known || item.revision > known.revision) items.set(item.id, item);
  }
  const left = [...items.values()].filter((item) => !done.includes(item.id));
  return {
    items: left
      .map((item) => ({ ...item, thread: whereNow({ moved }, item.thread) }))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    done,
    moved,
  };
}

/** Where a thread goes on by now. */
export function whereNow({ moved }: Pick<Outbox, "moved">, thread: string): string {
  const to = moved.find(([from]) => from === thread)?.[1];
  return to === undefined ? thread : whereNow({ moved: moved.filter(([from]) => from !== thread) }, to);
}

export function add(outbox: Outbox, draft: Draft, now: number): Outbox {
  const at = Math.max(now, ...outbox.items.map((one) => one.at + 1));
  return merge({ ...outbox, items: [...outbox.items, { ...draft, at, failed: false, revision: 0 }] }, empty);
}

/** The message is through, or was given up. */
export const finish = (outbox: Outbox, id: string): Outbox => merge(outbox, { ...empty, done: [id] });

/** Sets it aside, or puts it back in its old place. */
export const setFailed = (outbox: Outbox, id: string, failed: boolean): Outbox => ({
  ...outbox,
  items: outbox.items.map((item) => (item.id === id ? { ...item, failed, revision: item.revision + 1 } : item)),
});

const move = (outbox: Outbox, from: string, to: string): Outbox =>
  from === to ? outbox : merge(outbox, { ...empty, moved: [[from, to]] });

/** The id was taken by a message that said something else: this one has not been said yet, so it goes under another. */
function renew(outbox: Outbox, item: Item): Outbox {
  // Derived, so that two tabs come to the same one.
  const again = { ...item, id: `${item.id}.` };
  return merge(outbox, { ...empty, items: [again], done: [item.id] });
}

/** The one to send: all before it are through or set aside. */
export const next = (outbox: Outbox): Item | undefined => outbox.items.find((item) => !item.failed);

/** What sending came to. */
export type Outcome =
  /** The server has it, in this conversation. */
  | { is: "sent"; thread: string }
  /** The conversation is not there for this visitor any more. */
  | { is: "gone" }
  /** `message_conflict`. */
  | { is: "conflict" }
  | { is: "refused" }
  /** No answer, or one that says later, after so many milliseconds. */
  | { is: "later"; wait?: number };

/** The outbox after an attempt to send this item. */
export function settle(outbox: Outbox, item: Item, outcome: Outcome): Outbox {
  switch (outcome.is) {
    case "sent":
      return finish(move(outbox, item.thread, outcome.thread), item.id);
    case "gone":
      return move(outbox, item.thread, `new:${item.id}`);
    case "conflict":
      return renew(outbox, item);
    case "refused":
      return setFailed(outbox, item.id, true);
    case "later":
      return outbox;
  }
}
