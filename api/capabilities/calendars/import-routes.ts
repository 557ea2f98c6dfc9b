import { field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import * as events from "./events.ts";
import * as imports from "./imports.ts";
import { BusyTime, CalendarImport, CalendarImportInput, CalendarImportPatch } from "./shapes.ts";

const params = z.object({ id: field.id("cim") });
const staff = ["member", "secret"] as const;

export const listImports = route({
  id: "calendar_imports.list",
  method: "get",
  path: "/calendar-imports",
  summary: "List connected calendars, newest first",
  permission: "calendars:read",
  audience: staff,
  query: listQuery({}),
  returns: pageOf(CalendarImport),
  handle: (ctx, { query }) => imports.list(ctx, query),
});

export const createImport = route({
  id: "calendar_imports.create",
  method: "post",
  path: "/calendar-imports",
  summary: "Connect a calendar from elsewhere",
  about:
    "Its busy times in the next 366 days become unavailable here. It is read every 15 minutes, less often while it cannot be. Private addresses are refused, here and whenever it is read.",
  permission: "calendars:write",
  audience: staff,
  body: CalendarImportInput,
  returns: CalendarImport,
  errors: [imports.tooManyImports],
  emits: [events.importCreated],
  handle: (ctx, { body }) => imports.create(ctx, body),
});

export const retrieveImport = route({
  id: "calendar_imports.retrieve",
  method: "get",
  path: "/calendar-imports/{id}",
  summary: "Retrieve a connected calendar",
  permission: "calendars:read",
  audience: staff,
  params,
  returns: CalendarImport,
  handle: (ctx, { params }) => imports.retrieve(ctx, params.id),
});

export const updateImport = route({
  id: "calendar_imports.update",
  method: "patch",
  path: "/calendar-imports/{id}",
  summary: "Change, pause or resume a connected calendar",
  permission: "calendars:write",
  audience: staff,
  params,
  body: CalendarImportPatch,
  returns: CalendarImport,
  emits: [events.importUpdated],
  handle: (ctx, { params, body }) => imports.update(ctx, params.id, body),
});

export const deleteImport = route({
  id: "calendar_imports.delete",
  method: "delete",
  path: "/calendar-imports/{id}",
  summary: "Remove a connected calendar",
  about: "What it made unavailable is free again.",
  permission: "calendars:write",
  audience: staff,
  params,
  returns: null,
  emits: [events.importDeleted],
  handle: (ctx, { params }) => imports.remove(ctx, params.id),
});

export const syncImport = route({
  id: "calendar_imports.sync",
  method: "post",
  path: "/calendar-imports/{id}/sync",
  summary: "Read a connected calendar now",
  permission: "calendars:write",
  audience: staff,
  limit: "create",
  params,
  returns: CalendarImport,
  status: 202,
  errors: [imports.importPaused],
  emits: [events.importUpdated],
  handle: (ctx, { params }) => imports.sync(ctx, params.id),
});

export const listBusyTimes = route({
  id: "calendar_imports.busy",
  method: "get",
  path: "/calendar-imports/{id}/busy",
  summary: "List what a connected calendar makes unavailable",
  about: "Ascending, at most 2,000. What it is about is never kept.",
  permission: "calendars:read",
  audience: staff,
  params,
  query: z.strictObject({ from: field.instantInput, to: field.instantInput }),
  returns: z.object({ data: z.array(BusyTime) }),
  handle: (ctx, { params, query }) => imports.busy(ctx, params.id, query),
});
