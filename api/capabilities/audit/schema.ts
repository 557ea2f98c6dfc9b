import { integer, text } from "drizzle-orm/sqlite-core";
import { field, instant, json, table, z } from "../../kernel/index.ts";

export const outcomes = ["success", "failure", "pending"] as const;

/** What the kernel writes with every change, in the batch of the change. Nothing here changes it. */
export const audit = table("audit", {
  seq: integer().primaryKey(),
  id: text().notNull(),
  at: instant().notNull(),
  actor_kind: text().notNull(),
  actor_id: text().notNull(),
  actor_name: text().notNull(),
  action: text().notNull(),
  entity_type: text().notNull(),
  entity_id: text(),
  outcome: text({ enum: outcomes }).notNull(),
  changes: json<Record<string, { from: unknown; to: unknown }>>().notNull(),
  metadata: json<Record<string, unknown>>().notNull(),
  ip: text().notNull(),
  user_agent: text().notNull(),
  request_id: text().notNull(),
  tenant: text(),
});

export const AuditEntry = z
  .object({
    id: z.string(),
    at: field.timestamp,
    actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
    action: z.string().openapi({ description: "The operation's id.", example: "tickets.update" }),
    entity_type: z.string(),
    entity_id: z.string().nullable(),
    outcome: z.enum(outcomes),
    changes: z
      .record(z.string(), z.object({ from: z.unknown(), to: z.unknown() }))
      .openapi({ description: "Changed fields before and after; secrets are left out." }),
    metadata: z.record(z.string(), z.unknown()),
    ip: z.string(),
    user_agent: z.string(),
    request_id: z.string(),
  })
  .openapi("AuditEntry");

export const auditFilters = {
  action: z
    .string()
    .max(80)
    .regex(/^[a-z_]+(\.[a-z_]+)?$/, "An operation, such as tickets.update.")
    .optional(),
  actor_id: z.string().max(64).optional(),
  entity_type: z.string().max(64).optional(),
  entity_id: z.string().max(64).optional(),
  outcome: z.enum(outcomes).optional(),
  from: field.instantInput.optional().openapi({ description: "Nothing before." }),
  to: field.instantInput.optional().openapi({ description: "Nothing from then on." }),
};
