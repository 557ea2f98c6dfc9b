import { capability } from "../../kernel/index.ts";
import { remind } from "./bookings.ts";
import { cleanUp } from "./cleanup.ts";
import { mailUnread } from "./conversations.ts";
import { send } from "./mail.ts";
import * as reactions from "./reactions.ts";
import * as routes from "./routes.ts";

export { alertStaff } from "./service.ts";

export default capability("notifications", { routes, jobs: [send, remind, mailUnread, cleanUp], readers: reactions });
