import { event } from "../../kernel/index.ts";
import { Conversation, Message, ReadMarkMoved } from "./schema.ts";

/** The log outlives links, so its attachments come without them. */
const LoggedMessage = Message.omit({ attachments: true })
  .extend({ attachments: Message.shape.attachments.element.omit({ url: true }).array() })
  .openapi("LoggedMessage");
/** What a contact may know of its conversation. */
const SharedConversation = Conversation.omit({
  priority: true,
  tags: true,
  assigned_by: true,
  snoozed_until: true,
  unread: true,
  last_seq: true,
});

export const conversationCreated = event("conversation.created", "A conversation was opened.", Conversation);
export const conversationUpdated = event(
  "conversation.updated",
  "A conversation's details changed, its status and assignment among them.",
  Conversation,
);
export const conversationAssigned = event(
  "conversation.assigned",
  "A conversation was given to somebody, or to nobody.",
  Conversation,
);
export const conversationStatusChanged = event(
  "conversation.status_changed",
  "A conversation was opened again, set aside, resolved or closed.",
  SharedConversation,
  { visitors: true },
);
export const conversationDeleted = event(
  "conversation.deleted",
  "A conversation was deleted with all that was said in it.",
  Conversation.pick({ id: true, contact_id: true }),
  { visitors: true },
);
export const conversationRead = event("conversation.read", "One side has read further.", ReadMarkMoved, {
  visitors: true,
});
export const messageCreated = event(
  "message.created",
  "Something was added to a conversation that both sides see: a text, or a change of status or assignee.",
  LoggedMessage,
  { visitors: true },
);
export const noteCreated = event(
  "note.created",
  "Something was added to a conversation that only staff sees: a note, or a change of priority.",
  LoggedMessage,
);
