import { eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, equal, Keyset, problem, type Reading, type z } from "../../kernel/index.ts";
import { paymentRecorded } from "./events.ts";
import { type BookingPaymentInput, type paymentKind, type paymentMethod, payments } from "./payment-schema.ts";
import { bookings } from "./schema.ts";
import { between } from "./service.ts";
import { balanceOf, type ShownRow } from "./shown.ts";

export const paymentExceedsBalance = problem("payment_exceeds_balance", 409, "That is more than is still to be paid.");
export const refundExceedsPaid = problem("refund_exceeds_paid", 409, "That is more than was paid.");

/** Writes down money that changed hands: what is paid, and with it the balance, follows in the same batch. */
export async function record(ctx: Context, before: ShownRow, input: z.output<typeof BookingPaymentInput>) {
  const { kind, amount } = input;
  const balance = balanceOf(before);
  if (kind === "payment" && amount > balance) throw paymentExceedsBalance(undefined, { members: { balance } });
  if (kind === "refund" && amount > before.paid) throw refundExceedsPaid(undefined, { members: { paid: before.paid } });
  const paid = before.paid + (kind === "payment" ? amount : -amount);
  // Another till may be writing down money too: then the booking has another version, and this is decided again.
  const after = { ...before, ...ctx.update(bookings, before, { paid }) };
  const row = {
    id: newId("pay", ctx.now),
    booking_id: before.id,
    ...input,
    currency: before.currency,
    member_id: ctx.actor.kind === "member" ? ctx.actor.id : null,
    created_at: ctx.at,
  };
  ctx.insert(payments, row);
  const shown = { ...row, reference: before.reference };
  const told = { ...shown, price: after.price, paid, balance: balanceOf(after) };
  ctx.emit(paymentRecorded, told, { subject: before.id, contact: before.contact_id });
  return shown;
}

interface Page {
  limit: number;
  cursor?: string | undefined;
}

interface Filters extends Page {
  kind?: z.output<typeof paymentKind> | undefined;
  method?: z.output<typeof paymentMethod> | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** What was paid for one booking, newest first. */
export const listOf = (ctx: Reading, { id }: ShownRow, page: Page) => select(ctx, page, [eq(payments.booking_id, id)]);

/** All that was paid and given back, newest first. */
export async function listAll(ctx: Reading, { kind, method, from, to, ...page }: Filters) {
  const times = await between(ctx, from, to);
  return select(ctx, page, [
    equal(payments.kind, kind),
    equal(payments.method, method),
    times.from === undefined ? undefined : sql`${payments.created_at} >= ${times.from}`,
    times.to === undefined ? undefined : sql`${payments.created_at} < ${times.to}`,
  ]);
}

async function select(ctx: Reading, page: Page, filters: (SQL | undefined)[]) {
  const keyset = new Keyset({ by: payments.created_at, id: payments.id }, page);
  const rows = await ctx.db
    .select({ ...getTableColumns(payments), reference: bookings.reference })
    .from(payments)
    .innerJoin(bookings, eq(bookings.id, payments.booking_id))
    .where(keyset.where(...filters))
    .orderBy(...keyset.order)
    .limit(keyset.take);
  return keyset.page(rows, (row) => [row.created_at, row.id]);
}
