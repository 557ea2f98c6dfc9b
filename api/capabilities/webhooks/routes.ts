import { field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import * as deliveries from "./deliveries.ts";
import * as endpoints from "./endpoints.ts";
import * as events from "./events.ts";
import { replaySince } from "./replay.ts";
import {
  deliveryStatus,
  EventType,
  NewWebhookEndpoint,
  Replay,
  ReplayInput,
  WebhookDelivery,
  WebhookDeliveryWithLog,
  WebhookEndpoint,
  WebhookEndpointInput,
  WebhookEndpointPatch,
  WebhookSecret,
} from "./schema.ts";

const params = z.object({ id: field.id("whe") });
const deliveryParams = z.object({ id: field.id("whd") });
const staff = ["member", "secret"] as const;

export const listEndpoints = route({
  id: "webhooks.list",
  method: "get",
  path: "/webhook-endpoints",
  summary: "List webhook endpoints, newest first",
  permission: "webhooks:read",
  audience: staff,
  query: listQuery({}),
  returns: pageOf(WebhookEndpoint),
  handle: (ctx, { query }) => endpoints.list(ctx, query),
});

export const listEventTypes = route({
  id: "event_types.list",
  method: "get",
  path: "/webhook-endpoints/event-types",
  summary: "List the types of events that an endpoint can ask for",
  permission: "webhooks:read",
  audience: staff,
  returns: z.object({ data: z.array(EventType) }),
  handle: async (ctx) => ({ data: await ctx.catalogue() }),
});

export const createEndpoint = route({
  id: "webhooks.create",
  method: "post",
  path: "/webhook-endpoints",
  summary: "Add a webhook endpoint",
  about: "The signing secret is shown only in this answer. Private addresses are refused, here and at every delivery.",
  permission: "webhooks:write",
  audience: staff,
  body: WebhookEndpointInput,
  returns: NewWebhookEndpoint,
  discloses: true,
  errors: [endpoints.tooManyEndpoints],
  emits: [events.endpointCreated],
  handle: (ctx, { body }) => endpoints.create(ctx, body),
});

export const retrieveEndpoint = route({
  id: "webhooks.retrieve",
  method: "get",
  path: "/webhook-endpoints/{id}",
  summary: "Retrieve a webhook endpoint",
  permission: "webhooks:read",
  audience: staff,
  params,
  returns: WebhookEndpoint,
  handle: (ctx, { params }) => endpoints.retrieve(ctx, params.id),
});

export const updateEndpoint = route({
  id: "webhooks.update",
  method: "patch",
  path: "/webhook-endpoints/{id}",
  summary: "Change, enable or disable a webhook endpoint",
  permission: "webhooks:write",
  audience: staff,
  params,
  body: WebhookEndpointPatch,
  returns: WebhookEndpoint,
  emits: [events.endpointUpdated],
  handle: (ctx, { params, body }) => endpoints.update(ctx, params.id, body),
});

export const deleteEndpoint = route({
  id: "webhooks.delete",
  method: "delete",
  path: "/webhook-endpoints/{id}",
  summary: "Remove a webhook endpoint",
  permission: "webhooks:write",
  audience: staff,
  params,
  returns: null,
  emits: [events.endpointDeleted],
  handle: (ctx, { params }) => endpoints.remove(ctx, params.id),
});

export const rotateSecret = route({
  id: "webhooks.rotate",
  method: "post",
  path: "/webhook-endpoints/{id}/rotation",
  summary: "Replace the signing secret",
  about: "For a day every delivery carries a signature of each secret, so that receivers can change over.",
  permission: "webhooks:write",
  audience: staff,
  params,
  returns: WebhookSecret,
  discloses: true,
  emits: [events.endpointUpdated],
  handle: (ctx, { params }) => endpoints.rotate(ctx, params.id),
});

export const testEndpoint = route({
  id: "webhooks.test",
  method: "post",
  path: "/webhook-endpoints/{id}/test",
  summary: "Send a test event to an endpoint",
  about: "A `webhook.test` event, tried once. It stands in no log and has `seq` 0.",
  permission: "webhooks:write",
  audience: staff,
  limit: "create",
  params,
  returns: WebhookDelivery,
  status: 202,
  handle: (ctx, { params }) => deliveries.test(ctx, params.id),
});

export const replayEndpoint = route({
  id: "webhooks.replay",
  method: "post",
  path: "/webhook-endpoints/{id}/replay",
  summary: "Send again what an endpoint missed since a time",
  about: "Deliveries that failed, and events that happened while the endpoint was disabled. What was sent stays sent.",
  permission: "webhooks:write",
  audience: staff,
  limit: "create",
  params,
  body: ReplayInput,
  returns: Replay,
  status: 202,
  errors: [deliveries.endpointDisabledNow],
  handle: (ctx, { params, body }) => replaySince(ctx, params.id, body.since),
});

export const listDeliveries = route({
  id: "deliveries.list",
  method: "get",
  path: "/webhook-endpoints/{id}/deliveries",
  summary: "List the deliveries of an endpoint, newest first",
  permission: "webhooks:read",
  audience: staff,
  params,
  query: listQuery({ status: deliveryStatus.optional() }),
  returns: pageOf(WebhookDelivery),
  handle: (ctx, { params, query }) => deliveries.list(ctx, params.id, query),
});

export const retrieveDelivery = route({
  id: "deliveries.retrieve",
  method: "get",
  path: "/webhook-deliveries/{id}",
  summary: "Retrieve a delivery with its log of attempts",
  permission: "webhooks:read",
  audience: staff,
  params: deliveryParams,
  returns: WebhookDeliveryWithLog,
  handle: (ctx, { params }) => deliveries.retrieve(ctx, params.id),
});

export const replayDelivery = route({
  id: "deliveries.replay",
  method: "post",
  path: "/webhook-deliveries/{id}/replay",
  summary: "Send a delivery again",
  permission: "webhooks:write",
  audience: staff,
  limit: "create",
  params: deliveryParams,
  returns: WebhookDelivery,
  status: 202,
  errors: [deliveries.endpointDisabledNow],
  handle: (ctx, { params }) => deliveries.replay(ctx, params.id),
});
