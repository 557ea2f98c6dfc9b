export { z } from "@hono/zod-openapi";
export { type Actor, allows, type Permissions, type Role, roles } from "./actor.ts";
export { type Capability, capability, type Entry } from "./capability.ts";
export type { Context, Reading, Settings, TenantRef } from "./context.ts";
export { type EventKind, event, eventEnvelope, type LoggedEvent, type StoredEvent } from "./event.ts";
export * as field from "./fields.ts";
export { priorities } from "./fields.ts";
export { type JobKind, job, type LogReader, reader, TryAgain, type Work } from "./job.ts";
export { linkTo } from "./link.ts";
export { equal, Keyset, listQuery, type Page, pageOf, startOf } from "./page.ts";
export {
  forbidden,
  invalid,
  notFound,
  Problem,
  type ProblemKind,
  problem,
  unauthenticated,
  versionConflict,
} from "./problem.ts";
export { type Route, route } from "./route.ts";
export { matching } from "./search.ts";
export { flag, instant, json, mutable, table } from "./table.ts";
export { databaseName, tenantOf } from "./tenancy.ts";
export { type Reader, readerOf } from "./work/access.ts";
export { command, type Staging } from "./work/command.ts";
export { eventColumns, maySee, publicEvent, readEvent } from "./work/log.ts";
export { type Plan, plan } from "./work/plan.ts";
export { decideAgain } from "./work/unit.ts";
