import { and, asc, eq, gt, gte } from "drizzle-orm";
import { excerpt } from "../../core/text.ts";
import { job, type LoggedEvent, type Work, type z } from "../../kernel/index.ts";
import { contacts } from "../contacts/index.ts";
import { type conversationEvents, conversations, messages } from "../conversations/index.ts";
import { sendMail } from "./mail.ts";
import type { NotificationType } from "./schema.ts";
import { notify } from "./service.ts";
import { membersWho, others } from "./staff.ts";

type Conversation = z.output<typeof conversationEvents.conversationCreated.data>;
type Changed = z.output<typeof conversationEvents.conversationStatusChanged.data>;
type Message = z.output<typeof conversationEvents.messageCreated.data>;

/** How long a contact has to read an answer before it is mailed, in milliseconds. */
const patience = 5 * 60_000;
/** Messages that one mail quotes at most. */
const quoted = 10;

export async function created(work: Work, event: LoggedEvent<Conversation>): Promise<void> {
  const conversation = event.data;
  if (conversation.last_message?.sender_kind !== "customer") return;
  const title = `${conversation.contact?.name ?? "A visitor"} started a conversation`;
  await tell(work, event, conversation.id, "conversation_created", title, conversation.last_message.text);
}

export async function assigned(work: Work, event: LoggedEvent<Conversation>): Promise<void> {
  const { id, assignee_id, contact, subject, last_message } = event.data;
  if (assignee_id === null) return;
  const title = `${contact?.name ?? "A visitor"} waits for you`;
  await tell(work, event, id, "conversation_assigned", title, subject ?? last_message?.text ?? "", [assignee_id]);
}

export async function statusChanged(work: Work, event: LoggedEvent<Changed>): Promise<void> {
  const { id, status, contact, contact_id, subject, version } = event.data;
  if (status !== "resolved" || !contact?.email) return;
  sendMail(work, {
    key: `conversation-resolved:${id}:${version}`,
    template: "conversation-resolved",
    to: contact.email,
    contact_id,
    variables: { name: contact.name, subject },
  });
}

export async function said(work: Work, event: LoggedEvent<Message>): Promise<void> {
  const message = event.data;
  if (message.kind !== "text") return;
  if (message.sender_kind !== "customer") {
    mailLater(work, message);
    return;
  }
  // The first one is told of as a new conversation.
  if (message.seq === 1) return;
  const conversation = await work.db
    .select({ assignee_id: conversations.assignee_id })
    .from(conversations)
    .where(eq(conversations.id, message.conversation_id))
    .get();
  const concerned = conversation?.assignee_id ? [conversation.assignee_id] : undefined;
  const title = `${message.sender_name || "A visitor"} wrote`;
  await tell(work, event, message.conversation_id, "new_message", title, message.text, concerned);
}

/** One look in each stretch of time: what was written in it goes into one mail. */
function mailLater(work: Work, { conversation_id, seq }: Message): void {
  const key = `${conversation_id}:${Math.floor(work.now / patience)}`;
  work.later(mailUnread, { conversation_id, seq }, { at: work.now + patience, key });
}

/** Mails what staff wrote from `seq` on to a contact that has an address and has not read it. */
export const mailUnread = job<{ conversation_id: string; seq: number }>(
  "notifications.mail_unread",
  async (work, { conversation_id, seq }) => {
    const unread = await work.db
      .select({ message: messages, contact_id: contacts.id, name: contacts.name, email: contacts.email })
      .from(messages)
      .innerJoin(conversations, eq(conversations.id, messages.conversation_id))
      .innerJoin(contacts, eq(contacts.id, conversations.contact_id))
      .where(
        and(
          eq(messages.conversation_id, conversation_id),
          gte(messages.seq, seq),
          gt(messages.seq, conversations.customer_read_seq),
          eq(messages.kind, "text"),
          eq(messages.visible, true),
        ),
      )
      .orderBy(asc(messages.seq))
      .limit(quoted + 1);
    const theirs = unread.filter(({ message }) => message.sender_kind !== "customer");
    const last = theirs.at(-1);
    if (!last?.email) return;
    sendMail(work, {
      key: `new-message:${last.message.id}`,
      template: "new-message",
      to: last.email,
      contact_id: last.contact_id,
      variables: {
        name: last.name,
        sender_name: last.message.sender_name,
        text: theirs.map(({ message }) => message.text).join("\n\n"),
      },
    });
  },
);

async function tell(
  work: Work,
  event: LoggedEvent<unknown>,
  id: string,
  type: NotificationType,
  title: string,
  text: string,
  concerned?: readonly string[],
): Promise<void> {
  const url = `/portal/inbox/${id}`;
  const notice = {
    cause: event.id,
    type,
    title,
    text: excerpt(text, 140),
    entity_type: "conversation",
    entity_id: id,
    url,
  };
  notify(work, notice, others(event, concerned ?? (await membersWho(work, "conversations:read"))));
}
