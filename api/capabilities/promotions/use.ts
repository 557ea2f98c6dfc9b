import { and, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { dateOf, localParts } from "../../core/time.ts";
import { type Context, problem, type Reading } from "../../kernel/index.ts";
import { resources } from "../resources/index.ts";
import { company } from "../tenants/index.ts";
import { type PromotionRow, promotions, promotionUses, usesOf } from "./schema.ts";

export const promotionNotValid = problem("promotion_not_valid", 409, "That code does not hold here.");

const details = {
  unknown: "There is no such code.",
  not_started: "This code does not hold yet.",
  expired: "This code does not hold any more.",
  used_up: "This code was used as often as it can be.",
  wrong_resource: "This code does not hold for this.",
  below_minimum: "This code needs a higher price.",
};
type Reason = keyof typeof details;

const refused = (reason: Reason) => promotionNotValid(details[reason], { members: { reason } });

const usesBy = (contactId: string) =>
  sql<number>`(select count(*) from promotion_uses u where u.promotion_id = promotions.id and u.contact_id = ${contactId})`;

const usedBy = (bookingId: string) =>
  sql<number>`exists (select 1 from promotion_uses u where u.id = ${bookingId} and u.promotion_id = promotions.id)`;

/** The promotion with a code; a booking that uses it finds it even after it was deleted. */
const named = (code: string, bookingId: string) =>
  and(eq(promotions.code, code.toUpperCase()), or(isNull(promotions.deleted_at), usedBy(bookingId)));

interface Purpose {
  resource_id: string;
  /** When it is used, in milliseconds since 1970. */
  at: number;
  contact_id?: string | undefined;
  /** A booking that uses it already keeps it, where it holds for the resource. */
  booking_id?: string | undefined;
}

/**
 * The promotion that a code names, if it holds for the purpose; refused with the reason if it does not. Whether it is
 * used up is only asked here: what counts is `usePromotion`. What the booking must come to is `checkMinimum`'s.
 */
export async function findPromotion(ctx: Pick<Reading, "db">, code: string, purpose: Purpose): Promise<PromotionRow> {
  const { resource_id, at, contact_id = "", booking_id = "" } = purpose;
  const found = await ctx.db
    .select({
      promotion: promotions,
      kept: usedBy(booking_id),
      uses: usesOf,
      own: usesBy(contact_id),
      zone: company.time_zone,
      currency: resources.currency,
    })
    .from(promotions)
    .innerJoin(company, eq(company.id, "company"))
    .innerJoin(resources, eq(resources.id, resource_id))
    .where(named(code, booking_id))
    .orderBy(desc(usedBy(booking_id)))
    .limit(1)
    .get();
  if (!found) throw refused("unknown");
  const { promotion, kept, uses, own, currency } = found;
  const today = dateOf(localParts(found.zone, at).day_number);
  const reason = kept ? undefined : (closed(promotion, today) ?? usedUp(promotion, uses, own));
  if (reason) throw refused(reason);
  if (!covers(promotion, resource_id, currency)) throw refused("wrong_resource");
  return promotion;
}

function closed({ status, starts_on, ends_on }: PromotionRow, today: string): Reason | undefined {
  if (status !== "active") return "unknown";
  if (starts_on !== null && today < starts_on) return "not_started";
  return ends_on !== null && today > ends_on ? "expired" : undefined;
}

function usedUp({ max_uses, max_uses_per_contact }: PromotionRow, uses: number, own: number): Reason | undefined {
  const none = uses >= (max_uses ?? Number.POSITIVE_INFINITY);
  return none || own >= (max_uses_per_contact ?? Number.POSITIVE_INFINITY) ? "used_up" : undefined;
}

/** Amounts of one currency say nothing about prices in another. */
function covers(promotion: PromotionRow, resourceId: string, currency: string): boolean {
  const { resource_ids, kind, min_total } = promotion;
  if (resource_ids.length > 0 && !resource_ids.includes(resourceId)) return false;
  return promotion.currency === currency || (kind === "percent" && min_total === 0);
}

/** Refuses a promotion for a booking that comes to less, before it, than it asks for. */
export function checkMinimum({ min_total }: Pick<PromotionRow, "min_total">, subtotal: number): void {
  if (subtotal < min_total) throw refused("below_minimum");
}

/**
 * Counts the use of a code by a booking, if at the commit there is one left for everybody and for this contact. Whether
 * it holds otherwise was asked when the price was told: a price that is held is kept. A booking uses one promotion at a
 * time; one that uses this already only takes off another amount.
 */
export async function usePromotion(
  ctx: Pick<Context, "db" | "now" | "guard" | "write">,
  code: string,
  bookingId: string,
  contactId: string,
  amount: number,
): Promise<void> {
  const promotion = await ctx.db
    .select({ id: promotions.id, kept: usedBy(bookingId) })
    .from(promotions)
    .where(named(code, bookingId))
    .orderBy(desc(usedBy(bookingId)))
    .limit(1)
    .get();
  if (!promotion) throw refused("unknown");
  if (!promotion.kept) stillThere(ctx, promotion.id, contactId);
  ctx.write(sql`
    insert into promotion_uses (id, promotion_id, contact_id, amount, created_at)
    values (${bookingId}, ${promotion.id}, ${contactId}, ${amount}, ${ctx.now})
    on conflict (id) do update set promotion_id = excluded.promotion_id, amount = excluded.amount`);
}

function stillThere(ctx: Pick<Context, "guard">, id: string, contactId: string): void {
  const having = (condition: SQL) => sql`exists (select 1 from promotions where id = ${id} and ${condition})`;
  ctx.guard(having(sql`deleted_at is null`), () => refused("unknown"));
  // What is not limited compares as unknown.
  ctx.guard(having(sql`coalesce(${usesOf} < max_uses, 1)`), () => refused("used_up"));
  ctx.guard(having(sql`coalesce(${usesBy(contactId)} < max_uses_per_contact, 1)`), () => refused("used_up"));
}

/** Uncounts what a booking used; nothing when it used none. */
export function returnPromotion(ctx: Pick<Context, "write">, bookingId: string): void {
  ctx.write(sql`delete from ${promotionUses} where id = ${bookingId}`);
}
