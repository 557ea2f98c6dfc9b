import { field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import { keyCreated, keyRevoked } from "./events.ts";
import { Key, KeyInput, NewKey, RotationInput } from "./schema.ts";
import * as keys from "./service.ts";

const params = z.object({ id: field.id("key") });

export const listKeys = route({
  id: "keys.list",
  method: "get",
  path: "/keys",
  summary: "List API keys",
  permission: "keys:read",
  audience: ["member", "secret"],
  query: listQuery({}),
  returns: pageOf(Key),
  handle: (ctx, { query }) => keys.list(ctx, query),
});

export const createKey = route({
  id: "keys.create",
  discloses: true,
  method: "post",
  path: "/keys",
  summary: "Issue an API key",
  about: "The key is of the mode you call in, and is shown only in this answer.",
  permission: "keys:write",
  audience: ["member", "secret"],
  body: KeyInput,
  returns: NewKey,
  emits: [keyCreated],
  handle: (ctx, { body }) => keys.create(ctx, body),
});

export const rotateKey = route({
  id: "keys.rotate",
  discloses: true,
  method: "post",
  path: "/keys/{id}/rotation",
  summary: "Replace an API key",
  about: "Issues a new key with the same rights. The old one keeps working for the overlap.",
  permission: "keys:write",
  audience: ["member", "secret"],
  params,
  body: RotationInput,
  returns: NewKey,
  emits: [keyCreated, keyRevoked],
  handle: (ctx, { params, body }) => keys.rotate(ctx, params.id, body.overlap_hours),
});

export const revokeKey = route({
  id: "keys.revoke",
  method: "delete",
  path: "/keys/{id}",
  summary: "Revoke an API key at once",
  permission: "keys:write",
  audience: ["member", "secret"],
  params,
  returns: null,
  emits: [keyRevoked],
  handle: (ctx, { params }) => keys.revoke(ctx, params.id),
});
