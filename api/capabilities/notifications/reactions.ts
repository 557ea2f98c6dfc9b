import { type EventKind, type LoggedEvent, reader, type Work } from "../../kernel/index.ts";
import { bookingEvents } from "../bookings/index.ts";
import { conversationEvents } from "../conversations/index.ts";
import { ticketEvents } from "../tickets/index.ts";
import { waitlistEvents } from "../waitlist/index.ts";
import * as bookings from "./bookings.ts";
import * as conversations from "./conversations.ts";
import * as departures from "./departures.ts";
import * as tickets from "./tickets.ts";
import * as waitlist from "./waitlist.ts";

type Reaction = (work: Work, event: LoggedEvent) => Promise<void> | void;

/** An event and what is told because of it, to staff and to the contact. */
function on<T>(kind: EventKind<T>, react: (work: Work, event: LoggedEvent<T>) => Promise<void> | void) {
  return [kind.type, react as Reaction] as const;
}

const reactions = new Map([
  on(bookingEvents.bookingCreated, bookings.created),
  on(bookingEvents.bookingConfirmed, bookings.confirmed),
  on(bookingEvents.bookingUpdated, bookings.updated),
  on(bookingEvents.bookingCancelled, bookings.cancelled),
  on(bookingEvents.bookingEndingSoon, bookings.endingSoon),
  on(bookingEvents.bookingCompleted, bookings.completed),
  on(bookingEvents.reminderRequested, bookings.reminderRequested),
  on(bookingEvents.departureBelowMinimum, departures.belowMinimum),
  on(waitlistEvents.entryCreated, waitlist.joined),
  on(waitlistEvents.entryOffered, waitlist.offered),
  on(waitlistEvents.entryExpired, waitlist.expired),
  on(conversationEvents.conversationCreated, conversations.created),
  on(conversationEvents.conversationAssigned, conversations.assigned),
  on(conversationEvents.conversationStatusChanged, conversations.statusChanged),
  on(conversationEvents.messageCreated, conversations.said),
  on(ticketEvents.ticketCreated, tickets.created),
  on(ticketEvents.ticketAssigned, tickets.assigned),
  on(ticketEvents.ticketReplied, tickets.replied),
  on(ticketEvents.ticketResolved, tickets.resolved),
  on(ticketEvents.ticketClosed, tickets.closed),
]);

export const tell = reader("notifications", [...reactions.keys()], (work, event) =>
  reactions.get(event.type)?.(work, event),
);
