import { field, z } from "../../kernel/index.ts";
import { promotionCode } from "../promotions/index.ts";
import { ChosenAddOns, Guests } from "../resources/index.ts";

export const party = z.int().min(1).max(10_000);

/** What somebody wants to have: the same for a price, a hold, a booking and one of a group. */
export const wishFields = {
  resource_id: field.id("res"),
  venue_id: field
    .id("ven")
    .optional()
    .openapi({ description: "Where it is offered at several; its home when left out." }),
  variant_id: field.slug.optional(),
  starts_at: field.instantInput,
  ends_at: field.instantInput.optional().openapi({
    description: "Where whoever books says how long; the shortest when left out. Staff may end anything when it likes.",
  }),
  party: party.optional().openapi({ description: "Places; told by `guests` where there are some, else 1." }),
  guests: Guests.optional().openapi({ description: "How many of each guest category." }),
  private: z.boolean().default(false).openapi({ description: "To have a shared one alone, where that is offered." }),
  add_ons: ChosenAddOns.default([]),
  promotion_code: promotionCode.optional(),
};
const Wished = z.strictObject(wishFields);

/** What somebody wants, as it was said. */
export type Wished = z.output<typeof Wished>;
