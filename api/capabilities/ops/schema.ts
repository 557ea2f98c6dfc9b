import { integer, text } from "drizzle-orm/sqlite-core";
import { field, instant, table, z } from "../../kernel/index.ts";

export const jobStates = ["waiting", "dead"] as const;

/** The kernel's queue. What a job was given to do it with is not shown: it may be personal. */
export const jobs = table("jobs", {
  id: text().primaryKey(),
  kind: text().notNull(),
  run_at: instant().notNull(),
  attempt: integer().notNull(),
  lease_until: instant(),
  state: text({ enum: jobStates }).notNull(),
  error: text(),
  created_at: instant().notNull(),
});

export const Job = z
  .object({
    id: z.string(),
    kind: z.string().openapi({ example: "mail.send" }),
    state: z.enum([...jobStates, "running"]),
    attempts: z.int(),
    run_at: field.timestamp.openapi({ description: "When it is, or was last, due." }),
    error: z.string().nullable().openapi({ description: "Why the last attempt came to nothing." }),
    created_at: field.timestamp,
  })
  .openapi("Job");
