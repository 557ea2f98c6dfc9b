import { and, eq, getTableColumns } from "drizzle-orm";
import { notFound, type Reading } from "../../kernel/index.ts";
import { type ContactRow, contacts } from "../contacts/index.ts";
import { type ConversationRow, conversations } from "./schema.ts";
import type { Side } from "./thread.ts";

export type Summary = Pick<ContactRow, "id" | "name" | "email" | "phone">;
export interface Found {
  row: ConversationRow;
  contact: Summary;
}

const summary = { id: contacts.id, name: contacts.name, email: contacts.email, phone: contacts.phone };

export const selectConversations = (ctx: Reading) =>
  ctx.db
    .select({ row: getTableColumns(conversations), contact: summary })
    .from(conversations)
    .innerJoin(contacts, eq(contacts.id, conversations.contact_id));

/** The conversation, if the caller may know of it. */
export async function find(ctx: Reading, id: string): Promise<Found> {
  const found = await selectConversations(ctx)
    .where(and(eq(conversations.id, id), ctx.own(conversations.contact_id)))
    .get();
  if (!found) throw notFound();
  return found;
}

/** A conversation as one side sees it. What staff thinks of it is nothing that the customer is told. */
export function shownTo(side: Side, { row, contact }: Found) {
  const staff = side === "staff";
  return {
    ...row,
    contact,
    priority: staff ? row.priority : ("normal" as const),
    tags: staff ? row.tags : [],
    assigned_by: staff ? row.assigned_by : null,
    snoozed_until: staff ? row.snoozed_until : null,
    last_message: { text: row.last_message_text, sender_kind: row.last_message_sender, at: row.last_message_at },
    last_seq: staff ? row.last_seq : row.visible_seq,
    unread: staff ? row.staff_unread : row.customer_unread,
  };
}
