// Generated from openapi.yaml by `npm run sdk`; edit the routes instead.

export interface Me {
  id: string;
  email: string;
  name: string;
  role: "owner" | "admin" | "team_lead" | "user" | "developer" | "viewer";
  permissions: string[];
  session_id: string;
  tenant: {
    id: string;
    name: string;
    subdomain: string;
    plan: string;
    status: string;
  };
}

export interface SignedIn {
  access_token: string;
  /** Format: date-time */
  expires_at: string;
  member: Me;
}

export interface Session {
  id: string;
  device: string;
  browser: string;
  os: string;
  ip: string;
  /** Format: date-time */
  last_active_at: string;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  expires_at: string;
  current: boolean;
}

export interface Member {
  id: string;
  name: string;
  email: string;
  role: "owner" | "admin" | "team_lead" | "user" | "developer" | "viewer";
  status: "active" | "invited" | "deactivated";
  /** Format: date-time */
  last_active_at: string | null;
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface Company {
  name: string;
  email: string | null;
  phone: string | null;
  address: string | null;
  currency: string;
  time_zone: string;
  tax_rate: number;
  cancellation_hours: number;
  min_booking_hours: number;
  max_booking_days: number;
  deposit_percentage: number;
  accent_color: string;
  terms_of_service: string | null;
  privacy_policy: string | null;
  cancellation_policy: string | null;
  version: number;
}

export interface WidgetConfiguration {
  tenant_name: string;
  accent_color: string;
  locale: string;
  time_zone: string;
  currency: string;
  greeting: string;
  reply_time: string;
  venues: {
    id: string;
    name: string;
    time_zone: string;
  }[];
  texts: {
    [key: string]: string;
  };
}

export interface Key {
  id: string;
  name: string;
  kind: "secret" | "publishable";
  mode: "live" | "test";
  prefix: string;
  scopes: string[];
  origins: string[];
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  last_used_at: string | null;
  /** Format: date-time */
  expires_at: string | null;
  /** Format: date-time */
  revoked_at: string | null;
}

export interface Visitor {
  visitor_id: string;
  contact_id: string | null;
  token: string;
  /** Format: date-time */
  expires_at: string;
}

export interface Contact {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  stage: "new" | "qualified" | "customer";
  source: string;
  tags: string[];
  notes: string | null;
  locale: string | null;
  time_zone: string | null;
  custom: {
    [key: string]: unknown;
  };
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export type Hours = {
  day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
  from: string;
  to: string;
}[];

export interface Venue {
  id: string;
  name: string;
  time_zone: string;
  address: string | null;
  phone: string | null;
  hours: Hours;
  status: "active" | "inactive";
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface Resource {
  id: string;
  venue_id: string;
  name: string;
  kind: "experience" | "service" | "rental";
  description: string | null;
  image_url: string | null;
  status: "available" | "maintenance" | "retired";
  duration_minutes: number;
  slot_step_minutes: number;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  capacity: number;
  min_party: number;
  max_party: number;
  price: number;
  price_per: "place" | "booking";
  currency: string;
  hours: Hours | null;
  lead_minutes: number;
  horizon_days: number;
  requires_approval: boolean;
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface Slot {
  /** Format: date-time */
  starts_at: string;
  /** Format: date-time */
  ends_at: string;
  local_start: string;
  vacancies: number;
  price: number;
  currency: string;
}

export interface Availability {
  resource_id: string;
  time_zone: string;
  days: {
    date: string;
    slots: Slot[];
  }[];
}

export interface Hold {
  id: string;
  resource_id: string;
  /** Format: date-time */
  starts_at: string;
  /** Format: date-time */
  ends_at: string;
  party: number;
  price: number;
  currency: string;
  /** Format: date-time */
  expires_at: string;
}

export interface Booking {
  id: string;
  reference: string;
  resource_id: string;
  resource_name: string;
  venue_id: string;
  time_zone: string;
  contact_id: string;
  /** Format: date-time */
  starts_at: string;
  /** Format: date-time */
  ends_at: string;
  party: number;
  status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
  price: number;
  currency: string;
  notes: string | null;
  /** Format: date-time */
  cancelled_at: string | null;
  cancel_reason: string | null;
  manage_url: string;
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
  contact: {
    name: string;
    email: string;
    phone: string | null;
  };
}

export interface ContactBrief {
  id: string;
  name: string | null;
  email: string | null;
}

export interface Conversation {
  id: string;
  contact_id: string | null;
  contact: ContactBrief | null;
  subject: string | null;
  status: "open" | "pending" | "resolved" | "closed";
  priority: "low" | "normal" | "high" | "urgent";
  assignee_id: string | null;
  channel: "chat" | "email" | "api";
  booking_id: string | null;
  tags: string[];
  last_seq: number;
  unread: number;
  /** Format: date-time */
  snoozed_until: string | null;
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
  last_message: {
    text: string;
    sender_kind: string;
    /** Format: date-time */
    at: string;
  } | null;
}

export interface Attachment {
  media_id: string;
  name: string;
  type: string;
  size: number;
  url: string;
}

export interface Message {
  id: string;
  conversation_id: string;
  seq: number;
  client_msg_id: string | null;
  sender_kind: "customer" | "staff" | "system" | "agent";
  sender_id: string | null;
  sender_name: string | null;
  kind: "text" | "note" | "event";
  text: string;
  attachments: Attachment[];
  /** Format: date-time */
  created_at: string;
}

export interface ConversationCounts {
  open: number;
  pending: number;
  unread: number;
  unassigned: number;
  mine: number;
}

export interface Ticket {
  id: string;
  number: number;
  subject: string;
  description: string;
  category: "bug" | "feature" | "question" | "other";
  priority: "low" | "normal" | "high" | "urgent";
  status: "open" | "in_progress" | "waiting_for_customer" | "resolved" | "closed";
  scope: "visitor" | "internal" | "platform";
  contact_id: string | null;
  contact: ContactBrief | null;
  requester_id: string | null;
  assignee_id: string | null;
  attachments: Attachment[];
  /** Format: date-time */
  resolved_at: string | null;
  tracking_url: string | null;
  /** Format: date-time */
  last_reply_at: string | null;
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface TicketReply {
  id: string;
  ticket_id: string;
  sender_kind: string;
  sender_id: string | null;
  sender_name: string | null;
  text: string;
  internal: boolean;
  attachments: Attachment[];
  /** Format: date-time */
  created_at: string;
}

export interface TrackedTicket {
  ticket: Ticket;
  replies: TicketReply[];
}

export interface Media {
  id: string;
  name: string;
  type: string;
  size: number;
  url: string;
  /** Format: date-time */
  created_at: string;
}

export interface Notification {
  id: string;
  type: string;
  title: string;
  text: string;
  entity_type: string | null;
  entity_id: string | null;
  url: string | null;
  /** Format: date-time */
  read_at: string | null;
  /** Format: date-time */
  created_at: string;
}

export interface WebhookEndpoint {
  id: string;
  url: string;
  description: string | null;
  events: string[];
  status: "enabled" | "disabled";
  disabled_reason: string | null;
  /** Format: date-time */
  created_at: string;
  version: number;
}

export interface Delivery {
  id: string;
  endpoint_id: string;
  event_id: string;
  event_type: string;
  status: "pending" | "sent" | "failed";
  attempts: number;
  /** Format: date-time */
  next_attempt_at: string | null;
  last_status: number | null;
  payload: {
    [key: string]: unknown;
  };
  /** Format: date-time */
  created_at: string;
}

export interface AuditEntry {
  id: string;
  /** Format: date-time */
  at: string;
  action: string;
  entity_type: string;
  entity_id: string | null;
  outcome: string;
  changes: {
    [key: string]: unknown;
  };
  ip: string | null;
  actor: {
    kind: string;
    id: string | null;
    name: string | null;
  };
}

export interface Event {
  id: string;
  seq: number;
  type: string;
  /** Format: date-time */
  at: string;
  data: {
    [key: string]: unknown;
  };
  actor: {
    kind: string;
    id: string | null;
  };
}

export interface Health {
  status: string;
  version: string;
  schema_version: string;
  checks: {
    [key: string]: unknown;
  };
}

export interface AuthSignInBody {
  email: string;
  password: string;
  tenant?: string;
}

export interface SessionsListQuery {
  limit?: number;
  cursor?: string;
}

export interface MembersListQuery {
  q?: string;
  limit?: number;
  cursor?: string;
}

export interface MembersCreateBody {
  name: string;
  email: string;
  role: "owner" | "admin" | "team_lead" | "user" | "developer" | "viewer";
}

export type MembersCreateResult = Member & {
  temporary_password: string;
};

export interface MembersUpdateBody {
  version: number;
  name?: string;
  role?: "owner" | "admin" | "team_lead" | "user" | "developer" | "viewer";
  status?: "active" | "invited" | "deactivated";
}

export interface CompanyUpdateBody {
  name?: string;
  email?: string | null;
  phone?: string | null;
  address?: string | null;
  currency?: string;
  time_zone?: string;
  tax_rate?: number;
  cancellation_hours?: number;
  min_booking_hours?: number;
  max_booking_days?: number;
  deposit_percentage?: number;
  accent_color?: string;
  terms_of_service?: string | null;
  privacy_policy?: string | null;
  cancellation_policy?: string | null;
  version: number;
}

export interface KeysListQuery {
  limit?: number;
  cursor?: string;
}

export interface KeysCreateBody {
  name: string;
  kind: "secret" | "publishable";
  mode: "live" | "test";
  scopes?: string[];
  origins?: string[];
  /** Format: date-time */
  expires_at?: string;
}

export type KeysCreateResult = Key & {
  token: string;
};

export interface KeysRotateBody {
  overlap_hours?: number;
}

export type KeysRotateResult = Key & {
  token: string;
};

export type VisitorsCreateBody = Record<string, unknown>;

export interface VisitorsIdentifyBody {
  identity_token: string;
}

export interface VisitorsMeResult {
  visitor_id: string;
  contact: Contact | null;
}

export interface ContactsListQuery {
  q?: string;
  stage?: "new" | "qualified" | "customer";
  tag?: string;
  limit?: number;
  cursor?: string;
}

export interface ContactsCreateBody {
  name?: string | null;
  email: string | null;
  phone?: string | null;
  stage?: "new" | "qualified" | "customer";
  source?: string;
  tags?: string[];
  notes?: string | null;
  locale?: string | null;
  time_zone?: string | null;
  custom?: {
    [key: string]: unknown;
  };
}

export interface ContactsUpdateBody {
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  stage?: "new" | "qualified" | "customer";
  source?: string;
  tags?: string[];
  notes?: string | null;
  locale?: string | null;
  time_zone?: string | null;
  custom?: {
    [key: string]: unknown;
  };
  version: number;
}

export interface ContactsTimelineQuery {
  limit?: number;
  cursor?: string;
}

export interface VenuesListQuery {
  limit?: number;
  cursor?: string;
}

export interface VenuesCreateBody {
  name: string;
  time_zone: string;
  address?: string | null;
  phone?: string | null;
  hours?: Hours;
  status?: "active" | "inactive";
}

export interface VenuesUpdateBody {
  name?: string;
  time_zone?: string;
  address?: string | null;
  phone?: string | null;
  hours?: Hours;
  status?: "active" | "inactive";
  version: number;
}

export interface ResourcesListQuery {
  venue_id?: string;
  status?: "available" | "maintenance" | "retired";
  limit?: number;
  cursor?: string;
}

export interface ResourcesCreateBody {
  venue_id: string;
  name: string;
  kind: "experience" | "service" | "rental";
  description?: string | null;
  image_url?: string | null;
  status?: "available" | "maintenance" | "retired";
  duration_minutes: number;
  slot_step_minutes?: number;
  buffer_before_minutes?: number;
  buffer_after_minutes?: number;
  capacity?: number;
  min_party?: number;
  max_party?: number;
  price?: number;
  price_per?: "place" | "booking";
  currency?: string;
  hours?: Hours | null;
  lead_minutes?: number;
  horizon_days?: number;
  requires_approval?: boolean;
}

export interface ResourcesUpdateBody {
  venue_id?: string;
  name?: string;
  kind?: "experience" | "service" | "rental";
  description?: string | null;
  image_url?: string | null;
  status?: "available" | "maintenance" | "retired";
  duration_minutes?: number;
  slot_step_minutes?: number;
  buffer_before_minutes?: number;
  buffer_after_minutes?: number;
  capacity?: number;
  min_party?: number;
  max_party?: number;
  price?: number;
  price_per?: "place" | "booking";
  currency?: string;
  hours?: Hours | null;
  lead_minutes?: number;
  horizon_days?: number;
  requires_approval?: boolean;
  version: number;
}

export interface AvailabilitySlotsQuery {
  resource_id: string;
  from: string;
  to: string;
  party?: number;
  time_zone?: string;
}

export interface HoldsCreateBody {
  resource_id: string;
  /** Format: date-time */
  starts_at: string;
  party: number;
}

export interface BookingsListQuery {
  status?: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
  resource_id?: string;
  venue_id?: string;
  contact_id?: string;
  from?: string;
  to?: string;
  q?: string;
  limit?: number;
  cursor?: string;
}

export interface BookingsCreateBody {
  resource_id: string;
  /** Format: date-time */
  starts_at: string;
  party: number;
  hold_id?: string;
  notes?: string;
  answers?: {
    [key: string]: unknown;
  };
  contact: {
    name: string;
    email: string;
    phone?: string;
  };
}

export interface BookingsUpdateBody {
  version: number;
  /** Format: date-time */
  starts_at?: string;
  party?: number;
  resource_id?: string;
  notes?: string;
}

export interface BookingsCancelBody {
  version?: number;
  reason?: string;
}

export interface BookingsSetStatusBody {
  version: number;
  status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
}

export interface ManagedRescheduleBody {
  /** Format: date-time */
  starts_at: string;
  version: number;
}

export interface ManagedCancelBody {
  reason?: string;
}

export interface ConversationsListQuery {
  status?: "open" | "pending" | "resolved" | "closed";
  assignee_id?: string;
  contact_id?: string;
  q?: string;
  limit?: number;
  cursor?: string;
}

export interface ConversationsCreateBody {
  subject?: string;
  contact_id?: string;
  message: {
    client_msg_id: string;
    text: string;
    attachments?: string[];
  };
}

export interface ConversationsUpdateBody {
  version?: number;
  status?: "open" | "pending" | "resolved" | "closed";
  priority?: "low" | "normal" | "high" | "urgent";
  assignee_id?: string | null;
  tags?: string[];
}

export interface ConversationsReadBody {
  seq: number;
}

export interface ConversationsReadResult {
  read_seq: number;
  unread: number;
}

export interface MessagesListQuery {
  after?: number;
  before?: number;
  limit?: number;
  cursor?: string;
}

export interface MessagesCreateBody {
  client_msg_id: string;
  text: string;
  kind?: "text" | "note";
  attachments?: string[];
}

export interface TicketsListQuery {
  status?: "open" | "in_progress" | "waiting_for_customer" | "resolved" | "closed";
  assignee_id?: string;
  category?: "bug" | "feature" | "question" | "other";
  priority?: "low" | "normal" | "high" | "urgent";
  contact_id?: string;
  q?: string;
  limit?: number;
  cursor?: string;
}

export interface TicketsCreateBody {
  subject: string;
  description: string;
  category?: "bug" | "feature" | "question" | "other";
  priority?: "low" | "normal" | "high" | "urgent";
  attachments?: string[];
  contact?: {
    name?: string;
    email: string;
  };
}

export interface TicketsUpdateBody {
  version: number;
  status?: "open" | "in_progress" | "waiting_for_customer" | "resolved" | "closed";
  priority?: "low" | "normal" | "high" | "urgent";
  category?: "bug" | "feature" | "question" | "other";
  assignee_id?: string | null;
  subject?: string;
}

export interface TicketRepliesListQuery {
  limit?: number;
  cursor?: string;
}

export interface TicketRepliesCreateBody {
  text: string;
  internal?: boolean;
  attachments?: string[];
}

export interface TrackedReplyBody {
  text: string;
}

export interface MediaContentQuery {
  expires: number;
  signature: string;
}

export interface NotificationsListQuery {
  unread?: boolean;
  limit?: number;
  cursor?: string;
}

export interface NotificationsCountsResult {
  unread: number;
}

export interface MailboxListResult {
  data: {
    id: string;
    to: string;
    subject: string;
    text: string;
    html: string | null;
    /** Format: date-time */
    at: string;
  }[];
}

export interface WebhooksListQuery {
  limit?: number;
  cursor?: string;
}

export interface WebhooksCreateBody {
  url: string;
  description?: string;
  events?: string[];
}

export type WebhooksCreateResult = WebhookEndpoint & {
  secret: string;
};

export interface WebhooksUpdateBody {
  version: number;
  url?: string;
  description?: string;
  events?: string[];
  status?: "enabled" | "disabled";
}

export interface WebhooksRotateResult {
  secret: string;
}

export interface DeliveriesListQuery {
  status?: "pending" | "sent" | "failed";
  limit?: number;
  cursor?: string;
}

export type DeliveriesRetrieveResult = Delivery & {
  attempt_log: {
    /** Format: date-time */
    at: string;
    status: number | null;
    duration: number;
    response_body: string | null;
    failure: string | null;
  }[];
};

export interface EventsListQuery {
  after?: number;
  type?: string;
  wait?: number;
  limit?: number;
  cursor?: string;
}

export interface AuditListQuery {
  action?: string;
  actor_id?: string;
  entity_id?: string;
  limit?: number;
  cursor?: string;
}

/** booking.created */
export interface BookingCreatedEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "booking.created";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Booking;
}

/** booking.updated */
export interface BookingUpdatedEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "booking.updated";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Booking;
}

/** booking.status_changed */
export interface BookingStatusChangedEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "booking.status_changed";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Booking;
}

/** booking.cancelled */
export interface BookingCancelledEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "booking.cancelled";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Booking;
}

/** hold.created */
export interface HoldCreatedEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "hold.created";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Hold;
}

/** hold.released */
export interface HoldReleasedEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "hold.released";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Hold;
}

/** conversation.created */
export interface ConversationCreatedEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "conversation.created";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Conversation;
}

/** conversation.updated */
export interface ConversationUpdatedEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "conversation.updated";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Conversation;
}

/** conversation.assigned */
export interface ConversationAssignedEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "conversation.assigned";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Conversation;
}

/** conversation.status_changed */
export interface ConversationStatusChangedEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "conversation.status_changed";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Conversation;
}

/** conversation.read */
export interface ConversationReadEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "conversation.read";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Conversation;
}

/** message.created */
export interface MessageCreatedEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "message.created";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Message;
}

/** note.created */
export interface NoteCreatedEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "note.created";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Message;
}

/** ticket.created */
export interface TicketCreatedEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "ticket.created";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Ticket;
}

/** ticket.updated */
export interface TicketUpdatedEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "ticket.updated";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Ticket;
}

/** ticket.assigned */
export interface TicketAssignedEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "ticket.assigned";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Ticket;
}

/** ticket.status_changed */
export interface TicketStatusChangedEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "ticket.status_changed";
  actor: {
    kind: string;
    id: string | null;
  };
  data: Ticket;
}

/** ticket.replied */
export interface TicketRepliedEvent {
  id: string;
  seq: number;
  /** Format: date-time */
  at: string;
  type: "ticket.replied";
  actor: {
    kind: string;
    id: string | null;
  };
  data: TicketReply;
}

/** Every `code` a problem may carry. */
export type ProblemCode =
  | "booking_not_cancellable"
  | "hold_expired"
  | "message_conflict"
  | "slot_unavailable"
  | "version_conflict";

/** Every event by its type. */
export interface Events {
  "booking.created": BookingCreatedEvent;
  "booking.updated": BookingUpdatedEvent;
  "booking.status_changed": BookingStatusChangedEvent;
  "booking.cancelled": BookingCancelledEvent;
  "hold.created": HoldCreatedEvent;
  "hold.released": HoldReleasedEvent;
  "conversation.created": ConversationCreatedEvent;
  "conversation.updated": ConversationUpdatedEvent;
  "conversation.assigned": ConversationAssignedEvent;
  "conversation.status_changed": ConversationStatusChangedEvent;
  "conversation.read": ConversationReadEvent;
  "message.created": MessageCreatedEvent;
  "note.created": NoteCreatedEvent;
  "ticket.created": TicketCreatedEvent;
  "ticket.updated": TicketUpdatedEvent;
  "ticket.assigned": TicketAssignedEvent;
  "ticket.status_changed": TicketStatusChangedEvent;
  "ticket.replied": TicketRepliedEvent;
}

export type EventType = keyof Events;

/** The event of one type. */
export type EventOf<T extends EventType> = Events[T];

/** Any event, told apart by its `type`. The same over REST, socket and webhook. */
export type FoyerEvent = Events[EventType];
