import { field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import { contactEvents } from "../contacts/index.ts";
import * as events from "./events.ts";
import * as replies from "./replies.ts";
import {
  Ticket,
  TicketInput,
  TicketPatch,
  TicketReply,
  TicketReplyInput,
  TrackedReplyInput,
  TrackedTicket,
  ticketCategory,
  ticketStatus,
} from "./schema.ts";
import * as tickets from "./service.ts";

const params = z.object({ id: field.id("tkt") });
const link = z.object({ token: z.string().max(200) });
const everybody = ["member", "secret", "visitor"] as const;

export const listTickets = route({
  id: "tickets.list",
  method: "get",
  path: "/tickets",
  summary: "List tickets, newest first",
  permission: "tickets:read",
  audience: everybody,
  own: true,
  query: listQuery({
    status: ticketStatus.optional(),
    category: ticketCategory.optional(),
    priority: field.priority.optional(),
    assignee_id: z.union([field.id("mem"), z.literal("none")]).optional(),
    contact_id: field.id("con").optional(),
    q: field.line(100).optional().openapi({ description: "Words of its text, or its number." }),
  }),
  returns: pageOf(Ticket),
  handle: (ctx, { query }) => tickets.list(ctx, query),
});

export const createTicket = route({
  id: "tickets.create",
  method: "post",
  path: "/tickets",
  summary: "Raise a ticket",
  permission: "tickets:write",
  audience: everybody,
  limit: "create",
  body: TicketInput,
  returns: Ticket,
  emits: [events.ticketCreated, contactEvents.contactCreated, contactEvents.contactUpdated],
  handle: (ctx, { body }) => tickets.create(ctx, body),
});

export const retrieveTicket = route({
  id: "tickets.retrieve",
  method: "get",
  path: "/tickets/{id}",
  summary: "Retrieve a ticket",
  permission: "tickets:read",
  audience: everybody,
  own: true,
  params,
  returns: Ticket,
  handle: (ctx, { params }) => tickets.retrieve(ctx, params.id),
});

export const updateTicket = route({
  id: "tickets.update",
  method: "patch",
  path: "/tickets/{id}",
  summary: "Change a ticket's status, assignment or details",
  permission: "tickets:write",
  audience: ["member", "secret"],
  params,
  body: TicketPatch,
  returns: Ticket,
  emits: [events.ticketUpdated, events.ticketAssigned, events.ticketResolved, events.ticketClosed],
  handle: (ctx, { params, body }) => tickets.update(ctx, params.id, body),
});

export const listTicketReplies = route({
  id: "ticket_replies.list",
  method: "get",
  path: "/tickets/{id}/replies",
  summary: "List the replies to a ticket, oldest first",
  permission: "tickets:read",
  audience: everybody,
  own: true,
  params,
  query: listQuery({}),
  returns: pageOf(TicketReply),
  handle: (ctx, { params, query }) => replies.list(ctx, params.id, query),
});

export const createTicketReply = route({
  id: "ticket_replies.create",
  method: "post",
  path: "/tickets/{id}/replies",
  summary: "Reply to a ticket",
  permission: "tickets:write",
  audience: everybody,
  own: true,
  limit: "message",
  params,
  body: TicketReplyInput,
  returns: TicketReply,
  emits: [events.ticketReplied, events.ticketNoted, events.ticketUpdated],
  handle: (ctx, { params, body }) => replies.create(ctx, params.id, body),
});

export const retrieveTrackedTicket = route({
  id: "tracked_tickets.retrieve",
  method: "get",
  path: "/tracked-tickets/{token}",
  summary: "A ticket and its thread, by its tracking link",
  permission: null,
  audience: ["public"],
  link: "ticket",
  params: link,
  returns: TrackedTicket,
  handle: (ctx) => replies.tracked(ctx),
});

export const replyToTrackedTicket = route({
  id: "tracked_tickets.reply",
  method: "post",
  path: "/tracked-tickets/{token}/replies",
  summary: "Reply to a ticket by its tracking link",
  permission: null,
  audience: ["public"],
  link: "ticket",
  limit: "message",
  params: link,
  body: TrackedReplyInput,
  returns: TicketReply,
  emits: [events.ticketReplied, events.ticketUpdated],
  handle: (ctx, { body }) => replies.trackedReply(ctx, body.text),
});
