import { capability } from "../../kernel/index.ts";
import * as routes from "./routes.ts";

export default capability("events", { routes });
