import { capability } from "../../kernel/index.ts";
import * as authRoutes from "./auth-routes.ts";
import * as jobs from "./jobs.ts";
import * as memberRoutes from "./member-routes.ts";
import * as sessionRoutes from "./session-routes.ts";

export { authenticateMember } from "./authenticate.ts";
export { enroll, openAccount } from "./enroll.ts";
export { type ActiveMember, activeMembers, memberNames } from "./people.ts";
export { allPermissions, permissionsOf } from "./roles.ts";
export { type MembershipRow, memberships } from "./schema.ts";
export { createWorkspace, type NewOwner } from "./workspace.ts";

/** People and their sessions, all of it in the control database. */
export default capability("identity", { routes: { ...authRoutes, ...sessionRoutes, ...memberRoutes }, jobs });
