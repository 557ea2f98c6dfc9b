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
  /** The venue whose widgets a publishable key is for; `null` for all. */
  venue_id: string | null;
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
  /** People who may be there at one time, whatever they come for; `null` for no limit. */
  capacity: number | null;
  /** Hundredths of a percent on what is booked here; `null` for the company's. */
  tax_rate: number | null;
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
  /**
   * On which further dates, counted from `date`: `FREQ=YEARLY` for a holiday.
   * @default null
   * @example FREQ=WEEKLY;COUNT=6
   */
  rrule?: string | null;
  /** @default null */
  name?: string | null;
}[];

export interface Pool {
  id: string;
  name: string;
  /** Where it is: only shifts there, or at no venue in particular, count. `null` for everywhere. */
  venue_id: string | null;
  /** Whether its people are available during their shifts alone. Things are available at any time. */
  follow_shifts: boolean;
  units: Unit[];
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface Unit {
  id: string;
  pool_id: string;
  name: string;
  /** The person that it is; `null` for a thing. */
  member_id: string | null;
  color: string | null;
  /** An inactive unit is given to no further booking. */
  status: "active" | "inactive";
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface Shift {
  id: string;
  member_id: string;
  venue_id: string | null;
  /** Format: date-time */
  starts_at: string;
  /** Format: date-time */
  ends_at: string;
  /** Shifts that were made together have it in common. */
  series_id: string | null;
  notes: string | null;
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface VenueMember {
  venue_id: string;
  member_id: string;
  name: string;
  /** Format: date-time */
  created_at: string;
}

export interface GuestCategory {
  /** @example half_day */
  id: string;
  name: string;
  /**
   * For one guest. Where the price is for the booking, it is added to that.
   * @example 4900
   */
  price: number;
  /**
   * Whether such a guest counts against the capacity.
   * @default true
   */
  takes_place?: boolean;
  /**
   * Fewest in one booking.
   * @default 0
   */
  min?: number;
  /**
   * Most in one booking.
   * @default 100
   */
  max?: number;
}

export interface PriceRule {
  /** @example weekend */
  id: string;
  name: string;
  when: PriceCondition;
  change: PriceChange;
}

export interface PriceCondition {
  /** Of the local date; day and night resources: of each date. */
  weekdays?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
  /**
   * Local starts from this time of day on.
   * @example 17:00
   */
  from_time?: string;
  /**
   * Local starts before this one; earlier than `from_time`: over midnight.
   * @example 17:00
   */
  to_time?: string;
  /**
   * Format: date
   * @example 2026-11-20
   */
  from_date?: string;
  /**
   * Format: date
   * The last date that it holds for.
   * @example 2026-11-20
   */
  to_date?: string;
  min_party?: number;
  max_party?: number;
  venue_ids?: string[];
  variant_ids?: string[];
  /** Whose price changes; everybody's when left out. */
  guest_categories?: string[];
  /** In the resource's unit of length: hours, days or nights. */
  min_length?: number;
  /** Percent of the places that are taken before this booking. */
  min_occupancy?: number;
  /** Local days between today and the start: early birds. */
  days_ahead_min?: number;
  /** Local days between today and the start: last minute. */
  days_ahead_max?: number;
}

export interface PriceChange {
  kind: "set" | "percent" | "amount";
  /** The new price, whole percent to add (-100 to 1000), or minor units to add. */
  value: number;
}

export interface AddOn {
  /** @example lunch */
  id: string;
  name: string;
  /** @default null */
  description?: string | null;
  /** @example 4900 */
  price: number;
  /** `guest`: one is taken, and paid, for every place of the party. */
  per: "booking" | "guest";
  /**
   * How many there are at one time.
   * @default null
   */
  stock?: number | null;
  /**
   * Most that one booking may choose.
   * @default 10
   */
  max_quantity?: number;
}

export interface Deposit {
  kind: "none" | "percent" | "amount";
  /**
   * Whole percent of the total, or minor units; never more than the total.
   * @default 0
   */
  value?: number;
}

export type Seasons = {
  name: string;
  /**
   * Format: date
   * @example 2026-11-20
   */
  from: string;
  /**
   * Format: date
   * @example 2026-11-20
   */
  to: string;
  hours: Hours;
  /**
   * Local times at which it starts, instead of a grid.
   * @default null
   */
  start_times?: string[] | null;
}[];

export type ResourceVariants = {
  /** @example half_day */
  id: string;
  name: string;
  /** @default null */
  description?: string | null;
  /**
   * `null`: the resource's.
   * @default null
   */
  duration_minutes?: number | null;
  /**
   * `null`: the resource's.
   * @default null
   * @example 4900
   */
  price?: number | null;
  /**
   * Local times at which it starts, instead of a grid.
   * @default null
   */
  start_times?: string[] | null;
  /** @default active */
  status?: "active" | "inactive";
}[];

export type ResourceRequirements = {
  /** @example pol_0QvPqFbT4kZx81LmWc3R9a */
  pool_id: string;
  /** @default 1 */
  count?: number;
  /**
   * So many for every `per` places begun; `null`: for the booking, however big.
   * @default null
   */
  per?: number | null;
}[];

export type ResourceQuestions = {
  /** @example half_day */
  id: string;
  label: string;
  /** @default text */
  kind?: "text" | "choice" | "checkbox" | "number" | "date";
  /** @default false */
  required?: boolean;
  /**
   * Of a choice.
   * @default []
   */
  options?: string[];
  /**
   * Asked once, or of every attendee.
   * @default booking
   */
  per?: "booking" | "guest";
}[];

export type ResourceAlsoAt = {
  /** @example ven_0QvPqFbT4kZx81LmWc3R9a */
  venue_id: string;
  /**
   * `null`: as at home.
   * @default null
   * @example 4900
   */
  price?: number | null;
  /** @default null */
  capacity?: number | null;
  /**
   * `null`: that venue's.
   * @default null
   */
  hours?: Hours | null;
}[];

export interface Resource {
  id: string;
  venue_id: string;
  name: string;
  kind: "experience" | "service" | "rental";
  category: string | null;
  tags: string[];
  description: string | null;
  /** What to bring, where to be: told to whoever has booked. */
  instructions: string | null;
  /**
   * Format: uri
   * A picture elsewhere; `images` come first.
   */
  image_url: string | null;
  status: "available" | "maintenance" | "retired";
  /** To be duplicated: never offered, and seen by staff only. */
  template: boolean;
  /** `fixed`: every booking takes `duration_minutes`. Otherwise whoever books says how long: from `min_length` to `max_length` hours, days or nights, and the price is for each of them. */
  length_unit: "fixed" | "hour" | "day" | "night";
  /** Elapsed time from start to end, where the length is fixed. */
  duration_minutes: number;
  min_length: number;
  max_length: number;
  /**
   * Local time at which days and nights begin.
   * @example 09:00
   */
  check_in: string | null;
  /**
   * Local time at which days and nights end.
   * @example 09:00
   */
  check_out: string | null;
  /** Distance between starts, counted from each opening. */
  slot_step_minutes: number;
  start_times: string[] | null;
  /** Kept free before each booking. */
  buffer_before_minutes: number;
  /** Kept free after each booking. */
  buffer_after_minutes: number;
  /** Places at one time. */
  capacity: number;
  /** `private`: whoever books has all places, however many they are. */
  sharing: "shared" | "private";
  /** Whether all its venues share its places, or each has them all. */
  stock: "shared" | "per_venue";
  /** Fewest places in one booking. */
  min_party: number;
  /** Most places in one booking. */
  max_party: number;
  /** Places that have to be taken for a departure to take place; staff is told when not. */
  min_to_run: number | null;
  /** @example 4900 */
  price: number;
  /** Whether the price is for each place or for the whole booking. */
  price_per: "place" | "booking";
  /**
   * What it costs more to have a shared one alone; `null`: it cannot be had alone.
   * @example 4900
   */
  private_price: number | null;
  guest_categories: GuestCategory[];
  price_rules: PriceRule[];
  add_ons: AddOn[];
  /** `null`: the company's share. */
  deposit: Deposit | null;
  /** @example USD */
  currency: string;
  /** `null`: the venue's hours. */
  hours: Hours | null;
  seasons: Seasons;
  exceptions: HoursExceptions;
  /** How long before its start a booking must be made; `null` for the company's notice. */
  lead_minutes: number | null;
  /** How many days ahead it can be booked. */
  horizon_days: number;
  /** Until how long before the start cancelling is free; `null`: the company's window. */
  cancellation_hours: number | null;
  /** A booking waits as `pending` until staff confirms it. */
  requires_approval: boolean;
  variants: ResourceVariants;
  requirements: ResourceRequirements;
  questions: ResourceQuestions;
  also_at: ResourceAlsoAt;
  /**
   * Format: uri
   * What has to be signed beforehand; bookings say whether it was.
   */
  waiver_url: string | null;
  images: Attachment[];
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface Attachment {
  media_id: string;
  name: string;
  type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
  size: number;
  /** Good for an hour. */
  url: string;
}

export interface Promotion {
  id: string;
  code: string;
  name: string;
  kind: "percent" | "amount";
  /** Whole percent of the price, or minor units of `currency`. */
  value: number;
  currency: string;
  starts_on: string | null;
  ends_on: string | null;
  max_uses: number | null;
  max_uses_per_contact: number | null;
  /**
   * What a booking must come to before it, add-ons included.
   * @example 4900
   */
  min_total: number;
  resource_ids: string[];
  status: "active" | "inactive";
  /** Bookings that use it; those that were called off do not. */
  uses: number;
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface Attendee {
  id: string;
  booking_id: string;
  name: string;
  email: string | null;
  guest_category: string | null;
  answers: {
    [key: string]: string;
  };
  /** Format: date-time */
  checked_in_at: string | null;
}

export interface Attendees {
  booking_id: string;
  /** Of the booking. */
  version: number;
  data: Attendee[];
}

export interface Quote {
  currency: string;
  lines: QuoteLine[];
  /** Before promotion and tax. */
  subtotal: number;
  /** What the promotion takes off. */
  discount: number;
  tax: number;
  /** Whether the prices contain the tax: its line adds nothing then. */
  tax_included: boolean;
  total: number;
  /** How much of the total is due at once. */
  deposit: number;
}

export interface QuoteLine {
  kind: "base" | "rule" | "private" | "add_on" | "promotion" | "tax";
  /** The category, rule, add-on or promotion code that it is for. */
  ref: string | null;
  label: string;
  quantity: number;
  unit_amount: number;
  /** `quantity` times `unit_amount`. */
  amount: number;
}

export interface Departure {
  id: string;
  resource_id: string;
  resource_name: string;
  /** Format: date-time */
  starts_at: string;
  /** People on it. */
  booked: number;
  min_to_run: number;
  booking_ids: string[];
}

export interface Hold {
  id: string;
  resource_id: string;
  venue_id: string;
  /** Format: date-time */
  starts_at: string;
  /** Format: date-time */
  ends_at: string;
  variant_id: string | null;
  party: number;
  /**
   * @example {
   *       "adult": 2,
   *       "child": 1
   *     }
   */
  guests: {
    [key: string]: number;
  };
  private: boolean;
  add_ons: {
    id: string;
    quantity: number;
  }[];
  promotion_code: string | null;
  /**
   * Of the whole booking, computed once: the total of `quote`.
   * @example 9800
   */
  price: number;
  currency: string;
  /** How the price came about; `null` for bookings from before quotes. */
  quote: Quote | null;
  /** Format: date-time */
  expires_at: string;
}

export interface BookingPayment {
  id: string;
  booking_id: string;
  /**
   * The booking's.
   * @example FY-7K3M9Q
   */
  reference: string;
  kind: "payment" | "refund";
  method: "card" | "paypal" | "cash" | "check" | "wire" | "voucher";
  /**
   * In minor units, of a refund too.
   * @example 4900
   */
  amount: number;
  currency: string;
  note: string | null;
  /** Who wrote it down; `null` for a key. */
  member_id: string | null;
  /** Format: date-time */
  created_at: string;
}

export interface Block {
  id: string;
  reason: string | null;
  /** Format: date-time */
  starts_at: string;
  /** Format: date-time */
  ends_at: string;
  venue_ids: string[];
  resource_ids: string[];
  /** Units of pools; a person is meant in all pools at once. */
  unit_ids: string[];
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface CalendarFeed {
  id: string;
  name: string;
  scope: "all" | "venue" | "resource" | "member";
  /** The venue, resource or member; `null` for all. */
  subject_id: string | null;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  revoked_at: string | null;
}

export interface CalendarImport {
  id: string;
  name: string;
  /** Where the calendar is. Its whole address is never shown again. */
  host: string;
  /** The end of the address, to tell two of them apart. */
  url_ending: string;
  venue_ids: string[];
  resource_ids: string[];
  /** Units of pools; a person is meant in all pools at once. */
  unit_ids: string[];
  status: "pending" | "ok" | "failing" | "paused";
  /**
   * Format: date-time
   * When it was last read, changed or not.
   */
  last_synced_at: string | null;
  /** Why it could not be read; what was known before still counts. */
  last_error: string | null;
  /** What of it could not be understood. */
  warning: string | null;
  /** Busy times in the next 366 days. */
  events_count: number;
  /** Format: date-time */
  next_sync_at: string | null;
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface Conversation {
  id: string;
  contact_id: string;
  contact: ContactSummary | null;
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

export interface ContactSummary {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
}

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
  contact: ContactSummary | null;
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
  /** Whether prices contain the tax, or it comes on top. */
  tax_included: boolean;
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
  tax_included?: boolean;
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
  /** The venue that the key is for, whose resources alone are offered; `null` for all. */
  venue_id: string | null;
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
  /**
   * Of a publishable key: its widgets offer what is at this venue alone.
   * @example ven_0QvPqFbT4kZx81LmWc3R9a
   */
  venue_id?: string | null;
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
  /**
   * People who may be there at one time, whatever they come for; `null` for no limit.
   * @default null
   */
  capacity?: number | null;
  /**
   * Hundredths of a percent on what is booked here; `null` for the company's.
   * @default null
   */
  tax_rate?: number | null;
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
  /** People who may be there at one time, whatever they come for; `null` for no limit. */
  capacity?: number | null;
  /** Hundredths of a percent on what is booked here; `null` for the company's. */
  tax_rate?: number | null;
  status?: "active" | "inactive";
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface PoolInput {
  name: string;
  /**
   * Where it is: only shifts there, or at no venue in particular, count. `null` for everywhere.
   * @default null
   * @example ven_0QvPqFbT4kZx81LmWc3R9a
   */
  venue_id?: string | null;
  /**
   * Whether its people are available during their shifts alone. Things are available at any time.
   * @default true
   */
  follow_shifts?: boolean;
}

export interface PoolPatch {
  name?: string;
  /**
   * Where it is: only shifts there, or at no venue in particular, count. `null` for everywhere.
   * @example ven_0QvPqFbT4kZx81LmWc3R9a
   */
  venue_id?: string | null;
  /** Whether its people are available during their shifts alone. Things are available at any time. */
  follow_shifts?: boolean;
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface UnitInput {
  /**
   * @default null
   * @example mem_0QvPqFbT4kZx81LmWc3R9a
   */
  member_id?: string | null;
  /** The member's when left out; a thing needs its own. */
  name?: string;
  /**
   * @default null
   * @example #0f766e
   */
  color?: string | null;
  /** @default active */
  status?: "active" | "inactive";
}

export interface NewShifts {
  series_id: string | null;
  shifts: Shift[];
}

export interface ShiftInput {
  /** @example mem_0QvPqFbT4kZx81LmWc3R9a */
  member_id: string;
  /**
   * @default null
   * @example ven_0QvPqFbT4kZx81LmWc3R9a
   */
  venue_id?: string | null;
  /** Format: date-time */
  starts_at: string;
  /** Format: date-time */
  ends_at: string;
  /** @default null */
  notes?: string | null;
  /**
   * The days on which it is repeated, as an RFC 5545 rule with a COUNT or UNTIL: at most 100 shifts within two years. Each begins and ends at the first one's wall time, on the clock of the venue, else of the company.
   * @default null
   * @example FREQ=WEEKLY;BYDAY=MO,TU;COUNT=12
   */
  recurrence?: string | null;
}

export interface ShiftPatch {
  /** @example mem_0QvPqFbT4kZx81LmWc3R9a */
  member_id?: string;
  /** @example ven_0QvPqFbT4kZx81LmWc3R9a */
  venue_id?: string | null;
  /** Format: date-time */
  starts_at?: string;
  /** Format: date-time */
  ends_at?: string;
  notes?: string | null;
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface UnitPatch {
  name?: string;
  /** @example #0f766e */
  color?: string | null;
  status?: "active" | "inactive";
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface ResourceInput {
  /**
   * Its home; `also_at` names further ones.
   * @example ven_0QvPqFbT4kZx81LmWc3R9a
   */
  venue_id: string;
  name: string;
  /** @default experience */
  kind?: "experience" | "service" | "rental";
  /** @default null */
  category?: string | null;
  /** @default [] */
  tags?: string[];
  /** @default null */
  description?: string | null;
  /**
   * What to bring, where to be: told to whoever has booked.
   * @default null
   */
  instructions?: string | null;
  /**
   * Format: uri
   * A picture elsewhere; `images` come first.
   * @default null
   */
  image_url?: string | null;
  /** @default available */
  status?: "available" | "maintenance" | "retired";
  /**
   * To be duplicated: never offered, and seen by staff only.
   * @default false
   */
  template?: boolean;
  /**
   * `fixed`: every booking takes `duration_minutes`. Otherwise whoever books says how long: from `min_length` to `max_length` hours, days or nights, and the price is for each of them.
   * @default fixed
   */
  length_unit?: "fixed" | "hour" | "day" | "night";
  /**
   * Elapsed time from start to end, where the length is fixed.
   * @default 60
   */
  duration_minutes?: number;
  /** @default 1 */
  min_length?: number;
  /** When left out 12 hours, or 14 days or nights. */
  max_length?: number;
  /**
   * Local time at which days and nights begin.
   * @default null
   * @example 09:00
   */
  check_in?: string | null;
  /**
   * Local time at which days and nights end.
   * @default null
   * @example 09:00
   */
  check_out?: string | null;
  /** The duration when left out. */
  slot_step_minutes?: number;
  /**
   * Local times at which it starts, instead of a grid.
   * @default null
   */
  start_times?: string[] | null;
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
   * `private`: whoever books has all places, however many they are.
   * @default shared
   */
  sharing?: "shared" | "private";
  /**
   * Whether all its venues share its places, or each has them all.
   * @default shared
   */
  stock?: "shared" | "per_venue";
  /**
   * Fewest places in one booking.
   * @default 1
   */
  min_party?: number;
  /** The capacity when left out. */
  max_party?: number;
  /**
   * Places that have to be taken for a departure to take place; staff is told when not.
   * @default null
   */
  min_to_run?: number | null;
  /**
   * @default 0
   * @example 4900
   */
  price?: number;
  /**
   * Whether the price is for each place or for the whole booking.
   * @default place
   */
  price_per?: "place" | "booking";
  /**
   * What it costs more to have a shared one alone; `null`: it cannot be had alone.
   * @default null
   * @example 4900
   */
  private_price?: number | null;
  /** @default [] */
  guest_categories?: GuestCategory[];
  /** @default [] */
  price_rules?: PriceRule[];
  /** @default [] */
  add_ons?: AddOn[];
  /**
   * `null`: the company's share.
   * @default null
   */
  deposit?: Deposit | null;
  /**
   * The company's when left out.
   * @example USD
   */
  currency?: string;
  /**
   * `null`: the venue's hours.
   * @default null
   */
  hours?: Hours | null;
  seasons?: Seasons;
  exceptions?: HoursExceptions;
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
  /**
   * Until how long before the start cancelling is free; `null`: the company's window.
   * @default null
   */
  cancellation_hours?: number | null;
  /**
   * A booking waits as `pending` until staff confirms it.
   * @default false
   */
  requires_approval?: boolean;
  variants?: ResourceVariants;
  requirements?: ResourceRequirements;
  questions?: ResourceQuestions;
  also_at?: ResourceAlsoAt;
  /**
   * Format: uri
   * What has to be signed beforehand; bookings say whether it was.
   * @default null
   */
  waiver_url?: string | null;
  /**
   * Uploaded pictures, the first of which stands for it.
   * @default []
   */
  images?: string[];
}

export interface ResourcePatch {
  /**
   * Its home; `also_at` names further ones.
   * @example ven_0QvPqFbT4kZx81LmWc3R9a
   */
  venue_id?: string;
  name?: string;
  kind?: "experience" | "service" | "rental";
  category?: string | null;
  tags?: string[];
  description?: string | null;
  /** What to bring, where to be: told to whoever has booked. */
  instructions?: string | null;
  /**
   * Format: uri
   * A picture elsewhere; `images` come first.
   */
  image_url?: string | null;
  status?: "available" | "maintenance" | "retired";
  /** To be duplicated: never offered, and seen by staff only. */
  template?: boolean;
  /** `fixed`: every booking takes `duration_minutes`. Otherwise whoever books says how long: from `min_length` to `max_length` hours, days or nights, and the price is for each of them. */
  length_unit?: "fixed" | "hour" | "day" | "night";
  /** Elapsed time from start to end, where the length is fixed. */
  duration_minutes?: number;
  min_length?: number;
  max_length?: number;
  /**
   * Local time at which days and nights begin.
   * @example 09:00
   */
  check_in?: string | null;
  /**
   * Local time at which days and nights end.
   * @example 09:00
   */
  check_out?: string | null;
  /** Distance between starts, counted from each opening. */
  slot_step_minutes?: number;
  /** Local times at which it starts, instead of a grid. */
  start_times?: string[] | null;
  /** Kept free before each booking. */
  buffer_before_minutes?: number;
  /** Kept free after each booking. */
  buffer_after_minutes?: number;
  /** Places at one time. */
  capacity?: number;
  /** `private`: whoever books has all places, however many they are. */
  sharing?: "shared" | "private";
  /** Whether all its venues share its places, or each has them all. */
  stock?: "shared" | "per_venue";
  /** Fewest places in one booking. */
  min_party?: number;
  /** Most places in one booking. */
  max_party?: number;
  /** Places that have to be taken for a departure to take place; staff is told when not. */
  min_to_run?: number | null;
  /** @example 4900 */
  price?: number;
  /** Whether the price is for each place or for the whole booking. */
  price_per?: "place" | "booking";
  /**
   * What it costs more to have a shared one alone; `null`: it cannot be had alone.
   * @example 4900
   */
  private_price?: number | null;
  guest_categories?: GuestCategory[];
  price_rules?: PriceRule[];
  add_ons?: AddOn[];
  /** `null`: the company's share. */
  deposit?: Deposit | null;
  /** @example USD */
  currency?: string;
  /** `null`: the venue's hours. */
  hours?: Hours | null;
  seasons?: Seasons;
  exceptions?: HoursExceptions;
  /** How long before its start a booking must be made; `null` for the company's notice. */
  lead_minutes?: number | null;
  /** How many days ahead it can be booked. */
  horizon_days?: number;
  /** Until how long before the start cancelling is free; `null`: the company's window. */
  cancellation_hours?: number | null;
  /** A booking waits as `pending` until staff confirms it. */
  requires_approval?: boolean;
  variants?: ResourceVariants;
  requirements?: ResourceRequirements;
  questions?: ResourceQuestions;
  also_at?: ResourceAlsoAt;
  /**
   * Format: uri
   * What has to be signed beforehand; bookings say whether it was.
   */
  waiver_url?: string | null;
  /** Uploaded pictures, the first of which stands for it. */
  images?: string[];
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface ResourceDuplicationInput {
  /** The name with “copy” behind it when left out. */
  name?: string;
  /**
   * Its home; `also_at` names further ones.
   * @example ven_0QvPqFbT4kZx81LmWc3R9a
   */
  venue_id?: string;
  /**
   * To be duplicated: never offered, and seen by staff only.
   * @default false
   */
  template?: boolean;
}

export interface PromotionInput {
  /**
   * Small letters are as good as capital ones. It stays.
   * @example WINTER-26
   */
  code: string;
  /** What the price says that it is. */
  name: string;
  kind: "percent" | "amount";
  /** Whole percent of the price, or minor units of `currency`. */
  value: number;
  /**
   * The company's when left out.
   * @example USD
   */
  currency?: string;
  /**
   * Format: date
   * The first of the company's local dates that it holds for.
   * @default null
   * @example 2026-11-20
   */
  starts_on?: string | null;
  /**
   * Format: date
   * The last of the company's local dates that it holds for.
   * @default null
   * @example 2026-11-20
   */
  ends_on?: string | null;
  /** @default null */
  max_uses?: number | null;
  /** @default null */
  max_uses_per_contact?: number | null;
  /**
   * What a booking must come to before it, add-ons included.
   * @default 0
   * @example 4900
   */
  min_total?: number;
  /**
   * Where it holds; empty for everywhere.
   * @default []
   */
  resource_ids?: string[];
  /** @default active */
  status?: "active" | "inactive";
}

export interface PromotionPatch {
  /** What the price says that it is. */
  name?: string;
  kind?: "percent" | "amount";
  /** Whole percent of the price, or minor units of `currency`. */
  value?: number;
  /** @example USD */
  currency?: string;
  /**
   * Format: date
   * The first of the company's local dates that it holds for.
   * @example 2026-11-20
   */
  starts_on?: string | null;
  /**
   * Format: date
   * The last of the company's local dates that it holds for.
   * @example 2026-11-20
   */
  ends_on?: string | null;
  max_uses?: number | null;
  max_uses_per_contact?: number | null;
  /**
   * What a booking must come to before it, add-ons included.
   * @example 4900
   */
  min_total?: number;
  /** Where it holds; empty for everywhere. */
  resource_ids?: string[];
  status?: "active" | "inactive";
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface Availability {
  resource_id: string;
  /** Of `local_start` and `local_end`. */
  time_zone: string;
  days: {
    date: string;
    /** Why there is nothing on offer; `null` when there is. */
    reason: UnavailableReason | null;
    slots: Slot[];
  }[];
}

export type UnavailableReason = "closed" | "no_start" | "wrong_length" | "ends_outside_hours" | "too_soon" | "too_far" | "blocked" | "full" | "venue_full" | "pool_exhausted" | "add_on_out" | "party_size" | "not_on_offer";

export interface Slot {
  /** Format: date-time */
  starts_at: string;
  /** Format: date-time */
  ends_at: string;
  /** @example 2026-11-27T09:00:00-05:00 */
  local_start: string;
  /** @example 2026-11-27T10:00:00-05:00 */
  local_end: string;
  /** Places in all. */
  capacity: number;
  /** Places that are free for the whole time, buffers included. */
  vacancies: number;
  /**
   * Format: date-time
   * Until then it can be booked.
   */
  cutoff_at: string;
  /** How long it could be had, in the unit of its length; `null` where that is fixed. */
  longest: number | null;
  /**
   * For what was asked about, tax included.
   * @example 9800
   */
  price: number;
  currency: string;
  /** Why it is not on offer; `null` when it is. */
  reason: UnavailableReason | null;
}

export interface AvailabilityCalendar {
  data: {
    resource_id: string;
    venue_id: string;
    days: {
      date: string;
      status: "open" | "limited" | "full" | "closed";
      /** Of the slot of that date that has most. */
      vacancies: number;
      reason: UnavailableReason | null;
    }[];
  }[];
}

export interface AvailabilityExplanation {
  available: boolean;
  /** In their order. */
  checks: {
    code: UnavailableReason;
    passed: boolean;
  }[];
}

export interface BookingGroup {
  group_id: string;
  data: Booking[];
  /**
   * Of all of them together.
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
  variant_id: string | null;
  party: number;
  /**
   * @example {
   *       "adult": 2,
   *       "child": 1
   *     }
   */
  guests: {
    [key: string]: number;
  };
  private: boolean;
  add_ons: {
    id: string;
    quantity: number;
  }[];
  promotion_code: string | null;
  /**
   * Of the whole booking, computed once: the total of `quote`.
   * @example 9800
   */
  price: number;
  currency: string;
  /** How the price came about; `null` for bookings from before quotes. */
  quote: Quote | null;
  status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
  /** How much of the price is due at once. */
  deposit: number;
  /** Payments less refunds. */
  paid: number;
  /** What is still to be paid; negative when it is to be given back. */
  balance: number;
  notes: string | null;
  answers: {
    [key: string]: string;
  };
  /** Contracts and other papers. */
  attachments: Attachment[];
  /** What was booked together has it in common. */
  group_id: string | null;
  /** The legal texts that were agreed to. */
  terms_version: number | null;
  waiver_status: "none" | "pending" | "signed";
  /** Format: date-time */
  cancelled_at: string | null;
  cancel_reason: string | null;
  refund: {
    decision: "full" | "partial" | "none";
    /** Given back, in minor units. */
    amount: number;
    /** What is not given back. */
    kept: number;
  } | null;
  /** Shows and changes the booking, without an account. */
  manage_url: string;
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface BookingGroupInput {
  items: {
    /** @example res_0QvPqFbT4kZx81LmWc3R9a */
    resource_id: string;
    /**
     * Where it is offered at several; its home when left out.
     * @example ven_0QvPqFbT4kZx81LmWc3R9a
     */
    venue_id?: string;
    /** @example half_day */
    variant_id?: string;
    /** Format: date-time */
    starts_at: string;
    /**
     * Format: date-time
     * Where whoever books says how long; the shortest when left out. Staff may end anything when it likes.
     */
    ends_at?: string;
    /** Places; told by `guests` where there are some, else 1. */
    party?: number;
    /**
     * How many of each guest category.
     * @example {
     *       "adult": 2,
     *       "child": 1
     *     }
     */
    guests?: {
      [key: string]: number;
    };
    /**
     * To have a shared one alone, where that is offered.
     * @default false
     */
    private?: boolean;
    /** @default [] */
    add_ons?: {
      /** @example lunch */
      id: string;
      /** @default 1 */
      quantity?: number;
    }[];
    /** @example WINTER-26 */
    promotion_code?: string;
    /** @example hld_0QvPqFbT4kZx81LmWc3R9a */
    hold_id?: string;
    /**
     * Books it again, at the same local time, on every date of the rule.
     * @example FREQ=WEEKLY;COUNT=6
     */
    recurrence?: string;
    /** By the ids of the resource's questions. */
    answers?: {
      [key: string]: string;
    };
    /**
     * Who comes, at most as many as there are guests.
     * @default []
     */
    attendees?: AttendeeInput[];
  }[];
  /** Whom it is for. A visitor who is known already may leave it out. */
  contact?: {
    name: string;
    /** Format: email */
    email: string;
    phone?: string;
  };
  notes?: string;
  /** The company's `texts_version` that was agreed to. */
  terms_version?: number;
}

export interface AttendeeInput {
  name: string;
  /**
   * Format: email
   * @default null
   */
  email?: string | null;
  /**
   * @default null
   * @example half_day
   */
  guest_category?: string | null;
  /** @default {} */
  answers?: {
    [key: string]: string;
  };
}

export interface BookingInput {
  /** @example res_0QvPqFbT4kZx81LmWc3R9a */
  resource_id: string;
  /**
   * Where it is offered at several; its home when left out.
   * @example ven_0QvPqFbT4kZx81LmWc3R9a
   */
  venue_id?: string;
  /** @example half_day */
  variant_id?: string;
  /** Format: date-time */
  starts_at: string;
  /**
   * Format: date-time
   * Where whoever books says how long; the shortest when left out. Staff may end anything when it likes.
   */
  ends_at?: string;
  /** Places; told by `guests` where there are some, else 1. */
  party?: number;
  /**
   * How many of each guest category.
   * @example {
   *       "adult": 2,
   *       "child": 1
   *     }
   */
  guests?: {
    [key: string]: number;
  };
  /**
   * To have a shared one alone, where that is offered.
   * @default false
   */
  private?: boolean;
  /** @default [] */
  add_ons?: {
    /** @example lunch */
    id: string;
    /** @default 1 */
    quantity?: number;
  }[];
  /** @example WINTER-26 */
  promotion_code?: string;
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
  /** By the ids of the resource's questions. */
  answers?: {
    [key: string]: string;
  };
  /**
   * Who comes, at most as many as there are guests.
   * @default []
   */
  attendees?: AttendeeInput[];
  /** The company's `texts_version` that was agreed to. */
  terms_version?: number;
}

export interface BookingPatch {
  /** @example res_0QvPqFbT4kZx81LmWc3R9a */
  resource_id?: string;
  /** @example ven_0QvPqFbT4kZx81LmWc3R9a */
  venue_id?: string;
  /** @example half_day */
  variant_id?: string | null;
  /** Format: date-time */
  starts_at?: string;
  /** Format: date-time */
  ends_at?: string;
  party?: number;
  /**
   * @example {
   *       "adult": 2,
   *       "child": 1
   *     }
   */
  guests?: {
    [key: string]: number;
  };
  private?: boolean;
  add_ons?: {
    /** @example lunch */
    id: string;
    /** @default 1 */
    quantity?: number;
  }[];
  /** @example WINTER-26 */
  promotion_code?: string | null;
  notes?: string | null;
  answers?: {
    [key: string]: string;
  };
  /** Ids of uploaded media. */
  attachments?: string[];
  waiver_status?: "none" | "pending" | "signed";
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface BookingBatch {
  /** In the order of `ids`. */
  results: {
    id: string;
    ok: boolean;
    /** What it has now; `null` where there is no such booking. */
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show" | null;
    /** Why it stayed as it is. */
    problem: {
      code: string;
      detail: string;
    } | null;
  }[];
}

export interface BookingBatchInput {
  /** At most 100 bookings, each once. */
  ids: string[];
  action: "confirm" | "start" | "complete" | "no_show" | "cancel" | "remind";
  /** Why they are cancelled. */
  reason?: string;
}

export interface BookingExportInput {
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
  /** @example grp_0QvPqFbT4kZx81LmWc3R9a */
  group_id?: string;
  /** Its reference, or whom it is for. */
  q?: string;
  /** @default desc */
  order?: "asc" | "desc";
}

export interface AttendeesInput {
  /** All who come; whoever is left out comes no more. */
  attendees: AttendeeUpdate[];
  /** Of the booking. Not needed with `If-Match`. */
  version?: number;
}

export type AttendeeUpdate = AttendeeInput & {
  /**
   * Of one who stays on the list.
   * @example att_0QvPqFbT4kZx81LmWc3R9a
   */
  id?: string;
};

export interface CancellationInput {
  reason?: string;
  /** Staff decides; when left out all that was paid inside the free window, nothing after it. */
  refund?: {
    decision: "full" | "partial" | "none";
    /**
     * Of a partial one.
     * @example 4900
     */
    amount?: number;
  };
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface BookingPaymentInput {
  /** @default payment */
  kind?: "payment" | "refund";
  method: "card" | "paypal" | "cash" | "check" | "wire" | "voucher";
  /**
   * In minor units of the booking's currency.
   * @example 4900
   */
  amount: number;
  /** @default null */
  note?: string | null;
}

export interface BookingStatusInput {
  status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface BookingUnits {
  booking_id: string;
  /** Of the booking. */
  version: number;
  data: {
    pool_id: string;
    pool_name: string;
    unit_id: string;
    name: string;
    /** Whom it is, where it is a person. */
    member_id: string | null;
    color: string | null;
  }[];
}

export interface BookingUnitsInput {
  units: {
    /** @example pol_0QvPqFbT4kZx81LmWc3R9a */
    pool_id: string;
    /** @example unt_0QvPqFbT4kZx81LmWc3R9a */
    unit_id: string;
  }[];
  /** Of the booking. Not needed with `If-Match`. */
  version?: number;
}

export interface HoldInput {
  /** @example res_0QvPqFbT4kZx81LmWc3R9a */
  resource_id: string;
  /**
   * Where it is offered at several; its home when left out.
   * @example ven_0QvPqFbT4kZx81LmWc3R9a
   */
  venue_id?: string;
  /** @example half_day */
  variant_id?: string;
  /** Format: date-time */
  starts_at: string;
  /**
   * Format: date-time
   * Where whoever books says how long; the shortest when left out. Staff may end anything when it likes.
   */
  ends_at?: string;
  /** Places; told by `guests` where there are some, else 1. */
  party?: number;
  /**
   * How many of each guest category.
   * @example {
   *       "adult": 2,
   *       "child": 1
   *     }
   */
  guests?: {
    [key: string]: number;
  };
  /**
   * To have a shared one alone, where that is offered.
   * @default false
   */
  private?: boolean;
  /** @default [] */
  add_ons?: {
    /** @example lunch */
    id: string;
    /** @default 1 */
    quantity?: number;
  }[];
  /** @example WINTER-26 */
  promotion_code?: string;
  /**
   * A hold that is given up for this one, if this one can be had.
   * @example hld_0QvPqFbT4kZx81LmWc3R9a
   */
  replaces?: string;
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
  /** What to bring, where to be. */
  instructions: string | null;
  length_unit: "fixed" | "hour" | "day" | "night";
  attendees: Attendee[];
  guest_categories: {
    id: string;
    name: string;
  }[];
  guest_questions: ResourceQuestions & unknown;
  /**
   * Format: date-time
   * Until then it can be changed or cancelled by its link.
   */
  changeable_until: string;
};

export interface RescheduleInput {
  /** Format: date-time */
  starts_at: string;
  /**
   * Format: date-time
   * Where whoever books says how long; the shortest when left out. Staff may end anything when it likes.
   */
  ends_at?: string;
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface ManagedCancellationInput {
  reason?: string;
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface QuoteInput {
  /** @example res_0QvPqFbT4kZx81LmWc3R9a */
  resource_id: string;
  /**
   * Where it is offered at several; its home when left out.
   * @example ven_0QvPqFbT4kZx81LmWc3R9a
   */
  venue_id?: string;
  /** @example half_day */
  variant_id?: string;
  /** Format: date-time */
  starts_at: string;
  /**
   * Format: date-time
   * Where whoever books says how long; the shortest when left out. Staff may end anything when it likes.
   */
  ends_at?: string;
  /** Places; told by `guests` where there are some, else 1. */
  party?: number;
  /**
   * How many of each guest category.
   * @example {
   *       "adult": 2,
   *       "child": 1
   *     }
   */
  guests?: {
    [key: string]: number;
  };
  /**
   * To have a shared one alone, where that is offered.
   * @default false
   */
  private?: boolean;
  /** @default [] */
  add_ons?: {
    /** @example lunch */
    id: string;
    /** @default 1 */
    quantity?: number;
  }[];
  /** @example WINTER-26 */
  promotion_code?: string;
  /**
   * A booking whose own places count as free: to see where it could be moved to. For staff.
   * @example bkg_0QvPqFbT4kZx81LmWc3R9a
   */
  except?: string;
}

export interface WaitlistEntry {
  id: string;
  resource_id: string;
  resource_name: string;
  venue_id: string;
  time_zone: string;
  variant_id: string | null;
  contact_id: string;
  contact: {
    name: string | null;
    email: string | null;
    phone: string | null;
  };
  /** First local date at the venue that would do. */
  from_date: string;
  /** Last local date that would do. */
  to_date: string;
  /**
   * Format: date-time
   * The one start that would do; `null` for any.
   */
  starts_at: string | null;
  party: number;
  guests: {
    [key: string]: number;
  };
  /** `offered`: a place is kept for it until `offer_expires_at`; then it is `expired` if nobody took it. */
  status: "waiting" | "offered" | "booked" | "expired" | "cancelled";
  /** Format: date-time */
  offered_at: string | null;
  /** Format: date-time */
  offer_starts_at: string | null;
  /** Format: date-time */
  offer_expires_at: string | null;
  booking_id: string | null;
  /** Shows the entry, and takes or declines an offer, without an account. */
  url: string;
  version: number;
  /** Format: date-time */
  created_at: string;
  /** Format: date-time */
  updated_at: string;
}

export interface WaitlistInput {
  /** @example res_0QvPqFbT4kZx81LmWc3R9a */
  resource_id: string;
  /**
   * Where it is offered at several; its home when left out.
   * @example ven_0QvPqFbT4kZx81LmWc3R9a
   */
  venue_id?: string;
  /** @example half_day */
  variant_id?: string;
  /**
   * Format: date
   * @example 2026-11-20
   */
  from_date: string;
  /**
   * Format: date
   * `from_date` when left out; at most 31 days in all.
   * @example 2026-11-20
   */
  to_date?: string;
  /** Format: date-time */
  starts_at?: string;
  /** Places; told by `guests` where there are some, else 1. */
  party?: number;
  /**
   * How many of each guest category.
   * @example {
   *       "adult": 2,
   *       "child": 1
   *     }
   */
  guests?: {
    [key: string]: number;
  };
  /** Whom it is for. A visitor who is known already may leave it out. */
  contact?: {
    name: string;
    /** Format: email */
    email: string;
    phone?: string;
  };
}

export interface WaitlistOfferInput {
  /**
   * Format: date-time
   * The first time that would do when left out.
   */
  starts_at?: string;
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export type WaitlistOffer = WaitlistEntry & {
  business: {
    name: string;
    accent_color: string;
  };
  venue: {
    name: string;
    address: string | null;
  };
  /** Of what is offered. */
  price: number | null;
  currency: string | null;
  questions: ResourceQuestions & unknown;
};

export interface WaitlistAcceptanceInput {
  /** By the ids of the resource's questions. */
  answers?: {
    [key: string]: string;
  };
  /**
   * Who comes, at most as many as there are guests.
   * @default []
   */
  attendees?: AttendeeInput[];
  /** The company's `texts_version` that was agreed to. */
  terms_version?: number;
  notes?: string;
}

export type BlockWithConflicts = Block & {
  /** Bookings in that time that stand all the same, the first 50: somebody should see to them. */
  conflicts: {
    booking_id: string;
    reference: string;
    /** Format: date-time */
    starts_at: string;
  }[];
};

export interface BlockInput {
  /** @default null */
  reason?: string | null;
  /** Format: date-time */
  starts_at: string;
  /** Format: date-time */
  ends_at: string;
  /** @default [] */
  venue_ids?: string[];
  /** @default [] */
  resource_ids?: string[];
  /** @default [] */
  unit_ids?: string[];
}

export interface BlockPatch {
  reason?: string | null;
  /** Format: date-time */
  starts_at?: string;
  /** Format: date-time */
  ends_at?: string;
  venue_ids?: string[];
  resource_ids?: string[];
  unit_ids?: string[];
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export type NewCalendarFeed = CalendarFeed & {
  /** To subscribe to. Whoever has it can read: it is shown this once. */
  url: string;
};

export interface CalendarFeedInput {
  name: string;
  scope: "all" | "venue" | "resource" | "member";
  /** @default null */
  subject_id?: string | null;
}

export interface CalendarImportInput {
  name: string;
  /** @example https://calendar.example.com/ical/harbor.ics */
  url: string;
  /** @default [] */
  venue_ids?: string[];
  /** @default [] */
  resource_ids?: string[];
  /** @default [] */
  unit_ids?: string[];
}

export interface CalendarImportPatch {
  name?: string;
  /** @example https://calendar.example.com/ical/harbor.ics */
  url?: string;
  venue_ids?: string[];
  resource_ids?: string[];
  unit_ids?: string[];
  /** A paused import makes nothing unavailable. */
  paused?: boolean;
  /** The version you read. Not needed with `If-Match`. */
  version?: number;
}

export interface BusyTime {
  /** Format: date-time */
  starts_at: string;
  /** Format: date-time */
  ends_at: string;
}

export interface BookingReport {
  from: string;
  to: string;
  group_by: "day" | "week" | "hour" | "weekday" | "resource" | "variant" | "venue" | "status";
  currency: string;
  /** Of bookings whose money is not added up here. */
  other_currencies: string[];
  rows: {
    /** A date (of a week its Monday), an hour from 0 to 23, a weekday, an id (of a variant behind its resource's), or a status. */
    key: string;
    label: string;
    /** That start there, whatever became of them. */
    bookings: number;
    /** Of those that were neither cancelled nor missed. */
    guests: number;
    cancelled: number;
    no_show: number;
    /** Prices in minor units; of what was cancelled, what is kept. */
    revenue: number;
    /** Payments less refunds. */
    paid: number;
    /** Place-minutes that were taken, each where it falls. */
    booked_minutes: number;
    /** Place-minutes by the present timetables; `null` where they cannot be told apart. */
    offered_minutes: number | null;
    /** Booked of offered minutes, 1 for all; `null` of none. */
    utilisation: number | null;
  }[];
  totals: {
    /** That start there, whatever became of them. */
    bookings: number;
    /** Of those that were neither cancelled nor missed. */
    guests: number;
    cancelled: number;
    no_show: number;
    /** Prices in minor units; of what was cancelled, what is kept. */
    revenue: number;
    /** Payments less refunds. */
    paid: number;
    /** Place-minutes that were taken, each where it falls. */
    booked_minutes: number;
    /** Place-minutes by the present timetables; `null` where they cannot be told apart. */
    offered_minutes: number | null;
    /** Booked of offered minutes, 1 for all; `null` of none. */
    utilisation: number | null;
  };
}

export interface Today {
  /** Format: date-time */
  at: string;
  /** Today at the venue, or else at the company. */
  date: string;
  time_zone: string;
  /** Confirmed, and start today. */
  arrivals: TodayBooking[];
  /** Going on, and not to return today. */
  in_progress: TodayBooking[];
  /** Rentals that are out and end today. */
  to_return: TodayBooking[];
  /** To be approved, the next first; at most 200. */
  pending: TodayBooking[];
  /** Who starts in each hour of today, 0 to 23; neither cancelled nor missed. */
  hours: {
    hour: number;
    bookings: number;
    guests: number;
  }[];
}

export type TodayBooking = Booking & {
  resource_kind: "experience" | "service" | "rental";
  /** Names on its list. */
  attendees: number;
  /** How many of them came. */
  checked_in: number;
};

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
  contact: ContactSummary | null;
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
  type: "booking_requested" | "booking_confirmed" | "booking_moved" | "booking_ending_soon" | "booking_cancelled" | "departure_below_minimum" | "new_message" | "conversation_created" | "conversation_assigned" | "ticket_created" | "ticket_assigned" | "ticket_replied" | "ticket_resolved" | "ticket_closed" | "system_alert";
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

export interface PoolsListQuery {
  /** @example ven_0QvPqFbT4kZx81LmWc3R9a */
  venue_id?: string;
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface ShiftsListQuery {
  /**
   * Format: date-time
   * Ends after that time.
   */
  from?: string;
  /**
   * Format: date-time
   * Starts before that time.
   */
  to?: string;
  /** @example mem_0QvPqFbT4kZx81LmWc3R9a */
  member_id?: string;
  /** @example ven_0QvPqFbT4kZx81LmWc3R9a */
  venue_id?: string;
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface ShiftsDeleteQuery {
  /**
   * `following` takes those of its series that begin later, too.
   * @default this
   */
  series?: "this" | "following";
}

export interface VenueMembersListQuery {
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface ResourcesListQuery {
  /**
   * At home there, or offered there as well.
   * @example ven_0QvPqFbT4kZx81LmWc3R9a
   */
  venue_id?: string;
  status?: "available" | "maintenance" | "retired";
  kind?: "experience" | "service" | "rental";
  category?: string;
  tag?: string;
  template?: boolean;
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface PromotionsListQuery {
  status?: "active" | "inactive";
  /** @example WINTER-26 */
  code?: string;
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface AvailabilitySlotsQuery {
  /** @example res_0QvPqFbT4kZx81LmWc3R9a */
  resource_id: string;
  /**
   * Where it is offered at several; its home when left out.
   * @example ven_0QvPqFbT4kZx81LmWc3R9a
   */
  venue_id?: string;
  /** @example half_day */
  variant_id?: string;
  party?: number;
  /** @example adult:2,child:1 */
  guests?: string;
  private?: boolean;
  /**
   * A booking whose own places count as free: to see where it could be moved to. For staff.
   * @example bkg_0QvPqFbT4kZx81LmWc3R9a
   */
  except?: string;
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
  /** Hours, days or nights, where the length is not fixed; else the shortest. */
  length?: number;
  /**
   * For local times; the venue's when left out.
   * @example America/New_York
   */
  time_zone?: string;
  /** Also what is not on offer, with the reason. */
  include_closed?: boolean;
}

export interface AvailabilityCalendarQuery {
  /** Ids, separated by commas, at most 50. */
  resource_ids?: string;
  /**
   * All that is offered there, instead of `resource_ids`.
   * @example ven_0QvPqFbT4kZx81LmWc3R9a
   */
  venue_id?: string;
  /**
   * Of a single resource.
   * @example half_day
   */
  variant_id?: string;
  /**
   * Format: date
   * @example 2026-11-20
   */
  from: string;
  /**
   * Format: date
   * Last date, at most 366 days in all.
   * @example 2026-11-20
   */
  to: string;
  party?: number;
}

export interface AvailabilityExplainQuery {
  /** @example res_0QvPqFbT4kZx81LmWc3R9a */
  resource_id: string;
  /**
   * Where it is offered at several; its home when left out.
   * @example ven_0QvPqFbT4kZx81LmWc3R9a
   */
  venue_id?: string;
  /** @example half_day */
  variant_id?: string;
  party?: number;
  /** @example adult:2,child:1 */
  guests?: string;
  private?: boolean;
  /**
   * A booking whose own places count as free: to see where it could be moved to. For staff.
   * @example bkg_0QvPqFbT4kZx81LmWc3R9a
   */
  except?: string;
  /** Format: date-time */
  starts_at: string;
  /** Format: date-time */
  ends_at?: string;
}

export interface BookingPaymentsListAllQuery {
  kind?: "payment" | "refund";
  method?: "card" | "paypal" | "cash" | "check" | "wire" | "voucher";
  /** Then or later: a time, or a date of the company's. */
  from?: string;
  /** Before that time, or on that date or earlier. */
  to?: string;
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
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
  /** @example grp_0QvPqFbT4kZx81LmWc3R9a */
  group_id?: string;
  /** Its reference, or whom it is for. */
  q?: string;
  /** @default desc */
  order?: "asc" | "desc";
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface BookingPaymentsListQuery {
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
   * For local times; the venue's when left out.
   * @example America/New_York
   */
  time_zone?: string;
}

export interface WaitlistListQuery {
  status?: "waiting" | "offered" | "booked" | "expired" | "cancelled";
  /** @example res_0QvPqFbT4kZx81LmWc3R9a */
  resource_id?: string;
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface BlocksListQuery {
  /**
   * Format: date-time
   * Those that end later.
   */
  from?: string;
  /**
   * Format: date-time
   * Those that start earlier.
   */
  to?: string;
  /** @example ven_0QvPqFbT4kZx81LmWc3R9a */
  venue_id?: string;
  /** @example res_0QvPqFbT4kZx81LmWc3R9a */
  resource_id?: string;
  /** @example unt_0QvPqFbT4kZx81LmWc3R9a */
  unit_id?: string;
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface CalendarFeedsListQuery {
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface CalendarImportsListQuery {
  /** Rows a page. */
  limit?: number;
  /** `next_cursor` of the page before. */
  cursor?: string;
}

export interface CalendarImportsBusyQuery {
  /** Format: date-time */
  from: string;
  /** Format: date-time */
  to: string;
}

export interface CalendarImportsBusyResult {
  data: BusyTime[];
}

export interface ReportsBookingsQuery {
  /**
   * Format: date
   * First local date at each venue.
   * @example 2026-11-20
   */
  from: string;
  /**
   * Format: date
   * Last local date, at most 400 days in all.
   * @example 2026-11-20
   */
  to: string;
  /** @example res_0QvPqFbT4kZx81LmWc3R9a */
  resource_id?: string;
  /** @example ven_0QvPqFbT4kZx81LmWc3R9a */
  venue_id?: string;
  /** @default day */
  group_by?: "day" | "week" | "hour" | "weekday" | "resource" | "variant" | "venue" | "status";
  /**
   * Whose money is added up; the company's when left out.
   * @example USD
   */
  currency?: string;
}

export interface ReportsTodayQuery {
  /** @example ven_0QvPqFbT4kZx81LmWc3R9a */
  venue_id?: string;
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
    /** Whether prices contain the tax, or it comes on top. */
    tax_included: boolean;
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

/** A pool of alike things or people was made. */
export interface PoolCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "pool.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Pool;
}

/** A pool was deleted, and its units with it. */
export interface PoolDeletedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "pool.deleted";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Pool;
}

/** A pool's details changed. */
export interface PoolUpdatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "pool.updated";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Pool;
}

/** A shift was planned. */
export interface ShiftCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "shift.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Shift;
}

/** A shift was taken off the plan. */
export interface ShiftDeletedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "shift.deleted";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Shift;
}

/** A shift was moved, or changed otherwise. */
export interface ShiftUpdatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "shift.updated";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Shift;
}

/** A thing or person joined a pool. */
export interface UnitCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "unit.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Unit;
}

/** A unit left its pool. */
export interface UnitDeletedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "unit.deleted";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Unit;
}

/** A unit's details or status changed. */
export interface UnitUpdatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "unit.updated";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Unit;
}

/** A member works at a venue from now on. */
export interface VenueMemberCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "venue_member.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: VenueMember;
}

/** A member no longer works at a venue. */
export interface VenueMemberDeletedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "venue_member.deleted";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: VenueMember;
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
  data: Resource & {
    images?: {
      media_id: string;
      name: string;
      type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
      size: number;
    }[];
  };
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
  data: Resource & {
    images?: {
      media_id: string;
      name: string;
      type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
      size: number;
    }[];
  };
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
  data: Resource & {
    images?: {
      media_id: string;
      name: string;
      type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
      size: number;
    }[];
  };
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
  data: Resource & {
    images?: {
      media_id: string;
      name: string;
      type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
      size: number;
    }[];
  };
}

/** A promotion was made. */
export interface PromotionCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "promotion.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Promotion;
}

/** A promotion was deleted. */
export interface PromotionDeletedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "promotion.deleted";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Promotion;
}

/** A promotion's terms changed. */
export interface PromotionUpdatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "promotion.updated";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Promotion;
}

/** Other people come with a booking, or they answered something else. */
export interface BookingAttendeesChangedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "booking.attendees_changed";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Attendees & {
    reference: string;
  };
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
    variant_id: string | null;
    party: number;
    /**
     * @example {
     *       "adult": 2,
     *       "child": 1
     *     }
     */
    guests: {
      [key: string]: number;
    };
    private: boolean;
    add_ons: {
      id: string;
      quantity: number;
    }[];
    promotion_code: string | null;
    /**
     * Of the whole booking, computed once: the total of `quote`.
     * @example 9800
     */
    price: number;
    currency: string;
    /** How the price came about; `null` for bookings from before quotes. */
    quote: Quote | null;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /** How much of the price is due at once. */
    deposit: number;
    /** Payments less refunds. */
    paid: number;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    attachments: {
      media_id: string;
      name: string;
      type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
      size: number;
    }[];
    /** What was booked together has it in common. */
    group_id: string | null;
    /** The legal texts that were agreed to. */
    terms_version: number | null;
    waiver_status: "none" | "pending" | "signed";
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    refund: {
      decision: "full" | "partial" | "none";
      /** Given back, in minor units. */
      amount: number;
      /** What is not given back. */
      kept: number;
    } | null;
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
    variant_id: string | null;
    party: number;
    /**
     * @example {
     *       "adult": 2,
     *       "child": 1
     *     }
     */
    guests: {
      [key: string]: number;
    };
    private: boolean;
    add_ons: {
      id: string;
      quantity: number;
    }[];
    promotion_code: string | null;
    /**
     * Of the whole booking, computed once: the total of `quote`.
     * @example 9800
     */
    price: number;
    currency: string;
    /** How the price came about; `null` for bookings from before quotes. */
    quote: Quote | null;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /** How much of the price is due at once. */
    deposit: number;
    /** Payments less refunds. */
    paid: number;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    attachments: {
      media_id: string;
      name: string;
      type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
      size: number;
    }[];
    /** What was booked together has it in common. */
    group_id: string | null;
    /** The legal texts that were agreed to. */
    terms_version: number | null;
    waiver_status: "none" | "pending" | "signed";
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    refund: {
      decision: "full" | "partial" | "none";
      /** Given back, in minor units. */
      amount: number;
      /** What is not given back. */
      kept: number;
    } | null;
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
    variant_id: string | null;
    party: number;
    /**
     * @example {
     *       "adult": 2,
     *       "child": 1
     *     }
     */
    guests: {
      [key: string]: number;
    };
    private: boolean;
    add_ons: {
      id: string;
      quantity: number;
    }[];
    promotion_code: string | null;
    /**
     * Of the whole booking, computed once: the total of `quote`.
     * @example 9800
     */
    price: number;
    currency: string;
    /** How the price came about; `null` for bookings from before quotes. */
    quote: Quote | null;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /** How much of the price is due at once. */
    deposit: number;
    /** Payments less refunds. */
    paid: number;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    attachments: {
      media_id: string;
      name: string;
      type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
      size: number;
    }[];
    /** What was booked together has it in common. */
    group_id: string | null;
    /** The legal texts that were agreed to. */
    terms_version: number | null;
    waiver_status: "none" | "pending" | "signed";
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    refund: {
      decision: "full" | "partial" | "none";
      /** Given back, in minor units. */
      amount: number;
      /** What is not given back. */
      kept: number;
    } | null;
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
    variant_id: string | null;
    party: number;
    /**
     * @example {
     *       "adult": 2,
     *       "child": 1
     *     }
     */
    guests: {
      [key: string]: number;
    };
    private: boolean;
    add_ons: {
      id: string;
      quantity: number;
    }[];
    promotion_code: string | null;
    /**
     * Of the whole booking, computed once: the total of `quote`.
     * @example 9800
     */
    price: number;
    currency: string;
    /** How the price came about; `null` for bookings from before quotes. */
    quote: Quote | null;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /** How much of the price is due at once. */
    deposit: number;
    /** Payments less refunds. */
    paid: number;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    attachments: {
      media_id: string;
      name: string;
      type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
      size: number;
    }[];
    /** What was booked together has it in common. */
    group_id: string | null;
    /** The legal texts that were agreed to. */
    terms_version: number | null;
    waiver_status: "none" | "pending" | "signed";
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    refund: {
      decision: "full" | "partial" | "none";
      /** Given back, in minor units. */
      amount: number;
      /** What is not given back. */
      kept: number;
    } | null;
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
    variant_id: string | null;
    party: number;
    /**
     * @example {
     *       "adult": 2,
     *       "child": 1
     *     }
     */
    guests: {
      [key: string]: number;
    };
    private: boolean;
    add_ons: {
      id: string;
      quantity: number;
    }[];
    promotion_code: string | null;
    /**
     * Of the whole booking, computed once: the total of `quote`.
     * @example 9800
     */
    price: number;
    currency: string;
    /** How the price came about; `null` for bookings from before quotes. */
    quote: Quote | null;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /** How much of the price is due at once. */
    deposit: number;
    /** Payments less refunds. */
    paid: number;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    attachments: {
      media_id: string;
      name: string;
      type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
      size: number;
    }[];
    /** What was booked together has it in common. */
    group_id: string | null;
    /** The legal texts that were agreed to. */
    terms_version: number | null;
    waiver_status: "none" | "pending" | "signed";
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    refund: {
      decision: "full" | "partial" | "none";
      /** Given back, in minor units. */
      amount: number;
      /** What is not given back. */
      kept: number;
    } | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** What lasts for more than a day ends in a day. */
export interface BookingEndingSoonEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "booking.ending_soon";
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
    variant_id: string | null;
    party: number;
    /**
     * @example {
     *       "adult": 2,
     *       "child": 1
     *     }
     */
    guests: {
      [key: string]: number;
    };
    private: boolean;
    add_ons: {
      id: string;
      quantity: number;
    }[];
    promotion_code: string | null;
    /**
     * Of the whole booking, computed once: the total of `quote`.
     * @example 9800
     */
    price: number;
    currency: string;
    /** How the price came about; `null` for bookings from before quotes. */
    quote: Quote | null;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /** How much of the price is due at once. */
    deposit: number;
    /** Payments less refunds. */
    paid: number;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    attachments: {
      media_id: string;
      name: string;
      type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
      size: number;
    }[];
    /** What was booked together has it in common. */
    group_id: string | null;
    /** The legal texts that were agreed to. */
    terms_version: number | null;
    waiver_status: "none" | "pending" | "signed";
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    refund: {
      decision: "full" | "partial" | "none";
      /** Given back, in minor units. */
      amount: number;
      /** What is not given back. */
      kept: number;
    } | null;
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
    variant_id: string | null;
    party: number;
    /**
     * @example {
     *       "adult": 2,
     *       "child": 1
     *     }
     */
    guests: {
      [key: string]: number;
    };
    private: boolean;
    add_ons: {
      id: string;
      quantity: number;
    }[];
    promotion_code: string | null;
    /**
     * Of the whole booking, computed once: the total of `quote`.
     * @example 9800
     */
    price: number;
    currency: string;
    /** How the price came about; `null` for bookings from before quotes. */
    quote: Quote | null;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /** How much of the price is due at once. */
    deposit: number;
    /** Payments less refunds. */
    paid: number;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    attachments: {
      media_id: string;
      name: string;
      type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
      size: number;
    }[];
    /** What was booked together has it in common. */
    group_id: string | null;
    /** The legal texts that were agreed to. */
    terms_version: number | null;
    waiver_status: "none" | "pending" | "signed";
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    refund: {
      decision: "full" | "partial" | "none";
      /** Given back, in minor units. */
      amount: number;
      /** What is not given back. */
      kept: number;
    } | null;
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
    variant_id: string | null;
    party: number;
    /**
     * @example {
     *       "adult": 2,
     *       "child": 1
     *     }
     */
    guests: {
      [key: string]: number;
    };
    private: boolean;
    add_ons: {
      id: string;
      quantity: number;
    }[];
    promotion_code: string | null;
    /**
     * Of the whole booking, computed once: the total of `quote`.
     * @example 9800
     */
    price: number;
    currency: string;
    /** How the price came about; `null` for bookings from before quotes. */
    quote: Quote | null;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /** How much of the price is due at once. */
    deposit: number;
    /** Payments less refunds. */
    paid: number;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    attachments: {
      media_id: string;
      name: string;
      type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
      size: number;
    }[];
    /** What was booked together has it in common. */
    group_id: string | null;
    /** The legal texts that were agreed to. */
    terms_version: number | null;
    waiver_status: "none" | "pending" | "signed";
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    refund: {
      decision: "full" | "partial" | "none";
      /** Given back, in minor units. */
      amount: number;
      /** What is not given back. */
      kept: number;
    } | null;
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
    variant_id: string | null;
    party: number;
    /**
     * @example {
     *       "adult": 2,
     *       "child": 1
     *     }
     */
    guests: {
      [key: string]: number;
    };
    private: boolean;
    add_ons: {
      id: string;
      quantity: number;
    }[];
    promotion_code: string | null;
    /**
     * Of the whole booking, computed once: the total of `quote`.
     * @example 9800
     */
    price: number;
    currency: string;
    /** How the price came about; `null` for bookings from before quotes. */
    quote: Quote | null;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /** How much of the price is due at once. */
    deposit: number;
    /** Payments less refunds. */
    paid: number;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    attachments: {
      media_id: string;
      name: string;
      type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
      size: number;
    }[];
    /** What was booked together has it in common. */
    group_id: string | null;
    /** The legal texts that were agreed to. */
    terms_version: number | null;
    waiver_status: "none" | "pending" | "signed";
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    refund: {
      decision: "full" | "partial" | "none";
      /** Given back, in minor units. */
      amount: number;
      /** What is not given back. */
      kept: number;
    } | null;
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
    variant_id: string | null;
    party: number;
    /**
     * @example {
     *       "adult": 2,
     *       "child": 1
     *     }
     */
    guests: {
      [key: string]: number;
    };
    private: boolean;
    add_ons: {
      id: string;
      quantity: number;
    }[];
    promotion_code: string | null;
    /**
     * Of the whole booking, computed once: the total of `quote`.
     * @example 9800
     */
    price: number;
    currency: string;
    /** How the price came about; `null` for bookings from before quotes. */
    quote: Quote | null;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /** How much of the price is due at once. */
    deposit: number;
    /** Payments less refunds. */
    paid: number;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    attachments: {
      media_id: string;
      name: string;
      type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
      size: number;
    }[];
    /** What was booked together has it in common. */
    group_id: string | null;
    /** The legal texts that were agreed to. */
    terms_version: number | null;
    waiver_status: "none" | "pending" | "signed";
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    refund: {
      decision: "full" | "partial" | "none";
      /** Given back, in minor units. */
      amount: number;
      /** What is not given back. */
      kept: number;
    } | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** Bookings left the house as a file. */
export interface BookingExportedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "booking.exported";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    rows: number;
    filters: {
      [key: string]: string;
    };
  };
}

/** Somebody came, or, with `checked_in_at` null, did not after all. */
export interface BookingCheckedInEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "booking.checked_in";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Attendee & {
    reference: string;
  };
}

/** A departure can no longer be booked, and too few are on it. */
export interface DepartureBelowMinimumEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "departure.below_minimum";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Departure;
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

/** A payment or a refund was recorded. */
export interface BookingPaymentRecordedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "booking.payment_recorded";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: BookingPayment & {
    price: number;
    paid: number;
    balance: number;
  };
}

/** Whoever booked is to be reminded. */
export interface BookingReminderRequestedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "booking.reminder_requested";
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
    variant_id: string | null;
    party: number;
    /**
     * @example {
     *       "adult": 2,
     *       "child": 1
     *     }
     */
    guests: {
      [key: string]: number;
    };
    private: boolean;
    add_ons: {
      id: string;
      quantity: number;
    }[];
    promotion_code: string | null;
    /**
     * Of the whole booking, computed once: the total of `quote`.
     * @example 9800
     */
    price: number;
    currency: string;
    /** How the price came about; `null` for bookings from before quotes. */
    quote: Quote | null;
    status: "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";
    /** How much of the price is due at once. */
    deposit: number;
    /** Payments less refunds. */
    paid: number;
    notes: string | null;
    answers: {
      [key: string]: string;
    };
    attachments: {
      media_id: string;
      name: string;
      type: "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "text/plain";
      size: number;
    }[];
    /** What was booked together has it in common. */
    group_id: string | null;
    /** The legal texts that were agreed to. */
    terms_version: number | null;
    waiver_status: "none" | "pending" | "signed";
    /** Format: date-time */
    cancelled_at: string | null;
    cancel_reason: string | null;
    refund: {
      decision: "full" | "partial" | "none";
      /** Given back, in minor units. */
      amount: number;
      /** What is not given back. */
      kept: number;
    } | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** Who waited took the place. */
export interface WaitlistEntryBookedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "waitlist_entry.booked";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    resource_id: string;
    resource_name: string;
    venue_id: string;
    time_zone: string;
    variant_id: string | null;
    contact_id: string;
    contact: {
      name: string | null;
      email: string | null;
      phone: string | null;
    };
    /** First local date at the venue that would do. */
    from_date: string;
    /** Last local date that would do. */
    to_date: string;
    /**
     * Format: date-time
     * The one start that would do; `null` for any.
     */
    starts_at: string | null;
    party: number;
    guests: {
      [key: string]: number;
    };
    /** `offered`: a place is kept for it until `offer_expires_at`; then it is `expired` if nobody took it. */
    status: "waiting" | "offered" | "booked" | "expired" | "cancelled";
    /** Format: date-time */
    offered_at: string | null;
    /** Format: date-time */
    offer_starts_at: string | null;
    /** Format: date-time */
    offer_expires_at: string | null;
    booking_id: string | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** Somebody waits no more. */
export interface WaitlistEntryCancelledEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "waitlist_entry.cancelled";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    resource_id: string;
    resource_name: string;
    venue_id: string;
    time_zone: string;
    variant_id: string | null;
    contact_id: string;
    contact: {
      name: string | null;
      email: string | null;
      phone: string | null;
    };
    /** First local date at the venue that would do. */
    from_date: string;
    /** Last local date that would do. */
    to_date: string;
    /**
     * Format: date-time
     * The one start that would do; `null` for any.
     */
    starts_at: string | null;
    party: number;
    guests: {
      [key: string]: number;
    };
    /** `offered`: a place is kept for it until `offer_expires_at`; then it is `expired` if nobody took it. */
    status: "waiting" | "offered" | "booked" | "expired" | "cancelled";
    /** Format: date-time */
    offered_at: string | null;
    /** Format: date-time */
    offer_starts_at: string | null;
    /** Format: date-time */
    offer_expires_at: string | null;
    booking_id: string | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** Somebody waits for a place. */
export interface WaitlistEntryCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "waitlist_entry.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    resource_id: string;
    resource_name: string;
    venue_id: string;
    time_zone: string;
    variant_id: string | null;
    contact_id: string;
    contact: {
      name: string | null;
      email: string | null;
      phone: string | null;
    };
    /** First local date at the venue that would do. */
    from_date: string;
    /** Last local date that would do. */
    to_date: string;
    /**
     * Format: date-time
     * The one start that would do; `null` for any.
     */
    starts_at: string | null;
    party: number;
    guests: {
      [key: string]: number;
    };
    /** `offered`: a place is kept for it until `offer_expires_at`; then it is `expired` if nobody took it. */
    status: "waiting" | "offered" | "booked" | "expired" | "cancelled";
    /** Format: date-time */
    offered_at: string | null;
    /** Format: date-time */
    offer_starts_at: string | null;
    /** Format: date-time */
    offer_expires_at: string | null;
    booking_id: string | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** Who waited let the offer pass. */
export interface WaitlistEntryExpiredEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "waitlist_entry.expired";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    resource_id: string;
    resource_name: string;
    venue_id: string;
    time_zone: string;
    variant_id: string | null;
    contact_id: string;
    contact: {
      name: string | null;
      email: string | null;
      phone: string | null;
    };
    /** First local date at the venue that would do. */
    from_date: string;
    /** Last local date that would do. */
    to_date: string;
    /**
     * Format: date-time
     * The one start that would do; `null` for any.
     */
    starts_at: string | null;
    party: number;
    guests: {
      [key: string]: number;
    };
    /** `offered`: a place is kept for it until `offer_expires_at`; then it is `expired` if nobody took it. */
    status: "waiting" | "offered" | "booked" | "expired" | "cancelled";
    /** Format: date-time */
    offered_at: string | null;
    /** Format: date-time */
    offer_starts_at: string | null;
    /** Format: date-time */
    offer_expires_at: string | null;
    booking_id: string | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** A place is kept for who waited. */
export interface WaitlistEntryOfferedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "waitlist_entry.offered";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: {
    id: string;
    resource_id: string;
    resource_name: string;
    venue_id: string;
    time_zone: string;
    variant_id: string | null;
    contact_id: string;
    contact: {
      name: string | null;
      email: string | null;
      phone: string | null;
    };
    /** First local date at the venue that would do. */
    from_date: string;
    /** Last local date that would do. */
    to_date: string;
    /**
     * Format: date-time
     * The one start that would do; `null` for any.
     */
    starts_at: string | null;
    party: number;
    guests: {
      [key: string]: number;
    };
    /** `offered`: a place is kept for it until `offer_expires_at`; then it is `expired` if nobody took it. */
    status: "waiting" | "offered" | "booked" | "expired" | "cancelled";
    /** Format: date-time */
    offered_at: string | null;
    /** Format: date-time */
    offer_starts_at: string | null;
    /** Format: date-time */
    offer_expires_at: string | null;
    booking_id: string | null;
    version: number;
    /** Format: date-time */
    created_at: string;
    /** Format: date-time */
    updated_at: string;
  };
}

/** Time was made unavailable. */
export interface BlockCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "block.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Block;
}

/** Unavailable time was freed. */
export interface BlockDeletedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "block.deleted";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Block;
}

/** Unavailable time was changed. */
export interface BlockUpdatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "block.updated";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: Block;
}

/** A calendar feed was made. */
export interface CalendarFeedCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "calendar_feed.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: CalendarFeed;
}

/** A calendar feed was revoked. */
export interface CalendarFeedRevokedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "calendar_feed.revoked";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: CalendarFeed;
}

/** A calendar elsewhere was connected. */
export interface CalendarImportCreatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "calendar_import.created";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: CalendarImport;
}

/** A connected calendar was removed. */
export interface CalendarImportDeletedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "calendar_import.deleted";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: CalendarImport;
}

/** A connected calendar can no longer be read. */
export interface CalendarImportFailingEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "calendar_import.failing";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: CalendarImport;
}

/** A connected calendar was changed, paused, or read again with another outcome. */
export interface CalendarImportUpdatedEvent {
  id: string;
  /** Position in the log: commit order. */
  seq: number;
  type: "calendar_import.updated";
  /** Format: date-time */
  at: string;
  actor: {
    kind: string;
    id: string;
  };
  data: CalendarImport;
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
    contact: ContactSummary | null;
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
  | "calendar_import_paused"
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
  | "no_offer"
  | "not_found"
  | "not_waiting"
  | "nothing_free"
  | "origin_not_allowed"
  | "payment_exceeds_balance"
  | "pool_full"
  | "pool_in_use"
  | "precondition_failed"
  | "promotion_code_taken"
  | "promotion_not_valid"
  | "rate_limited"
  | "refund_exceeds_paid"
  | "reminder_already_sent"
  | "resource_in_use"
  | "resource_not_bookable"
  | "session_ended"
  | "shift_conflict"
  | "slot_unavailable"
  | "tenant_closed"
  | "too_many_calendar_imports"
  | "too_many_endpoints"
  | "too_many_holds"
  | "too_many_waitlist_entries"
  | "transition_not_allowed"
  | "unauthenticated"
  | "unit_exists"
  | "unit_in_use"
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
  "pool.created": PoolCreatedEvent;
  "pool.deleted": PoolDeletedEvent;
  "pool.updated": PoolUpdatedEvent;
  "shift.created": ShiftCreatedEvent;
  "shift.deleted": ShiftDeletedEvent;
  "shift.updated": ShiftUpdatedEvent;
  "unit.created": UnitCreatedEvent;
  "unit.deleted": UnitDeletedEvent;
  "unit.updated": UnitUpdatedEvent;
  "venue_member.created": VenueMemberCreatedEvent;
  "venue_member.deleted": VenueMemberDeletedEvent;
  "resource.created": ResourceCreatedEvent;
  "resource.deleted": ResourceDeletedEvent;
  "resource.status_changed": ResourceStatusChangedEvent;
  "resource.updated": ResourceUpdatedEvent;
  "promotion.created": PromotionCreatedEvent;
  "promotion.deleted": PromotionDeletedEvent;
  "promotion.updated": PromotionUpdatedEvent;
  "booking.attendees_changed": BookingAttendeesChangedEvent;
  "booking.cancelled": BookingCancelledEvent;
  "booking.completed": BookingCompletedEvent;
  "booking.confirmed": BookingConfirmedEvent;
  "booking.created": BookingCreatedEvent;
  "booking.deleted": BookingDeletedEvent;
  "booking.ending_soon": BookingEndingSoonEvent;
  "booking.no_show": BookingNoShowEvent;
  "booking.started": BookingStartedEvent;
  "booking.status_changed": BookingStatusChangedEvent;
  "booking.updated": BookingUpdatedEvent;
  "booking.exported": BookingExportedEvent;
  "booking.checked_in": BookingCheckedInEvent;
  "departure.below_minimum": DepartureBelowMinimumEvent;
  "hold.created": HoldCreatedEvent;
  "hold.released": HoldReleasedEvent;
  "booking.payment_recorded": BookingPaymentRecordedEvent;
  "booking.reminder_requested": BookingReminderRequestedEvent;
  "waitlist_entry.booked": WaitlistEntryBookedEvent;
  "waitlist_entry.cancelled": WaitlistEntryCancelledEvent;
  "waitlist_entry.created": WaitlistEntryCreatedEvent;
  "waitlist_entry.expired": WaitlistEntryExpiredEvent;
  "waitlist_entry.offered": WaitlistEntryOfferedEvent;
  "block.created": BlockCreatedEvent;
  "block.deleted": BlockDeletedEvent;
  "block.updated": BlockUpdatedEvent;
  "calendar_feed.created": CalendarFeedCreatedEvent;
  "calendar_feed.revoked": CalendarFeedRevokedEvent;
  "calendar_import.created": CalendarImportCreatedEvent;
  "calendar_import.deleted": CalendarImportDeletedEvent;
  "calendar_import.failing": CalendarImportFailingEvent;
  "calendar_import.updated": CalendarImportUpdatedEvent;
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
