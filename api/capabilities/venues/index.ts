import { capability } from "../../kernel/index.ts";
import * as events from "./events.ts";
import * as routes from "./routes.ts";

export { Exceptions, Hours } from "./hours.ts";
export { type VenueRow, venues } from "./schema.ts";
export { inUse, longestSpan, type Occupancy, occupy, overlapping, peakOf, spans, vacate } from "./spans.ts";

export default capability("venues", { routes, events });
