import { capability } from "../../kernel/index.ts";
import * as events from "./events.ts";
import * as readers from "./reactions.ts";
import * as routes from "./routes.ts";

export { type PromotionRow, promotionCode } from "./schema.ts";
export { checkMinimum, findPromotion, promotionNotValid, returnPromotion, usePromotion } from "./use.ts";

export default capability("promotions", { routes, events, readers });
