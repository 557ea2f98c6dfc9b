import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, Keyset, notFound, type Reading, type Work } from "../../kernel/index.ts";
import { mails, type NotificationType, notifications } from "./schema.ts";
import { membersWho } from "./staff.ts";

type Row = typeof notifications.$inferSelect;

/** What is to be told, once to each recipient for one cause. */
export interface Notice {
  cause: string;
  type: NotificationType;
  title: string;
  text: string;
  entity_type: string;
  entity_id: string;
  /** A path of the portal. */
  url: string;
}

const mine = (ctx: Reading) => eq(notifications.recipient_id, ctx.actor.id);

export async function list(
  ctx: Reading,
  query: { unread?: boolean | undefined; limit: number; cursor?: string | undefined },
) {
  const keyset = new Keyset({ by: notifications.created_at, id: notifications.id }, query);
  const rows = await ctx.db
    .select()
    .from(notifications)
    .where(keyset.where(mine(ctx), query.unread ? isNull(notifications.read_at) : undefined))
    .orderBy(...keyset.order)
    .limit(keyset.take);
  return keyset.page(rows, (row) => [row.created_at, row.id]);
}

export async function counts(ctx: Reading) {
  const row = await ctx.db
    .select({ unread: sql<number>`count(*)` })
    .from(notifications)
    .where(and(mine(ctx), isNull(notifications.read_at)))
    .get();
  return { unread: row?.unread ?? 0 };
}

export async function read(ctx: Context, id: string) {
  const row = await find(ctx, id);
  if (row.read_at !== null) return row;
  ctx.write(sql`update notifications set read_at = ${ctx.now} where id = ${id} and read_at is null`);
  return { ...row, read_at: ctx.at };
}

export function readAll(ctx: Context): void {
  ctx.write(
    sql`update notifications set read_at = ${ctx.now} where recipient_id = ${ctx.actor.id} and read_at is null`,
  );
}

export async function remove(ctx: Context, id: string): Promise<void> {
  await find(ctx, id);
  ctx.write(sql`delete from notifications where id = ${id}`);
}

async function find(ctx: Reading, id: string): Promise<Row> {
  const row = await ctx.db
    .select()
    .from(notifications)
    .where(and(eq(notifications.id, id), mine(ctx)))
    .get();
  if (!row) throw notFound();
  return row;
}

/** Stages one notification for each recipient. Telling the same cause again adds nothing. */
export function notify(ctx: Pick<Context, "write" | "now">, notice: Notice, recipients: readonly string[]): void {
  if (recipients.length === 0) return;
  const rows = JSON.stringify([...new Set(recipients)].map((recipient) => [newId("ntf", ctx.now), recipient]));
  ctx.write(
    sql`insert into notifications (id, recipient_id, cause, type, title, text, entity_type, entity_id, url, read_at, created_at)
      select value ->> 0, value ->> 1, ${notice.cause}, ${notice.type}, ${notice.title}, ${notice.text}, ${notice.entity_type}, ${notice.entity_id}, ${notice.url}, null, ${ctx.now}
      from json_each(${rows}) where true on conflict (cause, recipient_id) do nothing`,
  );
}

/** Tells every member who holds a permission that the system needs looking after. */
export async function alertStaff(
  work: Work,
  { permission, ...notice }: Omit<Notice, "cause" | "type"> & { permission: string },
): Promise<void> {
  const cause = newId("alr", work.now);
  notify(work, { ...notice, cause, type: "system_alert" }, await membersWho(work, permission));
}

/** What the development mailbox kept of this tenant's mails, newest first; the mailbox itself knows no tenants. */
export async function mailbox(ctx: Reading) {
  if (ctx.settings.production || !ctx.keptMails) throw notFound();
  const kept = await ctx.keptMails();
  const own = await ctx.db
    .select({ id: mails.id })
    .from(mails)
    .where(
      inArray(
        mails.id,
        kept.map((mail) => mail.id),
      ),
    );
  const ids = new Set(own.map((row) => row.id));
  return {
    data: kept.filter((mail) => ids.has(mail.id)).map((mail) => ({ ...mail, at: new Date(mail.at).toISOString() })),
  };
}
