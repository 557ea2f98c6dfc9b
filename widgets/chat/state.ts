import type { Conversation, Message, MessagePage, ReadMarkMoved } from "@foyer/sdk";

/** A change of a conversation that the visitor may see, as the log or an answer tells it. */
export type Change = Pick<Message, "seq" | "prev_seq"> & { message?: Message; mark?: ReadMarkMoved };

/** What is known of a conversation's messages: all that are visible, from the oldest one held up to `seq`. */
export interface Thread {
  messages: readonly Message[];
  /** Every visible change up to here is in. */
  seq: number;
  /** Changes beyond a gap, by `seq`: they wait for what lies between. */
  waiting: readonly Change[];
  customer_read: number;
  staff_read: number;
  /** Older messages lie with the server. */
  earlier: boolean;
}

/** The other side said something that a person reads. */
export const isIncoming = (message: Pick<Message, "kind" | "sender_kind">) =>
  message.kind === "text" && (message.sender_kind === "staff" || message.sender_kind === "agent");

/**
 * Takes in what happened. Old news changes nothing; what follows on is applied; what lies beyond a gap waits, and
 * {@link gapOf} tells that something must be fetched. An attachment without its address is such a gap, too.
 */
export function apply(thread: Thread, change: Change): Thread {
  if (change.seq <= thread.seq || thread.waiting.some((one) => one.seq === change.seq)) return thread;
  return settle({ ...thread, waiting: [...thread.waiting, change].sort((a, b) => a.seq - b.seq) });
}

/** Whether something is missing before the changes that wait. */
export const gapOf = (thread: Thread) => thread.waiting.length > 0;

/** Takes in a page of the thread: the newest one, earlier ones (`before`), or what came `after` a position. */
export function takePage(
  thread: Thread | undefined,
  page: MessagePage,
  asked: { after?: number; before?: number } = {},
): Thread {
  const messages = merged(thread?.messages ?? [], page.data);
  // A page that is not the last one reaches as far as its last message; the last one reaches the thread's end.
  const reached =
    asked.before !== undefined
      ? 0
      : asked.after !== undefined && page.has_more
        ? (page.data.at(-1)?.seq ?? 0)
        : page.last_seq;
  return settle({
    messages,
    seq: Math.max(thread?.seq ?? 0, reached),
    waiting: thread?.waiting ?? [],
    customer_read: Math.max(thread?.customer_read ?? 0, page.customer_read_seq),
    staff_read: Math.max(thread?.staff_read ?? 0, page.staff_read_seq),
    earlier: asked.after !== undefined ? (thread?.earlier ?? false) : page.has_more,
  });
}

function merged(one: readonly Message[], other: readonly Message[]): Message[] {
  const bySeq = new Map([...one, ...other].map((message) => [message.seq, message]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** Applies the waiting changes that have become due. */
function settle(thread: Thread): Thread {
  const next = { ...thread, waiting: thread.waiting.filter((change) => change.seq > thread.seq) };
  for (let change = next.waiting[0]; change && change.prev_seq <= next.seq && complete(change); ) {
    const { message, mark } = change;
    next.seq = change.seq;
    if (message) next.messages = merged(next.messages, [message]);
    if (mark) {
      const side = mark.side === "staff" ? "staff_read" : "customer_read";
      next[side] = Math.max(next[side], mark.read_seq);
    }
    next.waiting = next.waiting.slice(1);
    change = next.waiting[0];
  }
  return next;
}

/** The log tells of files without their addresses. */
const complete = ({ message }: Change) => !message?.attachments.some((file) => !file.url);

/** The position of the newest text of the other side, when it is beyond the visitor's read mark. */
export function unreadUpTo(thread: Thread): number | undefined {
  const newest = thread.messages.findLast(isIncoming);
  return newest && newest.seq > thread.customer_read ? newest.seq : undefined;
}

/** A conversation of the list after a change; undefined when only the server can say how it stands. */
export function applyToList(conversation: Conversation, change: Change): Conversation | undefined {
  if (change.seq <= conversation.last_seq) return conversation;
  if (change.prev_seq > conversation.last_seq) return undefined;
  const { message, mark } = change;
  const next = { ...conversation, last_seq: change.seq };
  if (message?.kind === "text") {
    const { sender_kind, created_at: at } = message;
    next.last_message = { text: message.text || (message.attachments[0]?.name ?? ""), sender_kind, at };
    if (isIncoming(message) && message.seq > next.customer_read_seq) next.unread += 1;
  }
  if (message?.event?.type === "status") next.status = message.event.to as Conversation["status"];
  if (mark?.side === "staff") next.staff_read_seq = Math.max(next.staff_read_seq, mark.read_seq);
  // How many are left beyond a mark that was set elsewhere, the list does not know.
  if (mark?.side === "customer" && mark.read_seq > next.customer_read_seq) return undefined;
  return next;
}

/** Newest activity first. */
export function inOrder(list: readonly Conversation[]): Conversation[] {
  const at = (one: Conversation) => one.last_message?.at ?? one.created_at;
  return [...list].sort((a, b) => at(b).localeCompare(at(a)));
}

export const unreadOf = (list: readonly Conversation[] | undefined) =>
  (list ?? []).reduce((sum, conversation) => sum + conversation.unread, 0);
