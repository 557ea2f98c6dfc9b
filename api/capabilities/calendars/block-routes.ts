import { field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import * as blocks from "./blocks.ts";
import * as events from "./events.ts";
import { Block, BlockInput, BlockPatch, BlockWithConflicts } from "./shapes.ts";

const params = z.object({ id: field.id("blk") });
const staff = ["member", "secret"] as const;

export const listBlocks = route({
  id: "blocks.list",
  method: "get",
  path: "/blocks",
  summary: "List blocks by their start, earliest first",
  permission: "calendars:read",
  audience: staff,
  query: listQuery({
    from: field.instantInput.optional().openapi({ description: "Those that end later." }),
    to: field.instantInput.optional().openapi({ description: "Those that start earlier." }),
    venue_id: field.id("ven").optional(),
    resource_id: field.id("res").optional(),
    unit_id: field.id("unt").optional(),
  }),
  returns: pageOf(Block),
  handle: (ctx, { query }) => blocks.list(ctx, query),
});

export const createBlock = route({
  id: "blocks.create",
  method: "post",
  path: "/blocks",
  summary: "Make time unavailable",
  about:
    "For venues, resources and units, up to 366 days. Bookings that are there already stay as they are and come back as `conflicts`.",
  permission: "calendars:write",
  audience: staff,
  body: BlockInput,
  returns: BlockWithConflicts,
  emits: [events.blockCreated],
  handle: (ctx, { body }) => blocks.create(ctx, body),
});

export const retrieveBlock = route({
  id: "blocks.retrieve",
  method: "get",
  path: "/blocks/{id}",
  summary: "Retrieve a block, with the bookings that it runs over",
  permission: "calendars:read",
  audience: staff,
  params,
  returns: BlockWithConflicts,
  handle: (ctx, { params }) => blocks.retrieve(ctx, params.id),
});

export const updateBlock = route({
  id: "blocks.update",
  method: "patch",
  path: "/blocks/{id}",
  summary: "Change a block",
  permission: "calendars:write",
  audience: staff,
  params,
  body: BlockPatch,
  returns: BlockWithConflicts,
  emits: [events.blockUpdated],
  handle: (ctx, { params, body }) => blocks.update(ctx, params.id, body),
});

export const deleteBlock = route({
  id: "blocks.delete",
  method: "delete",
  path: "/blocks/{id}",
  summary: "Free blocked time",
  permission: "calendars:write",
  audience: staff,
  params,
  returns: null,
  emits: [events.blockDeleted],
  handle: (ctx, { params }) => blocks.remove(ctx, params.id),
});
