import { eq, sql } from "drizzle-orm";
import { jwtVerify } from "jose";
import { newId } from "../../core/ids.ts";
import { normaliseEmail, normalisePhone } from "../../core/text.ts";
import { makeToken, type ParsedToken } from "../../core/token.ts";
import { type Actor, type Context, type Permissions, problem, type Reading } from "../../kernel/index.ts";
import type { Database } from "../../ports/database.ts";
import { contactMerged, contactUpdated } from "./events.ts";
import { contacts, visitors, type Who } from "./schema.ts";
import { type ContactRow, create, touch } from "./touch.ts";

/** How long a browser is remembered, in milliseconds. */
const lifetime = 180 * 86_400_000;

const permissions: Permissions = new Set([
  "visitors:write",
  "venues:read",
  "resources:read",
  "availability:read",
  "widget:read",
  "bookings:read",
  "bookings:write",
  "conversations:read",
  "conversations:write",
  "tickets:read",
  "tickets:write",
  "media:read",
  "media:write",
  "events:read",
]);

export const identityInvalid = problem(
  "identity_invalid",
  422,
  "The identity token is not one that this tenant signed.",
);

/** Admits a browser that has a publishable key: an anonymous visitor, who owns nothing yet. */
export function admit(ctx: Context) {
  const made = makeToken({ kind: "vt", ...ctx.tenant });
  const row = {
    id: newId("vis", ctx.now),
    hash: made.hash,
    contact_id: null,
    key_id: ctx.actor.id,
    created_at: ctx.at,
    expires_at: new Date(ctx.now + lifetime).toISOString(),
  };
  ctx.insert(visitors, row);
  return { visitor_id: row.id, contact_id: null, token: made.token, expires_at: row.expires_at };
}

const find =
  "select v.id, v.contact_id, c.name, k.origins, k.venue_id from visitors v join keys k on k.id = v.key_id left join contacts c on c.id = v.contact_id where v.hash = ? and v.expires_at > ? and (k.expires_at is null or k.expires_at > ?) limit 1";

/** A visitor's token is good as long as the key that admitted it. */
export async function authenticateVisitor(
  database: Database,
  { hash }: ParsedToken,
  now: number,
): Promise<Actor | undefined> {
  const [answer] = await database.read([{ sql: find, args: [hash, now, now] }]);
  const row = answer?.rows[0] as
    | [id: string, contact_id: string | null, name: string | null, origins: string, venue_id: string | null]
    | undefined;
  if (!row) return undefined;
  const [id, contact_id, name, origins, venue_id] = row;
  const who = { id, name: name ?? "Visitor", contact_id };
  return { kind: "visitor", ...who, origins: JSON.parse(origins), venue_id, permissions };
}

export async function me(ctx: Reading) {
  const contact = await own(ctx);
  return { visitor_id: ctx.actor.id, contact: contact ?? null };
}

async function own(ctx: Reading): Promise<ContactRow | undefined> {
  const { actor } = ctx;
  if (actor.kind !== "visitor" || actor.contact_id === null) return undefined;
  return ctx.db.select().from(contacts).where(eq(contacts.id, actor.contact_id)).get();
}

/** What a visitor says of itself. It may correct itself as long as nobody vouched for who it is. */
export async function introduce(ctx: Context, who: Who) {
  const mine = await own(ctx);
  if (!mine || mine.external_id !== null) return touch(ctx, who, "visitor");
  const next = ctx.update(contacts, mine, who);
  if (next !== mine) ctx.emit(contactUpdated, next, { contact: next.id });
  return next;
}

/**
 * Makes the visitor the person that the customer's server vouches for. A visitor who is somebody else already cannot
 * be turned into another: signing out of the site starts with a new token.
 */
export async function identify(ctx: Context, token: string) {
  const claims = await verified(ctx, token);
  const known = await ctx.db.select().from(contacts).where(eq(contacts.external_id, claims.sub)).get();
  const mine = await own(ctx);
  if (mine?.external_id && mine.external_id !== claims.sub)
    throw identityInvalid("This visitor is another person already.");
  const details = { name: claims.name, email: claims.email, phone: claims.phone };
  const given = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
  if (!known && !mine) return create(ctx, { ...given, external_id: claims.sub }, "identity");
  const before = (known ?? mine) as ContactRow;
  const next = ctx.update(contacts, before, { ...given, external_id: claims.sub });
  if (next !== before) ctx.emit(contactUpdated, next, { contact: next.id });
  if (before.id !== mine?.id) {
    ctx.write(sql`update ${visitors} set contact_id = ${before.id} where id = ${ctx.actor.id}`);
    if (mine) merge(ctx, mine, before.id);
  }
  return next;
}

/** The anonymous contact of a browser was a known person all along. Other areas hear of it and move what was its. */
function merge(ctx: Context, from: ContactRow, to: string): void {
  ctx.write(sql`update ${visitors} set contact_id = ${to} where contact_id = ${from.id}`);
  ctx.update(contacts, from, { deleted_at: ctx.at });
  ctx.handOver(from.id, to);
  ctx.emit(contactMerged, { from: from.id, to }, { subject: to, contact: to });
}

/** What the customer's server signs identities with. It belongs into servers alone. */
export const shownSecret = (ctx: Pick<Reading, "settings" | "tenant">) => ({ secret: secretText(ctx) });

const secretText = (ctx: Pick<Reading, "settings" | "tenant">) => Buffer.from(identitySecret(ctx)).toString("hex");

/** The identity secret of a tenant and mode, shown to its staff and known to its server. */
export const identitySecret = (ctx: Pick<Reading, "settings" | "tenant">): Uint8Array =>
  ctx.settings.key(`identity:${ctx.tenant.routing}:${ctx.tenant.mode}`);

async function verified(ctx: Context, token: string) {
  const secret = new TextEncoder().encode(secretText(ctx));
  const now = new Date(ctx.now);
  const { payload } = await jwtVerify(token, secret, { algorithms: ["HS256"], currentDate: now }).catch(() => {
    throw identityInvalid();
  });
  const { sub, exp, name, email, phone } = payload;
  if (typeof sub !== "string" || sub === "" || sub.length > 200) throw identityInvalid("`sub` must name the person.");
  if (exp === undefined || exp * 1000 > ctx.now + 86_400_000) throw identityInvalid("`exp` must lie within a day.");
  return {
    sub,
    name: typeof name === "string" && name.trim() !== "" ? name.trim().slice(0, 120) : undefined,
    email: typeof email === "string" ? normaliseEmail(email) : undefined,
    phone: typeof phone === "string" ? normalisePhone(phone) : undefined,
  };
}
