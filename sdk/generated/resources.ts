// Generated from openapi.yaml by `npm run sdk`; edit the routes instead.

import type { Call } from "../core/call.ts";
import type { Pages } from "../core/pages.ts";
import { path } from "../core/path.ts";
import type { Bytes, Engine, RequestOptions } from "../core/request.ts";
import { anonymous } from "../core/request.ts";
import type * as T from "./types.ts";

export const attendees = (e: Engine) => ({
  /**
   * List those who come with a booking.
   *
   * `GET /v1/bookings/{id}/attendees`
   */
  list: (id: string, options?: RequestOptions): Call<T.Attendees> => e.get(path`/v1/bookings/${id}/attendees`, undefined, options),

  /**
   * Say who comes with a booking.
   *
   * Replaces the list. Whoever is named with an `id` stays checked in. Visitors may until it starts, and answer what is required of each guest.
   *
   * `PUT /v1/bookings/{id}/attendees`
   *
   * Emits `booking.attendees_changed`.
   *
   * Problems: `booking_not_changeable`.
   */
  replace: (id: string, body: T.AttendeesInput, options?: RequestOptions): Call<T.Attendees> => e.send("PUT", path`/v1/bookings/${id}/attendees`, body, options),

  /**
   * Say that somebody came.
   *
   * Whoever is checked in already stays so.
   *
   * `POST /v1/bookings/{id}/attendees/{attendee_id}/check-in`
   *
   * Emits `booking.checked_in`.
   *
   * Problems: `booking_not_changeable`.
   */
  check_in: (id: string, attendee_id: string, options?: RequestOptions): Call<T.Attendee> => e.send("POST", path`/v1/bookings/${id}/attendees/${attendee_id}/check-in`, undefined, options),

  /**
   * Say that somebody did not come after all.
   *
   * `DELETE /v1/bookings/{id}/attendees/{attendee_id}/check-in`
   *
   * Emits `booking.checked_in`.
   *
   * Problems: `booking_not_changeable`.
   */
  undo_check_in: (id: string, attendee_id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/bookings/${id}/attendees/${attendee_id}/check-in`, undefined, options),
});

export const audit = (e: Engine) => ({
  /**
   * List what was done and by whom, newest first.
   *
   * `GET /v1/audit`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.AuditListQuery, options?: RequestOptions): Pages<T.AuditEntry> => e.list("/v1/audit", query, options),

  /**
   * Export audit entries as CSV, newest first.
   *
   * At most 10,000 entries; narrow the time to reach older ones.
   *
   * `GET /v1/audit/export`
   */
  export: (query?: T.AuditExportQuery, options?: RequestOptions): Call<Response> => e.bytes("/v1/audit/export", query, options),
});

export const auth = (e: Engine) => ({
  /**
   * Who is signed in, and what that permits.
   *
   * `GET /v1/auth/me`
   */
  me: (options?: RequestOptions): Call<T.Me> => e.get("/v1/auth/me", undefined, options),

  /**
   * Change the password.
   *
   * Ends every other session of the account.
   *
   * `PUT /v1/auth/password`
   */
  change_password: (body: T.PasswordInput, options?: RequestOptions): Call<void> => e.send("PUT", "/v1/auth/password", body, options),

  /**
   * Get the next access token.
   *
   * Takes the cookie and replaces it. A token that was replaced before ends the session.
   *
   * `POST /v1/auth/refresh`
   *
   * Problems: `session_ended`.
   */
  refresh: (options?: RequestOptions): Call<T.SignedIn> => e.send("POST", "/v1/auth/refresh", undefined, anonymous(options)),

  /**
   * Sign in.
   *
   * Sets the refresh token as a cookie that only `/v1/auth` gets to see.
   *
   * `POST /v1/auth/sign-in`
   *
   * Problems: `invalid_credentials`, `tenant_closed`.
   */
  sign_in: (body: T.SignInInput, options?: RequestOptions): Call<T.SignedIn> => e.send("POST", "/v1/auth/sign-in", body, anonymous(options)),

  /**
   * Sign out.
   *
   * `POST /v1/auth/sign-out`
   */
  sign_out: (options?: RequestOptions): Call<void> => e.send("POST", "/v1/auth/sign-out", undefined, anonymous(options)),
});

export const availability = (e: Engine) => ({
  /**
   * List the slots that can be booked, day by day.
   *
   * Days are the venue's own; each date asked for is there, with no slots where there are none. Members are shown what is left of today and beyond the horizon as well.
   *
   * `GET /v1/availability`
   */
  slots: (query: T.AvailabilitySlotsQuery, options?: RequestOptions): Call<T.Availability> => e.get("/v1/availability", query, options),

  /**
   * Show which days have something to offer.
   *
   * For many resources and up to a year: cheap, and without slots. `limited` is a quarter of the places or less.
   *
   * `GET /v1/availability/calendar`
   */
  calendar: (query: T.AvailabilityCalendarQuery, options?: RequestOptions): Call<T.AvailabilityCalendar> => e.get("/v1/availability/calendar", query, options),

  /**
   * Explain why a time can be booked, or why not.
   *
   * `GET /v1/availability/explanation`
   */
  explain: (query: T.AvailabilityExplainQuery, options?: RequestOptions): Call<T.AvailabilityExplanation> => e.get("/v1/availability/explanation", query, options),
});

export const blocks = (e: Engine) => ({
  /**
   * List blocks by their start, earliest first.
   *
   * `GET /v1/blocks`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.BlocksListQuery, options?: RequestOptions): Pages<T.Block> => e.list("/v1/blocks", query, options),

  /**
   * Make time unavailable.
   *
   * For venues, resources and units, up to 366 days. Bookings that are there already stay as they are and come back as `conflicts`.
   *
   * `POST /v1/blocks`
   *
   * Emits `block.created`.
   */
  create: (body: T.BlockInput, options?: RequestOptions): Call<T.BlockWithConflicts> => e.send("POST", "/v1/blocks", body, options),

  /**
   * Retrieve a block, with the bookings that it runs over.
   *
   * `GET /v1/blocks/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.BlockWithConflicts> => e.get(path`/v1/blocks/${id}`, undefined, options),

  /**
   * Change a block.
   *
   * `PATCH /v1/blocks/{id}`
   *
   * Emits `block.updated`.
   */
  update: (id: string, body: T.BlockPatch = {}, options?: RequestOptions): Call<T.BlockWithConflicts> => e.send("PATCH", path`/v1/blocks/${id}`, body, options),

  /**
   * Free blocked time.
   *
   * `DELETE /v1/blocks/{id}`
   *
   * Emits `block.deleted`.
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/blocks/${id}`, undefined, options),
});

export const booking_groups = (e: Engine) => ({
  /**
   * Book several things at once, or one again and again.
   *
   * All of them or none: a refusal points at the item that could not be had. A `recurrence` books an item at the same local time on each of its dates.
   *
   * `POST /v1/booking-groups`
   *
   * Emits `booking.created`, `contact.created`, `contact.updated`.
   *
   * Problems: `hold_expired`, `promotion_not_valid`, `resource_not_bookable`, `slot_unavailable`.
   */
  create: (body: T.BookingGroupInput, options?: RequestOptions): Call<T.BookingGroup> => e.send("POST", "/v1/booking-groups", body, options),
});

export const booking_payments = (e: Engine) => ({
  /**
   * List payments and refunds of all bookings, newest first.
   *
   * `GET /v1/booking-payments`
   *
   * Problems: `invalid_cursor`.
   */
  list_all: (query?: T.BookingPaymentsListAllQuery, options?: RequestOptions): Pages<T.BookingPayment> => e.list("/v1/booking-payments", query, options),

  /**
   * List what was paid for a booking, newest first.
   *
   * `GET /v1/bookings/{id}/payments`
   *
   * Problems: `invalid_cursor`.
   */
  list: (id: string, query?: T.BookingPaymentsListQuery, options?: RequestOptions): Pages<T.BookingPayment> => e.list(path`/v1/bookings/${id}/payments`, query, options),

  /**
   * Record a payment or a refund.
   *
   * Money that changed hands elsewhere: nothing is charged. A payment is at most the booking's balance, a refund at most what was paid.
   *
   * `POST /v1/bookings/{id}/payments`
   *
   * Emits `booking.payment_recorded`.
   *
   * Problems: `payment_exceeds_balance`, `refund_exceeds_paid`.
   */
  create: (id: string, body: T.BookingPaymentInput, options?: RequestOptions): Call<T.BookingPayment> => e.send("POST", path`/v1/bookings/${id}/payments`, body, options),
});

export const booking_units = (e: Engine) => ({
  /**
   * List who and what out of pools a booking has.
   *
   * Those who leave together share them: they are the departure's then.
   *
   * `GET /v1/bookings/{id}/units`
   */
  list: (id: string, options?: RequestOptions): Call<T.BookingUnits> => e.get(path`/v1/bookings/${id}/units`, undefined, options),

  /**
   * Say who and what out of pools a booking has.
   *
   * Replaces them. Each has to be free for the whole time; at least as many as are needed have to be named.
   *
   * `PUT /v1/bookings/{id}/units`
   *
   * Emits `booking.updated`.
   *
   * Problems: `booking_not_changeable`, `slot_unavailable`.
   */
  replace: (id: string, body: T.BookingUnitsInput, options?: RequestOptions): Call<T.BookingUnits> => e.send("PUT", path`/v1/bookings/${id}/units`, body, options),
});

export const bookings = (e: Engine) => ({
  /**
   * List bookings by their start, latest first.
   *
   * `GET /v1/bookings`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.BookingsListQuery, options?: RequestOptions): Pages<T.Booking> => e.list("/v1/bookings", query, options),

  /**
   * Book.
   *
   * Visitors book slots that are on offer. Members and secret keys may book any time that is free. A refusal for a taken time carries the nearest free starts in `alternatives`.
   *
   * `POST /v1/bookings`
   *
   * Emits `booking.created`, `contact.created`, `contact.updated`.
   *
   * Problems: `hold_expired`, `promotion_not_valid`, `resource_not_bookable`, `slot_unavailable`.
   */
  create: (body: T.BookingInput, options?: RequestOptions): Call<T.Booking> => e.send("POST", "/v1/bookings", body, options),

  /**
   * Retrieve a booking.
   *
   * `GET /v1/bookings/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Booking> => e.get(path`/v1/bookings/${id}`, undefined, options),

  /**
   * Move a booking, or change its party or notes.
   *
   * `PATCH /v1/bookings/{id}`
   *
   * Emits `booking.updated`.
   *
   * Problems: `booking_not_changeable`, `cancellation_window_passed`, `promotion_not_valid`, `resource_not_bookable`, `slot_unavailable`.
   */
  update: (id: string, body: T.BookingPatch = {}, options?: RequestOptions): Call<T.Booking> => e.send("PATCH", path`/v1/bookings/${id}`, body, options),

  /**
   * Delete a booking.
   *
   * Soft, for what should never have been there; to call one off, cancel it.
   *
   * `DELETE /v1/bookings/{id}`
   *
   * Emits `booking.deleted`.
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/bookings/${id}`, undefined, options),

  /**
   * Do the same to many bookings.
   *
   * Each has its own outcome: what cannot be done to one keeps nothing from the others.
   *
   * `POST /v1/bookings/batch`
   *
   * Emits `booking.status_changed`, `booking.confirmed`, `booking.started`, `booking.completed`, `booking.cancelled`, `booking.no_show`, `booking.reminder_requested`.
   */
  batch: (body: T.BookingBatchInput, options?: RequestOptions): Call<T.BookingBatch> => e.send("POST", "/v1/bookings/batch", body, options),

  /**
   * Export bookings as CSV, in the order of their list.
   *
   * At most 10,000 rows; narrow the dates to reach others. Every export is recorded, and made anew when it is asked for again.
   *
   * `POST /v1/bookings/export`
   *
   * Emits `booking.exported`.
   */
  export: (body: T.BookingExportInput = {}, options?: RequestOptions): Call<Response> => e.bytes("/v1/bookings/export", undefined, options, body),

  /**
   * Cancel a booking.
   *
   * A booking that is cancelled already stays as it is.
   *
   * `POST /v1/bookings/{id}/cancellation`
   *
   * Emits `booking.status_changed`, `booking.confirmed`, `booking.started`, `booking.completed`, `booking.cancelled`, `booking.no_show`.
   *
   * Problems: `cancellation_window_passed`, `transition_not_allowed`.
   */
  cancel: (id: string, body: T.CancellationInput = {}, options?: RequestOptions): Call<T.Booking> => e.send("POST", path`/v1/bookings/${id}/cancellation`, body, options),

  /**
   * Remind whoever booked, now.
   *
   * `POST /v1/bookings/{id}/reminder`
   *
   * Emits `booking.reminder_requested`.
   *
   * Problems: `booking_not_changeable`, `reminder_already_sent`.
   */
  remind: (id: string, options?: RequestOptions): Call<T.Booking> => e.send("POST", path`/v1/bookings/${id}/reminder`, undefined, options),

  /**
   * Confirm a booking, or say what became of it.
   *
   * `PATCH /v1/bookings/{id}/status`
   *
   * Emits `booking.status_changed`, `booking.confirmed`, `booking.started`, `booking.completed`, `booking.cancelled`, `booking.no_show`.
   *
   * Problems: `transition_not_allowed`.
   */
  set_status: (id: string, body: T.BookingStatusInput, options?: RequestOptions): Call<T.Booking> => e.send("PATCH", path`/v1/bookings/${id}/status`, body, options),
});

export const calendar_feeds = (e: Engine) => ({
  /**
   * List calendar feeds, newest first.
   *
   * `GET /v1/calendar-feeds`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.CalendarFeedsListQuery, options?: RequestOptions): Pages<T.CalendarFeed> => e.list("/v1/calendar-feeds", query, options),

  /**
   * Make a calendar feed.
   *
   * An address that calendars can subscribe to: the bookings of a venue, a resource, a member, or all. It is shown only in this answer and opens until it is revoked.
   *
   * `POST /v1/calendar-feeds`
   *
   * Emits `calendar_feed.created`.
   */
  create: (body: T.CalendarFeedInput, options?: RequestOptions): Call<T.NewCalendarFeed> => e.send("POST", "/v1/calendar-feeds", body, options),

  /**
   * Revoke a calendar feed.
   *
   * `DELETE /v1/calendar-feeds/{id}`
   *
   * Emits `calendar_feed.revoked`.
   */
  revoke: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/calendar-feeds/${id}`, undefined, options),

  /**
   * The bookings of a calendar feed, as iCalendar.
   *
   * From 30 days ago to 366 days ahead, at most 5,000. Answers `ETag`, and 304 to whoever has it.
   *
   * `GET /v1/calendar-feeds/{token}/calendar.ics`
   */
  calendar: (token: string, options?: RequestOptions): Call<Response> => e.bytes(path`/v1/calendar-feeds/${token}/calendar.ics`, undefined, anonymous(options)),
});

export const calendar_imports = (e: Engine) => ({
  /**
   * List connected calendars, newest first.
   *
   * `GET /v1/calendar-imports`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.CalendarImportsListQuery, options?: RequestOptions): Pages<T.CalendarImport> => e.list("/v1/calendar-imports", query, options),

  /**
   * Connect a calendar from elsewhere.
   *
   * Its busy times in the next 366 days become unavailable here. It is read every 15 minutes, less often while it cannot be. Private addresses are refused, here and whenever it is read.
   *
   * `POST /v1/calendar-imports`
   *
   * Emits `calendar_import.created`.
   *
   * Problems: `too_many_calendar_imports`.
   */
  create: (body: T.CalendarImportInput, options?: RequestOptions): Call<T.CalendarImport> => e.send("POST", "/v1/calendar-imports", body, options),

  /**
   * Retrieve a connected calendar.
   *
   * `GET /v1/calendar-imports/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.CalendarImport> => e.get(path`/v1/calendar-imports/${id}`, undefined, options),

  /**
   * Change, pause or resume a connected calendar.
   *
   * `PATCH /v1/calendar-imports/{id}`
   *
   * Emits `calendar_import.updated`.
   */
  update: (id: string, body: T.CalendarImportPatch = {}, options?: RequestOptions): Call<T.CalendarImport> => e.send("PATCH", path`/v1/calendar-imports/${id}`, body, options),

  /**
   * Remove a connected calendar.
   *
   * What it made unavailable is free again.
   *
   * `DELETE /v1/calendar-imports/{id}`
   *
   * Emits `calendar_import.deleted`.
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/calendar-imports/${id}`, undefined, options),

  /**
   * List what a connected calendar makes unavailable.
   *
   * Ascending, at most 2,000. What it is about is never kept.
   *
   * `GET /v1/calendar-imports/{id}/busy`
   */
  busy: (id: string, query: T.CalendarImportsBusyQuery, options?: RequestOptions): Call<T.CalendarImportsBusyResult> => e.get(path`/v1/calendar-imports/${id}/busy`, query, options),

  /**
   * Read a connected calendar now.
   *
   * `POST /v1/calendar-imports/{id}/sync`
   *
   * Emits `calendar_import.updated`.
   *
   * Problems: `calendar_import_paused`.
   */
  sync: (id: string, options?: RequestOptions): Call<T.CalendarImport> => e.send("POST", path`/v1/calendar-imports/${id}/sync`, undefined, options),
});

export const company = (e: Engine) => ({
  /**
   * Retrieve the company's settings.
   *
   * `GET /v1/company`
   */
  retrieve: (options?: RequestOptions): Call<T.Company> => e.get("/v1/company", undefined, options),

  /**
   * Change the company's settings.
   *
   * Changing a legal text publishes a new revision of the texts; the old one is kept.
   *
   * `PATCH /v1/company`
   *
   * Emits `company.updated`.
   */
  update: (body: T.CompanyPatch = {}, options?: RequestOptions): Call<T.Company> => e.send("PATCH", "/v1/company", body, options),
});

export const contacts = (e: Engine) => ({
  /**
   * List contacts.
   *
   * `GET /v1/contacts`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.ContactsListQuery, options?: RequestOptions): Pages<T.Contact> => e.list("/v1/contacts", query, options),

  /**
   * Create a contact.
   *
   * `POST /v1/contacts`
   *
   * Emits `contact.created`.
   */
  create: (body: T.ContactInput = {}, options?: RequestOptions): Call<T.Contact> => e.send("POST", "/v1/contacts", body, options),

  /**
   * Retrieve a contact.
   *
   * `GET /v1/contacts/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Contact> => e.get(path`/v1/contacts/${id}`, undefined, options),

  /**
   * Change a contact.
   *
   * `PATCH /v1/contacts/{id}`
   *
   * Emits `contact.updated`, `contact.stage_changed`.
   */
  update: (id: string, body: T.ContactPatch = {}, options?: RequestOptions): Call<T.Contact> => e.send("PATCH", path`/v1/contacts/${id}`, body, options),

  /**
   * Delete a contact.
   *
   * Soft: the contact leaves every list, and what it did stays.
   *
   * `DELETE /v1/contacts/{id}`
   *
   * Emits `contact.deleted`.
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/contacts/${id}`, undefined, options),

  /**
   * Everything that happened with a contact, newest first.
   *
   * `GET /v1/contacts/{id}/timeline`
   *
   * Problems: `invalid_cursor`.
   */
  timeline: (id: string, query?: T.ContactsTimelineQuery, options?: RequestOptions): Pages<T.Event> => e.list(path`/v1/contacts/${id}/timeline`, query, options),
});

export const conversations = (e: Engine) => ({
  /**
   * List conversations, newest activity first.
   *
   * `GET /v1/conversations`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.ConversationsListQuery, options?: RequestOptions): Pages<T.Conversation> => e.list("/v1/conversations", query, options),

  /**
   * Open a conversation with its first message.
   *
   * Safe to send again with the same `message.client_msg_id`: the conversation that it opened is answered, as it is now.
   *
   * `POST /v1/conversations`
   *
   * Emits `conversation.created`, `message.created`, `contact.created`, `contact.updated`.
   *
   * Problems: `message_conflict`.
   */
  create: (body: T.ConversationInput, options?: RequestOptions): Call<T.Conversation> => e.send("POST", "/v1/conversations", body, options),

  /**
   * Retrieve a conversation.
   *
   * `GET /v1/conversations/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Conversation> => e.get(path`/v1/conversations/${id}`, undefined, options),

  /**
   * Change a conversation's status, assignment, snooze or details.
   *
   * A change of status, assignee or priority leaves an entry in the thread.
   *
   * `PATCH /v1/conversations/{id}`
   *
   * Emits `conversation.updated`, `conversation.assigned`, `conversation.status_changed`, `message.created`, `note.created`.
   */
  update: (id: string, body: T.ConversationPatch = {}, options?: RequestOptions): Call<T.Conversation> => e.send("PATCH", path`/v1/conversations/${id}`, body, options),

  /**
   * Delete a conversation with all that was said in it.
   *
   * `DELETE /v1/conversations/{id}`
   *
   * Emits `conversation.deleted`.
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/conversations/${id}`, undefined, options),

  /**
   * Count what is open, waiting and unread.
   *
   * `GET /v1/conversations/counts`
   */
  counts: (options?: RequestOptions): Call<T.ConversationCounts> => e.get("/v1/conversations/counts", undefined, options),

  /**
   * First response, resolution and message counts of a conversation.
   *
   * `GET /v1/conversations/{id}/metrics`
   */
  metrics: (id: string, options?: RequestOptions): Call<T.ConversationMetrics> => e.get(path`/v1/conversations/${id}/metrics`, undefined, options),

  /**
   * Say up to where the caller's side has read.
   *
   * The mark only moves forward, and no further than the newest text.
   *
   * `PUT /v1/conversations/{id}/read`
   *
   * Emits `conversation.read`.
   */
  read: (id: string, body: T.ReadInput, options?: RequestOptions): Call<T.ReadMark> => e.send("PUT", path`/v1/conversations/${id}/read`, body, options),
});

export const deliveries = (e: Engine) => ({
  /**
   * Retrieve a delivery with its log of attempts.
   *
   * `GET /v1/webhook-deliveries/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.WebhookDeliveryWithLog> => e.get(path`/v1/webhook-deliveries/${id}`, undefined, options),

  /**
   * Send a delivery again.
   *
   * `POST /v1/webhook-deliveries/{id}/replay`
   *
   * Problems: `endpoint_disabled`.
   */
  replay: (id: string, options?: RequestOptions): Call<T.WebhookDelivery> => e.send("POST", path`/v1/webhook-deliveries/${id}/replay`, undefined, options),

  /**
   * List the deliveries of an endpoint, newest first.
   *
   * `GET /v1/webhook-endpoints/{id}/deliveries`
   *
   * Problems: `invalid_cursor`.
   */
  list: (id: string, query?: T.DeliveriesListQuery, options?: RequestOptions): Pages<T.WebhookDelivery> => e.list(path`/v1/webhook-endpoints/${id}/deliveries`, query, options),
});

export const event_types = (e: Engine) => ({
  /**
   * List the types of events that an endpoint can ask for.
   *
   * `GET /v1/webhook-endpoints/event-types`
   */
  list: (options?: RequestOptions): Call<T.EventTypesListResult> => e.get("/v1/webhook-endpoints/event-types", undefined, options),
});

export const events = (e: Engine) => ({
  /**
   * Read the event log in the order of commits, or wait for it to grow.
   *
   * Every change is here, at least once for whoever follows `next_cursor`. A visitor sees what is about itself. A position that the log no longer holds answers 410 with `last_seq`.
   *
   * `GET /v1/events`
   *
   * Problems: `cursor_too_old`, `invalid_cursor`.
   */
  list: (query?: T.EventsListQuery, options?: RequestOptions): Pages<T.Event> => e.list("/v1/events", query, options),

  /**
   * Retrieve an event.
   *
   * `GET /v1/events/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Event> => e.get(path`/v1/events/${id}`, undefined, options),
});

export const files = (e: Engine) => ({
  /**
   * The bytes of a file, by a link that runs out.
   *
   * `GET /v1/files/{token}`
   */
  content: (token: string, options?: RequestOptions): Call<Response> => e.bytes(path`/v1/files/${token}`, undefined, anonymous(options)),
});

export const holds = (e: Engine) => ({
  /**
   * Keep a slot for ten minutes.
   *
   * `POST /v1/holds`
   *
   * Emits `hold.created`.
   *
   * Problems: `hold_expired`, `promotion_not_valid`, `resource_not_bookable`, `slot_unavailable`, `too_many_holds`.
   */
  create: (body: T.HoldInput, options?: RequestOptions): Call<T.Hold> => e.send("POST", "/v1/holds", body, options),

  /**
   * Give a kept slot back.
   *
   * `DELETE /v1/holds/{id}`
   *
   * Emits `hold.released`.
   */
  release: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/holds/${id}`, undefined, options),
});

export const jobs = (e: Engine) => ({
  /**
   * List background jobs: those that were given up, or those that wait.
   *
   * `GET /v1/jobs`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.JobsListQuery, options?: RequestOptions): Pages<T.Job> => e.list("/v1/jobs", query, options),

  /**
   * Try a job again that was given up.
   *
   * `POST /v1/jobs/{id}/retry`
   *
   * Problems: `job_not_dead`.
   */
  retry: (id: string, options?: RequestOptions): Call<T.Job> => e.send("POST", path`/v1/jobs/${id}/retry`, undefined, options),
});

export const keys = (e: Engine) => ({
  /**
   * List API keys.
   *
   * `GET /v1/keys`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.KeysListQuery, options?: RequestOptions): Pages<T.Key> => e.list("/v1/keys", query, options),

  /**
   * Issue an API key.
   *
   * The key is of the mode you call in, and is shown only in this answer.
   *
   * `POST /v1/keys`
   *
   * Emits `key.created`.
   */
  create: (body: T.KeyInput, options?: RequestOptions): Call<T.NewKey> => e.send("POST", "/v1/keys", body, options),

  /**
   * Revoke an API key at once.
   *
   * `DELETE /v1/keys/{id}`
   *
   * Emits `key.revoked`.
   */
  revoke: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/keys/${id}`, undefined, options),

  /**
   * Replace an API key.
   *
   * Issues a new key with the same rights. The old one keeps working for the overlap.
   *
   * `POST /v1/keys/{id}/rotation`
   *
   * Emits `key.created`, `key.revoked`.
   */
  rotate: (id: string, body: T.KeyRotationInput = {}, options?: RequestOptions): Call<T.NewKey> => e.send("POST", path`/v1/keys/${id}/rotation`, body, options),
});

export const legal_texts = (e: Engine) => ({
  /**
   * List the revisions of the legal texts, newest first.
   *
   * `GET /v1/company/legal-texts`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.LegalTextsListQuery, options?: RequestOptions): Pages<T.LegalTexts> => e.list("/v1/company/legal-texts", query, options),
});

export const mailbox = (e: Engine) => ({
  /**
   * Mails that development kept instead of sending, newest first.
   *
   * In production there is nothing here: mail is sent.
   *
   * `GET /v1/mailbox`
   */
  list: (options?: RequestOptions): Call<T.MailboxListResult> => e.get("/v1/mailbox", undefined, options),
});

export const managed_bookings = (e: Engine) => ({
  /**
   * A booking, by its link.
   *
   * `GET /v1/managed-bookings/{token}`
   */
  retrieve: (token: string, options?: RequestOptions): Call<T.ManagedBooking> => e.get(path`/v1/managed-bookings/${token}`, undefined, anonymous(options)),

  /**
   * Move a booking by its link.
   *
   * `PATCH /v1/managed-bookings/{token}`
   *
   * Emits `booking.updated`.
   *
   * Problems: `booking_not_changeable`, `cancellation_window_passed`, `promotion_not_valid`, `resource_not_bookable`, `slot_unavailable`.
   */
  reschedule: (token: string, body: T.RescheduleInput, options?: RequestOptions): Call<T.Booking> => e.send("PATCH", path`/v1/managed-bookings/${token}`, body, anonymous(options)),

  /**
   * Say who comes with a booking, by its link.
   *
   * `PUT /v1/managed-bookings/{token}/attendees`
   *
   * Emits `booking.attendees_changed`.
   *
   * Problems: `booking_not_changeable`.
   */
  replace_attendees: (token: string, body: T.AttendeesInput, options?: RequestOptions): Call<T.Attendees> => e.send("PUT", path`/v1/managed-bookings/${token}/attendees`, body, anonymous(options)),

  /**
   * List the slots a booking could be moved to, by its link.
   *
   * `GET /v1/managed-bookings/{token}/availability`
   */
  slots: (token: string, query: T.ManagedBookingsSlotsQuery, options?: RequestOptions): Call<T.Availability> => e.get(path`/v1/managed-bookings/${token}/availability`, query, anonymous(options)),

  /**
   * Cancel a booking by its link.
   *
   * `POST /v1/managed-bookings/{token}/cancellation`
   *
   * Emits `booking.status_changed`, `booking.confirmed`, `booking.started`, `booking.completed`, `booking.cancelled`, `booking.no_show`.
   *
   * Problems: `cancellation_window_passed`, `transition_not_allowed`.
   */
  cancel: (token: string, body: T.ManagedCancellationInput = {}, options?: RequestOptions): Call<T.Booking> => e.send("POST", path`/v1/managed-bookings/${token}/cancellation`, body, anonymous(options)),

  /**
   * A booking by its link, as iCalendar.
   *
   * To be added to a calendar; added again, it updates what is there.
   *
   * `GET /v1/managed-bookings/{token}/calendar.ics`
   */
  calendar: (token: string, options?: RequestOptions): Call<Response> => e.bytes(path`/v1/managed-bookings/${token}/calendar.ics`, undefined, anonymous(options)),
});

export const media = (e: Engine) => ({
  /**
   * Upload a file.
   *
   * The body is the file itself. `Foyer-Filename` names it (percent-encoded). What it is, is told by its content.
   *
   * `POST /v1/media`
   *
   * Emits `media.uploaded`.
   *
   * Problems: `media_type_not_allowed`.
   */
  create: (body: Bytes, options?: RequestOptions): Call<T.Media> => e.send("POST", "/v1/media", body, options),

  /**
   * Retrieve a file's details, with a fresh address.
   *
   * `GET /v1/media/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Media> => e.get(path`/v1/media/${id}`, undefined, options),

  /**
   * Delete a file.
   *
   * `DELETE /v1/media/{id}`
   *
   * Emits `media.deleted`.
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/media/${id}`, undefined, options),
});

export const member_sessions = (e: Engine) => ({
  /**
   * List everybody's sessions, newest first.
   *
   * `GET /v1/member-sessions`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.MemberSessionsListQuery, options?: RequestOptions): Pages<T.MemberSession> => e.list("/v1/member-sessions", query, options),

  /**
   * End somebody's session.
   *
   * `POST /v1/member-sessions/{id}/revocation`
   */
  revoke: (id: string, body: T.SessionRevocation = {}, options?: RequestOptions): Call<void> => e.send("POST", path`/v1/member-sessions/${id}/revocation`, body, options),
});

export const members = (e: Engine) => ({
  /**
   * List the people who work here, newest first.
   *
   * `GET /v1/members`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.MembersListQuery, options?: RequestOptions): Pages<T.Member> => e.list("/v1/members", query, options),

  /**
   * Add somebody.
   *
   * Nobody gives a role above their own. The temporary password must be changed at the first sign-in.
   *
   * `POST /v1/members`
   *
   * Problems: `email_unconfirmed`, `member_exists`.
   */
  create: (body: T.MemberInput, options?: RequestOptions): Call<T.NewMember> => e.send("POST", "/v1/members", body, options),

  /**
   * Retrieve a member.
   *
   * `GET /v1/members/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Member> => e.get(path`/v1/members/${id}`, undefined, options),

  /**
   * Change a member's name, role or status.
   *
   * Deactivating somebody ends their sessions at once; what they did stays.
   *
   * `PATCH /v1/members/{id}`
   *
   * Problems: `last_owner`.
   */
  update: (id: string, body: T.MemberPatch = {}, options?: RequestOptions): Call<T.Member> => e.send("PATCH", path`/v1/members/${id}`, body, options),
});

export const messages = (e: Engine) => ({
  /**
   * List a conversation's messages, each page in the order in which they were said.
   *
   * With `after`, what was said since; with `before`, what was said earlier; with neither, the newest page, and `next_cursor` leads to earlier ones. A visitor is never shown notes.
   *
   * `GET /v1/conversations/{id}/messages`
   *
   * Problems: `invalid_cursor`.
   */
  list: (id: string, query?: T.MessagesListQuery, options?: RequestOptions): Pages<T.Message> => e.list(path`/v1/conversations/${id}/messages`, query, options),

  /**
   * Say something in a conversation, or leave a note for staff.
   *
   * Safe to send again with the same `client_msg_id`: the first message is answered. A customer who writes to a conversation that is not open opens it again.
   *
   * `POST /v1/conversations/{id}/messages`
   *
   * Emits `message.created`, `note.created`, `conversation.updated`, `conversation.status_changed`.
   *
   * Problems: `message_conflict`.
   */
  create: (id: string, body: T.MessageInput, options?: RequestOptions): Call<T.Message> => e.send("POST", path`/v1/conversations/${id}/messages`, body, options),
});

export const notifications = (e: Engine) => ({
  /**
   * List your notifications, newest first.
   *
   * `GET /v1/notifications`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.NotificationsListQuery, options?: RequestOptions): Pages<T.Notification> => e.list("/v1/notifications", query, options),

  /**
   * Delete a notification.
   *
   * `DELETE /v1/notifications/{id}`
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/notifications/${id}`, undefined, options),

  /**
   * How many of your notifications are unread.
   *
   * `GET /v1/notifications/counts`
   */
  counts: (options?: RequestOptions): Call<T.NotificationCounts> => e.get("/v1/notifications/counts", undefined, options),

  /**
   * Mark all your notifications as read.
   *
   * `PUT /v1/notifications/read`
   */
  read_all: (options?: RequestOptions): Call<void> => e.send("PUT", "/v1/notifications/read", undefined, options),

  /**
   * Mark a notification as read.
   *
   * `PUT /v1/notifications/{id}/read`
   */
  read: (id: string, options?: RequestOptions): Call<T.Notification> => e.send("PUT", path`/v1/notifications/${id}/read`, undefined, options),
});

export const pools = (e: Engine) => ({
  /**
   * List pools with their units, newest first.
   *
   * `GET /v1/pools`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.PoolsListQuery, options?: RequestOptions): Pages<T.Pool> => e.list("/v1/pools", query, options),

  /**
   * Make a pool of alike things or people.
   *
   * `POST /v1/pools`
   *
   * Emits `pool.created`.
   */
  create: (body: T.PoolInput, options?: RequestOptions): Call<T.Pool> => e.send("POST", "/v1/pools", body, options),

  /**
   * Retrieve a pool with its units.
   *
   * `GET /v1/pools/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Pool> => e.get(path`/v1/pools/${id}`, undefined, options),

  /**
   * Change a pool's details.
   *
   * What is booked already keeps its units.
   *
   * `PATCH /v1/pools/{id}`
   *
   * Emits `pool.updated`.
   */
  update: (id: string, body: T.PoolPatch = {}, options?: RequestOptions): Call<T.Pool> => e.send("PATCH", path`/v1/pools/${id}`, body, options),

  /**
   * Delete a pool and its units.
   *
   * Soft, and refused while bookings are still to come with one of its units.
   *
   * `DELETE /v1/pools/{id}`
   *
   * Emits `pool.deleted`.
   *
   * Problems: `pool_in_use`, `unit_in_use`.
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/pools/${id}`, undefined, options),
});

export const promotions = (e: Engine) => ({
  /**
   * List promotions, newest first.
   *
   * `GET /v1/promotions`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.PromotionsListQuery, options?: RequestOptions): Pages<T.Promotion> => e.list("/v1/promotions", query, options),

  /**
   * Make a promotion.
   *
   * `POST /v1/promotions`
   *
   * Emits `promotion.created`.
   *
   * Problems: `promotion_code_taken`.
   */
  create: (body: T.PromotionInput, options?: RequestOptions): Call<T.Promotion> => e.send("POST", "/v1/promotions", body, options),

  /**
   * Retrieve a promotion.
   *
   * `GET /v1/promotions/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Promotion> => e.get(path`/v1/promotions/${id}`, undefined, options),

  /**
   * Change a promotion's terms.
   *
   * What was booked with it keeps its price. The code stays: people have it.
   *
   * `PATCH /v1/promotions/{id}`
   *
   * Emits `promotion.updated`.
   */
  update: (id: string, body: T.PromotionPatch = {}, options?: RequestOptions): Call<T.Promotion> => e.send("PATCH", path`/v1/promotions/${id}`, body, options),

  /**
   * Delete a promotion.
   *
   * Soft: what was booked with it keeps its price, and its code is free for another.
   *
   * `DELETE /v1/promotions/{id}`
   *
   * Emits `promotion.deleted`.
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/promotions/${id}`, undefined, options),
});

export const quotes = (e: Engine) => ({
  /**
   * Work out what something would cost.
   *
   * Line by line, as a hold made now would be charged. Nothing is kept.
   *
   * `POST /v1/quotes`
   *
   * Problems: `promotion_not_valid`, `resource_not_bookable`, `slot_unavailable`.
   */
  create: (body: T.QuoteInput, options?: RequestOptions): Call<T.Quote> => e.send("POST", "/v1/quotes", body, options),
});

export const reports = (e: Engine) => ({
  /**
   * Bookings in numbers.
   *
   * Dates, hours and weekdays are local ones of each venue. A booking counts where it starts, its time where it falls.
   *
   * `GET /v1/reports/bookings`
   */
  bookings: (query: T.ReportsBookingsQuery, options?: RequestOptions): Call<T.BookingReport> => e.get("/v1/reports/bookings", query, options),

  /**
   * The day as it stands: who comes, who is there, what is to return.
   *
   * `GET /v1/reports/today`
   */
  today: (query?: T.ReportsTodayQuery, options?: RequestOptions): Call<T.Today> => e.get("/v1/reports/today", query, options),
});

export const resources = (e: Engine) => ({
  /**
   * List resources, newest first.
   *
   * `GET /v1/resources`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.ResourcesListQuery, options?: RequestOptions): Pages<T.Resource> => e.list("/v1/resources", query, options),

  /**
   * Create a resource.
   *
   * `POST /v1/resources`
   *
   * Emits `resource.created`.
   */
  create: (body: T.ResourceInput, options?: RequestOptions): Call<T.Resource> => e.send("POST", "/v1/resources", body, options),

  /**
   * Retrieve a resource.
   *
   * `GET /v1/resources/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Resource> => e.get(path`/v1/resources/${id}`, undefined, options),

  /**
   * Change a resource's details, rules or status.
   *
   * What is booked already stays booked, at the price it was booked for.
   *
   * `PATCH /v1/resources/{id}`
   *
   * Emits `resource.updated`, `resource.status_changed`.
   *
   * Problems: `resource_in_use`.
   */
  update: (id: string, body: T.ResourcePatch = {}, options?: RequestOptions): Call<T.Resource> => e.send("PATCH", path`/v1/resources/${id}`, body, options),

  /**
   * Delete a resource.
   *
   * Soft, and refused while bookings are still to come for it.
   *
   * `DELETE /v1/resources/{id}`
   *
   * Emits `resource.deleted`.
   *
   * Problems: `resource_in_use`.
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/resources/${id}`, undefined, options),

  /**
   * Copy a resource with its whole configuration.
   *
   * A copy of a template is what can be booked; a copy kept as a `template` is not.
   *
   * `POST /v1/resources/{id}/duplicate`
   *
   * Emits `resource.created`.
   */
  duplicate: (id: string, body: T.ResourceDuplicationInput = {}, options?: RequestOptions): Call<T.Resource> => e.send("POST", path`/v1/resources/${id}/duplicate`, body, options),
});

export const sessions = (e: Engine) => ({
  /**
   * List where you are signed in, newest first.
   *
   * `GET /v1/sessions`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.SessionsListQuery, options?: RequestOptions): Pages<T.Session> => e.list("/v1/sessions", query, options),

  /**
   * End all of your sessions but this one.
   *
   * `DELETE /v1/sessions`
   */
  revoke_others: (options?: RequestOptions): Call<void> => e.send("DELETE", "/v1/sessions", undefined, options),

  /**
   * Retrieve one of your sessions.
   *
   * `GET /v1/sessions/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Session> => e.get(path`/v1/sessions/${id}`, undefined, options),

  /**
   * End one of your sessions.
   *
   * `DELETE /v1/sessions/{id}`
   */
  revoke: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/sessions/${id}`, undefined, options),
});

export const shifts = (e: Engine) => ({
  /**
   * List shifts by their start, earliest first.
   *
   * `GET /v1/shifts`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.ShiftsListQuery, options?: RequestOptions): Pages<T.Shift> => e.list("/v1/shifts", query, options),

  /**
   * Plan a shift, or a series of them.
   *
   * All or none: a member's shifts never overlap, and a refusal names those in the way in `conflicts`.
   *
   * `POST /v1/shifts`
   *
   * Emits `shift.created`.
   *
   * Problems: `shift_conflict`.
   */
  create: (body: T.ShiftInput, options?: RequestOptions): Call<T.NewShifts> => e.send("POST", "/v1/shifts", body, options),

  /**
   * Retrieve a shift.
   *
   * `GET /v1/shifts/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Shift> => e.get(path`/v1/shifts/${id}`, undefined, options),

  /**
   * Move a shift, or hand it to somebody else.
   *
   * Changes this shift alone, also where it is one of a series. What is booked already stays booked.
   *
   * `PATCH /v1/shifts/{id}`
   *
   * Emits `shift.updated`.
   *
   * Problems: `shift_conflict`.
   */
  update: (id: string, body: T.ShiftPatch = {}, options?: RequestOptions): Call<T.Shift> => e.send("PATCH", path`/v1/shifts/${id}`, body, options),

  /**
   * Take a shift off the plan.
   *
   * What is booked already stays booked.
   *
   * `DELETE /v1/shifts/{id}`
   *
   * Emits `shift.deleted`.
   */
  delete: (id: string, query?: T.ShiftsDeleteQuery, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/shifts/${id}`, undefined, options, query),
});

export const ticket_replies = (e: Engine) => ({
  /**
   * List the replies to a ticket, oldest first.
   *
   * `GET /v1/tickets/{id}/replies`
   *
   * Problems: `invalid_cursor`.
   */
  list: (id: string, query?: T.TicketRepliesListQuery, options?: RequestOptions): Pages<T.TicketReply> => e.list(path`/v1/tickets/${id}/replies`, query, options),

  /**
   * Reply to a ticket.
   *
   * `POST /v1/tickets/{id}/replies`
   *
   * Emits `ticket.replied`, `ticket.noted`, `ticket.updated`.
   */
  create: (id: string, body: T.TicketReplyInput, options?: RequestOptions): Call<T.TicketReply> => e.send("POST", path`/v1/tickets/${id}/replies`, body, options),
});

export const tickets = (e: Engine) => ({
  /**
   * List tickets, newest first.
   *
   * `GET /v1/tickets`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.TicketsListQuery, options?: RequestOptions): Pages<T.Ticket> => e.list("/v1/tickets", query, options),

  /**
   * Raise a ticket.
   *
   * `POST /v1/tickets`
   *
   * Emits `ticket.created`, `contact.created`, `contact.updated`.
   */
  create: (body: T.TicketInput, options?: RequestOptions): Call<T.Ticket> => e.send("POST", "/v1/tickets", body, options),

  /**
   * Retrieve a ticket.
   *
   * `GET /v1/tickets/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Ticket> => e.get(path`/v1/tickets/${id}`, undefined, options),

  /**
   * Change a ticket's status, assignment or details.
   *
   * `PATCH /v1/tickets/{id}`
   *
   * Emits `ticket.updated`, `ticket.assigned`, `ticket.resolved`, `ticket.closed`.
   */
  update: (id: string, body: T.TicketPatch = {}, options?: RequestOptions): Call<T.Ticket> => e.send("PATCH", path`/v1/tickets/${id}`, body, options),
});

export const tracked_tickets = (e: Engine) => ({
  /**
   * A ticket and its thread, by its tracking link.
   *
   * `GET /v1/tracked-tickets/{token}`
   */
  retrieve: (token: string, options?: RequestOptions): Call<T.TrackedTicket> => e.get(path`/v1/tracked-tickets/${token}`, undefined, anonymous(options)),

  /**
   * Reply to a ticket by its tracking link.
   *
   * `POST /v1/tracked-tickets/{token}/replies`
   *
   * Emits `ticket.replied`, `ticket.updated`.
   */
  reply: (token: string, body: T.TrackedReplyInput, options?: RequestOptions): Call<T.TicketReply> => e.send("POST", path`/v1/tracked-tickets/${token}/replies`, body, anonymous(options)),
});

export const units = (e: Engine) => ({
  /**
   * Add a thing or a person to a pool.
   *
   * A unit with a `member_id` is that person, who may be in several pools, once in each, and is never booked twice at one time.
   *
   * `POST /v1/pools/{id}/units`
   *
   * Emits `unit.created`.
   *
   * Problems: `pool_full`, `unit_exists`.
   */
  create: (id: string, body: T.UnitInput = {}, options?: RequestOptions): Call<T.Unit> => e.send("POST", path`/v1/pools/${id}/units`, body, options),

  /**
   * Retrieve a unit.
   *
   * `GET /v1/units/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Unit> => e.get(path`/v1/units/${id}`, undefined, options),

  /**
   * Change a unit's name, colour or status.
   *
   * `PATCH /v1/units/{id}`
   *
   * Emits `unit.updated`.
   */
  update: (id: string, body: T.UnitPatch = {}, options?: RequestOptions): Call<T.Unit> => e.send("PATCH", path`/v1/units/${id}`, body, options),

  /**
   * Take a unit out of its pool.
   *
   * Soft, and refused while bookings are still to come with it.
   *
   * `DELETE /v1/units/{id}`
   *
   * Emits `unit.deleted`.
   *
   * Problems: `unit_in_use`.
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/units/${id}`, undefined, options),
});

export const venue_members = (e: Engine) => ({
  /**
   * List who works at a venue, first assigned first.
   *
   * `GET /v1/venues/{id}/members`
   *
   * Problems: `invalid_cursor`.
   */
  list: (id: string, query?: T.VenueMembersListQuery, options?: RequestOptions): Pages<T.VenueMember> => e.list(path`/v1/venues/${id}/members`, query, options),

  /**
   * Assign a member to a venue.
   *
   * `PUT /v1/venues/{id}/members/{member_id}`
   *
   * Emits `venue_member.created`.
   */
  add: (id: string, member_id: string, options?: RequestOptions): Call<T.VenueMember> => e.send("PUT", path`/v1/venues/${id}/members/${member_id}`, undefined, options),

  /**
   * End a member's assignment to a venue.
   *
   * Shifts that are planned there stay planned.
   *
   * `DELETE /v1/venues/{id}/members/{member_id}`
   *
   * Emits `venue_member.deleted`.
   */
  remove: (id: string, member_id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/venues/${id}/members/${member_id}`, undefined, options),
});

export const venues = (e: Engine) => ({
  /**
   * List venues, newest first.
   *
   * `GET /v1/venues`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.VenuesListQuery, options?: RequestOptions): Pages<T.Venue> => e.list("/v1/venues", query, options),

  /**
   * Open a venue.
   *
   * `POST /v1/venues`
   *
   * Emits `venue.created`.
   */
  create: (body: T.VenueInput, options?: RequestOptions): Call<T.Venue> => e.send("POST", "/v1/venues", body, options),

  /**
   * Retrieve a venue.
   *
   * `GET /v1/venues/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.Venue> => e.get(path`/v1/venues/${id}`, undefined, options),

  /**
   * Change a venue's details, hours or exceptions.
   *
   * What is booked already stays booked; new hours hold for what is offered from now on.
   *
   * `PATCH /v1/venues/{id}`
   *
   * Emits `venue.updated`.
   *
   * Problems: `venue_in_use`.
   */
  update: (id: string, body: T.VenuePatch = {}, options?: RequestOptions): Call<T.Venue> => e.send("PATCH", path`/v1/venues/${id}`, body, options),

  /**
   * Delete a venue.
   *
   * Soft, and refused while bookings are still to come there.
   *
   * `DELETE /v1/venues/{id}`
   *
   * Emits `venue.deleted`.
   *
   * Problems: `venue_in_use`.
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/venues/${id}`, undefined, options),
});

export const visitors = (e: Engine) => ({
  /**
   * Admit a browser as an anonymous visitor.
   *
   * `POST /v1/visitors`
   */
  create: (body: T.VisitorsCreateBody = {}, options?: RequestOptions): Call<T.NewVisitor> => e.send("POST", "/v1/visitors", body, options),

  /**
   * Make a visitor the person that your server vouches for.
   *
   * `POST /v1/visitors/identity`
   *
   * Emits `contact.created`, `contact.updated`, `contact.merged`.
   *
   * Problems: `identity_invalid`.
   */
  identify: (body: T.IdentityInput, options?: RequestOptions): Call<T.OwnContact> => e.send("POST", "/v1/visitors/identity", body, options),

  /**
   * The secret that your server signs identities with.
   *
   * Each mode has its own. Whoever holds it can be any of your contacts: it belongs into servers alone.
   *
   * `GET /v1/visitors/identity-secret`
   */
  identity_secret: (options?: RequestOptions): Call<T.IdentitySecret> => e.get("/v1/visitors/identity-secret", undefined, options),

  /**
   * Who this visitor is.
   *
   * `GET /v1/visitors/me`
   */
  me: (options?: RequestOptions): Call<T.Visitor> => e.get("/v1/visitors/me", undefined, options),

  /**
   * Say who this visitor is.
   *
   * Nothing here is proven (see `visitors.identify`): a person that your server vouched for only gains what was missing.
   *
   * `PATCH /v1/visitors/me`
   *
   * Emits `contact.created`, `contact.updated`.
   */
  introduce: (body: T.WhoInput = {}, options?: RequestOptions): Call<T.OwnContact> => e.send("PATCH", "/v1/visitors/me", body, options),
});

export const waitlist = (e: Engine) => ({
  /**
   * List who waits, first come first.
   *
   * `GET /v1/waitlist`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.WaitlistListQuery, options?: RequestOptions): Pages<T.WaitlistEntry> => e.list("/v1/waitlist", query, options),

  /**
   * Wait for a place.
   *
   * When a place becomes free that would do, it is kept for whoever came first, for four hours or until it can no longer be booked, and told by mail. Who lets it pass waits no more.
   *
   * `POST /v1/waitlist`
   *
   * Emits `waitlist_entry.created`, `contact.created`, `contact.updated`.
   *
   * Problems: `resource_not_bookable`, `too_many_waitlist_entries`.
   */
  join: (body: T.WaitlistInput, options?: RequestOptions): Call<T.WaitlistEntry> => e.send("POST", "/v1/waitlist", body, options),

  /**
   * Retrieve an entry of the waitlist.
   *
   * `GET /v1/waitlist/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.WaitlistEntry> => e.get(path`/v1/waitlist/${id}`, undefined, options),

  /**
   * Wait no more.
   *
   * A place that was kept for it is free again.
   *
   * `DELETE /v1/waitlist/{id}`
   *
   * Emits `waitlist_entry.cancelled`, `hold.released`.
   */
  leave: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/waitlist/${id}`, undefined, options),

  /**
   * Offer a place to who waits, before their turn.
   *
   * `POST /v1/waitlist/{id}/offer`
   *
   * Emits `waitlist_entry.offered`, `hold.created`.
   *
   * Problems: `not_waiting`, `nothing_free`, `resource_not_bookable`, `slot_unavailable`.
   */
  offer: (id: string, body: T.WaitlistOfferInput = {}, options?: RequestOptions): Call<T.WaitlistEntry> => e.send("POST", path`/v1/waitlist/${id}/offer`, body, options),
});

export const waitlist_offers = (e: Engine) => ({
  /**
   * An entry of the waitlist, by its link.
   *
   * `GET /v1/waitlist-offers/{token}`
   */
  retrieve: (token: string, options?: RequestOptions): Call<T.WaitlistOffer> => e.get(path`/v1/waitlist-offers/${token}`, undefined, anonymous(options)),

  /**
   * Wait no more, by its link.
   *
   * `DELETE /v1/waitlist-offers/{token}`
   *
   * Emits `waitlist_entry.cancelled`, `hold.released`.
   */
  decline: (token: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/waitlist-offers/${token}`, undefined, anonymous(options)),

  /**
   * Book the place that is kept, by its link.
   *
   * `POST /v1/waitlist-offers/{token}/acceptance`
   *
   * Emits `waitlist_entry.booked`, `booking.created`.
   *
   * Problems: `hold_expired`, `no_offer`, `promotion_not_valid`, `slot_unavailable`.
   */
  accept: (token: string, body: T.WaitlistAcceptanceInput = {}, options?: RequestOptions): Call<T.Booking> => e.send("POST", path`/v1/waitlist-offers/${token}/acceptance`, body, anonymous(options)),
});

export const webhooks = (e: Engine) => ({
  /**
   * List webhook endpoints, newest first.
   *
   * `GET /v1/webhook-endpoints`
   *
   * Problems: `invalid_cursor`.
   */
  list: (query?: T.WebhooksListQuery, options?: RequestOptions): Pages<T.WebhookEndpoint> => e.list("/v1/webhook-endpoints", query, options),

  /**
   * Add a webhook endpoint.
   *
   * The signing secret is shown only in this answer. Private addresses are refused, here and at every delivery.
   *
   * `POST /v1/webhook-endpoints`
   *
   * Emits `webhook_endpoint.created`.
   *
   * Problems: `too_many_endpoints`.
   */
  create: (body: T.WebhookEndpointInput, options?: RequestOptions): Call<T.NewWebhookEndpoint> => e.send("POST", "/v1/webhook-endpoints", body, options),

  /**
   * Retrieve a webhook endpoint.
   *
   * `GET /v1/webhook-endpoints/{id}`
   */
  retrieve: (id: string, options?: RequestOptions): Call<T.WebhookEndpoint> => e.get(path`/v1/webhook-endpoints/${id}`, undefined, options),

  /**
   * Change, enable or disable a webhook endpoint.
   *
   * `PATCH /v1/webhook-endpoints/{id}`
   *
   * Emits `webhook_endpoint.updated`.
   */
  update: (id: string, body: T.WebhookEndpointPatch = {}, options?: RequestOptions): Call<T.WebhookEndpoint> => e.send("PATCH", path`/v1/webhook-endpoints/${id}`, body, options),

  /**
   * Remove a webhook endpoint.
   *
   * `DELETE /v1/webhook-endpoints/{id}`
   *
   * Emits `webhook_endpoint.deleted`.
   */
  delete: (id: string, options?: RequestOptions): Call<void> => e.send("DELETE", path`/v1/webhook-endpoints/${id}`, undefined, options),

  /**
   * Send again what an endpoint missed since a time.
   *
   * Deliveries that failed, and events that happened while the endpoint was disabled. What was sent stays sent.
   *
   * `POST /v1/webhook-endpoints/{id}/replay`
   *
   * Problems: `endpoint_disabled`.
   */
  replay: (id: string, body: T.WebhookReplayInput, options?: RequestOptions): Call<T.WebhookReplay> => e.send("POST", path`/v1/webhook-endpoints/${id}/replay`, body, options),

  /**
   * Replace the signing secret.
   *
   * For a day every delivery carries a signature of each secret, so that receivers can change over.
   *
   * `POST /v1/webhook-endpoints/{id}/rotation`
   *
   * Emits `webhook_endpoint.updated`.
   */
  rotate: (id: string, options?: RequestOptions): Call<T.WebhookSecret> => e.send("POST", path`/v1/webhook-endpoints/${id}/rotation`, undefined, options),

  /**
   * Send a test event to an endpoint.
   *
   * A `webhook.test` event, tried once. It stands in no log and has `seq` 0.
   *
   * `POST /v1/webhook-endpoints/{id}/test`
   */
  test: (id: string, options?: RequestOptions): Call<T.WebhookDelivery> => e.send("POST", path`/v1/webhook-endpoints/${id}/test`, undefined, options),
});

export const widget = (e: Engine) => ({
  /**
   * What a widget needs to know before it shows anything.
   *
   * `GET /v1/widget`
   */
  configuration: (options?: RequestOptions): Call<T.WidgetConfiguration> => e.get("/v1/widget", undefined, options),
});

/** All areas of the API. */
export interface Areas {
  attendees: ReturnType<typeof attendees>;
  audit: ReturnType<typeof audit>;
  auth: ReturnType<typeof auth>;
  availability: ReturnType<typeof availability>;
  blocks: ReturnType<typeof blocks>;
  booking_groups: ReturnType<typeof booking_groups>;
  booking_payments: ReturnType<typeof booking_payments>;
  booking_units: ReturnType<typeof booking_units>;
  bookings: ReturnType<typeof bookings>;
  calendar_feeds: ReturnType<typeof calendar_feeds>;
  calendar_imports: ReturnType<typeof calendar_imports>;
  company: ReturnType<typeof company>;
  contacts: ReturnType<typeof contacts>;
  conversations: ReturnType<typeof conversations>;
  deliveries: ReturnType<typeof deliveries>;
  event_types: ReturnType<typeof event_types>;
  events: ReturnType<typeof events>;
  files: ReturnType<typeof files>;
  holds: ReturnType<typeof holds>;
  jobs: ReturnType<typeof jobs>;
  keys: ReturnType<typeof keys>;
  legal_texts: ReturnType<typeof legal_texts>;
  mailbox: ReturnType<typeof mailbox>;
  managed_bookings: ReturnType<typeof managed_bookings>;
  media: ReturnType<typeof media>;
  member_sessions: ReturnType<typeof member_sessions>;
  members: ReturnType<typeof members>;
  messages: ReturnType<typeof messages>;
  notifications: ReturnType<typeof notifications>;
  pools: ReturnType<typeof pools>;
  promotions: ReturnType<typeof promotions>;
  quotes: ReturnType<typeof quotes>;
  reports: ReturnType<typeof reports>;
  resources: ReturnType<typeof resources>;
  sessions: ReturnType<typeof sessions>;
  shifts: ReturnType<typeof shifts>;
  ticket_replies: ReturnType<typeof ticket_replies>;
  tickets: ReturnType<typeof tickets>;
  tracked_tickets: ReturnType<typeof tracked_tickets>;
  units: ReturnType<typeof units>;
  venue_members: ReturnType<typeof venue_members>;
  venues: ReturnType<typeof venues>;
  visitors: ReturnType<typeof visitors>;
  waitlist: ReturnType<typeof waitlist>;
  waitlist_offers: ReturnType<typeof waitlist_offers>;
  webhooks: ReturnType<typeof webhooks>;
  widget: ReturnType<typeof widget>;
}

export const areas = (e: Engine): Areas => ({
  attendees: attendees(e),
  audit: audit(e),
  auth: auth(e),
  availability: availability(e),
  blocks: blocks(e),
  booking_groups: booking_groups(e),
  booking_payments: booking_payments(e),
  booking_units: booking_units(e),
  bookings: bookings(e),
  calendar_feeds: calendar_feeds(e),
  calendar_imports: calendar_imports(e),
  company: company(e),
  contacts: contacts(e),
  conversations: conversations(e),
  deliveries: deliveries(e),
  event_types: event_types(e),
  events: events(e),
  files: files(e),
  holds: holds(e),
  jobs: jobs(e),
  keys: keys(e),
  legal_texts: legal_texts(e),
  mailbox: mailbox(e),
  managed_bookings: managed_bookings(e),
  media: media(e),
  member_sessions: member_sessions(e),
  members: members(e),
  messages: messages(e),
  notifications: notifications(e),
  pools: pools(e),
  promotions: promotions(e),
  quotes: quotes(e),
  reports: reports(e),
  resources: resources(e),
  sessions: sessions(e),
  shifts: shifts(e),
  ticket_replies: ticket_replies(e),
  tickets: tickets(e),
  tracked_tickets: tracked_tickets(e),
  units: units(e),
  venue_members: venue_members(e),
  venues: venues(e),
  visitors: visitors(e),
  waitlist: waitlist(e),
  waitlist_offers: waitlist_offers(e),
  webhooks: webhooks(e),
  widget: widget(e),
});
