import { capability } from "../../kernel/index.ts";
import * as events from "./events.ts";
import * as routes from "./routes.ts";

export type { Merge } from "./events.ts";
export * as contactEvents from "./events.ts";
export { Contact, ContactSummary, contacts, type Who, WhoInput } from "./schema.ts";
export { retrieve as retrieveContact } from "./service.ts";
export { type ContactRow, touch as touchContact } from "./touch.ts";
export { authenticateVisitor } from "./visitors.ts";

export default capability("contacts", { routes, events });
