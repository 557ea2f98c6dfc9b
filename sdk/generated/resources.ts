// Generated from openapi.yaml by `npm run sdk`; edit the routes instead.

import type { Call } from "../core/call.ts";
import type { Pages } from "../core/pages.ts";
import { path } from "../core/path.ts";
import type { Bytes, Engine, RequestOptions } from "../core/request.ts";
import { anonymous } from "../core/request.ts";
import type * as T from "./types.ts";

export const audit = (e: Engine) => ({
  /**
   * list audit.
   *
   * `GET /v1/audit`
   */
  list: (query?: T.AuditListQuery, options?: RequestOptions): Pages<T.AuditEntry> => e.list("/v1/audit", query, options),
});

export const auth = (e: Engine) => ({
  /**
   * sign in auth.
   *
   * `POST /v1/auth/sign-in`
   */
  sign_in: (body: T.AuthSignInBody, options?: RequestOptions): Call<T.SignedIn> => e.send("POST", "/v1/auth/sign-in", body, anonymous(options)),

  /**
   * refresh auth.
   *
   * `POST /v1/auth/refresh`
   */
  refresh: (options?: RequestOptions): Call<T.SignedIn> => e.send("POST", "/v1/auth/refresh", undefined, anonymous(options)),

  /**
   * sign out auth.
   *
   * `POST /v1/auth/sign-out`
   */
  sign_out: (options?: RequestOptions): Call<void> => e.send("POST", "/v1/auth/sign-out", undefined, anonymous(options)),

  /**
   * me auth.
   *
   * `GET /v1/auth/me`
   */
  me: (options?: RequestOptions): Call<T.Me> => e.get("/v1/auth/me", undefined, options),
});

export const availability = (e: Engine) => ({
  /**
   * slots availability.
   *
   * `GET /v1/availability`
   */
  slots: (query: T.AvailabilitySlotsQuery, options?: RequestOptions): Call<T.Availability> => e.get("/v1/availability", query, options),
});

export const bookings = (e: Engine) => ({
  /**
   * list bookings.
   *
   * `GET /v1/bookings`
   */
  list: (query?: T.BookingsListQuery, options?: RequestOptions): Pages<T.Booking> => e.list("/v1/bookings", query, options),

  /**
   * Book a slot.
   *
   * `POST /v1/bookings`
   *
   * Emits `booking.created`.
   *
   * Problems: `slot_unavailable`, `hold_expired`.
   */
  create: (body: T.BookingsCreateBody, options?: RequestOptions): Call<T.Booking> => e.send("POST", "/v1/bookings", body, options),

  /**
   * retrieve bookings.
   *
   * `GET /v1/bookings/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Booking> => e.get(path`/v1/bookings/${id}`, undefined, options),

  /**
   * update bookings.
   *
   * `PATCH /v1/bookings/{id}`
   *
   * Emits `booking.updated`.
   *
   * Problems: `slot_unavailable`, `version_conflict`.
   */
  update: (id: string, body: T.BookingsUpdateBody, options?: RequestOptions): Call<T.Booking> => e.send("PATCH", path`/v1/bookings/${id}`, body, options),

  /**
   * cancel bookings.
   *
   * `POST /v1/bookings/{id}/cancellation`
   *
   * Emits `booking.cancelled`.
   *
   * Problems: `booking_not_cancellable`.
   */
  cancel: (id: string, body: T.BookingsCancelBody = {}, options?: RequestOptions): Call<T.Booking> => e.send("POST", path`/v1/bookings/${id}/cancellation`, body, options),

  /**
   * set status bookings.
   *
   * `PATCH /v1/bookings/{id}/status`
   *
   * Emits `booking.status_changed`.
   */
  set_status: (id: string, body: T.BookingsSetStatusBody, options?: RequestOptions): Call<T.Booking> => e.send("PATCH", path`/v1/bookings/${id}/status`, body, options),
});

export const company = (e: Engine) => ({
  /**
   * retrieve company.
   *
   * `GET /v1/company`
   */
  retrieve: (options?: RequestOptions): Call<T.Company> => e.get("/v1/company", undefined, options),

  /**
   * update company.
   *
   * `PATCH /v1/company`
   */
  update: (body: T.CompanyUpdateBody, options?: RequestOptions): Call<T.Company> => e.send("PATCH", "/v1/company", body, options),
});

export const contacts = (e: Engine) => ({
  /**
   * list contacts.
   *
   * `GET /v1/contacts`
   */
  list: (query?: T.ContactsListQuery, options?: RequestOptions): Pages<T.Contact> => e.list("/v1/contacts", query, options),

  /**
   * create contacts.
   *
   * `POST /v1/contacts`
   */
  create: (body: T.ContactsCreateBody, options?: RequestOptions): Call<T.Contact> => e.send("POST", "/v1/contacts", body, options),

  /**
   * retrieve contacts.
   *
   * `GET /v1/contacts/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Contact> => e.get(path`/v1/contacts/${id}`, undefined, options),

  /**
   * update contacts.
   *
   * `PATCH /v1/contacts/{id}`
   *
   * Problems: `version_conflict`.
   */
  update: (id: string, body: T.ContactsUpdateBody, options?: RequestOptions): Call<T.Contact> => e.send("PATCH", path`/v1/contacts/${id}`, body, options),

  /**
   * delete contacts.
   *
   * `DELETE /v1/contacts/{id}`
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/contacts/${id}`, undefined, options),

  /**
   * timeline contacts.
   *
   * `GET /v1/contacts/{id}/timeline`
   */
  timeline: (id: string, query?: T.ContactsTimelineQuery, options?: RequestOptions): Pages<T.Event> => e.list(path`/v1/contacts/${id}/timeline`, query, options),
});

export const conversations = (e: Engine) => ({
  /**
   * list conversations.
   *
   * `GET /v1/conversations`
   */
  list: (query?: T.ConversationsListQuery, options?: RequestOptions): Pages<T.Conversation> => e.list("/v1/conversations", query, options),

  /**
   * create conversations.
   *
   * `POST /v1/conversations`
   *
   * Emits `conversation.created`, `message.created`.
   */
  create: (body: T.ConversationsCreateBody, options?: RequestOptions): Call<T.Conversation> => e.send("POST", "/v1/conversations", body, options),

  /**
   * counts conversations.
   *
   * `GET /v1/conversations/counts`
   */
  counts: (options?: RequestOptions): Call<T.ConversationCounts> => e.get("/v1/conversations/counts", undefined, options),

  /**
   * retrieve conversations.
   *
   * `GET /v1/conversations/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Conversation> => e.get(path`/v1/conversations/${id}`, undefined, options),

  /**
   * update conversations.
   *
   * `PATCH /v1/conversations/{id}`
   *
   * Emits `conversation.updated`.
   */
  update: (id: string, body: T.ConversationsUpdateBody = {}, options?: RequestOptions): Call<T.Conversation> => e.send("PATCH", path`/v1/conversations/${id}`, body, options),

  /**
   * read conversations.
   *
   * `PUT /v1/conversations/{id}/read`
   *
   * Emits `conversation.read`.
   */
  read: (id: string, body: T.ConversationsReadBody, options?: RequestOptions): Call<T.ConversationsReadResult> => e.send("PUT", path`/v1/conversations/${id}/read`, body, options),
});

export const deliveries = (e: Engine) => ({
  /**
   * list deliveries.
   *
   * `GET /v1/webhook-endpoints/{id}/deliveries`
   */
  list: (id: string, query?: T.DeliveriesListQuery, options?: RequestOptions): Pages<T.Delivery> => e.list(path`/v1/webhook-endpoints/${id}/deliveries`, query, options),

  /**
   * retrieve deliveries.
   *
   * `GET /v1/webhook-deliveries/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.DeliveriesRetrieveResult> => e.get(path`/v1/webhook-deliveries/${id}`, undefined, options),

  /**
   * replay deliveries.
   *
   * `POST /v1/webhook-deliveries/{id}/replay`
   */
  replay: (id: string, options?: RequestOptions): Call<T.Delivery> => e.send("POST", path`/v1/webhook-deliveries/${id}/replay`, undefined, options),
});

export const events = (e: Engine) => ({
  /**
   * list events.
   *
   * `GET /v1/events`
   */
  list: (query?: T.EventsListQuery, options?: RequestOptions): Pages<T.Event> => e.list("/v1/events", query, options),
});

export const holds = (e: Engine) => ({
  /**
   * create holds.
   *
   * `POST /v1/holds`
   *
   * Emits `hold.created`.
   *
   * Problems: `slot_unavailable`.
   */
  create: (body: T.HoldsCreateBody, options?: RequestOptions): Call<T.Hold> => e.send("POST", "/v1/holds", body, options),

  /**
   * release holds.
   *
   * `DELETE /v1/holds/{id}`
   *
   * Emits `hold.released`.
   */
  release: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/holds/${id}`, undefined, options),
});

export const keys = (e: Engine) => ({
  /**
   * list keys.
   *
   * `GET /v1/keys`
   */
  list: (query?: T.KeysListQuery, options?: RequestOptions): Pages<T.Key> => e.list("/v1/keys", query, options),

  /**
   * create keys.
   *
   * `POST /v1/keys`
   */
  create: (body: T.KeysCreateBody, options?: RequestOptions): Call<T.KeysCreateResult> => e.send("POST", "/v1/keys", body, options),

  /**
   * rotate keys.
   *
   * `POST /v1/keys/{id}/rotation`
   */
  rotate: (id: string, body: T.KeysRotateBody = {}, options?: RequestOptions): Call<T.KeysRotateResult> => e.send("POST", path`/v1/keys/${id}/rotation`, body, options),

  /**
   * revoke keys.
   *
   * `DELETE /v1/keys/{id}`
   */
  revoke: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/keys/${id}`, undefined, options),
});

export const mailbox = (e: Engine) => ({
  /**
   * list mailbox.
   *
   * `GET /v1/mailbox`
   */
  list: (options?: RequestOptions): Call<T.MailboxListResult> => e.get("/v1/mailbox", undefined, options),
});

export const managed = (e: Engine) => ({
  /**
   * retrieve managed.
   *
   * `GET /v1/managed-bookings/{token}`
   */
  retrieve: (token: string, options?: RequestOptions): Call<T.Booking> => e.get(path`/v1/managed-bookings/${token}`, undefined, anonymous(options)),

  /**
   * reschedule managed.
   *
   * `PATCH /v1/managed-bookings/{token}`
   *
   * Problems: `slot_unavailable`.
   */
  reschedule: (token: string, body: T.ManagedRescheduleBody, options?: RequestOptions): Call<T.Booking> => e.send("PATCH", path`/v1/managed-bookings/${token}`, body, anonymous(options)),

  /**
   * cancel managed.
   *
   * `POST /v1/managed-bookings/{token}/cancellation`
   */
  cancel: (token: string, body: T.ManagedCancelBody = {}, options?: RequestOptions): Call<T.Booking> => e.send("POST", path`/v1/managed-bookings/${token}/cancellation`, body, anonymous(options)),
});

export const media = (e: Engine) => ({
  /**
   * create media.
   *
   * `POST /v1/media`
   */
  create: (body: Bytes, options?: RequestOptions): Call<T.Media> => e.send("POST", "/v1/media", body, options),

  /**
   * retrieve media.
   *
   * `GET /v1/media/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Media> => e.get(path`/v1/media/${id}`, undefined, options),

  /**
   * delete media.
   *
   * `DELETE /v1/media/{id}`
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/media/${id}`, undefined, options),

  /**
   * content media.
   *
   * `GET /v1/media/{id}/content`
   */
  content: (id: string, query: T.MediaContentQuery, options?: RequestOptions): Call<Response> => e.bytes(path`/v1/media/${id}/content`, query, anonymous(options)),
});

export const members = (e: Engine) => ({
  /**
   * list members.
   *
   * `GET /v1/members`
   */
  list: (query?: T.MembersListQuery, options?: RequestOptions): Pages<T.Member> => e.list("/v1/members", query, options),

  /**
   * create members.
   *
   * `POST /v1/members`
   */
  create: (body: T.MembersCreateBody, options?: RequestOptions): Call<T.MembersCreateResult> => e.send("POST", "/v1/members", body, options),

  /**
   * update members.
   *
   * `PATCH /v1/members/{id}`
   */
  update: (id: string, body: T.MembersUpdateBody, options?: RequestOptions): Call<T.Member> => e.send("PATCH", path`/v1/members/${id}`, body, options),
});

export const messages = (e: Engine) => ({
  /**
   * list messages.
   *
   * `GET /v1/conversations/{id}/messages`
   */
  list: (id: string, query?: T.MessagesListQuery, options?: RequestOptions): Pages<T.Message> => e.list(path`/v1/conversations/${id}/messages`, query, options),

  /**
   * create messages.
   *
   * `POST /v1/conversations/{id}/messages`
   *
   * Emits `message.created`, `note.created`.
   *
   * Problems: `message_conflict`.
   */
  create: (id: string, body: T.MessagesCreateBody, options?: RequestOptions): Call<T.Message> => e.send("POST", path`/v1/conversations/${id}/messages`, body, options),
});

export const notifications = (e: Engine) => ({
  /**
   * list notifications.
   *
   * `GET /v1/notifications`
   */
  list: (query?: T.NotificationsListQuery, options?: RequestOptions): Pages<T.Notification> => e.list("/v1/notifications", query, options),

  /**
   * counts notifications.
   *
   * `GET /v1/notifications/counts`
   */
  counts: (options?: RequestOptions): Call<T.NotificationsCountsResult> => e.get("/v1/notifications/counts", undefined, options),

  /**
   * read notifications.
   *
   * `PUT /v1/notifications/{id}/read`
   */
  read: (id: string, options?: RequestOptions): Call<T.Notification> => e.send("PUT", path`/v1/notifications/${id}/read`, undefined, options),

  /**
   * read all notifications.
   *
   * `PUT /v1/notifications/read`
   */
  read_all: (options?: RequestOptions): Call<void> => e.send("PUT", "/v1/notifications/read", undefined, options),
});

export const ops = (e: Engine) => ({
  /**
   * health ops.
   *
   * `GET /health`
   */
  health: (options?: RequestOptions): Call<T.Health> => e.get("/health", undefined, anonymous(options)),
});

export const resources = (e: Engine) => ({
  /**
   * list resources.
   *
   * `GET /v1/resources`
   */
  list: (query?: T.ResourcesListQuery, options?: RequestOptions): Pages<T.Resource> => e.list("/v1/resources", query, options),

  /**
   * create resources.
   *
   * `POST /v1/resources`
   */
  create: (body: T.ResourcesCreateBody, options?: RequestOptions): Call<T.Resource> => e.send("POST", "/v1/resources", body, options),

  /**
   * retrieve resources.
   *
   * `GET /v1/resources/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Resource> => e.get(path`/v1/resources/${id}`, undefined, options),

  /**
   * update resources.
   *
   * `PATCH /v1/resources/{id}`
   *
   * Problems: `version_conflict`.
   */
  update: (id: string, body: T.ResourcesUpdateBody, options?: RequestOptions): Call<T.Resource> => e.send("PATCH", path`/v1/resources/${id}`, body, options),

  /**
   * delete resources.
   *
   * `DELETE /v1/resources/{id}`
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/resources/${id}`, undefined, options),
});

export const sessions = (e: Engine) => ({
  /**
   * list sessions.
   *
   * `GET /v1/sessions`
   */
  list: (query?: T.SessionsListQuery, options?: RequestOptions): Pages<T.Session> => e.list("/v1/sessions", query, options),

  /**
   * revoke others sessions.
   *
   * `DELETE /v1/sessions`
   */
  revoke_others: (options?: RequestOptions): Call<void> => e.send("DELETE", "/v1/sessions", undefined, options),

  /**
   * revoke sessions.
   *
   * `DELETE /v1/sessions/{id}`
   */
  revoke: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/sessions/${id}`, undefined, options),
});

export const ticket_replies = (e: Engine) => ({
  /**
   * list ticket replies.
   *
   * `GET /v1/tickets/{id}/replies`
   */
  list: (id: string, query?: T.TicketRepliesListQuery, options?: RequestOptions): Pages<T.TicketReply> => e.list(path`/v1/tickets/${id}/replies`, query, options),

  /**
   * create ticket replies.
   *
   * `POST /v1/tickets/{id}/replies`
   *
   * Emits `ticket.replied`.
   */
  create: (id: string, body: T.TicketRepliesCreateBody, options?: RequestOptions): Call<T.TicketReply> => e.send("POST", path`/v1/tickets/${id}/replies`, body, options),
});

export const tickets = (e: Engine) => ({
  /**
   * list tickets.
   *
   * `GET /v1/tickets`
   */
  list: (query?: T.TicketsListQuery, options?: RequestOptions): Pages<T.Ticket> => e.list("/v1/tickets", query, options),

  /**
   * create tickets.
   *
   * `POST /v1/tickets`
   *
   * Emits `ticket.created`.
   */
  create: (body: T.TicketsCreateBody, options?: RequestOptions): Call<T.Ticket> => e.send("POST", "/v1/tickets", body, options),

  /**
   * retrieve tickets.
   *
   * `GET /v1/tickets/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Ticket> => e.get(path`/v1/tickets/${id}`, undefined, options),

  /**
   * update tickets.
   *
   * `PATCH /v1/tickets/{id}`
   *
   * Emits `ticket.updated`, `ticket.assigned`, `ticket.status_changed`.
   *
   * Problems: `version_conflict`.
   */
  update: (id: string, body: T.TicketsUpdateBody, options?: RequestOptions): Call<T.Ticket> => e.send("PATCH", path`/v1/tickets/${id}`, body, options),
});

export const tracked = (e: Engine) => ({
  /**
   * retrieve tracked.
   *
   * `GET /v1/tracked-tickets/{token}`
   */
  retrieve: (token: string, options?: RequestOptions): Call<T.TrackedTicket> => e.get(path`/v1/tracked-tickets/${token}`, undefined, anonymous(options)),

  /**
   * reply tracked.
   *
   * `POST /v1/tracked-tickets/{token}/replies`
   */
  reply: (token: string, body: T.TrackedReplyBody, options?: RequestOptions): Call<T.TicketReply> => e.send("POST", path`/v1/tracked-tickets/${token}/replies`, body, anonymous(options)),
});

export const venues = (e: Engine) => ({
  /**
   * list venues.
   *
   * `GET /v1/venues`
   */
  list: (query?: T.VenuesListQuery, options?: RequestOptions): Pages<T.Venue> => e.list("/v1/venues", query, options),

  /**
   * create venues.
   *
   * `POST /v1/venues`
   */
  create: (body: T.VenuesCreateBody, options?: RequestOptions): Call<T.Venue> => e.send("POST", "/v1/venues", body, options),

  /**
   * retrieve venues.
   *
   * `GET /v1/venues/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Venue> => e.get(path`/v1/venues/${id}`, undefined, options),

  /**
   * update venues.
   *
   * `PATCH /v1/venues/{id}`
   *
   * Problems: `version_conflict`.
   */
  update: (id: string, body: T.VenuesUpdateBody, options?: RequestOptions): Call<T.Venue> => e.send("PATCH", path`/v1/venues/${id}`, body, options),

  /**
   * delete venues.
   *
   * `DELETE /v1/venues/{id}`
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/venues/${id}`, undefined, options),
});

export const visitors = (e: Engine) => ({
  /**
   * create visitors.
   *
   * `POST /v1/visitors`
   */
  create: (body: T.VisitorsCreateBody = {}, options?: RequestOptions): Call<T.Visitor> => e.send("POST", "/v1/visitors", body, options),

  /**
   * identify visitors.
   *
   * `POST /v1/visitors/identity`
   */
  identify: (body: T.VisitorsIdentifyBody, options?: RequestOptions): Call<T.Contact> => e.send("POST", "/v1/visitors/identity", body, options),

  /**
   * me visitors.
   *
   * `GET /v1/visitors/me`
   */
  me: (options?: RequestOptions): Call<T.VisitorsMeResult> => e.get("/v1/visitors/me", undefined, options),
});

export const webhooks = (e: Engine) => ({
  /**
   * list webhooks.
   *
   * `GET /v1/webhook-endpoints`
   */
  list: (query?: T.WebhooksListQuery, options?: RequestOptions): Pages<T.WebhookEndpoint> => e.list("/v1/webhook-endpoints", query, options),

  /**
   * create webhooks.
   *
   * `POST /v1/webhook-endpoints`
   */
  create: (body: T.WebhooksCreateBody, options?: RequestOptions): Call<T.WebhooksCreateResult> => e.send("POST", "/v1/webhook-endpoints", body, options),

  /**
   * retrieve webhooks.
   *
   * `GET /v1/webhook-endpoints/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.WebhookEndpoint> => e.get(path`/v1/webhook-endpoints/${id}`, undefined, options),

  /**
   * update webhooks.
   *
   * `PATCH /v1/webhook-endpoints/{id}`
   */
  update: (id: string, body: T.WebhooksUpdateBody, options?: RequestOptions): Call<T.WebhookEndpoint> => e.send("PATCH", path`/v1/webhook-endpoints/${id}`, body, options),

  /**
   * delete webhooks.
   *
   * `DELETE /v1/webhook-endpoints/{id}`
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/webhook-endpoints/${id}`, undefined, options),

  /**
   * rotate webhooks.
   *
   * `POST /v1/webhook-endpoints/{id}/rotation`
   */
  rotate: (id: string, options?: RequestOptions): Call<T.WebhooksRotateResult> => e.send("POST", path`/v1/webhook-endpoints/${id}/rotation`, undefined, options),

  /**
   * test webhooks.
   *
   * `POST /v1/webhook-endpoints/{id}/test`
   */
  test: (id: string, options?: RequestOptions): Call<T.Delivery> => e.send("POST", path`/v1/webhook-endpoints/${id}/test`, undefined, options),
});

export const widget = (e: Engine) => ({
  /**
   * configuration widget.
   *
   * `GET /v1/widget`
   */
  configuration: (options?: RequestOptions): Call<T.WidgetConfiguration> => e.get("/v1/widget", undefined, options),
});

/** All areas of the API. */
export interface Areas {
  audit: ReturnType<typeof audit>;
  auth: ReturnType<typeof auth>;
  availability: ReturnType<typeof availability>;
  bookings: ReturnType<typeof bookings>;
  company: ReturnType<typeof company>;
  contacts: ReturnType<typeof contacts>;
  conversations: ReturnType<typeof conversations>;
  deliveries: ReturnType<typeof deliveries>;
  events: ReturnType<typeof events>;
  holds: ReturnType<typeof holds>;
  keys: ReturnType<typeof keys>;
  mailbox: ReturnType<typeof mailbox>;
  managed: ReturnType<typeof managed>;
  media: ReturnType<typeof media>;
  members: ReturnType<typeof members>;
  messages: ReturnType<typeof messages>;
  notifications: ReturnType<typeof notifications>;
  ops: ReturnType<typeof ops>;
  resources: ReturnType<typeof resources>;
  sessions: ReturnType<typeof sessions>;
  ticket_replies: ReturnType<typeof ticket_replies>;
  tickets: ReturnType<typeof tickets>;
  tracked: ReturnType<typeof tracked>;
  venues: ReturnType<typeof venues>;
  visitors: ReturnType<typeof visitors>;
  webhooks: ReturnType<typeof webhooks>;
  widget: ReturnType<typeof widget>;
}

export const areas = (e: Engine): Areas => ({
  audit: audit(e),
  auth: auth(e),
  availability: availability(e),
  bookings: bookings(e),
  company: company(e),
  contacts: contacts(e),
  conversations: conversations(e),
  deliveries: deliveries(e),
  events: events(e),
  holds: holds(e),
  keys: keys(e),
  mailbox: mailbox(e),
  managed: managed(e),
  media: media(e),
  members: members(e),
  messages: messages(e),
  notifications: notifications(e),
  ops: ops(e),
  resources: resources(e),
  sessions: sessions(e),
  ticket_replies: ticket_replies(e),
  tickets: tickets(e),
  tracked: tracked(e),
  venues: venues(e),
  visitors: visitors(e),
  webhooks: webhooks(e),
  widget: widget(e),
});
