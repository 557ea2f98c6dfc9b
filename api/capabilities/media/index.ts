import { capability } from "../../kernel/index.ts";
import * as events from "./events.ts";
import * as routes from "./routes.ts";

export { Attachment, attachmentIds, type StoredAttachment } from "./schema.ts";
export { attach, discard as discardMedia, shownAttachments } from "./service.ts";

export default capability("media", { routes, events });
