import type { Context, Reading } from "../../kernel/index.ts";
import { findPromotion, returnPromotion as giveBack, usePromotion } from "../promotions/index.ts";
import type { Promotion } from "../resources/index.ts";
import type { Place } from "./place.ts";
import type { BookingRow } from "./shown.ts";
import type { Wished } from "./wish.ts";

/** The promotion that a wish names; refused when it does not hold for it. */
export async function promotionFor(
  ctx: Reading,
  { promotion_code }: Pick<Wished, "promotion_code">,
  { resource }: Place,
): Promise<Promotion | null> {
  if (promotion_code === undefined) return null;
  return findPromotion(ctx, promotion_code, { resource_id: resource.id, at: ctx.now });
}

/** Counts the use of the promotion that a booking was priced with, if there is still one to be had. */
export async function redeem(ctx: Context, { id, promotion_code, contact_id, quote }: BookingRow): Promise<void> {
  if (promotion_code === null) return;
  await usePromotion(ctx, promotion_code, id, contact_id, quote?.discount ?? 0);
}

/** A booking that was called off used nothing. */
export const returnPromotion = (ctx: Context, bookingId: string): void => giveBack(ctx, bookingId);
