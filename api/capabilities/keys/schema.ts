import { text } from "drizzle-orm/sqlite-core";
import { field, instant, json, table, z } from "../../kernel/index.ts";

/** Credentials of programs and of widgets. The key itself is shown once and never stored. */
export const keys = table("keys", {
  id: text().primaryKey(),
  name: text().notNull(),
  kind: text({ enum: ["secret", "publishable"] }).notNull(),
  hash: text().notNull(),
  prefix: text().notNull(),
  /** `area:verb` permissions, or `["*"]` for all. */
  scopes: json<string[]>().notNull(),
  origins: json<string[]>().notNull(),
  /** The venue whose page a publishable key is for. */
  venue_id: text(),
  created_at: instant().notNull(),
  last_used_at: instant(),
  expires_at: instant(),
  revoked_at: instant(),
});

export const Key = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(["secret", "publishable"]),
    mode: z.enum(["live", "test"]),
    prefix: z.string().openapi({ description: "Enough of the key to recognise it by." }),
    scopes: z.array(z.string()).openapi({ description: 'Permissions such as `tickets:read`; `["*"]` is all of them.' }),
    origins: z.array(z.string()).openapi({ description: "Web origins that a publishable key may be used from." }),
    venue_id: z
      .string()
      .nullable()
      .openapi({ description: "The venue whose widgets a publishable key is for; `null` for all." }),
    created_at: field.timestamp,
    last_used_at: field.timestamp.nullable(),
    expires_at: field.timestamp.nullable(),
    revoked_at: field.timestamp.nullable(),
  })
  .openapi("Key");

export const NewKey = Key.extend({
  token: z.string().openapi({ description: "The key itself, shown this once." }),
}).openapi("NewKey");

const origin = z
  .string()
  .max(255)
  .regex(/^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/, "An origin, such as https://www.example.com, without a path.");

const scope = z
  .string()
  .max(64)
  .regex(/^(\*|[a-z_]+:[a-z_]+)$/, "A permission such as tickets:read, or *.");

export const KeyInput = z
  .strictObject({
    name: field.line(80),
    kind: z.enum(["secret", "publishable"]),
    scopes: z
      .array(scope)
      .min(1)
      .max(64)
      .optional()
      .openapi({ description: "Of a secret key. Everything when left out." }),
    origins: z.array(origin).max(50).optional().openapi({ description: "Of a publishable key, at least one." }),
    venue_id: field
      .id("ven")
      .nullable()
      .optional()
      .openapi({ description: "Of a publishable key: its widgets offer what is at this venue alone." }),
    expires_at: field.instantInput.optional(),
  })
  .openapi("KeyInput");

export const RotationInput = z
  .strictObject({
    overlap_hours: z.int().min(0).max(168).default(24).openapi({ description: "How long the old key still works." }),
  })
  .openapi("KeyRotationInput");
