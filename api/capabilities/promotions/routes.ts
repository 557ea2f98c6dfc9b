import { field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import { promotionCreated, promotionDeleted, promotionUpdated } from "./events.ts";
import { Promotion, PromotionInput, PromotionPatch, promotionCode, promotionStatus } from "./schema.ts";
import * as promotions from "./service.ts";

const params = z.object({ id: field.id("prm") });
const staff = ["member", "secret"] as const;

export const listPromotions = route({
  id: "promotions.list",
  method: "get",
  path: "/promotions",
  summary: "List promotions, newest first",
  permission: "promotions:read",
  audience: staff,
  query: listQuery({ status: promotionStatus.optional(), code: promotionCode.optional() }),
  returns: pageOf(Promotion),
  handle: (ctx, { query }) => promotions.list(ctx, query),
});

export const createPromotion = route({
  id: "promotions.create",
  method: "post",
  path: "/promotions",
  summary: "Make a promotion",
  permission: "promotions:write",
  audience: staff,
  body: PromotionInput,
  returns: Promotion,
  errors: [promotions.codeTaken],
  emits: [promotionCreated],
  handle: (ctx, { body }) => promotions.create(ctx, body),
});

export const retrievePromotion = route({
  id: "promotions.retrieve",
  method: "get",
  path: "/promotions/{id}",
  summary: "Retrieve a promotion",
  permission: "promotions:read",
  audience: staff,
  params,
  returns: Promotion,
  handle: (ctx, { params }) => promotions.retrieve(ctx, params.id),
});

export const updatePromotion = route({
  id: "promotions.update",
  method: "patch",
  path: "/promotions/{id}",
  summary: "Change a promotion's terms",
  about: "What was booked with it keeps its price. The code stays: people have it.",
  permission: "promotions:write",
  audience: staff,
  params,
  body: PromotionPatch,
  returns: Promotion,
  emits: [promotionUpdated],
  handle: (ctx, { params, body }) => promotions.update(ctx, params.id, body),
});

export const deletePromotion = route({
  id: "promotions.delete",
  method: "delete",
  path: "/promotions/{id}",
  summary: "Delete a promotion",
  about: "Soft: what was booked with it keeps its price, and its code is free for another.",
  permission: "promotions:write",
  audience: staff,
  params,
  returns: null,
  emits: [promotionDeleted],
  handle: (ctx, { params }) => promotions.remove(ctx, params.id),
});
