import type { Brand, Content } from "./layout.ts";
import { greeting } from "./when.ts";

/** What the mails about a ticket need to know of it. */
export interface TicketVariables {
  name: string | null;
  number: number;
  subject: string;
  tracking_url: string;
}

export interface TicketReplyVariables extends TicketVariables {
  sender_name: string;
  text: string;
}

export function ticketConfirmation(ticket: TicketVariables, brand: Brand): Content {
  return {
    subject: `We have received your request (#${ticket.number}): ${ticket.subject}`,
    preview: `${brand.name} will answer your ticket #${ticket.number}.`,
    title: "We have received your request",
    paragraphs: [`${greeting(ticket)} thank you for writing. Your ticket has the number ${ticket.number}.`],
    facts: [
      ["Number", `#${ticket.number}`],
      ["Subject", ticket.subject],
    ],
    action: { text: "Follow the ticket", url: ticket.tracking_url },
    closing: "Keep this link: whoever has it can read the ticket and add to it.",
  };
}

export function ticketReply(ticket: TicketReplyVariables, brand: Brand): Content {
  return {
    subject: `Re: ${ticket.subject} (#${ticket.number})`,
    preview: `${ticket.sender_name} of ${brand.name} has answered.`,
    title: `An answer to your ticket #${ticket.number}`,
    paragraphs: [greeting(ticket)],
    quote: { from: ticket.sender_name, text: ticket.text },
    action: { text: "Read and answer", url: ticket.tracking_url },
  };
}

export function ticketResolved(ticket: TicketVariables, brand: Brand): Content {
  return {
    subject: `Resolved: ${ticket.subject} (#${ticket.number})`,
    preview: `${brand.name} has resolved your ticket #${ticket.number}.`,
    title: "Your ticket is resolved",
    paragraphs: [`${greeting(ticket)} we believe that this is solved. If it is not, answer there and we will go on.`],
    facts: [
      ["Number", `#${ticket.number}`],
      ["Subject", ticket.subject],
    ],
    action: { text: "See the ticket", url: ticket.tracking_url },
  };
}
