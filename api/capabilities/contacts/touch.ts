import { and, eq, isNull, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, decideAgain } from "../../kernel/index.ts";
import { contactCreated, contactUpdated } from "./events.ts";
import { contacts, visitors, type Who } from "./schema.ts";

export type ContactRow = typeof contacts.$inferSelect;

/**
 * The contact that the caller acts for, created at the first touch. A visitor always gets its own: typing somebody
 * else's address must never open that person's bookings and threads. Staff and secret keys are matched by e-mail.
 */
export async function touch(ctx: Context, who: Who, source: string): Promise<ContactRow> {
  const known = await knownContact(ctx, who);
  if (!known) return meet(ctx, who, source);
  const missing = Object.fromEntries(
    Object.entries(who).filter(([name, value]) => value !== undefined && known[name as keyof Who] === null),
  );
  if (Object.keys(missing).length === 0) return known;
  const next = ctx.update(contacts, known, missing);
  ctx.emit(contactUpdated, next, { contact: next.id });
  return next;
}

/** Of two who bring one person at once, one makes it known; the other decides again and finds it. */
function meet(ctx: Context, who: Who, source: string): ContactRow {
  const row = create(ctx, who, source);
  if (ctx.actor.kind !== "visitor" && row.email !== null) {
    ctx.guard(
      sql`(select count(*) from ${contacts} where email = ${row.email} and deleted_at is null) = 1`,
      decideAgain,
    );
  }
  return row;
}

async function knownContact(ctx: Context, who: Who): Promise<ContactRow | undefined> {
  const { actor } = ctx;
  if (actor.kind === "visitor") {
    return actor.contact_id === null
      ? undefined
      : ctx.db.select().from(contacts).where(eq(contacts.id, actor.contact_id)).get();
  }
  if (actor.kind === "publishable" || who.email === undefined) return undefined;
  return ctx.db
    .select()
    .from(contacts)
    .where(and(eq(contacts.email, who.email), isNull(contacts.deleted_at)))
    .orderBy(contacts.created_at)
    .get();
}

export function create(ctx: Context, details: Partial<ContactRow>, source: string): ContactRow {
  const row: ContactRow = {
    name: null,
    email: null,
    phone: null,
    stage: "new",
    source,
    tags: [],
    notes: null,
    locale: null,
    time_zone: null,
    custom: {},
    external_id: null,
    deleted_at: null,
    ...Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)),
    id: newId("con", ctx.now),
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
  ctx.insert(contacts, row);
  if (ctx.actor.kind === "visitor") {
    // Of two first touches at once one wins; the other decides again and finds the contact that is there by then.
    ctx.guard(sql`exists (select 1 from ${visitors} where id = ${ctx.actor.id} and contact_id is null)`, decideAgain);
    ctx.write(sql`update ${visitors} set contact_id = ${row.id} where id = ${ctx.actor.id}`);
  }
  ctx.emit(contactCreated, row, { contact: row.id });
  return row;
}
