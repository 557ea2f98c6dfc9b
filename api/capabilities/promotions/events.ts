import { event } from "../../kernel/index.ts";
import { Promotion } from "./schema.ts";

export const promotionCreated = event("promotion.created", "A promotion was made.", Promotion);
export const promotionUpdated = event("promotion.updated", "A promotion's terms changed.", Promotion);
export const promotionDeleted = event("promotion.deleted", "A promotion was deleted.", Promotion);
