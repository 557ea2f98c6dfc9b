import { integer, text } from "drizzle-orm/sqlite-core";
import { field, instant, json, mutable, table, z } from "../../kernel/index.ts";

const endpointStatuses = ["enabled", "disabled"] as const;
const deliveryStatuses = ["pending", "sent", "failed"] as const;
export const deliveryStatus = z.enum(deliveryStatuses);

/** An address that is told of events. Secrets are sealed; the previous one signs too until its end. */
export const endpoints = table("webhook_endpoints", {
  ...mutable,
  url: text().notNull(),
  description: text(),
  /** Event types; none means all. */
  events: json<string[]>().notNull(),
  status: text({ enum: endpointStatuses }).notNull(),
  disabled_reason: text(),
  secret_sealed: text().notNull(),
  previous_secret_sealed: text(),
  previous_secret_until: instant(),
  /** The first failure since the last success. */
  failing_since: instant(),
  deleted_at: instant(),
});

/** One event for one endpoint. */
export const deliveries = table("webhook_deliveries", {
  id: text().primaryKey(),
  endpoint_id: text().notNull(),
  event_id: text().notNull(),
  event_type: text().notNull(),
  status: text({ enum: deliveryStatuses }).notNull(),
  attempts: integer().notNull(),
  /** Counts replays: a job of an earlier round has nothing left to do. */
  round: integer().notNull(),
  next_attempt_at: instant(),
  last_status: integer(),
  /** The body, byte for byte as it is signed and sent. */
  payload: text().notNull(),
  created_at: instant().notNull(),
});

export const attempts = table("webhook_attempts", {
  delivery_id: text().notNull(),
  id: text().notNull(),
  at: instant().notNull(),
  /** The HTTP status that came back. */
  status: integer(),
  /** Milliseconds. */
  duration: integer().notNull(),
  response_body: text(),
  failure: text(),
});

export const WebhookEndpoint = z
  .object({
    id: z.string(),
    url: z.string(),
    description: z.string().nullable(),
    events: z.array(z.string()).openapi({ description: "Event types that are sent; an empty list means all." }),
    status: z.enum(endpointStatuses),
    disabled_reason: z.string().nullable(),
    version: z.int(),
    created_at: field.timestamp,
    updated_at: field.timestamp,
  })
  .openapi("WebhookEndpoint");

const secret = z.string().openapi({
  description: "Signs what is sent (Standard Webhooks). Shown this once.",
  example: "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
});

export const NewWebhookEndpoint = WebhookEndpoint.extend({ secret }).openapi("NewWebhookEndpoint");

export const WebhookSecret = z
  .object({
    secret,
    previous_secret_until: field.timestamp.openapi({
      description: "Until then every delivery carries a signature of the old secret beside that of the new one.",
    }),
  })
  .openapi("WebhookSecret");

const details = {
  url: field.httpUrl.openapi({ example: "https://hooks.example.com/foyer" }),
  description: field.line(200).nullable(),
  events: z
    .array(
      z
        .string()
        .max(64)
        .regex(/^[a-z_]+\.[a-z_]+$/, "An event type, such as booking.created."),
    )
    .max(100)
    .transform((types) => [...new Set(types)]),
};

export const WebhookEndpointInput = z
  .strictObject({ url: details.url, description: details.description.optional(), events: details.events.default([]) })
  .openapi("WebhookEndpointInput");

export const WebhookEndpointPatch = z
  .strictObject({ ...details, status: z.enum(endpointStatuses) })
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("WebhookEndpointPatch");

export const WebhookDelivery = z
  .object({
    id: z.string(),
    endpoint_id: z.string(),
    event_id: z.string().openapi({ description: "Sent as `webhook-id`: the same for every attempt and replay." }),
    event_type: z.string(),
    status: deliveryStatus,
    attempts: z.int(),
    next_attempt_at: field.timestamp.nullable(),
    last_status: z.int().nullable().openapi({ description: "HTTP status of the last attempt, if one came back." }),
    payload: z.record(z.string(), z.unknown()),
    created_at: field.timestamp,
  })
  .openapi("WebhookDelivery");

export const WebhookAttempt = z
  .object({
    at: field.timestamp,
    status: z.int().nullable(),
    duration: z.int().openapi({ description: "Milliseconds." }),
    response_body: z.string().nullable().openapi({ description: "The beginning of what was answered." }),
    failure: z.string().nullable(),
  })
  .openapi("WebhookAttempt");

export const WebhookDeliveryWithLog = WebhookDelivery.extend({ attempt_log: z.array(WebhookAttempt) }).openapi(
  "WebhookDeliveryWithLog",
);

export const EventType = z.object({ type: z.string(), about: z.string() }).openapi("EventDescription");

export const ReplayInput = z
  .strictObject({
    since: field.instantInput.openapi({ description: "Events from then on that were not delivered are sent again." }),
  })
  .openapi("WebhookReplayInput");

export const Replay = z.object({ endpoint_id: z.string(), since: field.timestamp }).openapi("WebhookReplay");
