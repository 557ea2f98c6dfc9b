import { field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import { resourceCreated, resourceDeleted, resourceStatusChanged, resourceUpdated } from "./events.ts";
import { DuplicationInput, Resource, ResourceInput, ResourcePatch, resourceKind, resourceStatus } from "./schema.ts";
import * as resources from "./service.ts";

const params = z.object({ id: field.id("res") });
const staff = ["member", "secret"] as const;
const everybody = ["member", "secret", "publishable", "visitor"] as const;

export const listResources = route({
  id: "resources.list",
  method: "get",
  path: "/resources",
  summary: "List resources, newest first",
  permission: "resources:read",
  audience: everybody,
  query: listQuery({
    venue_id: field.id("ven").optional().openapi({ description: "At home there, or offered there as well." }),
    status: resourceStatus.optional(),
    kind: resourceKind.optional(),
    category: field.line(80).optional(),
    tag: field.line(40).optional(),
    template: field.truth.optional(),
  }),
  returns: pageOf(Resource),
  handle: (ctx, { query }) => resources.list(ctx, query),
});

export const createResource = route({
  id: "resources.create",
  method: "post",
  path: "/resources",
  summary: "Create a resource",
  permission: "resources:write",
  audience: staff,
  body: ResourceInput,
  returns: Resource,
  emits: [resourceCreated],
  handle: (ctx, { body }) => resources.create(ctx, body),
});

export const retrieveResource = route({
  id: "resources.retrieve",
  method: "get",
  path: "/resources/{id}",
  summary: "Retrieve a resource",
  permission: "resources:read",
  audience: everybody,
  params,
  returns: Resource,
  handle: (ctx, { params }) => resources.retrieve(ctx, params.id),
});

export const updateResource = route({
  id: "resources.update",
  method: "patch",
  path: "/resources/{id}",
  summary: "Change a resource's details, rules or status",
  about: "What is booked already stays booked, at the price it was booked for.",
  permission: "resources:write",
  audience: staff,
  params,
  body: ResourcePatch,
  returns: Resource,
  errors: [resources.resourceInUse],
  emits: [resourceUpdated, resourceStatusChanged],
  handle: (ctx, { params, body }) => resources.update(ctx, params.id, body),
});

export const deleteResource = route({
  id: "resources.delete",
  method: "delete",
  path: "/resources/{id}",
  summary: "Delete a resource",
  about: "Soft, and refused while bookings are still to come for it.",
  permission: "resources:write",
  audience: staff,
  params,
  returns: null,
  errors: [resources.resourceInUse],
  emits: [resourceDeleted],
  handle: (ctx, { params }) => resources.remove(ctx, params.id),
});

export const duplicateResource = route({
  id: "resources.duplicate",
  method: "post",
  path: "/resources/{id}/duplicate",
  summary: "Copy a resource with its whole configuration",
  about: "A copy of a template is what can be booked; a copy kept as a `template` is not.",
  permission: "resources:write",
  audience: staff,
  params,
  body: DuplicationInput,
  returns: Resource,
  emits: [resourceCreated],
  handle: (ctx, { params, body }) => resources.duplicate(ctx, params.id, body),
});
