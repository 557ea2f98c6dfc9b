import { field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import { Job, jobStates } from "./schema.ts";
import * as jobs from "./service.ts";

export const listJobs = route({
  id: "jobs.list",
  method: "get",
  path: "/jobs",
  summary: "List background jobs: those that were given up, or those that wait",
  permission: "jobs:read",
  audience: ["member", "secret"],
  query: listQuery({ state: z.enum(jobStates).default("dead") }),
  returns: pageOf(Job),
  handle: (ctx, { query }) => jobs.list(ctx, query),
});

export const retryJob = route({
  id: "jobs.retry",
  method: "post",
  path: "/jobs/{id}/retry",
  summary: "Try a job again that was given up",
  permission: "jobs:write",
  audience: ["member", "secret"],
  params: z.object({ id: field.id("job") }),
  returns: Job,
  status: 202,
  errors: [jobs.jobNotDead],
  handle: (ctx, { params }) => jobs.retry(ctx, params.id),
});
