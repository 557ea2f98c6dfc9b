import { type SQL, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, decideAgain } from "../../kernel/index.ts";
import type { StoredAttachment } from "../media/index.ts";
import { messageCreated, noteCreated } from "./events.ts";
import { type ConversationRow, conversations, type EntryEvent, type MessageRow, messages } from "./schema.ts";

/** Who an entry is from. */
export type Sender = Pick<MessageRow, "sender_kind" | "sender_id" | "sender_name">;
export type Side = "customer" | "staff";

export const sideOf = (ctx: Pick<Context, "actor">): Side => (ctx.actor.kind === "visitor" ? "customer" : "staff");

/** The caller as a participant: a visitor speaks as its contact, on whatever device. */
export function senderOf(ctx: Pick<Context, "actor">, contact: { id: string; name: string | null }): Sender {
  if (sideOf(ctx) === "customer") {
    return { sender_kind: "customer", sender_id: contact.id, sender_name: contact.name ?? "Visitor" };
  }
  return { sender_kind: "staff", sender_id: ctx.actor.id, sender_name: ctx.actor.name };
}

/**
 * Takes the conversation's next seq, for a change that the contact may see too or for one that only staff sees.
 * Counting happens in the statement, so changes at the same time stand in line and leave no gap.
 */
export function advance(ctx: Context, id: string, visible: boolean, sets: readonly SQL[] = []): void {
  const all = [sql`last_seq = last_seq + 1`, ...sets];
  if (visible) all.push(sql`prev_visible_seq = visible_seq`, sql`visible_seq = last_seq + 1`);
  ctx.write(sql`update ${conversations} set ${sql.join(all, sql`, `)} where id = ${id}`);
}

/** What somebody wrote to the other side, or, as a note, to their own. */
export function say(
  ctx: Context,
  conversation: Pick<ConversationRow, "id" | "contact_id">,
  sender: Sender,
  said: { client_msg_id: string; text: string; kind: "text" | "note"; attachments: StoredAttachment[] },
): MessageRow {
  const visible = said.kind === "text";
  advance(ctx, conversation.id, visible, visible ? spoken(ctx, sender, said) : []);
  return append(ctx, conversation, { ...sender, ...said, visible, event: null });
}

/** How a text shows in the list, in the other side's unread, and in the times that are measured. */
function spoken(ctx: Context, sender: Sender, said: { text: string; attachments: StoredAttachment[] }): SQL[] {
  const sets = [
    sql`last_message_seq = last_seq + 1`,
    sql`last_message_text = ${preview(said)}`,
    sql`last_message_sender = ${sender.sender_kind}`,
    sql`last_message_at = max(last_message_at, ${ctx.now})`,
  ];
  if (sender.sender_kind === "customer") {
    return [
      ...sets,
      sql`staff_unread = staff_unread + 1`,
      sql`first_customer_at = coalesce(first_customer_at, ${ctx.now})`,
    ];
  }
  return [
    ...sets,
    sql`customer_unread = customer_unread + 1`,
    sql`first_response_at = coalesce(first_response_at, case when first_customer_at is not null then ${ctx.now} end)`,
  ];
}

/** The beginning of a text, or the name of the file that came without one. */
export function preview({ text, attachments }: { text: string; attachments: readonly StoredAttachment[] }): string {
  return [...(text || (attachments[0]?.name ?? ""))].slice(0, 200).join("");
}

/** A change that was made, as an entry of the thread. */
export function record(
  ctx: Context,
  conversation: Pick<ConversationRow, "id" | "contact_id">,
  sender: Sender,
  change: { text: string; event: EntryEvent; visible: boolean },
): MessageRow {
  advance(ctx, conversation.id, change.visible);
  const entry = { ...change, kind: "event" as const, client_msg_id: null, attachments: [] };
  return append(ctx, conversation, { ...sender, ...entry, sender_kind: "system" });
}

type Entry = Omit<MessageRow, "id" | "conversation_id" | "seq" | "prev_seq" | "created_at">;

/** Stores an entry at the seq that was just taken, and tells it. */
function append(ctx: Context, conversation: Pick<ConversationRow, "id" | "contact_id">, entry: Entry): MessageRow {
  const row = { ...entry, id: newId("msg", ctx.now), conversation_id: conversation.id, created_at: ctx.at };
  const before = entry.visible ? sql`prev_visible_seq` : sql`visible_seq`;
  const taken = (column: SQL) => sql`select ${column} from ${conversations} where id = ${conversation.id}`;
  // Refused when the sender's own id of it is there by now, or the conversation is not: deciding again finds out which.
  ctx.insert(messages, { ...row, seq: taken(sql`last_seq`), prev_seq: taken(before) }, decideAgain);
  const seq = ctx.value(sql`select seq from ${messages} where id = ${row.id}`, 1);
  const prev_seq = ctx.value(sql`select prev_seq from ${messages} where id = ${row.id}`, 0);
  return tell(ctx, conversation, { ...row, seq, prev_seq });
}

export function tell(ctx: Context, conversation: Pick<ConversationRow, "contact_id">, row: MessageRow): MessageRow {
  const about = { subject: row.conversation_id, contact: conversation.contact_id };
  ctx.emit(row.visible ? messageCreated : noteCreated, row, about);
  return row;
}
