import { and, asc, eq, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, Keyset, type Reading, type z } from "../../kernel/index.ts";
import { attach, shownAttachments } from "../media/index.ts";
import { companyOf } from "../tenants/index.ts";
import { ticketNoted, ticketReplied, ticketUpdated } from "./events.ts";
import { replies, type TicketReplyInput, tickets } from "./schema.ts";
import { find, shownTicket } from "./service.ts";

type ReplyRow = typeof replies.$inferSelect;
type Found = Awaited<ReturnType<typeof find>>;

const shown = (ctx: Reading, row: ReplyRow) => ({ ...row, attachments: shownAttachments(ctx, row.attachments) });

/** The thread of a ticket, oldest first. Notes are for staff. */
export async function list(ctx: Reading, ticketId: string, query: { limit: number; cursor?: string | undefined }) {
  await find(ctx, ticketId);
  const keyset = new Keyset({ by: replies.created_at, id: replies.id, direction: "asc" }, query);
  const staff = ctx.actor.kind !== "visitor";
  const rows = await ctx.db
    .select()
    .from(replies)
    .where(keyset.where(eq(replies.ticket_id, ticketId), staff ? undefined : eq(replies.internal, false)))
    .orderBy(...keyset.order)
    .limit(keyset.take);
  const page = keyset.page(rows, (row) => [row.created_at, row.id]);
  return { ...page, data: page.data.map((row) => shown(ctx, row)) };
}

export async function create(ctx: Context, ticketId: string, input: z.output<typeof TicketReplyInput>) {
  const ticket = await find(ctx, ticketId);
  const staff = ctx.actor.kind !== "visitor";
  const sender = {
    sender_kind: staff ? ("staff" as const) : ("customer" as const),
    sender_id: ctx.actor.id,
    sender_name: ctx.actor.name,
  };
  return write(
    ctx,
    ticket,
    sender,
    { ...input, internal: staff && input.internal },
    await attach(ctx, input.attachments),
  );
}

function write(
  ctx: Context,
  { row: ticket, contact }: Found,
  sender: Pick<ReplyRow, "sender_kind" | "sender_id" | "sender_name">,
  input: { text: string; internal: boolean },
  attachments: ReplyRow["attachments"],
) {
  const row: ReplyRow = {
    id: newId("trp", ctx.now),
    ticket_id: ticket.id,
    ...sender,
    text: input.text,
    internal: input.internal,
    attachments,
    created_at: ctx.at,
  };
  ctx.insert(replies, row);
  if (row.internal) {
    ctx.emit(ticketNoted, row, { subject: ticket.id, contact: ticket.contact_id });
  } else {
    handOver(ctx, { row: ticket, contact }, row.sender_kind);
    ctx.emit(ticketReplied, row, { subject: ticket.id, contact: ticket.contact_id });
  }
  return shown(ctx, row);
}

/**
 * An answer hands the ball over: to the customer, or back to staff, also from a ticket that was done. The batch decides
 * on the status that it finds, so that many may answer at once.
 */
function handOver(ctx: Context, { row: ticket, contact }: Found, sender: ReplyRow["sender_kind"]): void {
  const status =
    sender === "staff"
      ? sql`case when status in ('open', 'in_progress') then 'waiting_for_customer' else status end`
      : sql`case when status = 'in_progress' then status else 'open' end`;
  const resolved = sender === "staff" ? sql`resolved_at` : sql`null`;
  ctx.write(
    sql`update ${tickets} set status = ${status}, resolved_at = ${resolved}, last_reply_at = ${ctx.now}, version = version + 1, updated_at = ${ctx.now} where id = ${ticket.id}`,
  );
  const now = <T extends string | number>(field: "status" | "version", sample: T) =>
    ctx.value(sql`select ${sql.identifier(field)} from ${tickets} where id = ${ticket.id}`, sample);
  const next = {
    ...ticket,
    status: now("status", ticket.status),
    resolved_at: sender === "staff" ? ticket.resolved_at : null,
    last_reply_at: ctx.at,
    version: now("version", ticket.version),
    updated_at: ctx.at,
  };
  ctx.emit(ticketUpdated, { ...next, contact }, { contact: ticket.contact_id });
}

/** What a tracking link shows: the ticket and what was said to the customer. */
export async function tracked(ctx: Reading) {
  const { row: ticket } = await find(ctx, ctx.linked);
  const thread = await ctx.db
    .select()
    .from(replies)
    .where(and(eq(replies.ticket_id, ticket.id), eq(replies.internal, false)))
    .orderBy(asc(replies.created_at), asc(replies.id))
    .limit(500);
  const { name, accent_color } = await companyOf(ctx);
  return {
    ticket: shownTicket(ctx, ticket, null),
    replies: thread.map((row) => shown(ctx, row)),
    business: { name, accent_color },
  };
}

export async function trackedReply(ctx: Context, text: string) {
  const ticket = await find(ctx, ctx.linked);
  const sender = {
    sender_kind: "customer" as const,
    sender_id: ticket.row.contact_id ?? "link",
    sender_name: "Customer",
  };
  return write(ctx, ticket, sender, { text, internal: false }, []);
}
