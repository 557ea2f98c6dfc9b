import { event } from "../../kernel/index.ts";
import { Ticket, TicketReply } from "./schema.ts";

/** The log outlives links, so its tickets come without them. */
const LoggedTicket = Ticket.omit({ attachments: true, tracking_url: true }).openapi("TicketData");
const LoggedReply = TicketReply.omit({ attachments: true }).openapi("TicketReplyData");

export const ticketCreated = event("ticket.created", "A ticket was raised.", LoggedTicket, { visitors: true });
export const ticketUpdated = event("ticket.updated", "A ticket's details changed.", LoggedTicket, { visitors: true });
export const ticketAssigned = event("ticket.assigned", "A ticket was given to somebody, or to nobody.", LoggedTicket);
export const ticketResolved = event("ticket.resolved", "A ticket was resolved.", LoggedTicket, { visitors: true });
export const ticketClosed = event("ticket.closed", "A ticket was closed.", LoggedTicket, { visitors: true });
export const ticketReplied = event("ticket.replied", "Somebody answered on a ticket.", LoggedReply, { visitors: true });
export const ticketNoted = event("ticket.noted", "Staff left an internal note on a ticket.", LoggedReply);
