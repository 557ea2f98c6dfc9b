import { capability } from "../../kernel/index.ts";
import * as events from "./events.ts";
import * as routes from "./routes.ts";

export { authenticateKey } from "./authenticate.ts";
export { issue as issueKey } from "./issue.ts";

export default capability("keys", { routes, events });
