import { capability } from "../../kernel/index.ts";
import * as events from "./events.ts";
import * as jobs from "./jobs.ts";
import * as readers from "./reactions.ts";
import * as routes from "./routes.ts";

export * as conversationEvents from "./events.ts";
export { conversations, messages } from "./schema.ts";

export default capability("conversations", { routes, events, jobs, readers });
