import { field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import { contactEvents } from "../contacts/index.ts";
import * as events from "./events.ts";
import * as messages from "./messages.ts";
import {
  Conversation,
  ConversationCounts,
  ConversationInput,
  ConversationMetrics,
  ConversationPatch,
  conversationChannel,
  conversationStatus,
  Message,
  MessageInput,
  MessagePage,
  ReadInput,
  ReadMark,
} from "./schema.ts";
import * as conversations from "./service.ts";

const params = z.object({ id: field.id("cnv") });
const everybody = ["member", "secret", "visitor"] as const;
const staff = ["member", "secret"] as const;
const seq = z
  .string()
  .regex(/^\d{1,15}$/, "A seq: a whole number.")
  .transform(Number)
  .optional()
  .openapi({ type: "integer", minimum: 0 });

export const listConversations = route({
  id: "conversations.list",
  method: "get",
  path: "/conversations",
  summary: "List conversations, newest activity first",
  permission: "conversations:read",
  audience: everybody,
  own: true,
  query: listQuery({
    status: conversationStatus.optional(),
    channel: conversationChannel.optional(),
    assignee_id: z.union([field.id("mem"), z.literal("none")]).optional(),
    contact_id: field.id("con").optional(),
    booking_id: field.id("bkg").optional(),
    tag: field.line(40).optional(),
    q: field.line(100).optional().openapi({ description: "Words of what was said, or its contact's name or e-mail." }),
  }),
  returns: pageOf(Conversation),
  handle: (ctx, { query }) => conversations.list(ctx, query),
});

export const createConversation = route({
  id: "conversations.create",
  method: "post",
  path: "/conversations",
  summary: "Open a conversation with its first message",
  about:
    "Safe to send again with the same `message.client_msg_id`: the conversation that it opened is answered, as it is now.",
  permission: "conversations:write",
  audience: everybody,
  limit: "create",
  body: ConversationInput,
  returns: Conversation,
  errors: [messages.messageConflict],
  emits: [
    events.conversationCreated,
    events.messageCreated,
    contactEvents.contactCreated,
    contactEvents.contactUpdated,
  ],
  handle: (ctx, { body }) => conversations.create(ctx, body),
});

// Registered before `/conversations/{id}` because exports are taken in the order of their names.
export const countConversations = route({
  id: "conversations.counts",
  method: "get",
  path: "/conversations/counts",
  summary: "Count what is open, waiting and unread",
  permission: "conversations:read",
  audience: staff,
  returns: ConversationCounts,
  handle: (ctx) => conversations.counts(ctx),
});

export const retrieveConversation = route({
  id: "conversations.retrieve",
  method: "get",
  path: "/conversations/{id}",
  summary: "Retrieve a conversation",
  permission: "conversations:read",
  audience: everybody,
  own: true,
  params,
  returns: Conversation,
  handle: (ctx, { params }) => conversations.retrieve(ctx, params.id),
});

export const updateConversation = route({
  id: "conversations.update",
  method: "patch",
  path: "/conversations/{id}",
  summary: "Change a conversation's status, assignment, snooze or details",
  about: "A change of status, assignee or priority leaves an entry in the thread.",
  permission: "conversations:write",
  audience: staff,
  lastWins: "Status and assignment are handed around while people talk; each change stands in the thread.",
  params,
  body: ConversationPatch,
  returns: Conversation,
  emits: [
    events.conversationUpdated,
    events.conversationAssigned,
    events.conversationStatusChanged,
    events.messageCreated,
    events.noteCreated,
  ],
  handle: (ctx, { params, body }) => conversations.update(ctx, params.id, body),
});

export const deleteConversation = route({
  id: "conversations.delete",
  method: "delete",
  path: "/conversations/{id}",
  summary: "Delete a conversation with all that was said in it",
  permission: "conversations:delete",
  audience: staff,
  params,
  returns: null,
  emits: [events.conversationDeleted],
  handle: (ctx, { params }) => conversations.remove(ctx, params.id),
});

export const retrieveConversationMetrics = route({
  id: "conversations.metrics",
  method: "get",
  path: "/conversations/{id}/metrics",
  summary: "First response, resolution and message counts of a conversation",
  permission: "conversations:read",
  audience: staff,
  params,
  returns: ConversationMetrics,
  handle: (ctx, { params }) => conversations.metrics(ctx, params.id),
});

export const readConversation = route({
  id: "conversations.read",
  method: "put",
  path: "/conversations/{id}/read",
  summary: "Say up to where the caller's side has read",
  about: "The mark only moves forward, and no further than the newest text.",
  permission: "conversations:write",
  audience: everybody,
  own: true,
  params,
  body: ReadInput,
  returns: ReadMark,
  emits: [events.conversationRead],
  unaudited: "A mark moves with every glance at a thread and changes nothing that anybody decided.",
  handle: (ctx, { params, body }) => messages.read(ctx, params.id, body.seq),
});

export const listMessages = route({
  id: "messages.list",
  method: "get",
  path: "/conversations/{id}/messages",
  summary: "List a conversation's messages, each page in the order in which they were said",
  about:
    "With `after`, what was said since; with `before`, what was said earlier; with neither, the newest page, and `next_cursor` leads to earlier ones. A visitor is never shown notes.",
  permission: "conversations:read",
  audience: everybody,
  own: true,
  params,
  query: listQuery({ after: seq, before: seq }).extend({
    cursor: z
      .string()
      .regex(/^(after|before)\.\d{1,15}$/, "Not a cursor of this list.")
      .optional()
      .openapi({ description: "`next_cursor` of the page before." }),
  }),
  returns: MessagePage,
  handle: (ctx, { params, query }) => messages.list(ctx, params.id, query),
});

export const createMessage = route({
  id: "messages.create",
  method: "post",
  path: "/conversations/{id}/messages",
  summary: "Say something in a conversation, or leave a note for staff",
  about:
    "Safe to send again with the same `client_msg_id`: the first message is answered. A customer who writes to a conversation that is not open opens it again.",
  permission: "conversations:write",
  audience: everybody,
  own: true,
  limit: "message",
  params,
  body: MessageInput,
  returns: Message,
  errors: [messages.messageConflict],
  emits: [events.messageCreated, events.noteCreated, events.conversationUpdated, events.conversationStatusChanged],
  handle: (ctx, { params, body }) => messages.create(ctx, params.id, body),
});
