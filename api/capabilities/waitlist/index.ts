import { capability } from "../../kernel/index.ts";
import * as events from "./events.ts";
import * as jobs from "./jobs.ts";
import * as readers from "./reactions.ts";
import * as routes from "./routes.ts";

export * as waitlistEvents from "./events.ts";
export { entryUrl } from "./service.ts";

/** Who waits for a place that is taken, and who is offered one. */
export default capability("waitlist", { routes, events, jobs, readers });
