import { field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import * as events from "./events.ts";
import * as pools from "./pools.ts";
import { Pool, PoolInput, PoolPatch, Unit, UnitInput, UnitPatch } from "./shapes.ts";
import * as units from "./units.ts";

const params = z.object({ id: field.id("pol") });
const unitParams = z.object({ id: field.id("unt") });
const staff = ["member", "secret"] as const;

export const listPools = route({
  id: "pools.list",
  method: "get",
  path: "/pools",
  summary: "List pools with their units, newest first",
  permission: "staffing:read",
  audience: staff,
  query: listQuery({ venue_id: field.id("ven").optional() }),
  returns: pageOf(Pool),
  handle: (ctx, { query }) => pools.list(ctx, query),
});

export const createPool = route({
  id: "pools.create",
  method: "post",
  path: "/pools",
  summary: "Make a pool of alike things or people",
  permission: "staffing:write",
  audience: staff,
  body: PoolInput,
  returns: Pool,
  emits: [events.poolCreated],
  handle: (ctx, { body }) => pools.create(ctx, body),
});

export const retrievePool = route({
  id: "pools.retrieve",
  method: "get",
  path: "/pools/{id}",
  summary: "Retrieve a pool with its units",
  permission: "staffing:read",
  audience: staff,
  params,
  returns: Pool,
  handle: (ctx, { params }) => pools.retrieve(ctx, params.id),
});

export const updatePool = route({
  id: "pools.update",
  method: "patch",
  path: "/pools/{id}",
  summary: "Change a pool's details",
  about: "What is booked already keeps its units.",
  permission: "staffing:write",
  audience: staff,
  params,
  body: PoolPatch,
  returns: Pool,
  emits: [events.poolUpdated],
  handle: (ctx, { params, body }) => pools.update(ctx, params.id, body),
});

export const deletePool = route({
  id: "pools.delete",
  method: "delete",
  path: "/pools/{id}",
  summary: "Delete a pool and its units",
  about: "Soft, and refused while bookings are still to come with one of its units.",
  permission: "staffing:write",
  audience: staff,
  params,
  returns: null,
  errors: [pools.poolInUse, pools.unitInUse],
  emits: [events.poolDeleted],
  handle: (ctx, { params }) => pools.remove(ctx, params.id),
});

export const createUnit = route({
  id: "units.create",
  method: "post",
  path: "/pools/{id}/units",
  summary: "Add a thing or a person to a pool",
  about:
    "A unit with a `member_id` is that person, who may be in several pools, once in each, and is never booked twice at one time.",
  permission: "staffing:write",
  audience: staff,
  params,
  body: UnitInput,
  returns: Unit,
  errors: [units.unitExists, units.poolFull],
  emits: [events.unitCreated],
  handle: (ctx, { params, body }) => units.create(ctx, params.id, body),
});

export const retrieveUnit = route({
  id: "units.retrieve",
  method: "get",
  path: "/units/{id}",
  summary: "Retrieve a unit",
  permission: "staffing:read",
  audience: staff,
  params: unitParams,
  returns: Unit,
  handle: (ctx, { params }) => units.retrieve(ctx, params.id),
});

export const updateUnit = route({
  id: "units.update",
  method: "patch",
  path: "/units/{id}",
  summary: "Change a unit's name, colour or status",
  permission: "staffing:write",
  audience: staff,
  params: unitParams,
  body: UnitPatch,
  returns: Unit,
  emits: [events.unitUpdated],
  handle: (ctx, { params, body }) => units.update(ctx, params.id, body),
});

export const deleteUnit = route({
  id: "units.delete",
  method: "delete",
  path: "/units/{id}",
  summary: "Take a unit out of its pool",
  about: "Soft, and refused while bookings are still to come with it.",
  permission: "staffing:write",
  audience: staff,
  params: unitParams,
  returns: null,
  errors: [pools.unitInUse],
  emits: [events.unitDeleted],
  handle: (ctx, { params }) => units.remove(ctx, params.id),
});
