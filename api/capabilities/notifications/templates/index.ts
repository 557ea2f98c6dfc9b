import * as bookings from "./bookings.ts";
import * as conversations from "./conversations.ts";
import { type Brand, type Content, layout, type Parts } from "./layout.ts";
import * as tickets from "./tickets.ts";
import * as waitlist from "./waitlist.ts";

/** Every mail that goes to a contact, by the name that its delivery is recorded under. */
const templates = {
  "booking-confirmed": bookings.bookingConfirmed,
  "booking-requested": bookings.bookingRequested,
  "booking-moved": bookings.bookingMoved,
  "booking-cancelled": bookings.bookingCancelled,
  "booking-reminder": bookings.bookingReminder,
  "booking-ending-soon": bookings.bookingEndingSoon,
  "booking-completed": bookings.bookingCompleted,
  "waitlist-joined": waitlist.waitlistJoined,
  "waitlist-offered": waitlist.waitlistOffered,
  "waitlist-expired": waitlist.waitlistExpired,
  "ticket-confirmation": tickets.ticketConfirmation,
  "ticket-reply": tickets.ticketReply,
  "ticket-resolved": tickets.ticketResolved,
  "new-message": conversations.newMessage,
  "conversation-resolved": conversations.conversationResolved,
};

export type TemplateName = keyof typeof templates;
export type Variables<N extends TemplateName> = Parameters<(typeof templates)[N]>[0];

/** A mail from its template. `variables` were of the template's own type when the mail was staged. */
export function render(name: TemplateName, variables: unknown, brand: Brand): Parts {
  const template = templates[name] as (variables: unknown, brand: Brand) => Content;
  return layout(template(variables, brand), brand);
}
