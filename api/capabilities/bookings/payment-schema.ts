import { integer, text } from "drizzle-orm/sqlite-core";
import { field, instant, table, z } from "../../kernel/index.ts";

const kinds = ["payment", "refund"] as const;
const methods = ["card", "paypal", "cash", "check", "wire", "voucher"] as const;

/** Money that changed hands for a booking, as staff wrote it down. Rows are never changed: a mistake is refunded. */
export const payments = table("booking_payments", {
  id: text().primaryKey(),
  booking_id: text().notNull(),
  kind: text({ enum: kinds }).notNull(),
  method: text({ enum: methods }).notNull(),
  amount: integer().notNull(),
  currency: text().notNull(),
  note: text(),
  /** Who wrote it down; null for a key. */
  member_id: text(),
  created_at: instant().notNull(),
});

export const paymentKind = z.enum(kinds);
export const paymentMethod = z.enum(methods);

export const BookingPayment = z
  .object({
    id: z.string(),
    booking_id: z.string(),
    reference: z.string().openapi({ description: "The booking's.", example: "FY-7K3M9Q" }),
    kind: paymentKind,
    method: paymentMethod,
    amount: z.int().openapi({ description: "In minor units, of a refund too.", example: 4900 }),
    currency: z.string(),
    note: z.string().nullable(),
    member_id: z.string().nullable().openapi({ description: "Who wrote it down; `null` for a key." }),
    created_at: field.timestamp,
  })
  .openapi("BookingPayment");

export const BookingPaymentInput = z
  .strictObject({
    kind: paymentKind.default("payment"),
    method: paymentMethod,
    amount: field.money.min(1).openapi({ description: "In minor units of the booking's currency." }),
    note: field.text(500).nullable().default(null),
  })
  .openapi("BookingPaymentInput");
