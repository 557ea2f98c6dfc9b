import { capability } from "../../kernel/index.ts";
import * as events from "./events.ts";
import * as routes from "./routes.ts";

export {
  createTenant,
  type Founding,
  hasTenants,
  type NewTenant,
  subdomainTaken,
  tenantBySubdomain,
  tenantRoutings,
} from "./create.ts";
export * as tenantEvents from "./events.ts";
export { type CompanyRow, company, plans, subdomain, type TenantRow, tenantStatuses, tenants } from "./schema.ts";
export { companyOf } from "./service.ts";

/** Tenants live in the control database; each one's settings live in its own. */
export default capability("tenants", { routes, events });
