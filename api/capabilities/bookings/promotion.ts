import type { Context, Reading } from "../../kernel/index.ts";
import {
  checkMinimum,
  findPromotion,
  returnPromotion as giveBack,
  type PromotionRow,
  usePromotion,
} from "../promotions/index.ts";
import type { Quote } from "../resources/index.ts";
import type { Wish } from "./offer.ts";
import type { Place } from "./place.ts";
import type { BookingRow } from "./shown.ts";

/** The promotion that a wish names; refused when it does not hold for it. */
export async function promotionFor(
  ctx: Reading,
  { promotion_code, except }: Pick<Wish, "promotion_code" | "except">,
  { resource }: Place,
): Promise<PromotionRow | null> {
  if (promotion_code === undefined) return null;
  return findPromotion(ctx, promotion_code, { resource_id: resource.id, at: ctx.now, booking_id: except });
}

/** Refuses a promotion for what costs too little. */
export function checkWorth(promotion: PromotionRow | null, { subtotal }: Quote): void {
  if (promotion) checkMinimum(promotion, subtotal);
}

/** Counts the use of the promotion that a booking is priced with, if there is still one to be had. */
export async function redeem(ctx: Context, { id, promotion_code, contact_id, quote }: BookingRow): Promise<void> {
  if (promotion_code === null) returnPromotion(ctx, id);
  else await usePromotion(ctx, promotion_code, id, contact_id, quote?.discount ?? 0);
}

/** A booking that was called off used nothing. */
export const returnPromotion = (ctx: Context, bookingId: string): void => giveBack(ctx, bookingId);
