import { capability } from "../../kernel/index.ts";
import * as events from "./events.ts";
import * as routes from "./routes.ts";

export * as resourceEvents from "./events.ts";
export { Questions } from "./parts.ts";
export * from "./price/index.ts";
export { type ResourceRow, resources } from "./schema.ts";
export { addOnSubject, capacityAt, subjectOf } from "./subject.ts";

export default capability("resources", { routes, events });
