import { integer, text } from "drizzle-orm/sqlite-core";
import { field, flag, instant, json, mutable, priorities, table, z } from "../../kernel/index.ts";
import { ContactSummary, WhoInput } from "../contacts/index.ts";
import { Attachment, attachmentIds, type StoredAttachment } from "../media/index.ts";

const statuses = ["open", "in_progress", "waiting_for_customer", "resolved", "closed"] as const;
const categories = ["bug", "feature", "question", "other"] as const;
const scopes = ["visitor", "internal", "platform"] as const;
export const ticketStatus = z.enum(statuses);
export const ticketCategory = z.enum(categories);
/** Something that somebody wants solved, with a number to speak of it by. */
export const tickets = table("tickets", {
  ...mutable,
  number: integer().notNull(),
  subject: text().notNull(),
  description: text().notNull(),
  category: text({ enum: categories }).notNull(),
  priority: text({ enum: priorities }).notNull(),
  status: text({ enum: statuses }).notNull(),
  scope: text({ enum: scopes }).notNull(),
  contact_id: text(),
  requester_id: text(),
  assignee_id: text(),
  attachments: json<StoredAttachment[]>().notNull(),
  resolved_at: instant(),
  last_reply_at: instant(),
});

export const replies = table("ticket_replies", {
  id: text().primaryKey(),
  ticket_id: text().notNull(),
  sender_kind: text({ enum: ["customer", "staff"] }).notNull(),
  sender_id: text().notNull(),
  sender_name: text().notNull(),
  text: text().notNull(),
  /** Seen by staff alone. */
  internal: flag().notNull(),
  attachments: json<StoredAttachment[]>().notNull(),
  created_at: instant().notNull(),
});

export const Ticket = z
  .object({
    id: z.string(),
    number: z.int().openapi({ description: "Counts up within the tenant; for people to speak of the ticket by." }),
    subject: z.string(),
    description: z.string(),
    category: ticketCategory,
    priority: field.priority,
    status: ticketStatus,
    scope: z.enum(scopes),
    contact_id: z.string().nullable(),
    contact: field.orNull(ContactSummary),
    requester_id: z.string().nullable(),
    assignee_id: z.string().nullable(),
    attachments: z.array(Attachment),
    tracking_url: z.string().openapi({ description: "Shows the ticket to whoever has the link, without an account." }),
    resolved_at: field.timestamp.nullable(),
    last_reply_at: field.timestamp.nullable(),
    version: z.int(),
    created_at: field.timestamp,
    updated_at: field.timestamp,
  })
  .openapi("Ticket");

export const TicketInput = z
  .strictObject({
    subject: field.line(200),
    description: field.text(10_000),
    category: ticketCategory.default("question"),
    priority: field.priorityInput.default("normal"),
    attachments: attachmentIds.optional(),
    contact: WhoInput.optional().openapi({ description: "Whom it is for. A visitor says here who it is." }),
  })
  .openapi("TicketInput");

export const TicketPatch = z
  .strictObject({
    status: ticketStatus,
    priority: field.priorityInput,
    category: ticketCategory,
    subject: field.line(200),
    assignee_id: field.id("mem").nullable(),
  })
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("TicketPatch");

export const TicketReply = z
  .object({
    id: z.string(),
    ticket_id: z.string(),
    sender_kind: z.enum(["customer", "staff"]),
    sender_id: z.string(),
    sender_name: z.string(),
    text: z.string(),
    internal: z.boolean(),
    attachments: z.array(Attachment),
    created_at: field.timestamp,
  })
  .openapi("TicketReply");

export const TicketReplyInput = z
  .strictObject({
    text: field.text(10_000),
    internal: z.boolean().default(false).openapi({ description: "A note that only staff sees." }),
    attachments: attachmentIds.optional(),
  })
  .openapi("TicketReplyInput");

export const TrackedReplyInput = z.strictObject({ text: field.text(10_000) }).openapi("TrackedReplyInput");

export const TrackedTicket = z
  .object({
    ticket: Ticket.omit({ contact: true, contact_id: true, requester_id: true, assignee_id: true }),
    replies: z.array(TicketReply),
    business: z.object({ name: z.string(), accent_color: z.string() }),
  })
  .openapi("TrackedTicket");
