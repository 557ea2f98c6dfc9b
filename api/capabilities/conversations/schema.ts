import { integer, text } from "drizzle-orm/sqlite-core";
import { field, flag, instant, json, mutable, priorities, table, z } from "../../kernel/index.ts";
import { ContactSummary, WhoInput } from "../contacts/index.ts";
import { Attachment, attachmentIds, type StoredAttachment } from "../media/index.ts";

const statuses = ["open", "pending", "resolved", "closed"] as const;
const channels = ["chat", "email", "api"] as const;
const senders = ["customer", "staff", "system", "agent"] as const;
const kinds = ["text", "note", "event"] as const;
export const conversationStatus = z.enum(statuses);
export const conversationChannel = z.enum(channels);
export const senderKind = z.enum(senders);

/** The two sides of a conversation; each has one read mark. */
export const sides = ["customer", "staff"] as const;

/**
 * A thread with one contact. Everything that its list shows stands in the row, kept by the batches that change the
 * thread, so the list is one walk along an index.
 *
 * Every change takes the next `last_seq`. `visible_seq` is the newest change that the contact may see too, and
 * `prev_visible_seq` the one before that.
 */
export const conversations = table("conversations", {
  ...mutable,
  contact_id: text().notNull(),
  subject: text(),
  status: text({ enum: statuses }).notNull(),
  priority: text({ enum: priorities }).notNull(),
  channel: text({ enum: channels }).notNull(),
  assignee_id: text(),
  /** Who gave it to the assignee. */
  assigned_by: text(),
  booking_id: text(),
  tags: json<string[]>().notNull(),
  /** Set while it waits; a job opens it again. */
  snoozed_until: instant(),
  last_seq: integer().notNull(),
  visible_seq: integer().notNull(),
  prev_visible_seq: integer().notNull(),
  /** The newest text that somebody wrote to the other side: the furthest that a read mark can go. */
  last_message_seq: integer().notNull(),
  last_message_text: text().notNull(),
  last_message_sender: text({ enum: senders }).notNull(),
  last_message_at: instant().notNull(),
  customer_read_seq: integer().notNull(),
  staff_read_seq: integer().notNull(),
  /** Texts of the other side beyond the read mark, exactly. */
  customer_unread: integer().notNull(),
  staff_unread: integer().notNull(),
  first_customer_at: instant(),
  /** The first text of staff after the customer's first. */
  first_response_at: instant(),
  resolved_at: instant(),
});

/** What changed, for whoever translates the sentence in `text`. */
export type EntryEvent = { type: "status" | "assignee" | "priority"; from: string | null; to: string | null };

/** One entry of a thread: a text to the other side, a note among staff, or a change that was made. */
export const messages = table("messages", {
  id: text().primaryKey(),
  conversation_id: text().notNull(),
  seq: integer().notNull(),
  prev_seq: integer().notNull(),
  /** Chosen by the sender, so that it can send again; entries of the system have none. */
  client_msg_id: text(),
  sender_kind: text({ enum: senders }).notNull(),
  /** The contact for a customer; the member or key for everybody else. */
  sender_id: text().notNull(),
  sender_name: text().notNull(),
  kind: text({ enum: kinds }).notNull(),
  /** Whether the contact may see it. */
  visible: flag().notNull(),
  text: text().notNull(),
  event: json<EntryEvent>(),
  attachments: json<StoredAttachment[]>().notNull(),
  created_at: instant().notNull(),
});

export type ConversationRow = typeof conversations.$inferSelect;
export type MessageRow = typeof messages.$inferSelect;

const seq = z.int().openapi({ description: "Position among all changes of its conversation." });
const prevSeq = z.int().openapi({
  description:
    "The change before it that the contact may see too. A contact that stands elsewhere has missed something; a lower `seq` than one's own is old news. Staff sees every change, so it counts by one.",
});

export const Conversation = z
  .object({
    id: z.string(),
    contact_id: z.string(),
    contact: field.orNull(ContactSummary),
    subject: z.string().nullable(),
    status: conversationStatus,
    priority: field.priority.openapi({ description: "A visitor is always told `normal`." }),
    assignee_id: z.string().nullable(),
    assigned_by: z.string().nullable().openapi({ description: "Who assigned it. Told to staff." }),
    channel: conversationChannel,
    booking_id: z.string().nullable(),
    tags: z.array(z.string()).openapi({ description: "Staff's own; a visitor is told none." }),
    last_message: z
      .object({ text: z.string(), sender_kind: senderKind, at: field.timestamp })
      .nullable()
      .openapi({ description: "The beginning of the newest text. Notes are never shown here." }),
    last_seq: z.int().openapi({ description: "The newest change that the caller may see." }),
    unread: z.int().openapi({ description: "Texts of the other side that the caller's side has not read." }),
    customer_read_seq: z.int().openapi({ description: "Up to where the customer has read." }),
    staff_read_seq: z.int().openapi({ description: "Up to where staff has read." }),
    snoozed_until: field.timestamp.nullable(),
    first_response_at: field.timestamp.nullable(),
    resolved_at: field.timestamp.nullable(),
    version: z.int(),
    created_at: field.timestamp,
    updated_at: field.timestamp,
  })
  .openapi("Conversation");

export const Message = z
  .object({
    id: z.string(),
    conversation_id: z.string(),
    seq,
    prev_seq: prevSeq,
    client_msg_id: z.string().nullable(),
    sender_kind: senderKind,
    sender_id: z.string(),
    sender_name: z.string(),
    kind: z.enum(kinds),
    text: z.string().openapi({ description: "Plain text. For an `event`, what happened, in English." }),
    event: z
      .object({
        type: z.enum(["status", "assignee", "priority"]),
        from: z.string().nullable(),
        to: z.string().nullable(),
      })
      .nullable()
      .openapi({ description: "What changed, for whoever translates it." }),
    attachments: z.array(Attachment),
    created_at: field.timestamp,
  })
  .openapi("Message");

export const MessagePage = z
  .object({
    data: z.array(Message),
    has_more: z.boolean(),
    next_cursor: z.string().nullable(),
    last_seq: z
      .int()
      .openapi({ description: "The newest change that the caller may see, at the moment the page was read." }),
    customer_read_seq: z.int(),
    staff_read_seq: z.int(),
  })
  .openapi("MessagePage");

export const ReadMark = z
  .object({ read_seq: z.int(), unread: z.int().openapi({ description: "What the caller's side has yet to read." }) })
  .openapi("ReadMark");

/** A read mark as the log tells it. */
export const ReadMarkMoved = z
  .object({
    conversation_id: z.string(),
    side: z.enum(sides),
    read_seq: z.int(),
    seq,
    prev_seq: prevSeq,
  })
  .openapi("ReadMarkMoved");

export const ConversationCounts = z
  .object({
    open: z.int(),
    pending: z.int(),
    unread: z.int().openapi({ description: "Conversations with something that staff has not read." }),
    unassigned: z.int().openapi({ description: "Open or pending, and nobody's." }),
    mine: z.int().openapi({ description: "Open or pending, and the caller's." }),
  })
  .openapi("ConversationCounts");

const count = z.int();
export const ConversationMetrics = z
  .object({
    conversation_id: z.string(),
    first_response_at: field.timestamp.nullable(),
    first_response_seconds: count
      .nullable()
      .openapi({ description: "From the customer's first text to the first text of staff after it." }),
    resolved_at: field.timestamp.nullable(),
    resolution_seconds: count
      .nullable()
      .openapi({ description: "From the beginning to the time it was last resolved; null while it is not." }),
    messages: z.object({ customer: count, staff: count, agent: count, notes: count }),
    reopened: count.openapi({ description: "How often it came back after it was resolved or closed." }),
  })
  .openapi("ConversationMetrics");

const clientMsgId = z
  .string()
  .regex(/^[\w.:-]{1,64}$/, "1 to 64 letters, digits, or one of _ . : -")
  .openapi({ description: "The sender's own id of the message. Sending it again sends nothing twice." });
const words = field.optionalText(10_000).openapi({ description: "May be empty when there are attachments." });

export const MessageInput = z
  .strictObject({
    client_msg_id: clientMsgId,
    text: words.default(""),
    kind: z
      .enum(["text", "note"])
      .default("text")
      .openapi({ description: "Staff writes notes, which only staff sees." }),
    attachments: attachmentIds.optional(),
  })
  .openapi("MessageInput");

export const ConversationInput = z
  .strictObject({
    subject: field.line(200).optional(),
    contact_id: field.id("con").optional().openapi({ description: "Whom staff writes to." }),
    contact: WhoInput.optional().openapi({
      description: "Whom staff writes to when there is no id yet. A visitor says here who it is.",
    }),
    booking_id: field.id("bkg").optional().openapi({ description: "The booking that it is about. Set by staff." }),
    message: z
      .strictObject({ client_msg_id: clientMsgId, text: words.default(""), attachments: attachmentIds.optional() })
      .openapi("FirstMessageInput"),
  })
  .openapi("ConversationInput");

export const ConversationPatch = z
  .strictObject({
    subject: field.line(200).nullable(),
    status: conversationStatus,
    priority: field.priorityInput,
    assignee_id: field.id("mem").nullable(),
    booking_id: field.id("bkg").nullable(),
    tags: z.array(field.line(40)).max(50),
    snoozed_until: field.instantInput
      .nullable()
      .openapi({ description: "Makes it pending until then; it opens again by itself, or when the customer writes." }),
  })
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("ConversationPatch");

export const ReadInput = z
  .strictObject({ seq: z.int().min(0).openapi({ description: "Everything up to here was read." }) })
  .openapi("ReadInput");
