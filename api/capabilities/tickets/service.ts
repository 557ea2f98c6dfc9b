import { and, desc, eq, getTableColumns, isNull, type Placeholder, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import {
  type Context,
  equal,
  Keyset,
  linkTo,
  matching,
  notFound,
  plan,
  type Reading,
  startOf,
  type z,
} from "../../kernel/index.ts";
import { type ContactRow, contacts, touchContact } from "../contacts/index.ts";
import { attach, shownAttachments } from "../media/index.ts";
import { ticketAssigned, ticketClosed, ticketCreated, ticketResolved, ticketUpdated } from "./events.ts";
import { type TicketInput, type TicketPatch, tickets } from "./schema.ts";

export type TicketRow = typeof tickets.$inferSelect;
type Summary = Pick<ContactRow, "id" | "name" | "email" | "phone">;

interface Filters {
  status?: TicketRow["status"] | undefined;
  category?: TicketRow["category"] | undefined;
  priority?: TicketRow["priority"] | undefined;
  assignee_id?: string | undefined;
  contact_id?: string | undefined;
  q?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

const summary = { id: contacts.id, name: contacts.name, email: contacts.email, phone: contacts.phone };
const columns = { ...getTableColumns(tickets), contact: summary };

/** A ticket as it is shown: its contact beside it, its files with addresses, its tracking link. */
export function shownTicket(
  ctx: Pick<Reading, "settings" | "tenant" | "now">,
  row: TicketRow,
  contact: Summary | null,
) {
  return {
    ...row,
    contact,
    attachments: shownAttachments(ctx, row.attachments),
    tracking_url: trackingUrl(ctx, row.id),
  };
}

export const trackingUrl = (ctx: Pick<Reading, "settings" | "tenant">, id: string) =>
  `${ctx.settings.origin}/track/${linkTo(ctx.settings, "ticket", ctx.tenant, id)}`;

const found = plan(columns, (db, given) =>
  db
    .select(columns)
    .from(tickets)
    .leftJoin(contacts, eq(contacts.id, tickets.contact_id))
    .where(and(equal(tickets.id, given.id), equal(tickets.contact_id, given.owner)))
    .limit(1),
);

const listed = plan(columns, (db, given) =>
  db
    .select(columns)
    .from(tickets)
    .leftJoin(contacts, eq(contacts.id, tickets.contact_id))
    .where(
      and(
        startOf(tickets.created_at, tickets.id, given),
        equal(tickets.contact_id, given.owner),
        equal(tickets.status, given.status),
        equal(tickets.category, given.category),
        equal(tickets.priority, given.priority),
        equal(tickets.contact_id, given.contact_id),
        equal(tickets.assignee_id, given.assignee_id),
        given.unassigned && isNull(tickets.assignee_id),
        equal(tickets.number, given.number),
        given.words && sql`${tickets.id} in (select id from tickets_search where tickets_search match ${given.words})`,
      ),
    )
    .orderBy(desc(tickets.created_at), desc(tickets.id))
    .limit(given.take as Placeholder),
);

export async function list(ctx: Reading, { assignee_id, q, limit, cursor, ...filters }: Filters) {
  const keyset = new Keyset({ by: tickets.created_at, id: tickets.id }, { limit, cursor });
  const assigned = assignee_id === "none" ? { unassigned: true } : { assignee_id };
  const rows = await listed.all(ctx, { ...filters, ...assigned, ...sought(q), ...keyset.args, owner: ctx.owner });
  const page = keyset.page(rows, (row) => [row.created_at, row.id]);
  return { ...page, data: page.data.map(({ contact, ...row }) => shownTicket(ctx, row, contact)) };
}

/** Its number, or words of its text. */
function sought(q: string | undefined): { number?: number; words?: string } {
  const number = /^#?(\d{1,12})$/.exec(q ?? "")?.[1];
  if (number) return { number: Number(number) };
  return q === undefined ? {} : { words: matching(q) };
}

export async function find(ctx: Reading, id: string): Promise<{ row: TicketRow; contact: Summary | null }> {
  const joined = await found.get(ctx, { id, owner: ctx.owner });
  if (!joined) throw notFound();
  const { contact, ...row } = joined;
  return { row, contact };
}

export async function retrieve(ctx: Reading, id: string) {
  const { row, contact } = await find(ctx, id);
  return shownTicket(ctx, row, contact);
}

export async function create(ctx: Context, input: z.output<typeof TicketInput>) {
  const attachments = await attach(ctx, input.attachments);
  const staff = ctx.actor.kind === "member";
  const contact = staff && !input.contact ? null : await touchContact(ctx, input.contact ?? {}, "ticket");
  const id = newId("tkt", ctx.now);
  ctx.insert(tickets, {
    ...draft(ctx, id, input),
    contact_id: contact?.id ?? null,
    attachments,
    number: sql`(select coalesce(max(number), 1000) + 1 from tickets)`,
  });
  const number = ctx.value(sql`select number from tickets where id = ${id}`, 1001);
  const row: TicketRow = { ...draft(ctx, id, input), contact_id: contact?.id ?? null, attachments, number };
  const shown = shownTicket(ctx, row, contact);
  ctx.emit(ticketCreated, shown, { contact: contact?.id ?? null });
  return shown;
}

function draft(
  ctx: Context,
  id: string,
  input: z.output<typeof TicketInput>,
): Omit<TicketRow, "number" | "contact_id" | "attachments"> {
  return {
    id,
    subject: input.subject,
    description: input.description,
    category: input.category,
    priority: input.priority,
    status: "open",
    scope: ctx.actor.kind === "member" && !input.contact ? "internal" : "visitor",
    requester_id: ctx.actor.kind === "member" ? ctx.actor.id : null,
    assignee_id: null,
    resolved_at: null,
    last_reply_at: null,
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
}

export async function update(ctx: Context, id: string, { version, ...patch }: z.output<typeof TicketPatch>) {
  const { row: before, contact } = await find(ctx, id);
  const next = ctx.update(tickets, before, { ...patch, ...resolution(ctx, before, patch.status) }, version);
  const shown = shownTicket(ctx, next, contact);
  if (next !== before) tell(ctx, before, shown);
  return shown;
}

/** When it was resolved: once, until it is opened again. */
function resolution(ctx: Context, before: TicketRow, status: TicketRow["status"] | undefined): Partial<TicketRow> {
  if (status === undefined || status === before.status) return {};
  if (status === "resolved") return { resolved_at: ctx.at };
  if (status === "closed") return { resolved_at: before.resolved_at ?? ctx.at };
  return { resolved_at: null };
}

function tell(ctx: Context, before: TicketRow, ticket: ReturnType<typeof shownTicket>): void {
  const about = { contact: ticket.contact_id };
  ctx.emit(ticketUpdated, ticket, about);
  if (ticket.assignee_id !== before.assignee_id) ctx.emit(ticketAssigned, ticket, about);
  if (ticket.status === before.status) return;
  if (ticket.status === "resolved") ctx.emit(ticketResolved, ticket, about);
  if (ticket.status === "closed") ctx.emit(ticketClosed, ticket, about);
}
