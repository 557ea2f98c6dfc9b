import type { Message } from "../../../../sdk/index.ts";

/** A text on its way, or one that did not get through. */
export interface Outgoing {
  client_msg_id: string;
  kind: "text" | "note";
  text: string;
  /** Ids of uploaded media. */
  attachments: string[];
  at: string;
  state: "sending" | "failed";
  error?: string;
  /** There was no connection: it is sent again by itself. */
  lost?: boolean;
}

/** Both lists by `seq`, each entry once; what came last wins. */
export function merged(known: readonly Message[], added: readonly Message[]): Message[] {
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  for (const message of added) bySeq.set(message.seq, message);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** What is still on its way: everything the thread does not hold yet. */
export function waiting(outbox: readonly Outgoing[], messages: readonly Message[]): Outgoing[] {
  const arrived = new Set(messages.map((message) => message.client_msg_id));
  return outbox.filter((one) => !arrived.has(one.client_msg_id));
}

/** How the thread is drawn, from top to bottom. */
export type Entry =
  | { type: "day"; key: string; at: string }
  | { type: "event"; key: string; message: Message }
  | {
      type: "said";
      key: string;
      message: Message;
      /** Begins a group: shows who it is. */
      first: boolean;
      /** Ends a group: shows when it was. */
      last: boolean;
    };

/** Entries of one author close in time form a group. */
const together = 5 * 60_000;

/** Day marks, groups and changes; `day` names the day of a time in the reader's zone. */
export function entries(messages: readonly Message[], day: (at: string) => string): Entry[] {
  const result: Entry[] = [];
  let today: string | undefined;
  messages.forEach((message, at) => {
    const own = day(message.created_at);
    if (own !== today) {
      today = own;
      result.push({ type: "day", key: `day-${own}`, at: message.created_at });
    }
    if (message.kind === "event") {
      result.push({ type: "event", key: message.id, message });
      return;
    }
    const first = !joins(messages[at - 1], message, day);
    const next = messages[at + 1];
    result.push({ type: "said", key: message.id, message, first, last: !next || !joins(message, next, day) });
  });
  return result;
}

function joins(before: Message | undefined, message: Message, day: (at: string) => string): boolean {
  return (
    before !== undefined &&
    before.kind === message.kind &&
    before.sender_id === message.sender_id &&
    day(before.created_at) === day(message.created_at) &&
    Date.parse(message.created_at) - Date.parse(before.created_at) < together
  );
}

/** The newest text of staff that the customer has seen: it alone says so. */
export function lastSeen(messages: readonly Message[], customerReadSeq: number): string | undefined {
  return messages.findLast(
    ({ sender_kind, kind, seq }) => sender_kind !== "customer" && kind === "text" && seq <= customerReadSeq,
  )?.id;
}

/** The newest text the customer wrote: what reading the thread marks as read. */
export const lastOfCustomer = (messages: readonly Message[]): number =>
  messages.findLast((message) => message.sender_kind === "customer")?.seq ?? 0;

/** When a snoozed conversation comes back, in the reader's zone: in three hours, tomorrow at nine, Monday at nine. */
export function snoozeTimes(now: Date): { later: Date; tomorrow: Date; monday: Date } {
  const nine = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9);
  return {
    later: new Date(now.getTime() + 3 * 3_600_000),
    tomorrow: nine(1),
    monday: nine((8 - now.getDay()) % 7 || 7),
  };
}
