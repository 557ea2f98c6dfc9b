import { and, eq, isNull, sql } from "drizzle-orm";
import {
  type Context,
  equal,
  eventColumns,
  Keyset,
  matching,
  notFound,
  publicEvent,
  type Reading,
  readEvent,
} from "../../kernel/index.ts";
import type { Value } from "../../ports/database.ts";
import { contactDeleted, contactStageChanged, contactUpdated } from "./events.ts";
import { contacts } from "./schema.ts";
import { type ContactRow, create } from "./touch.ts";

interface Filters {
  q?: string | undefined;
  stage?: ContactRow["stage"] | undefined;
  tag?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

export async function list(ctx: Reading, query: Filters) {
  const keyset = new Keyset({ by: contacts.created_at, id: contacts.id }, query);
  const rows = await ctx.db
    .select()
    .from(contacts)
    .where(
      keyset.where(
        isNull(contacts.deleted_at),
        equal(contacts.stage, query.stage),
        query.tag === undefined
          ? undefined
          : sql`exists (select 1 from json_each(${contacts.tags}) where value = ${query.tag})`,
        query.q === undefined
          ? undefined
          : sql`${contacts.id} in (select id from contacts_search where contacts_search match ${matching(query.q)})`,
      ),
    )
    .orderBy(...keyset.order)
    .limit(keyset.take);
  return keyset.page(rows, (row) => [row.created_at, row.id]);
}

export async function retrieve(ctx: Reading, id: string): Promise<ContactRow> {
  const row = await ctx.db
    .select()
    .from(contacts)
    .where(and(eq(contacts.id, id), isNull(contacts.deleted_at)))
    .get();
  if (!row) throw notFound();
  return row;
}

export const createByStaff = (ctx: Context, input: Partial<ContactRow>) => create(ctx, input, input.source ?? "manual");

export async function update(ctx: Context, id: string, { version, ...patch }: Partial<ContactRow>) {
  const before = await retrieve(ctx, id);
  const next = ctx.update(contacts, before, patch, version);
  if (next === before) return next;
  ctx.emit(contactUpdated, next, { contact: id });
  if (next.stage !== before.stage) ctx.emit(contactStageChanged, next, { contact: id });
  return next;
}

export async function remove(ctx: Context, id: string): Promise<void> {
  const before = await retrieve(ctx, id);
  ctx.update(contacts, before, { deleted_at: ctx.at });
  ctx.emit(contactDeleted, before, { contact: id });
}

/** Everything that the log holds about a contact, newest first. */
export async function timeline(ctx: Reading, id: string, query: { limit: number; cursor?: string | undefined }) {
  await retrieve(ctx, id);
  const before = query.cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(query.cursor);
  const rows = await ctx.db.values<Value[]>(
    sql`select ${sql.raw(eventColumns)} from events where contact_id = ${id} and seq < ${before} order by seq desc limit ${query.limit + 1}`,
  );
  const data = rows.slice(0, query.limit).map((row) => publicEvent(readEvent(row)));
  const more = rows.length > query.limit;
  return { data, has_more: more, next_cursor: more ? String(data.at(-1)?.seq) : null };
}
