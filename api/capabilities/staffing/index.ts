import { capability } from "../../kernel/index.ts";
import * as events from "./events.ts";
import * as poolRoutes from "./pool-routes.ts";
import * as shiftRoutes from "./shift-routes.ts";

export { subjectOf } from "./pools.ts";
export { type PoolRow, pools, type ShiftRow, shifts, type UnitRow, units } from "./schema.ts";
export { type TeamUnit, teamOf } from "./team.ts";

/** Who and what is there to be booked with: pools, the staff of venues, and shifts. */
export default capability("staffing", { routes: { ...poolRoutes, ...shiftRoutes }, events });
