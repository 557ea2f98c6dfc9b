import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import {
  type Context,
  decideAgain,
  equal,
  invalid,
  Keyset,
  matching,
  notFound,
  type Reading,
  type z,
} from "../../kernel/index.ts";
import { bookings } from "../bookings/index.ts";
import { contacts, touchContact } from "../contacts/index.ts";
import { memberNames } from "../identity/index.ts";
import { discardMedia } from "../media/index.ts";
import { apply } from "./change.ts";
import { conversationCreated, conversationDeleted } from "./events.ts";
import { find, type Summary, selectConversations, shownTo } from "./find.ts";
import { content, same } from "./messages.ts";
import {
  type ConversationInput,
  type ConversationPatch,
  type ConversationRow,
  conversations,
  type MessageRow,
  messages,
} from "./schema.ts";
import { preview, type Sender, senderOf, sideOf, tell } from "./thread.ts";

interface Filters {
  status?: ConversationRow["status"] | undefined;
  channel?: ConversationRow["channel"] | undefined;
  assignee_id?: string | undefined;
  contact_id?: string | undefined;
  booking_id?: string | undefined;
  tag?: string | undefined;
  q?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

export async function list(ctx: Reading, query: Filters) {
  const keyset = new Keyset({ by: conversations.last_message_at, id: conversations.id }, query);
  const found = await selectConversations(ctx)
    .where(
      keyset.where(
        ctx.own(conversations.contact_id),
        equal(conversations.status, query.status),
        equal(conversations.channel, query.channel),
        equal(conversations.contact_id, query.contact_id),
        equal(conversations.booking_id, query.booking_id),
        assignedTo(query.assignee_id),
        query.tag === undefined ? undefined : tagged(ctx, query.tag),
        query.q === undefined ? undefined : mentioning(query.q),
      ),
    )
    .orderBy(...keyset.order)
    .limit(keyset.take);
  const page = keyset.page(found, ({ row }) => [row.last_message_at, row.id]);
  return { ...page, data: page.data.map((item) => shownTo(sideOf(ctx), item)) };
}

function assignedTo(id: string | undefined): SQL | undefined {
  if (id === undefined) return undefined;
  return id === "none" ? isNull(conversations.assignee_id) : eq(conversations.assignee_id, id);
}

/** A visitor is told no tags, so it cannot ask for them either. */
function tagged(ctx: Reading, tag: string): SQL {
  if (sideOf(ctx) === "customer") return sql`false`;
  return sql`exists (select 1 from json_each(${conversations.tags}) where value = ${tag})`;
}

/** Words of its subject, of what was said in it, or of the name or e-mail address of its contact. */
function mentioning(words: string): SQL {
  const match = matching(words);
  return sql`(${conversations.id} in (select id from conversations_search where conversations_search match ${match})
    or ${conversations.id} in (select conversation_id from messages_search where messages_search match ${match})
    or ${conversations.contact_id} in (select id from contacts_search where contacts_search match ${match}))`;
}

export async function retrieve(ctx: Reading, id: string) {
  return shownTo(sideOf(ctx), await find(ctx, id));
}

/**
 * Opens a conversation with its first message. The sender's own id of that message makes it safe to try again, also
 * at the same time: the conversation that it opened is answered.
 */
export async function create(ctx: Context, input: z.output<typeof ConversationInput>) {
  const opened = await openedBy(ctx, input.message.client_msg_id);
  if (opened) {
    same(opened, input.message);
    return retrieve(ctx, opened.conversation_id);
  }
  const message = await content(ctx, input.message, "/message");
  const contact = await contactOf(ctx, input);
  await checkBooking(ctx, input.booking_id);
  const sender = senderOf(ctx, contact);
  const row = opening(ctx, contact, sender, { ...input, message });
  ctx.insert(conversations, row);
  const first: MessageRow = {
    ...sender,
    id: newId("msg", ctx.now),
    conversation_id: row.id,
    seq: 1,
    prev_seq: 0,
    client_msg_id: message.client_msg_id,
    kind: "text",
    visible: true,
    text: message.text,
    event: null,
    attachments: message.attachments,
    created_at: ctx.at,
  };
  // Refused when the same attempt has just opened one.
  ctx.insert(messages, first, decideAgain);
  ctx.emit(conversationCreated, shownTo("staff", { row, contact }), { contact: contact.id });
  tell(ctx, row, first);
  return shownTo(sideOf(ctx), { row, contact });
}

/** The first message by that id of the caller's, if it opened a conversation already. */
async function openedBy(ctx: Context, clientMsgId: string): Promise<MessageRow | undefined> {
  const sender = ctx.actor.kind === "visitor" ? ctx.actor.contact_id : ctx.actor.id;
  if (sender === null) return undefined;
  return ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.sender_id, sender), eq(messages.client_msg_id, clientMsgId), sql`${messages.seq} = 1`))
    .get();
}

/** Whom it is with: a visitor speaks for itself, staff says whom it writes to. */
async function contactOf(ctx: Context, input: z.output<typeof ConversationInput>): Promise<Summary> {
  if (sideOf(ctx) === "customer") {
    if (input.contact_id !== undefined) throw invalid("/contact_id", "A visitor speaks for itself.");
    if (input.booking_id !== undefined) throw invalid("/booking_id", "Set by staff.");
    return touchContact(ctx, input.contact ?? {}, "chat");
  }
  if (input.contact_id === undefined) {
    if (input.contact === undefined) throw invalid("/contact_id", "Say whom it is with.");
    return touchContact(ctx, input.contact, "chat");
  }
  const contact = await ctx.db
    .select()
    .from(contacts)
    .where(and(eq(contacts.id, input.contact_id), isNull(contacts.deleted_at)))
    .get();
  if (!contact) throw invalid("/contact_id", "There is no such contact.");
  return contact;
}

/** A conversation with its first message in it. */
function opening(
  ctx: Context,
  contact: Summary,
  sender: Sender,
  input: { subject?: string | undefined; booking_id?: string | undefined; message: Parameters<typeof preview>[0] },
): ConversationRow {
  const customer = sender.sender_kind === "customer";
  return {
    id: newId("cnv", ctx.now),
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
    contact_id: contact.id,
    subject: input.subject ?? null,
    status: "open",
    priority: "normal",
    channel: ctx.actor.kind === "secret" ? "api" : "chat",
    assignee_id: null,
    assigned_by: null,
    booking_id: input.booking_id ?? null,
    tags: [],
    snoozed_until: null,
    last_seq: 1,
    visible_seq: 1,
    prev_visible_seq: 0,
    last_message_seq: 1,
    last_message_text: preview(input.message),
    last_message_sender: sender.sender_kind,
    last_message_at: ctx.at,
    customer_read_seq: 0,
    staff_read_seq: 0,
    customer_unread: customer ? 0 : 1,
    staff_unread: customer ? 1 : 0,
    first_customer_at: customer ? ctx.at : null,
    first_response_at: null,
    resolved_at: null,
  };
}

export async function update(ctx: Context, id: string, { version, ...patch }: z.output<typeof ConversationPatch>) {
  const found = await find(ctx, id);
  await checkBooking(ctx, patch.booking_id);
  return shownTo("staff", apply(ctx, found, patch, version, await memberName(ctx, patch.assignee_id)));
}

async function memberName(ctx: Context, id: string | null | undefined): Promise<string | undefined> {
  if (id === undefined || id === null) return undefined;
  const name = (await memberNames(ctx.control, ctx.tenant.routing, [id])).get(id);
  if (name === undefined) throw invalid("/assignee_id", "There is no such member.");
  return name;
}

async function checkBooking(ctx: Context, id: string | null | undefined): Promise<void> {
  if (id === undefined || id === null) return;
  const booking = await ctx.db.select({ id: bookings.id }).from(bookings).where(eq(bookings.id, id)).get();
  if (!booking) throw invalid("/booking_id", "There is no such booking.");
}

/** Removes a conversation, everything that was said in it, and the files that were sent in it. */
export async function remove(ctx: Context, id: string): Promise<void> {
  const { row } = await find(ctx, id);
  ctx.expect(row, undefined);
  ctx.guard(sql`exists (select 1 from ${conversations} where id = ${id})`, notFound);
  discardMedia(
    ctx,
    sql`select file.value ->> 'media_id' from ${messages}, json_each(${messages.attachments}) as file where conversation_id = ${id}`,
  );
  ctx.write(sql`delete from ${messages} where conversation_id = ${id}`);
  ctx.write(sql`delete from ${conversations} where id = ${id}`);
  ctx.emit(conversationDeleted, { id, contact_id: row.contact_id }, { contact: row.contact_id });
}

const live = sql`status in ('open', 'pending')`;

/** The stat cards and the badge, in one statement over indexes that hold nothing but what they count. */
export async function counts(ctx: Reading) {
  const [row] = await ctx.db.values<[number, number, number, number, number]>(sql`select
    count(*) filter (where status = 'open'),
    count(*) filter (where status = 'pending'),
    count(*) filter (where assignee_id is null),
    count(*) filter (where assignee_id = ${ctx.actor.id}),
    (select count(*) from conversations where staff_unread > 0)
    from conversations where ${live}`);
  const [open, pending, unassigned, mine, unread] = row ?? [0, 0, 0, 0, 0];
  return { open, pending, unread, unassigned, mine };
}

/** Times and numbers of one conversation. Times are in whole seconds. */
export async function metrics(ctx: Reading, id: string) {
  const { row } = await find(ctx, id);
  const [numbers] = await ctx.db.values<[number, number, number, number, number]>(sql`select
    count(*) filter (where kind = 'text' and sender_kind = 'customer'),
    count(*) filter (where kind = 'text' and sender_kind = 'staff'),
    count(*) filter (where kind = 'text' and sender_kind = 'agent'),
    count(*) filter (where kind = 'note'),
    count(*) filter (where event ->> 'type' = 'status' and event ->> 'from' in ('resolved', 'closed') and event ->> 'to' in ('open', 'pending'))
    from messages where conversation_id = ${id}`);
  const [customer, staff, agent, notes, reopened] = numbers ?? [0, 0, 0, 0, 0];
  return {
    conversation_id: id,
    first_response_at: row.first_response_at,
    first_response_seconds: seconds(row.first_customer_at, row.first_response_at),
    resolved_at: row.resolved_at,
    resolution_seconds: seconds(row.created_at, row.resolved_at),
    messages: { customer, staff, agent, notes },
    reopened,
  };
}

function seconds(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : Math.round((Date.parse(to) - Date.parse(from)) / 1000);
}
