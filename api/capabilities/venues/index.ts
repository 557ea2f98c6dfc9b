import { capability } from "../../kernel/index.ts";
import * as events from "./events.ts";
import * as routes from "./routes.ts";

export { Exceptions, Hours, recurrence } from "./hours.ts";
export { type VenueRow, venues } from "./schema.ts";
export {
  block,
  bookedPeakOf,
  endOfTime,
  enter,
  everyPlace,
  inUse,
  longestSpan,
  meeting,
  type Occupancy,
  occupy,
  overlapping,
  overlappingAt,
  peakOf,
  spans,
  spansNear,
  vacate,
} from "./spans.ts";

export default capability("venues", { routes, events });
