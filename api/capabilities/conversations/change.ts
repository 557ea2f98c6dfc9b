import { eq, sql } from "drizzle-orm";
import { type Context, invalid, job } from "../../kernel/index.ts";
import { conversationAssigned, conversationStatusChanged, conversationUpdated } from "./events.ts";
import { type Found, selectConversations, shownTo } from "./find.ts";
import { type ConversationRow, conversations } from "./schema.ts";
import { advance, record, type Sender, senderOf } from "./thread.ts";

export type Patch = {
  [K in "subject" | "status" | "priority" | "assignee_id" | "booking_id" | "tags" | "snoozed_until"]?:
    | ConversationRow[K]
    | undefined;
};

/**
 * Changes a conversation and says so: each change of status, assignee or priority is an entry of the thread, the rest
 * takes one seq together. `version` is the one that the caller saw, `assignee` the name of whom it is given to.
 */
export function apply(ctx: Context, found: Found, patch: Patch, version?: number, assignee?: string): Found {
  const { row: before, contact } = found;
  const next = ctx.update(conversations, before, { ...patch, ...consequences(ctx, before, patch) }, version);
  if (next === before) return found;
  const sender = ctx.actor.kind === "system" ? machine : senderOf(ctx, contact);
  const entries = changes(before, next, sender, assignee);
  for (const entry of entries) record(ctx, before, sender, entry);
  if (entries.length === 0) advance(ctx, before.id, false);
  if (next.snoozed_until !== null && next.snoozed_until !== before.snoozed_until) {
    const at = Date.parse(next.snoozed_until);
    ctx.later(conversationWakes, { id: next.id, until: next.snoozed_until }, { at, key: `${next.id}@${at}` });
  }
  const now = { row: asCommitted(ctx, next), contact };
  const told = shownTo("staff", now);
  const about = { contact: next.contact_id };
  ctx.emit(conversationUpdated, told, about);
  if (next.assignee_id !== before.assignee_id) ctx.emit(conversationAssigned, told, about);
  if (next.status !== before.status) ctx.emit(conversationStatusChanged, told, about);
  return now;
}

/** A snoozed conversation opens again when its time has come, unless somebody opened or snoozed it anew meanwhile. */
export const conversationWakes = job<{ id: string; until: string }>(
  "conversations.wake",
  async (ctx, { id, until }) => {
    const found = await selectConversations(ctx).where(eq(conversations.id, id)).get();
    if (found?.row.snoozed_until === until) apply(ctx, found, { status: "open" });
  },
);

const machine: Sender = { sender_kind: "system", sender_id: "system", sender_name: "Foyer" };

/** What follows from a change of status, of the snooze, or of the assignee. */
function consequences(ctx: Context, before: ConversationRow, patch: Patch): Patch & Partial<ConversationRow> {
  const snoozes = patch.snoozed_until !== undefined && patch.snoozed_until !== null;
  if (snoozes && Date.parse(patch.snoozed_until ?? "") <= ctx.now) {
    throw invalid("/snoozed_until", "Must be a time that is still to come.");
  }
  if (snoozes && patch.status !== undefined && patch.status !== "pending") {
    throw invalid("/status", "What is snoozed is pending.");
  }
  const status = snoozes ? "pending" : (patch.status ?? before.status);
  const assigned = patch.assignee_id !== undefined && patch.assignee_id !== before.assignee_id;
  return {
    status,
    resolved_at: resolvedAt(ctx, before, status),
    ...(status === "pending" ? {} : { snoozed_until: null }),
    ...(assigned ? { assigned_by: patch.assignee_id === null ? null : ctx.actor.id } : {}),
  };
}

/** When it was resolved: once, until it is opened again. */
function resolvedAt(ctx: Context, before: ConversationRow, status: ConversationRow["status"]): string | null {
  if (status === "resolved" || status === "closed") return before.resolved_at ?? ctx.at;
  return null;
}

/** The entries that a change leaves in the thread. The customer learns of all but the priority. */
function changes(before: ConversationRow, next: ConversationRow, sender: Sender, assignee: string | undefined) {
  const who = sender.sender_name;
  const list: Parameters<typeof record>[3][] = [];
  if (next.status !== before.status) {
    const event = { type: "status" as const, from: before.status, to: next.status };
    list.push({ text: statusSentence(who, next, sender), event, visible: true });
  }
  if (next.assignee_id !== before.assignee_id) {
    const event = { type: "assignee" as const, from: before.assignee_id, to: next.assignee_id };
    list.push({ text: assigneeSentence(who, next.assignee_id, sender, assignee), event, visible: true });
  }
  if (next.priority !== before.priority) {
    const event = { type: "priority" as const, from: before.priority, to: next.priority };
    list.push({ text: `${who} set the priority to ${next.priority}`, event, visible: false });
  }
  return list;
}

function statusSentence(who: string, { status }: ConversationRow, sender: Sender): string {
  if (status === "open") return sender === machine ? "This is open again" : `${who} reopened this`;
  return `${who} marked this as ${status}`;
}

function assigneeSentence(who: string, id: string | null, sender: Sender, name = ""): string {
  if (id === null) return `${who} unassigned this`;
  return id === sender.sender_id ? `${who} took this` : `${who} assigned this to ${name}`;
}

/** The row as it will be once the batch is through, with what messages at the same time may have moved. */
function asCommitted(ctx: Context, row: ConversationRow): ConversationRow {
  const of = (expression: string) => sql`select ${sql.raw(expression)} from ${conversations} where id = ${row.id}`;
  const numbers = [
    "last_seq",
    "visible_seq",
    "customer_read_seq",
    "staff_read_seq",
    "customer_unread",
    "staff_unread",
  ] as const;
  return {
    ...row,
    ...Object.fromEntries(numbers.map((column) => [column, ctx.value(of(column), row[column])])),
    last_message_text: ctx.value(of("last_message_text"), row.last_message_text),
    last_message_sender: ctx.value(of("last_message_sender"), row.last_message_sender),
    last_message_at: ctx.value(of(rfc3339("last_message_at")), row.last_message_at),
  };
}

/** Whole milliseconds as RFC 3339, in SQL. */
const rfc3339 = (column: string) =>
  `strftime('%Y-%m-%dT%H:%M:%S', ${column} / 1000, 'unixepoch') || printf('.%03dZ', ${column} % 1000)`;
