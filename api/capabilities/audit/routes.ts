import { listQuery, pageOf, route, z } from "../../kernel/index.ts";
import { AuditEntry, auditFilters } from "./schema.ts";
import * as audit from "./service.ts";

export const listAudit = route({
  id: "audit.list",
  method: "get",
  path: "/audit",
  summary: "List what was done and by whom, newest first",
  permission: "audit:read",
  audience: ["member", "secret"],
  query: listQuery(auditFilters),
  returns: pageOf(AuditEntry),
  handle: (ctx, { query }) => audit.list(ctx, query),
});

export const exportAudit = route({
  id: "audit.export",
  method: "get",
  path: "/audit/export",
  summary: "Export audit entries as CSV, newest first",
  about: `At most ${audit.mostExported.toLocaleString("en")} entries; narrow the time to reach older ones.`,
  permission: "audit:read",
  audience: ["member", "secret"],
  limit: "create",
  query: z.strictObject(auditFilters),
  returns: z.string(),
  answers: "text/csv",
  handle: (ctx, { query }) => audit.exported(ctx, query),
});
