import { field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import * as events from "./events.ts";
import { NewShifts, Shift, ShiftInput, ShiftPatch, VenueMember } from "./shapes.ts";
import * as shifts from "./shifts.ts";
import * as venueMembers from "./venue-members.ts";

const params = z.object({ id: field.id("shf") });
const venueParams = z.object({ id: field.id("ven") });
const assignment = venueParams.extend({ member_id: field.id("mem") });
const staff = ["member", "secret"] as const;

export const listVenueMembers = route({
  id: "venue_members.list",
  method: "get",
  path: "/venues/{id}/members",
  summary: "List who works at a venue, first assigned first",
  permission: "staffing:read",
  audience: staff,
  params: venueParams,
  query: listQuery({}),
  returns: pageOf(VenueMember),
  handle: (ctx, { params, query }) => venueMembers.list(ctx, params.id, query),
});

export const addVenueMember = route({
  id: "venue_members.add",
  method: "put",
  path: "/venues/{id}/members/{member_id}",
  summary: "Assign a member to a venue",
  permission: "staffing:write",
  audience: staff,
  params: assignment,
  returns: VenueMember,
  emits: [events.venueMemberCreated],
  handle: (ctx, { params }) => venueMembers.add(ctx, params.id, params.member_id),
});

export const removeVenueMember = route({
  id: "venue_members.remove",
  method: "delete",
  path: "/venues/{id}/members/{member_id}",
  summary: "End a member's assignment to a venue",
  about: "Shifts that are planned there stay planned.",
  permission: "staffing:write",
  audience: staff,
  params: assignment,
  returns: null,
  emits: [events.venueMemberDeleted],
  handle: (ctx, { params }) => venueMembers.remove(ctx, params.id, params.member_id),
});

export const listShifts = route({
  id: "shifts.list",
  method: "get",
  path: "/shifts",
  summary: "List shifts by their start, earliest first",
  permission: "staffing:read",
  audience: staff,
  query: listQuery({
    from: field.instantInput.optional().openapi({ description: "Ends after that time." }),
    to: field.instantInput.optional().openapi({ description: "Starts before that time." }),
    member_id: field.id("mem").optional(),
    venue_id: field.id("ven").optional(),
  }),
  returns: pageOf(Shift),
  handle: (ctx, { query }) => shifts.list(ctx, query),
});

export const createShifts = route({
  id: "shifts.create",
  method: "post",
  path: "/shifts",
  summary: "Plan a shift, or a series of them",
  about: "All or none: a member's shifts never overlap, and a refusal names those in the way in `conflicts`.",
  permission: "staffing:write",
  audience: staff,
  body: ShiftInput,
  returns: NewShifts,
  errors: [shifts.shiftConflict],
  emits: [events.shiftCreated],
  handle: (ctx, { body }) => shifts.create(ctx, body),
});

export const retrieveShift = route({
  id: "shifts.retrieve",
  method: "get",
  path: "/shifts/{id}",
  summary: "Retrieve a shift",
  permission: "staffing:read",
  audience: staff,
  params,
  returns: Shift,
  handle: (ctx, { params }) => shifts.retrieve(ctx, params.id),
});

export const updateShift = route({
  id: "shifts.update",
  method: "patch",
  path: "/shifts/{id}",
  summary: "Move a shift, or hand it to somebody else",
  about: "Changes this shift alone, also where it is one of a series. What is booked already stays booked.",
  permission: "staffing:write",
  audience: staff,
  params,
  body: ShiftPatch,
  returns: Shift,
  errors: [shifts.shiftConflict],
  emits: [events.shiftUpdated],
  handle: (ctx, { params, body }) => shifts.update(ctx, params.id, body),
});

export const deleteShift = route({
  id: "shifts.delete",
  method: "delete",
  path: "/shifts/{id}",
  summary: "Take a shift off the plan",
  about: "What is booked already stays booked.",
  permission: "staffing:write",
  audience: staff,
  params,
  query: z.strictObject({
    series: z.enum(["this", "following"]).default("this").openapi({
      description: "`following` takes those of its series that begin later, too.",
    }),
  }),
  returns: null,
  emits: [events.shiftDeleted],
  handle: (ctx, { params, query }) => shifts.remove(ctx, params.id, query.series),
});
