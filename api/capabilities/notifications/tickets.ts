import { eq } from "drizzle-orm";
import { excerpt } from "../../core/text.ts";
import type { LoggedEvent, Work, z } from "../../kernel/index.ts";
import { contacts } from "../contacts/index.ts";
import { type ticketEvents, tickets, trackingUrl } from "../tickets/index.ts";
import { sendMail } from "./mail.ts";
import type { NotificationType } from "./schema.ts";
import { notify } from "./service.ts";
import { membersWho, others } from "./staff.ts";

type Ticket = z.output<typeof ticketEvents.ticketCreated.data>;
type Reply = z.output<typeof ticketEvents.ticketReplied.data>;

export async function created(work: Work, event: LoggedEvent<Ticket>): Promise<void> {
  const ticket = event.data;
  if (ticket.contact?.email) {
    sendMail(work, {
      key: `ticket-confirmation:${ticket.id}`,
      template: "ticket-confirmation",
      to: ticket.contact.email,
      contact_id: ticket.contact_id,
      variables: { ...about(work, ticket), name: ticket.contact.name },
    });
  }
  await tell(work, event, ticket, "ticket_created", `New ticket #${ticket.number}`, ticket.subject);
}

export async function assigned(work: Work, event: LoggedEvent<Ticket>): Promise<void> {
  const ticket = event.data;
  const assignee = ticket.assignee_id === null ? [] : [ticket.assignee_id];
  await tell(work, event, ticket, "ticket_assigned", `Ticket #${ticket.number} is yours`, ticket.subject, assignee);
}

/** Staff's answer goes to the customer by mail; the customer's goes to whoever has the ticket. */
export async function replied(work: Work, event: LoggedEvent<Reply>): Promise<void> {
  const reply = event.data;
  const found = await work.db
    .select({ ticket: tickets, contact: { name: contacts.name, email: contacts.email } })
    .from(tickets)
    .leftJoin(contacts, eq(contacts.id, tickets.contact_id))
    .where(eq(tickets.id, reply.ticket_id))
    .get();
  if (!found) return;
  const { ticket, contact } = found;
  const fromStaff = reply.sender_kind === "staff";
  if (fromStaff && contact?.email) {
    sendMail(work, {
      key: `ticket-reply:${reply.id}`,
      template: "ticket-reply",
      to: contact.email,
      contact_id: ticket.contact_id,
      variables: { ...about(work, ticket), name: contact.name, sender_name: reply.sender_name, text: reply.text },
    });
  }
  const concerned = fromStaff ? asked(ticket) : ticket.assignee_id === null ? undefined : [ticket.assignee_id];
  const title = `${reply.sender_name} answered on ticket #${ticket.number}`;
  await tell(work, event, ticket, "ticket_replied", title, excerpt(reply.text, 140), concerned);
}

export async function resolved(work: Work, event: LoggedEvent<Ticket>): Promise<void> {
  const ticket = event.data;
  if (ticket.contact?.email) {
    sendMail(work, {
      key: `ticket-resolved:${ticket.id}:${ticket.version}`,
      template: "ticket-resolved",
      to: ticket.contact.email,
      contact_id: ticket.contact_id,
      variables: { ...about(work, ticket), name: ticket.contact.name },
    });
  }
  await tell(
    work,
    event,
    ticket,
    "ticket_resolved",
    `Ticket #${ticket.number} is resolved`,
    ticket.subject,
    asked(ticket),
  );
}

export async function closed(work: Work, event: LoggedEvent<Ticket>): Promise<void> {
  const ticket = event.data;
  await tell(work, event, ticket, "ticket_closed", `Ticket #${ticket.number} is closed`, ticket.subject, asked(ticket));
}

/** The member who raised it, when a member did. */
const asked = ({ requester_id }: { requester_id: string | null }) => (requester_id === null ? [] : [requester_id]);

const about = (work: Work, ticket: { id: string; number: number; subject: string }) => ({
  number: ticket.number,
  subject: ticket.subject,
  tracking_url: trackingUrl(work, ticket.id),
});

/** Tells those whom it concerns; without anybody in particular, everybody who may read tickets. */
async function tell(
  work: Work,
  event: LoggedEvent<unknown>,
  ticket: { id: string },
  type: NotificationType,
  title: string,
  text: string,
  concerned?: readonly string[],
): Promise<void> {
  const url = `/portal/tickets/${ticket.id}`;
  const notice = { cause: event.id, type, title, text, entity_type: "ticket", entity_id: ticket.id, url };
  notify(work, notice, others(event, concerned ?? (await membersWho(work, "tickets:read"))));
}
