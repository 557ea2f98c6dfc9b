import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import {
  type Context,
  decideAgain,
  forbidden,
  invalid,
  notFound,
  problem,
  type Reading,
  type z,
} from "../../kernel/index.ts";
import { attach, shownAttachments } from "../media/index.ts";
import { apply } from "./change.ts";
import { conversationRead } from "./events.ts";
import { find } from "./find.ts";
import { type ConversationRow, conversations, type MessageInput, type MessageRow, messages } from "./schema.ts";
import { advance, say, senderOf, sideOf } from "./thread.ts";

export const messageConflict = problem(
  "message_conflict",
  409,
  "This client_msg_id was used for a message that said something else.",
);

export const shownMessage = (ctx: Reading, row: MessageRow) => ({
  ...row,
  attachments: shownAttachments(ctx, row.attachments),
});

/**
 * Says something. The sender's own id makes it safe to say again, also at the same time: the first row is answered.
 * A customer who writes to what was set aside or done opens it again.
 */
export async function create(ctx: Context, conversationId: string, input: z.output<typeof MessageInput>) {
  if (input.kind === "note" && sideOf(ctx) === "customer") throw forbidden("Notes are for staff.");
  const found = await find(ctx, conversationId);
  const { row: conversation, contact } = found;
  const sender = senderOf(ctx, contact);
  const said = await ctx.db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.conversation_id, conversation.id),
        eq(messages.sender_id, sender.sender_id),
        eq(messages.client_msg_id, input.client_msg_id),
      ),
    )
    .get();
  if (said) return shownMessage(ctx, same(said, input));

  const { client_msg_id, text, kind, attachments } = await content(ctx, input);
  const message = { client_msg_id, text, kind, attachments };
  const reopens = sender.sender_kind === "customer" && conversation.status !== "open";
  if (sender.sender_kind === "customer") {
    // Staff may be resolving it at this moment, or another message opening it.
    const unchanged = reopens ? sql`version = ${conversation.version}` : sql`status = 'open'`;
    ctx.guard(sql`exists (select 1 from ${conversations} where id = ${conversation.id} and ${unchanged})`, decideAgain);
  }
  const row = say(ctx, conversation, sender, message);
  if (reopens) apply(ctx, found, { status: "open" });
  return shownMessage(ctx, row);
}

/** What is said, with its files found. Something must be. */
export async function content<T extends { text: string; attachments?: string[] | undefined }>(
  ctx: Context,
  input: T,
  pointer = "",
) {
  if (input.text === "" && (input.attachments ?? []).length === 0) {
    throw invalid(`${pointer}/text`, "Something must be written here, or attached.");
  }
  return { ...input, attachments: await attach(ctx, input.attachments) };
}

/** The message that was said before, if this is the same one. */
export function same(
  said: MessageRow,
  input: { text: string; kind?: string; attachments?: string[] | undefined },
): MessageRow {
  const files = said.attachments.map((attachment) => attachment.media_id);
  const equal =
    said.text === input.text &&
    said.kind === (input.kind ?? "text") &&
    files.join() === (input.attachments ?? []).join();
  if (!equal) throw messageConflict();
  return said;
}

interface Query {
  after?: number | undefined;
  before?: number | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page of the thread: what follows `after`, what precedes `before`, or, with neither, its newest entries. */
export async function list(ctx: Reading, conversationId: string, query: Query) {
  const [, direction, at] = /^(after|before)\.(\d+)$/.exec(query.cursor ?? "") ?? [];
  const after = direction === "after" ? Number(at) : query.after;
  const before = direction === "before" ? Number(at) : query.before;
  const forward = after !== undefined;
  const page = ctx.db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.conversation_id, conversationId),
        sideOf(ctx) === "customer" ? eq(messages.visible, true) : undefined,
        after === undefined ? undefined : gt(messages.seq, after),
        before === undefined ? undefined : lt(messages.seq, before),
      ),
    )
    .orderBy(forward ? asc(messages.seq) : desc(messages.seq))
    .limit(query.limit + 1)
    .as("page");
  // One statement, so that the entries and the position of the thread are of one moment.
  const rows = await ctx.db
    .select()
    .from(conversations)
    .leftJoin(page, sql`true`)
    .where(and(eq(conversations.id, conversationId), ctx.own(conversations.contact_id)))
    .orderBy(page.seq);
  const thread = rows[0]?.conversations;
  if (!thread) throw notFound();

  const entries = rows.flatMap((row) => (row.page ? [row.page] : []));
  const more = entries.length > query.limit;
  const data = forward ? entries.slice(0, query.limit) : entries.slice(-query.limit);
  const edge = forward ? data.at(-1) : data[0];
  return {
    data: data.map((row) => shownMessage(ctx, row)),
    has_more: more,
    next_cursor: more && edge ? `${forward ? "after" : "before"}.${edge.seq}` : null,
    last_seq: sideOf(ctx) === "customer" ? thread.visible_seq : thread.last_seq,
    customer_read_seq: thread.customer_read_seq,
    staff_read_seq: thread.staff_read_seq,
  };
}

/**
 * Moves the read mark of the caller's side forward, never back, and never beyond the newest text: a mark is a change
 * with a seq of its own, and marking that one too would never end.
 */
export async function read(ctx: Context, conversationId: string, seq: number) {
  const { row } = await find(ctx, conversationId);
  const side = sideOf(ctx);
  const to = Math.min(seq, row.last_message_seq);
  if (to <= row[`${side}_read_seq`]) return { read_seq: row[`${side}_read_seq`], unread: row[`${side}_unread`] };

  const [mark, left] = [sql.identifier(`${side}_read_seq`), sql.identifier(`${side}_unread`)];
  ctx.guard(sql`exists (select 1 from ${conversations} where id = ${row.id} and ${mark} < ${to})`, decideAgain);
  advance(ctx, row.id, true, [sql`${mark} = ${to}`, sql`${left} = (${unreadAfter(row, side, to)})`]);
  const now = (column: keyof ConversationRow, sample: number) =>
    ctx.value(sql`select ${sql.identifier(column)} from ${conversations} where id = ${row.id}`, sample);
  ctx.emit(
    conversationRead,
    {
      conversation_id: row.id,
      side,
      read_seq: to,
      seq: now("last_seq", 1),
      prev_seq: now("prev_visible_seq", 0),
    },
    { subject: row.id, contact: row.contact_id },
  );
  return { read_seq: to, unread: now(`${side}_unread`, 0) };
}

function unreadAfter(row: ConversationRow, side: "customer" | "staff", seq: number) {
  const others = side === "staff" ? sql`sender_kind = 'customer'` : sql`sender_kind in ('staff', 'agent')`;
  return sql`select count(*) from messages where conversation_id = ${row.id} and seq > ${seq} and kind = 'text' and ${others}`;
}
