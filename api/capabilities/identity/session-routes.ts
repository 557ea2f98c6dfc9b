import { field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import * as sessions from "./sessions.ts";
import { MemberSession, Session, SessionRevocation } from "./shapes.ts";

const params = z.object({ id: field.id("ses") });

export const listSessions = route({
  id: "sessions.list",
  method: "get",
  path: "/sessions",
  summary: "List where you are signed in, newest first",
  permission: null,
  audience: ["member"],
  on: "control",
  query: listQuery({}),
  returns: pageOf(Session),
  handle: (ctx, { query }) => sessions.list(ctx, query),
});

export const retrieveSession = route({
  id: "sessions.retrieve",
  method: "get",
  path: "/sessions/{id}",
  summary: "Retrieve one of your sessions",
  permission: null,
  audience: ["member"],
  on: "control",
  params,
  returns: Session,
  handle: (ctx, { params }) => sessions.retrieve(ctx, params.id),
});

export const revokeSession = route({
  id: "sessions.revoke",
  method: "delete",
  path: "/sessions/{id}",
  summary: "End one of your sessions",
  permission: null,
  audience: ["member"],
  on: "control",
  params,
  returns: null,
  handle: (ctx, { params }) => sessions.revoke(ctx, params.id),
});

export const revokeOtherSessions = route({
  id: "sessions.revoke_others",
  method: "delete",
  path: "/sessions",
  summary: "End all of your sessions but this one",
  permission: null,
  audience: ["member"],
  on: "control",
  returns: null,
  handle: (ctx) => sessions.revokeOthers(ctx),
});

export const listMemberSessions = route({
  id: "member_sessions.list",
  method: "get",
  path: "/member-sessions",
  summary: "List everybody's sessions, newest first",
  permission: "sessions:read",
  audience: ["member"],
  on: "control",
  query: listQuery({ member_id: field.id("mem").optional() }),
  returns: pageOf(MemberSession),
  handle: (ctx, { query }) => sessions.listOfMembers(ctx, query),
});

export const revokeMemberSession = route({
  id: "member_sessions.revoke",
  method: "post",
  path: "/member-sessions/{id}/revocation",
  summary: "End somebody's session",
  permission: "sessions:write",
  audience: ["member"],
  on: "control",
  params,
  body: SessionRevocation,
  returns: null,
  handle: (ctx, { params, body }) => sessions.revokeOfMember(ctx, params.id, body.reason),
});
