// Generated from openapi.yaml by `npm run sdk`; edit the routes instead.

export interface Event {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: string;
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    [key: string]: unknown;
  };
}

export interface Key {
  id: string;
  name: string;
  kind: "secret" | "publishable";
  mode: "live" | "test";
  /** Enough of the key to recognise it by. */
  prefix: string;
  /** Permissions such as `tickets:read`; `["*"]` is all of them. */
  scopes: string[];
  /** Web origins that a publishable key may be used from. */
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
    [key: string]: string;
  };
  external_id: string | null;
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface ContactMerge {
  /** The contact that is no more. */
  from: string;
  /** The contact that it turned out to be. */
  to: string;
}

export interface Venue {
  id: string;
  name: string;
  /** IANA name. All slots are laid out on this clock. */
  time_zone: string;
  address: string | null;
  phone: string | null;
  hours: Hours;
  exceptions: HoursExceptions;
  /** Nothing is offered at an inactive venue. */
  status: "active" | "inactive";
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export type Hours = {
  day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
  /** @example 09:00 */
  from: string;
  /** @example 17:00 */
  to: string;
}[];

export type HoursExceptions = {
  /**
   * Format: date
   * @example 2026-11-20
   */
  date: string;
  /** When it is open on that date; empty when it is closed. */
  hours: {
    /** @example 09:00 */
    from: string;
    /** @example 17:00 */
    to: string;
  }[];
  /** @default null */
  name?: string | null;
}[];

export interface Resource {
  id: string;
  venue_id: string;
  name: string;
  kind: "experience" | "service" | "rental";
  description: string | null;
  image_url: string | null;
  status: "available" | "maintenance" | "retired";
  /** Elapsed time from start to end. */
  duration_minutes: number;
  /** Distance between starts, counted from each opening. */
  slot_step_minutes: number;
  /** Kept free before each booking. */
  buffer_before_minutes: number;
  /** Kept free after each booking. */
  buffer_after_minutes: number;
  /** Places at one time. */
  capacity: number;
  /** Fewest places in one booking. */
  min_party: number;
  /** Most places in one booking. */
  max_party: number;
  /** @example 4900 */
  price: number;
  /** How long before its start a booking must be made; `null` for the company's notice. */
  lead_minutes: number | null;
  /** How many days ahead it can be booked. */
  horizon_days: number;
  /** Whether the price is for each place or for the whole booking. */
  price_per: "place" | "booking";
  currency: string;
  hours: Hours | null;
  /** A booking waits as `pending` until staff confirms it. */
  requires_approval: boolean;
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface Hold {
  id: string;
  resource_id: string;
  /** Format: date-time */
  starts_at: string;
  /** Format: date-time */
  ends_at: string;
  party: number;
  /** @example 9800 */
  price: number;
  currency: string;
  /** Format: date-time */
  expires_at: string;
}

export interface Conversation {
  id: string;
  contact_id: string;
  contact: ContactSummary;
  subject: string | null;
  status: "open" | "pending" | "resolved" | "closed";
  /** A visitor is always told `normal`. */
  priority: "low" | "normal" | "high" | "urgent";
  assignee_id: string | null;
  /** Who assigned it. Told to staff. */
  assigned_by: string | null;
  channel: "chat" | "email" | "api";
  booking_id: string | null;
  /** Staff's own; a visitor is told none. */
  tags: string[];
  /** The beginning of the newest text. Notes are never shown here. */
  last_message: {
    text: string;
    sender_kind: "customer" | "staff" | "system" | "agent";
    /** Format: date-time */
    at: string;
  } | null;
  /** The newest change that the caller may see. */
  last_seq: number;
  /** Texts of the other side that the caller's side has not read. */
  unread: number;
  /** Up to where the customer has read. */
  customer_read_seq: number;
  /** Up to where staff has read. */
  staff_read_seq: number;
  /** Format: date-time */
  snoozed_until: string | null;
  /** Format: date-time */
  first_response_at: string | null;
  /** Format: date-time */
  resolved_at: string | null;
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export type ContactSummary = {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
} | null;

export interface ReadMarkMoved {
  conversation_id: string;
  side: "customer" | "staff";
  read_seq: number;
  /** Position among all changes of its conversation. */
  seq: number;
  /** The change before it that the contact may see too. A contact that stands elsewhere has missed something; a lower `seq` than one's own is old news. Staff sees every change, so it counts by one. */
  prev_seq: number;
}

export interface LoggedMessage {
  id: string;
  conversation_id: string;
  /** Position among all changes of its conversation. */
  seq: number;
  /** The change before it that the contact may see too. A contact that stands elsewhere has missed something; a lower `seq` than one's own is old news. Staff sees every change, so it counts by one. */
  prev_seq: number;
  client_msg_id: string | null;
  sender_kind: "customer" | "staff" | "system" | "agent";
  sender_id: string;
  sender_name: string;
  kind: "text" | "note" | "event";
  /** Plain text. For an `event`, what happened, in English. */
  text: string;
  /** What changed, for whoever translates it. */
  event: {
    type: "status" | "assignee" | "priority";
    from: string | null;
    to: string | null;
  } | null;
  /** Format: date-time */
  created_at: string;
  attachments: {
    media_id: string;
    name: string;
    type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
    size: number;
  }[];
}

export interface TicketData {
  id: string;
  /** Counts up within the tenant; for people to speak of the ticket by. */
  number: number;
  subject: string;
  description: string;
  category: "bug" | "feature" | "question" | "other";
  priority: "low" | "normal" | "high" | "urgent";
  status: "open" | "in_progress" | "waiting_for_customer" | "resolved" | "closed";
  scope: "visitor" | "internal" | "platform";
  contact_id: string | null;
  contact: ContactSummary;
  requester_id: string | null;
  assignee_id: string | null;
  /** Format: date-time */
  resolved_at: string | null;
  /** Format: date-time */
  last_reply_at: string | null;
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface TicketReplyData {
  id: string;
  ticket_id: string;
  sender_kind: "customer" | "staff";
  sender_id: string;
  sender_name: string;
  text: string;
  internal: boolean;
  /** Format: date-time */
  created_at: string;
}

export interface WebhookEndpoint {
  id: string;
  url: string;
  description: string | null;
  /** Event types that are sent; an empty list means all. */
  events: string[];
  status: "enabled" | "disabled";
  disabled_reason: string | null;
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
  logo_url: string | null;
  currency: string;
  time_zone: string;
  locale: string;
  /** Hundredths of a percent: 825 is 8.25 %. */
  tax_rate: number;
  /** Hours before the start until which cancelling is free. */
  cancellation_hours: number;
  min_booking_hours: number;
  max_booking_days: number;
  deposit_percentage: number;
  accent_color: string;
  greeting: string;
  reply_time: string;
  /** Shown by the widgets where consent is given. */
  terms_of_service: string | null;
  /** Shown by the widgets where consent is given. */
  privacy_policy: string | null;
  /** Shown by the widgets where consent is given. */
  cancellation_policy: string | null;
  /** Counts the revisions of the legal texts. */
  texts_version: number;
  version: number;
}

export interface CompanyPatch {
  name?: string;
  /** Format: email */
  email?: string | null;
  phone?: string | null;
  address?: string | null;
  /** Format: uri */
  logo_url?: string | null;
  /** @example USD */
  currency?: string;
  /** @example America/New_York */
  time_zone?: string;
  locale?: string;
  tax_rate?: number;
  cancellation_hours?: number;
  min_booking_hours?: number;
  max_booking_days?: number;
  deposit_percentage?: number;
  /** @example #0f766e */
  accent_color?: string;
  greeting?: string;
  reply_time?: string;
  terms_of_service?: string | null;
  privacy_policy?: string | null;
  cancellation_policy?: string | null;
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface LegalTexts {
  id: string;
  version: number;
  terms_of_service: string | null;
  privacy_policy: string | null;
  cancellation_policy: string | null;
  /** Format: date-time */
  published_at: string;
}

export interface WidgetConfiguration {
  tenant_name: string;
  accent_color: string;
  locale: string;
  time_zone: string;
  currency: string;
  greeting: string;
  reply_time: string;
  /** The legal texts that there are: `terms_of_service` and its siblings. */
  texts: {
    [key: string]: string;
  };
  /** Which revision of the texts a visitor sees, and agrees to. */
  texts_version: number;
}

export interface Me {
  /** The membership: who this person is in this tenant. */
  id: string;
  email: string;
  name: string;
  role: "owner" | "admin" | "team_lead" | "user" | "developer" | "viewer";
  permissions: string[];
  /** The password is temporary: nothing is permitted before it is changed. */
  must_change_password: boolean;
  session_id: string;
  tenant: {
    id: string;
    name: string;
    subdomain: string;
    plan: "basic" | "professional" | "performance" | "enterprise";
    status: "active" | "suspended" | "cancelled" | "trial_expired";
  };
}

export interface PasswordInput {
  current_password: string;
  new_password: string;
}

export interface SignedIn {
  /** Sent as `Authorization: Bearer`. Keep it in memory only. */
  access_token: string;
  /** Format: date-time */
  expires_at: string;
  member: Me;
}

export interface SignInInput {
  email: string;
  password: string;
  /** Subdomain. Left out: where this person was last. */
  tenant?: string;
}

export type MemberSession = Session & {
  member_id: string;
  member_name: string;
};

export interface Session {
  id: string;
  /** `desktop`, `mobile`, `tablet` or `other`. */
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
  /** The session that asks. */
  current: boolean;
}

export interface SessionRevocation {
  reason?: string;
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

export type NewMember = Member & {
  /** Shown this once. `null` for a person who has an account and its password already. */
  temporary_password: string | null;
};

export interface MemberInput {
  name: string;
  /** Format: email */
  email: string;
  role: "owner" | "admin" | "team_lead" | "user" | "developer" | "viewer";
}

export interface MemberPatch {
  name?: string;
  role?: "owner" | "admin" | "team_lead" | "user" | "developer" | "viewer";
  status?: "active" | "deactivated";
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export type NewKey = Key & {
  /** The key itself, shown this once. */
  token: string;
};

export interface KeyInput {
  name: string;
  kind: "secret" | "publishable";
  /** Of a secret key. Everything when left out. */
  scopes?: string[];
  /** Of a publishable key, at least one. */
  origins?: string[];
  /** Format: date-time */
  expires_at?: string;
}

export interface KeyRotationInput {
  /**
   * How long the old key still works.
   * @default 24
   */
  overlap_hours?: number;
}

export interface AuditEntry {
  id: string;
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
    name: string;
  };
  /**
   * The operation's id.
   * @example tickets.update
   */
  action: string;
  entity_type: string;
  entity_id: string | null;
  outcome: "success" | "failure" | "pending";
  /** Changed fields before and after; secrets are left out. */
  changes: {
    [key: string]: {
      from?: unknown;
      to?: unknown;
    };
  };
  metadata: {
    [key: string]: unknown;
  };
  ip: string;
  user_agent: string;
  request_id: string;
}

export interface Media {
  id: string;
  name: string;
  /** Found out from the content. */
  type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
  /** Bytes. */
  size: number;
  /** Good for an hour. */
  url: string;
  /** Format: date-time */
  created_at: string;
}

export interface ContactInput {
  name?: string;
  /** Format: email */
  email?: string;
  phone?: string;
  stage?: "new" | "qualified" | "customer";
  source?: string;
  tags?: string[];
  notes?: string;
  locale?: string;
  /** @example America/New_York */
  time_zone?: string;
  custom?: {
    [key: string]: string;
  };
}

export interface ContactPatch {
  name?: string | null;
  /** Format: email */
  email?: string | null;
  phone?: string | null;
  stage?: "new" | "qualified" | "customer";
  source?: string;
  tags?: string[];
  notes?: string | null;
  locale?: string | null;
  /** @example America/New_York */
  time_zone?: string | null;
  custom?: {
    [key: string]: string;
  };
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface NewVisitor {
  visitor_id: string;
  contact_id: string | null;
  /** Sent as `Authorization: Bearer`. Shown this once; the widget keeps it. */
  token: string;
  /** Format: date-time */
  expires_at: string;
}

export interface OwnContact {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  locale: string | null;
  time_zone: string | null;
}

export interface IdentityInput {
  /** A JWT (RFC 7519), HS256 with the identity secret: `sub`, `exp` (within a day) and optionally `email`, `name`, `phone`. */
  identity_token: string;
}

export interface IdentitySecret {
  secret: string;
}

export interface Visitor {
  visitor_id: string;
  contact: OwnContact | null;
}

export interface WhoInput {
  name?: string;
  /** Format: email */
  email?: string;
  phone?: string;
}

export interface VenueInput {
  name: string;
  /**
   * The company's when left out.
   * @example America/New_York
   */
  time_zone?: string;
  /** @default null */
  address?: string | null;
  /** @default null */
  phone?: string | null;
  hours?: Hours;
  exceptions?: HoursExceptions;
  /** @default active */
  status?: "active" | "inactive";
}

export interface VenuePatch {
  name?: string;
  /** @example America/New_York */
  time_zone?: string;
  address?: string | null;
  phone?: string | null;
  hours?: Hours;
  exceptions?: HoursExceptions;
  status?: "active" | "inactive";
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface ResourceInput {
  /** @example ven_0QvPqFbT4kZx81LmWc3R9a */
  venue_id: string;
  name: string;
  /** @default experience */
  kind?: "experience" | "service" | "rental";
  /** @default null */
  description?: string | null;
  /**
   * Format: uri
   * @default null
   */
  image_url?: string | null;
  /** @default available */
  status?: "available" | "maintenance" | "retired";
  /** Elapsed time from start to end. */
  duration_minutes: number;
  /** The duration when left out. */
  slot_step_minutes?: number;
  /**
   * Kept free before each booking.
   * @default 0
   */
  buffer_before_minutes?: number;
  /**
   * Kept free after each booking.
   * @default 0
   */
  buffer_after_minutes?: number;
  /**
   * Places at one time.
   * @default 1
   */
  capacity?: number;
  /**
   * Fewest places in one booking.
   * @default 1
   */
  min_party?: number;
  /** The capacity when left out. */
  max_party?: number;
  /**
   * @default 0
   * @example 4900
   */
  price?: number;
  /**
   * How long before its start a booking must be made; `null` for the company's notice.
   * @default null
   */
  lead_minutes?: number | null;
  /**
   * How many days ahead it can be booked.
   * @default 180
   */
  horizon_days?: number;
  /** @default place */
  price_per?: "place" | "booking";
  /**
   * The company's when left out.
   * @example USD
   */
  currency?: string;
  hours?: Hours | null;
  /** @default false */
  requires_approval?: boolean;
}

export interface ResourcePatch {
  /** @example ven_0QvPqFbT4kZx81LmWc3R9a */
  venue_id?: string;
  name?: string;
  kind?: "experience" | "service" | "rental";
  description?: string | null;
  /** Format: uri */
  image_url?: string | null;
  status?: "available" | "maintenance" | "retired";
  /** Elapsed time from start to end. */
  duration_minutes?: number;
  /** Distance between starts, counted from each opening. */
  slot_step_minutes?: number;
  /** Kept free before each booking. */
  buffer_before_minutes?: number;
  /** Kept free after each booking. */
  buffer_after_minutes?: number;
  /** Places at one time. */
  capacity?: number;
  /** Fewest places in one booking. */
  min_party?: number;
  /** Most places in one booking. */
  max_party?: number;
  /** @example 4900 */
  price?: number;
  /** How long before its start a booking must be made; `null` for the company's notice. */
  lead_minutes?: number | null;
  /** How many days ahead it can be booked. */
  horizon_days?: number;
  price_per?: "place" | "booking";
  /** @example USD */
  currency?: string;
  hours?: Hours | null;
  requires_approval?: boolean;
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface Availability {
  resource_id: string;
  /** Of `local_start`. */
  time_zone: string;
  days: {
    date: string;
    slots: Slot[];
  }[];
}

export interface Slot {
  /** Format: date-time */
  starts_at: string;
  /** Format: date-time */
  ends_at: string;
  /** @example 2026-11-27T09:00:00-05:00 */
  local_start: string;
  /** Places that are free for the whole time, buffers included. */
  vacancies: number;
  /**
   * For the party that was asked about.
   * @example 9800
   */
  price: number;
  currency: string;
}

export interface Booking {
  id: string;
  /**
   * Short, for people to speak of it by.
   * @example FY-7K3M9Q
   */
  reference: string;
  resource_id: string;
  resource_name: string;
  venue_id: string;
  /** The venue's: times are shown on its clock. */
  time_zone: string;
  contact_id: string;
  contact: {
    name: string | null;
    email: string | null;
    phone: string | null;
  };
  /** Format: date-time */
  starts_at: string;
  /** Format: date-time */
  ends_at: string;
  party: number;
  status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
  /**
   * Of the whole booking, computed once.
   * @example 9800
   */
  price: number;
  currency: string;
  notes: string | null;
  answers: {
    [key: string]: string;
  };
  /** Format: date-time */
  cancelled_at: string | null;
  cancel_reason: string | null;
  /** Shows and changes the booking, without an account. */
  manage_url: string;
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface BookingInput {
  /** @example res_0QvPqFbT4kZx81LmWc3R9a */
  resource_id: string;
  /** Format: date-time */
  starts_at: string;
  /** @default 1 */
  party?: number;
  /** @example hld_0QvPqFbT4kZx81LmWc3R9a */
  hold_id?: string;
  /** Whom it is for. A visitor who is known already may leave it out. */
  contact?: {
    name: string;
    /** Format: email */
    email: string;
    phone?: string;
  };
  notes?: string;
  answers?: {
    [key: string]: string;
  };
}

export interface BookingPatch {
  /** @example res_0QvPqFbT4kZx81LmWc3R9a */
  resource_id?: string;
  /** Format: date-time */
  starts_at?: string;
  party?: number;
  notes?: string | null;
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface CancellationInput {
  reason?: string;
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface BookingStatusInput {
  status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface HoldInput {
  /** @example res_0QvPqFbT4kZx81LmWc3R9a */
  resource_id: string;
  /** Format: date-time */
  starts_at: string;
  /** @default 1 */
  party?: number;
}

export type ManagedBooking = Booking & {
  venue: {
    name: string;
    address: string | null;
    phone: string | null;
  };
  business: {
    name: string;
    accent_color: string;
    cancellation_policy: string | null;
  };
  /** How many days ahead it can be moved. */
  horizon_days: number;
  /**
   * Format: date-time
   * Until then it can be changed or cancelled by its link.
   */
  changeable_until: string;
};

export interface RescheduleInput {
  /** Format: date-time */
  starts_at: string;
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface ConversationInput {
  subject?: string;
  /**
   * Whom staff writes to.
   * @example con_0QvPqFbT4kZx81LmWc3R9a
   */
  contact_id?: string;
  contact?: WhoInput & unknown;
  /**
   * The booking that it is about. Set by staff.
   * @example bkg_0QvPqFbT4kZx81LmWc3R9a
   */
  booking_id?: string;
  message: FirstMessageInput;
}

export interface FirstMessageInput {
  /** The sender's own id of the message. Sending it again sends nothing twice. */
  client_msg_id: string;
  /**
   * May be empty when there are attachments.
   * @default
   */
  text?: string;
  /** Ids of uploaded media. */
  attachments?: string[];
}

export interface ConversationPatch {
  subject?: string | null;
  status?: "open" | "pending" | "resolved" | "closed";
  priority?: "low" | "normal" | "high" | "urgent" | "medium";
  /** @example mem_0QvPqFbT4kZx81LmWc3R9a */
  assignee_id?: string | null;
  /** @example bkg_0QvPqFbT4kZx81LmWc3R9a */
  booking_id?: string | null;
  tags?: string[];
  /**
   * Format: date-time
   * Makes it pending until then; it opens again by itself, or when the customer writes.
   */
  snoozed_until?: string | null;
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface ConversationCounts {
  open: number;
  pending: number;
  /** Conversations with something that staff has not read. */
  unread: number;
  /** Open or pending, and nobody's. */
  unassigned: number;
  /** Open or pending, and the caller's. */
  mine: number;
}

export interface MessagePage {
  data: Message[];
  has_more: boolean;
  next_cursor: string | null;
  /** The newest change that the caller may see, at the moment the page was read. */
  last_seq: number;
  customer_read_seq: number;
  staff_read_seq: number;
}

export interface Message {
  id: string;
  conversation_id: string;
  /** Position among all changes of its conversation. */
  seq: number;
  /** The change before it that the contact may see too. A contact that stands elsewhere has missed something; a lower `seq` than one's own is old news. Staff sees every change, so it counts by one. */
  prev_seq: number;
  client_msg_id: string | null;
  sender_kind: "customer" | "staff" | "system" | "agent";
  sender_id: string;
  sender_name: string;
  kind: "text" | "note" | "event";
  /** Plain text. For an `event`, what happened, in English. */
  text: string;
  /** What changed, for whoever translates it. */
  event: {
    type: "status" | "assignee" | "priority";
    from: string | null;
    to: string | null;
  } | null;
  attachments: Attachment[];
  /** Format: date-time */
  created_at: string;
}

export interface Attachment {
  media_id: string;
  name: string;
  type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
  size: number;
  /** Good for an hour. */
  url: string;
}

export interface MessageInput {
  /** The sender's own id of the message. Sending it again sends nothing twice. */
  client_msg_id: string;
  /**
   * May be empty when there are attachments.
   * @default
   */
  text?: string;
  /**
   * Staff writes notes, which only staff sees.
   * @default text
   */
  kind?: "text" | "note";
  /** Ids of uploaded media. */
  attachments?: string[];
}

export interface ConversationMetrics {
  conversation_id: string;
  /** Format: date-time */
  first_response_at: string | null;
  /** From the customer's first text to the first text of staff after it. */
  first_response_seconds: number | null;
  /** Format: date-time */
  resolved_at: string | null;
  /** From the beginning to the time it was last resolved; null while it is not. */
  resolution_seconds: number | null;
  messages: {
    customer: number;
    staff: number;
    agent: number;
    notes: number;
  };
  /** How often it came back after it was resolved or closed. */
  reopened: number;
}

export interface ReadMark {
  read_seq: number;
  /** What the caller's side has yet to read. */
  unread: number;
}

export interface ReadInput {
  /** Everything up to here was read. */
  seq: number;
}

export interface Ticket {
  id: string;
  /** Counts up within the tenant; for people to speak of the ticket by. */
  number: number;
  subject: string;
  description: string;
  category: "bug" | "feature" | "question" | "other";
  priority: "low" | "normal" | "high" | "urgent";
  status: "open" | "in_progress" | "waiting_for_customer" | "resolved" | "closed";
  scope: "visitor" | "internal" | "platform";
  contact_id: string | null;
  contact: ContactSummary;
  requester_id: string | null;
  assignee_id: string | null;
  attachments: Attachment[];
  /** Shows the ticket to whoever has the link, without an account. */
  tracking_url: string;
  /** Format: date-time */
  resolved_at: string | null;
  /** Format: date-time */
  last_reply_at: string | null;
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface TicketInput {
  subject: string;
  description: string;
  /** @default question */
  category?: "bug" | "feature" | "question" | "other";
  /** @default normal */
  priority?: "low" | "normal" | "high" | "urgent" | "medium";
  /** Ids of uploaded media. */
  attachments?: string[];
  contact?: WhoInput & unknown;
}

export interface TicketPatch {
  status?: "open" | "in_progress" | "waiting_for_customer" | "resolved" | "closed";
  priority?: "low" | "normal" | "high" | "urgent" | "medium";
  category?: "bug" | "feature" | "question" | "other";
  subject?: string;
  /** @example mem_0QvPqFbT4kZx81LmWc3R9a */
  assignee_id?: string | null;
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface TicketReply {
  id: string;
  ticket_id: string;
  sender_kind: "customer" | "staff";
  sender_id: string;
  sender_name: string;
  text: string;
  internal: boolean;
  attachments: Attachment[];
  /** Format: date-time */
  created_at: string;
}

export interface TicketReplyInput {
  text: string;
  /**
   * A note that only staff sees.
   * @default false
   */
  internal?: boolean;
  /** Ids of uploaded media. */
  attachments?: string[];
}

export interface TrackedTicket {
  ticket: {
    id: string;
    /** Counts up within the tenant; for people to speak of the ticket by. */
    number: number;
    subject: string;
    description: string;
    category: "bug" | "feature" | "question" | "other";
    priority: "low" | "normal" | "high" | "urgent";
    status: "open" | "in_progress" | "waiting_for_customer" | "resolved" | "closed";
    scope: "visitor" | "internal" | "platform";
    attachments: Attachment[];
    /** Shows the ticket to whoever has the link, without an account. */
    tracking_url: string;
    /** Format: date-time */
    resolved_at: string | null;
    /** Format: date-time */
    last_reply_at: string | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
  replies: TicketReply[];
  business: {
    name: string;
    accent_color: string;
  };
}

export interface TrackedReplyInput {
  text: string;
}

export interface KeptMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Format: date-time */
  at: string;
}

export interface Notification {
  id: string;
  type: "booking_requested" | "booking_confirmed" | "booking_cancelled" | "new_message" | "conversation_created" | "conversation_assigned" | "ticket_created" | "ticket_assigned" | "ticket_replied" | "ticket_resolved" | "ticket_closed" | "system_alert";
  title: string;
  text: string;
  entity_type: string | null;
  entity_id: string | null;
  /** Where the portal shows it, as a path. */
  url: string | null;
  /** Format: date-time */
  read_at: string | null;
  /** Format: date-time */
  created_at: string;
}

export interface NotificationCounts {
  unread: number;
}

export type WebhookDeliveryWithLog = WebhookDelivery & {
  attempt_log: WebhookAttempt[];
};

export interface WebhookAttempt {
  /** Format: date-time */
  at: string;
  status: number | null;
  /** Milliseconds. */
  duration: number;
  /** The beginning of what was answered. */
  response_body: string | null;
  failure: string | null;
}

export interface WebhookDelivery {
  id: string;
  endpoint_id: string;
  /** Sent as `webhook-id`: the same for every attempt and replay. */
  event_id: string;
  event_type: string;
  status: "pending" | "sent" | "failed";
  attempts: number;
  /** Format: date-time */
  next_attempt_at: string | null;
  /** HTTP status of the last attempt, if one came back. */
  last_status: number | null;
  payload: {
    [key: string]: unknown;
  };
  /** Format: date-time */
  created_at: string;
}

export type NewWebhookEndpoint = WebhookEndpoint & {
  /**
   * Signs what is sent (Standard Webhooks). Shown this once.
   * @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD
   */
  secret: string;
};

export interface WebhookEndpointInput {
  /**
   * Format: uri
   * @example https://hooks.example.com/foyer
   */
  url: string;
  description?: string | null;
  /** @default [] */
  events?: string[];
}

export interface WebhookEndpointPatch {
  /**
   * Format: uri
   * @example https://hooks.example.com/foyer
   */
  url?: string;
  description?: string | null;
  events?: string[];
  status?: "enabled" | "disabled";
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface EventDescription {
  type: string;
  about: string;
}

export interface WebhookReplay {
  endpoint_id: string;
  /** Format: date-time */
  since: string;
}

export interface WebhookReplayInput {
  /**
   * Format: date-time
   * Events from then on that were not delivered are sent again.
   */
  since: string;
}

export interface WebhookSecret {
  /**
   * Signs what is sent (Standard Webhooks). Shown this once.
   * @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD
   */
  secret: string;
  /**
   * Format: date-time
   * Until then every delivery carries a signature of the old secret beside that of the new one.
   */
  previous_secret_until: string;
}

export interface EventPage {
  data: Event[];
  /** Whether the log goes on after `next_cursor`. */
  has_more: boolean;
  /** The last position that was looked at, whether the caller may see it or not: ask on from there. */
  next_cursor: string;
}

export interface Job {
  id: string;
  /** @example mail.send */
  kind: string;
  state: "waiting" | "dead" | "running";
  attempts: number;
  /**
   * Format: date-time
   * When it is, or was last, due.
   */
  run_at: string;
  /** Why the last attempt came to nothing. */
  error: string | null;
  /** Format: date-time */
  created_at: string;
}

/** What went wrong (RFC 9457). `code` is stable; `detail` is for people. */
export type Problem = {
  /** Format: uri */
  type: string;
  title: string;
  status: number;
  detail?: string;
  code: string;
  request_id: string;
  errors?: {
    in: "body" | "query" | "path" | "header";
    /** JSON Pointer (RFC 6901) into the part named by `in`. */
    pointer: string;
    detail: string;
  }[];
} & {
  [key: string]: unknown;
};

export interface LegalTextsListQuery {
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface MemberSessionsListQuery {
  /** @example mem_0QvPqFbT4kZx81LmWc3R9a */
  member_id?: string;
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface MembersListQuery {
  role?: "owner" | "admin" | "team_lead" | "user" | "developer" | "viewer";
  status?: "active" | "invited" | "deactivated";
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface SessionsListQuery {
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface KeysListQuery {
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface AuditListQuery {
  action?: string;
  actor_id?: string;
  entity_type?: string;
  entity_id?: string;
  outcome?: "success" | "failure" | "pending";
  /**
   * Format: date-time
   * Nothing before.
   */
  from?: string;
  /**
   * Format: date-time
   * Nothing from then on.
   */
  to?: string;
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface AuditExportQuery {
  action?: string;
  actor_id?: string;
  entity_type?: string;
  entity_id?: string;
  outcome?: "success" | "failure" | "pending";
  /**
   * Format: date-time
   * Nothing before.
   */
  from?: string;
  /**
   * Format: date-time
   * Nothing from then on.
   */
  to?: string;
}

export interface ContactsListQuery {
  q?: string;
  stage?: "new" | "qualified" | "customer";
  tag?: string;
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface ContactsTimelineQuery {
  /** Rows a page. */
  limit?: number;
  cursor?: string;
}

export type VisitorsCreateBody = Record<string, unknown>;

export interface VenuesListQuery {
  status?: "active" | "inactive";
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface ResourcesListQuery {
  /** @example ven_0QvPqFbT4kZx81LmWc3R9a */
  venue_id?: string;
  status?: "available" | "maintenance" | "retired";
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface AvailabilitySlotsQuery {
  /** @example res_0QvPqFbT4kZx81LmWc3R9a */
  resource_id: string;
  /**
   * Format: date
   * First local date at the venue.
   * @example 2026-11-20
   */
  from: string;
  /**
   * Format: date
   * Last local date at the venue, at most 31 days in all.
   * @example 2026-11-20
   */
  to: string;
  party?: number;
  /**
   * For `local_start`; the venue's when left out.
   * @example America/New_York
   */
  time_zone?: string;
}

export interface BookingsListQuery {
  status?: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
  /** @example res_0QvPqFbT4kZx81LmWc3R9a */
  resource_id?: string;
  /** @example ven_0QvPqFbT4kZx81LmWc3R9a */
  venue_id?: string;
  /** @example con_0QvPqFbT4kZx81LmWc3R9a */
  contact_id?: string;
  /** Starts then or later: a time, or a date of the company's. */
  from?: string;
  /** Starts before that time, or on that date or earlier. */
  to?: string;
  /** Its reference, or whom it is for. */
  q?: string;
  /** @default desc */
  order?: "asc" | "desc";
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface ManagedBookingsSlotsQuery {
  /**
   * Format: date
   * First local date at the venue.
   * @example 2026-11-20
   */
  from: string;
  /**
   * Format: date
   * Last local date at the venue, at most 31 days in all.
   * @example 2026-11-20
   */
  to: string;
  /**
   * For `local_start`; the venue's when left out.
   * @example America/New_York
   */
  time_zone?: string;
}

export interface ConversationsListQuery {
  status?: "open" | "pending" | "resolved" | "closed";
  channel?: "chat" | "email" | "api";
  assignee_id?: string | "none";
  /** @example con_0QvPqFbT4kZx81LmWc3R9a */
  contact_id?: string;
  /** @example bkg_0QvPqFbT4kZx81LmWc3R9a */
  booking_id?: string;
  tag?: string;
  /** Words of what was said, or its contact's name or e-mail. */
  q?: string;
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface MessagesListQuery {
  after?: number;
  before?: number;
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface TicketsListQuery {
  status?: "open" | "in_progress" | "waiting_for_customer" | "resolved" | "closed";
  category?: "bug" | "feature" | "question" | "other";
  priority?: "low" | "normal" | "high" | "urgent";
  assignee_id?: string | "none";
  /** @example con_0QvPqFbT4kZx81LmWc3R9a */
  contact_id?: string;
  /** Words of its text, or its number. */
  q?: string;
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface TicketRepliesListQuery {
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface MailboxListResult {
  data: KeptMail[];
}

export interface NotificationsListQuery {
  /** Only what you have not read. */
  unread?: boolean;
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface WebhooksListQuery {
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface EventTypesListResult {
  data: EventDescription[];
}

export interface DeliveriesListQuery {
  status?: "pending" | "sent" | "failed";
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface EventsListQuery {
  /** The `seq` that was seen last, or `latest` for the end of the log as it is now. Without it, from the oldest event that is kept. */
  after?: "latest" | number;
  /** `next_cursor` of the page before; the same as `after`. */
  cursor?: string;
  /** @example message.created,conversation.read */
  type?: string;
  /** Only what is about the thing with this id. */
  subject?: string;
  /** Seconds to wait for an event when there is none yet. */
  wait?: number;
  /** Events a page. */
  limit?: number;
}

export interface JobsListQuery {
  /** @default dead */
  state?: "waiting" | "dead";
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

/** The company's settings changed. */
export interface CompanyUpdatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "company.updated";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    name: string;
    email: string | null;
    phone: string | null;
    address: string | null;
    logo_url: string | null;
    currency: string;
    time_zone: string;
    locale: string;
    /** Hundredths of a percent: 825 is 8.25 %. */
    tax_rate: number;
    /** Hours before the start until which cancelling is free. */
    cancellation_hours: number;
    min_booking_hours: number;
    max_booking_days: number;
    deposit_percentage: number;
    accent_color: string;
    greeting: string;
    reply_time: string;
    /** Counts the revisions of the legal texts. */
    texts_version: number;
    version: number;
  };
}

/** An API key was issued. */
export interface KeyCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "key.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Key;
}

/** An API key was revoked, or replaced by rotation. */
export interface KeyRevokedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "key.revoked";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Key;
}

/** A file was deleted. */
export interface MediaDeletedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "media.deleted";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    name: string;
    /** Found out from the content. */
    type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
    /** Bytes. */
    size: number;
    /** Format: date-time */
    created_at: string;
  };
}

/** A file was uploaded. */
export interface MediaUploadedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "media.uploaded";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    name: string;
    /** Found out from the content. */
    type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
    /** Bytes. */
    size: number;
    /** Format: date-time */
    created_at: string;
  };
}

/** A contact was created, by staff or at a first touch. */
export interface ContactCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "contact.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Contact;
}

/** A contact was deleted. It can be restored. */
export interface ContactDeletedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "contact.deleted";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Contact;
}

/** Two contacts turned out to be one person; what was one's is now the other's. */
export interface ContactMergedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "contact.merged";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: ContactMerge;
}

/** A contact moved to another stage. */
export interface ContactStageChangedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "contact.stage_changed";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Contact;
}

/** A contact's details changed. */
export interface ContactUpdatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "contact.updated";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Contact;
}

/** A venue was opened. */
export interface VenueCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "venue.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Venue;
}

/** A venue was deleted. */
export interface VenueDeletedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "venue.deleted";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Venue;
}

/** A venue's details or hours changed. */
export interface VenueUpdatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "venue.updated";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Venue;
}

/** A resource was created. */
export interface ResourceCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "resource.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Resource;
}

/** A resource was deleted. */
export interface ResourceDeletedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "resource.deleted";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Resource;
}

/** A resource became available, went into maintenance or was retired. */
export interface ResourceStatusChangedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "resource.status_changed";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Resource;
}

/** A resource's details or rules changed. */
export interface ResourceUpdatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "resource.updated";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Resource;
}

/** A booking was cancelled. */
export interface BookingCancelledEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "booking.cancelled";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    /**
     * Short, for people to speak of it by.
     * @example FY-7K3M9Q
     */
    reference: string;
    resource_id: string;
    resource_name: string;
    venue_id: string;
    /** The venue's: times are shown on its clock. */
    time_zone: string;
    contact_id: string;
    contact: {
      name: string | null;
      email: string | null;
      phone: string | null;
    };
    /** Format: date-time */
    starts_at: string;
    /** Format: date-time */
    ends_at: string;
    party: number;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /**
     * Of the whole booking, computed once.
     * @example 9800
     */
    price: number;
    currency: string;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** The time of a booking ended. */
export interface BookingCompletedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "booking.completed";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    /**
     * Short, for people to speak of it by.
     * @example FY-7K3M9Q
     */
    reference: string;
    resource_id: string;
    resource_name: string;
    venue_id: string;
    /** The venue's: times are shown on its clock. */
    time_zone: string;
    contact_id: string;
    contact: {
      name: string | null;
      email: string | null;
      phone: string | null;
    };
    /** Format: date-time */
    starts_at: string;
    /** Format: date-time */
    ends_at: string;
    party: number;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /**
     * Of the whole booking, computed once.
     * @example 9800
     */
    price: number;
    currency: string;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** Staff confirmed a booking. */
export interface BookingConfirmedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "booking.confirmed";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    /**
     * Short, for people to speak of it by.
     * @example FY-7K3M9Q
     */
    reference: string;
    resource_id: string;
    resource_name: string;
    venue_id: string;
    /** The venue's: times are shown on its clock. */
    time_zone: string;
    contact_id: string;
    contact: {
      name: string | null;
      email: string | null;
      phone: string | null;
    };
    /** Format: date-time */
    starts_at: string;
    /** Format: date-time */
    ends_at: string;
    party: number;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /**
     * Of the whole booking, computed once.
     * @example 9800
     */
    price: number;
    currency: string;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** Somebody booked. */
export interface BookingCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "booking.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    /**
     * Short, for people to speak of it by.
     * @example FY-7K3M9Q
     */
    reference: string;
    resource_id: string;
    resource_name: string;
    venue_id: string;
    /** The venue's: times are shown on its clock. */
    time_zone: string;
    contact_id: string;
    contact: {
      name: string | null;
      email: string | null;
      phone: string | null;
    };
    /** Format: date-time */
    starts_at: string;
    /** Format: date-time */
    ends_at: string;
    party: number;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /**
     * Of the whole booking, computed once.
     * @example 9800
     */
    price: number;
    currency: string;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** A booking was deleted. */
export interface BookingDeletedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "booking.deleted";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    /**
     * Short, for people to speak of it by.
     * @example FY-7K3M9Q
     */
    reference: string;
    resource_id: string;
    resource_name: string;
    venue_id: string;
    /** The venue's: times are shown on its clock. */
    time_zone: string;
    contact_id: string;
    contact: {
      name: string | null;
      email: string | null;
      phone: string | null;
    };
    /** Format: date-time */
    starts_at: string;
    /** Format: date-time */
    ends_at: string;
    party: number;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /**
     * Of the whole booking, computed once.
     * @example 9800
     */
    price: number;
    currency: string;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** Nobody came. */
export interface BookingNoShowEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "booking.no_show";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    /**
     * Short, for people to speak of it by.
     * @example FY-7K3M9Q
     */
    reference: string;
    resource_id: string;
    resource_name: string;
    venue_id: string;
    /** The venue's: times are shown on its clock. */
    time_zone: string;
    contact_id: string;
    contact: {
      name: string | null;
      email: string | null;
      phone: string | null;
    };
    /** Format: date-time */
    starts_at: string;
    /** Format: date-time */
    ends_at: string;
    party: number;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /**
     * Of the whole booking, computed once.
     * @example 9800
     */
    price: number;
    currency: string;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** The time of a booking began. */
export interface BookingStartedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "booking.started";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    /**
     * Short, for people to speak of it by.
     * @example FY-7K3M9Q
     */
    reference: string;
    resource_id: string;
    resource_name: string;
    venue_id: string;
    /** The venue's: times are shown on its clock. */
    time_zone: string;
    contact_id: string;
    contact: {
      name: string | null;
      email: string | null;
      phone: string | null;
    };
    /** Format: date-time */
    starts_at: string;
    /** Format: date-time */
    ends_at: string;
    party: number;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /**
     * Of the whole booking, computed once.
     * @example 9800
     */
    price: number;
    currency: string;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** A booking took another status, whichever. */
export interface BookingStatusChangedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "booking.status_changed";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    /**
     * Short, for people to speak of it by.
     * @example FY-7K3M9Q
     */
    reference: string;
    resource_id: string;
    resource_name: string;
    venue_id: string;
    /** The venue's: times are shown on its clock. */
    time_zone: string;
    contact_id: string;
    contact: {
      name: string | null;
      email: string | null;
      phone: string | null;
    };
    /** Format: date-time */
    starts_at: string;
    /** Format: date-time */
    ends_at: string;
    party: number;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /**
     * Of the whole booking, computed once.
     * @example 9800
     */
    price: number;
    currency: string;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** A booking was moved or changed. */
export interface BookingUpdatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "booking.updated";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    /**
     * Short, for people to speak of it by.
     * @example FY-7K3M9Q
     */
    reference: string;
    resource_id: string;
    resource_name: string;
    venue_id: string;
    /** The venue's: times are shown on its clock. */
    time_zone: string;
    contact_id: string;
    contact: {
      name: string | null;
      email: string | null;
      phone: string | null;
    };
    /** Format: date-time */
    starts_at: string;
    /** Format: date-time */
    ends_at: string;
    party: number;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /**
     * Of the whole booking, computed once.
     * @example 9800
     */
    price: number;
    currency: string;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** A slot is kept for somebody. */
export interface HoldCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "hold.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Hold;
}

/** A kept slot was given back, or ran out. */
export interface HoldReleasedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "hold.released";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Hold;
}

/** A conversation was given to somebody, or to nobody. */
export interface ConversationAssignedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "conversation.assigned";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Conversation;
}

/** A conversation was opened. */
export interface ConversationCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "conversation.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Conversation;
}

/** A conversation was deleted with all that was said in it. */
export interface ConversationDeletedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "conversation.deleted";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    contact_id: string;
  };
}

/** One side has read further. */
export interface ConversationReadEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "conversation.read";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: ReadMarkMoved;
}

/** A conversation was opened again, set aside, resolved or closed. */
export interface ConversationStatusChangedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "conversation.status_changed";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    contact_id: string;
    contact: ContactSummary;
    subject: string | null;
    status: "open" | "pending" | "resolved" | "closed";
    assignee_id: string | null;
    channel: "chat" | "email" | "api";
    booking_id: string | null;
    /** The beginning of the newest text. Notes are never shown here. */
    last_message: {
      text: string;
      sender_kind: "customer" | "staff" | "system" | "agent";
      /** Format: date-time */
      at: string;
    } | null;
    /** Up to where the customer has read. */
    customer_read_seq: number;
    /** Up to where staff has read. */
    staff_read_seq: number;
    /** Format: date-time */
    first_response_at: string | null;
    /** Format: date-time */
    resolved_at: string | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** A conversation's details changed, its status and assignment among them. */
export interface ConversationUpdatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "conversation.updated";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Conversation;
}

/** Something was added to a conversation that both sides see: a text, or a change of status or assignee. */
export interface MessageCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "message.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: LoggedMessage;
}

/** Something was added to a conversation that only staff sees: a note, or a change of priority. */
export interface NoteCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "note.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: LoggedMessage;
}

/** A ticket was given to somebody, or to nobody. */
export interface TicketAssignedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "ticket.assigned";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: TicketData;
}

/** A ticket was closed. */
export interface TicketClosedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "ticket.closed";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: TicketData;
}

/** A ticket was raised. */
export interface TicketCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "ticket.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: TicketData;
}

/** Staff left an internal note on a ticket. */
export interface TicketNotedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "ticket.noted";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: TicketReplyData;
}

/** Somebody answered on a ticket. */
export interface TicketRepliedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "ticket.replied";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: TicketReplyData;
}

/** A ticket was resolved. */
export interface TicketResolvedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "ticket.resolved";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: TicketData;
}

/** A ticket's details changed. */
export interface TicketUpdatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "ticket.updated";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: TicketData;
}

/** A webhook endpoint was added. */
export interface WebhookEndpointCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "webhook_endpoint.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: WebhookEndpoint;
}

/** A webhook endpoint was removed. */
export interface WebhookEndpointDeletedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "webhook_endpoint.deleted";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: WebhookEndpoint;
}

/** A webhook endpoint was switched off because it kept failing, or asked for it. */
export interface WebhookEndpointDisabledEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "webhook_endpoint.disabled";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: WebhookEndpoint;
}

/** A webhook endpoint was changed. */
export interface WebhookEndpointUpdatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "webhook_endpoint.updated";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: WebhookEndpoint;
}

/** Every `code` a problem may carry. */
export type ProblemCode =
  | "body_too_large"
  | "booking_not_changeable"
  | "cancellation_window_passed"
  | "contended"
  | "cursor_too_old"
  | "email_unconfirmed"
  | "endpoint_disabled"
  | "forbidden"
  | "hold_expired"
  | "idempotency_in_flight"
  | "idempotency_mismatch"
  | "identity_invalid"
  | "internal_error"
  | "invalid_credentials"
  | "invalid_cursor"
  | "job_not_dead"
  | "last_owner"
  | "malformed_body"
  | "media_type_not_allowed"
  | "member_exists"
  | "message_conflict"
  | "not_found"
  | "origin_not_allowed"
  | "precondition_failed"
  | "rate_limited"
  | "resource_in_use"
  | "resource_not_bookable"
  | "session_ended"
  | "slot_unavailable"
  | "tenant_closed"
  | "too_many_endpoints"
  | "too_many_holds"
  | "transition_not_allowed"
  | "unauthenticated"
  | "unsupported_media_type"
  | "validation_failed"
  | "venue_in_use"
  | "version_conflict";

/** Every event by its type. */
export interface Events {
  "company.updated": CompanyUpdatedEvent;
  "key.created": KeyCreatedEvent;
  "key.revoked": KeyRevokedEvent;
  "media.deleted": MediaDeletedEvent;
  "media.uploaded": MediaUploadedEvent;
  "contact.created": ContactCreatedEvent;
  "contact.deleted": ContactDeletedEvent;
  "contact.merged": ContactMergedEvent;
  "contact.stage_changed": ContactStageChangedEvent;
  "contact.updated": ContactUpdatedEvent;
  "venue.created": VenueCreatedEvent;
  "venue.deleted": VenueDeletedEvent;
  "venue.updated": VenueUpdatedEvent;
  "resource.created": ResourceCreatedEvent;
  "resource.deleted": ResourceDeletedEvent;
  "resource.status_changed": ResourceStatusChangedEvent;
  "resource.updated": ResourceUpdatedEvent;
  "booking.cancelled": BookingCancelledEvent;
  "booking.completed": BookingCompletedEvent;
  "booking.confirmed": BookingConfirmedEvent;
  "booking.created": BookingCreatedEvent;
  "booking.deleted": BookingDeletedEvent;
  "booking.no_show": BookingNoShowEvent;
  "booking.started": BookingStartedEvent;
  "booking.status_changed": BookingStatusChangedEvent;
  "booking.updated": BookingUpdatedEvent;
  "hold.created": HoldCreatedEvent;
  "hold.released": HoldReleasedEvent;
  "conversation.assigned": ConversationAssignedEvent;
  "conversation.created": ConversationCreatedEvent;
  "conversation.deleted": ConversationDeletedEvent;
  "conversation.read": ConversationReadEvent;
  "conversation.status_changed": ConversationStatusChangedEvent;
  "conversation.updated": ConversationUpdatedEvent;
  "message.created": MessageCreatedEvent;
  "note.created": NoteCreatedEvent;
  "ticket.assigned": TicketAssignedEvent;
  "ticket.closed": TicketClosedEvent;
  "ticket.created": TicketCreatedEvent;
  "ticket.noted": TicketNotedEvent;
  "ticket.replied": TicketRepliedEvent;
  "ticket.resolved": TicketResolvedEvent;
  "ticket.updated": TicketUpdatedEvent;
  "webhook_endpoint.created": WebhookEndpointCreatedEvent;
  "webhook_endpoint.deleted": WebhookEndpointDeletedEvent;
  "webhook_endpoint.disabled": WebhookEndpointDisabledEvent;
  "webhook_endpoint.updated": WebhookEndpointUpdatedEvent;
}

export type EventType = keyof Events;

/** The event of one type. */
export type EventOf<T extends EventType> = Events[T];

/** Any event, told apart by its `type`. The same over REST, socket and webhook. */
export type FoyerEvent = Events[EventType];
