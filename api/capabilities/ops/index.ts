import { capability } from "../../kernel/index.ts";
import * as jobs from "./jobs.ts";
import * as routes from "./routes.ts";

/** What runs behind the scenes, for those who look after it. */
export default capability("ops", { routes, jobs });
