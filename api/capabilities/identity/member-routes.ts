import { field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import * as members from "./members.ts";
import { emailUnconfirmed, lastOwner, memberExists } from "./problems.ts";
import { memberStatuses } from "./schema.ts";
import { Member, MemberInput, MemberPatch, NewMember, role } from "./shapes.ts";

const params = z.object({ id: field.id("mem") });

export const listMembers = route({
  id: "members.list",
  method: "get",
  path: "/members",
  summary: "List the people who work here, newest first",
  permission: "members:read",
  audience: ["member", "secret"],
  on: "control",
  query: listQuery({ role: role.optional(), status: z.enum(memberStatuses).optional() }),
  returns: pageOf(Member),
  handle: (ctx, { query }) => members.list(ctx, query),
});

export const retrieveMember = route({
  id: "members.retrieve",
  method: "get",
  path: "/members/{id}",
  summary: "Retrieve a member",
  permission: "members:read",
  audience: ["member", "secret"],
  on: "control",
  params,
  returns: Member,
  handle: (ctx, { params }) => members.retrieve(ctx, params.id),
});

export const createMember = route({
  id: "members.create",
  discloses: true,
  method: "post",
  path: "/members",
  summary: "Add somebody",
  about: "Nobody gives a role above their own. The temporary password must be changed at the first sign-in.",
  permission: "members:write",
  audience: ["member"],
  on: "control",
  limit: "create",
  body: MemberInput,
  returns: NewMember,
  errors: [memberExists, emailUnconfirmed],
  handle: (ctx, { body }) => members.create(ctx, body),
});

export const updateMember = route({
  id: "members.update",
  method: "patch",
  path: "/members/{id}",
  summary: "Change a member's name, role or status",
  about: "Deactivating somebody ends their sessions at once; what they did stays.",
  permission: "members:write",
  audience: ["member"],
  on: "control",
  params,
  body: MemberPatch,
  returns: Member,
  errors: [lastOwner],
  handle: (ctx, { params, body }) => members.update(ctx, params.id, body),
});
