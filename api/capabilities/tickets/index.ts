import { capability } from "../../kernel/index.ts";
import * as events from "./events.ts";
import * as readers from "./reactions.ts";
import * as routes from "./routes.ts";

export * as ticketEvents from "./events.ts";
export { tickets } from "./schema.ts";
export { trackingUrl } from "./service.ts";

export default capability("tickets", { routes, events, readers });
