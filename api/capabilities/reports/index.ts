import { capability } from "../../kernel/index.ts";
import * as routes from "./routes.ts";

/** What became of it all: bookings in numbers, and the day as it stands. */
export default capability("reports", { routes });
