import { event } from "../../kernel/index.ts";
import { WebhookEndpoint } from "./schema.ts";

export const endpointCreated = event("webhook_endpoint.created", "A webhook endpoint was added.", WebhookEndpoint);
export const endpointUpdated = event("webhook_endpoint.updated", "A webhook endpoint was changed.", WebhookEndpoint);
export const endpointDisabled = event(
  "webhook_endpoint.disabled",
  "A webhook endpoint was switched off because it kept failing, or asked for it.",
  WebhookEndpoint,
);
export const endpointDeleted = event("webhook_endpoint.deleted", "A webhook endpoint was removed.", WebhookEndpoint);
