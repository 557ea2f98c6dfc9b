import { capability } from "../../kernel/index.ts";
import * as routes from "./routes.ts";

/** What the kernel recorded, for those who may look. */
export default capability("audit", { routes });
