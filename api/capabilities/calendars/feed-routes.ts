import { field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import { calendarAnswer } from "./answer.ts";
import { bookingCalendar, feedCalendar } from "./entries.ts";
import * as events from "./events.ts";
import * as feeds from "./feeds.ts";
import { CalendarFeed, CalendarFeedInput, NewCalendarFeed } from "./shapes.ts";

const staff = ["member", "secret"] as const;
const link = z.object({ token: z.string().max(200) });
const file = { returns: z.string().openapi({ format: "binary" }), answers: "text/calendar" };

export const listFeeds = route({
  id: "calendar_feeds.list",
  method: "get",
  path: "/calendar-feeds",
  summary: "List calendar feeds, newest first",
  permission: "calendars:read",
  audience: staff,
  query: listQuery({}),
  returns: pageOf(CalendarFeed),
  handle: (ctx, { query }) => feeds.list(ctx, query),
});

export const createFeed = route({
  id: "calendar_feeds.create",
  method: "post",
  path: "/calendar-feeds",
  summary: "Make a calendar feed",
  about:
    "An address that calendars can subscribe to: the bookings of a venue, a resource, a member, or all. It is shown only in this answer and opens until it is revoked.",
  permission: "calendars:write",
  audience: staff,
  body: CalendarFeedInput,
  returns: NewCalendarFeed,
  discloses: true,
  emits: [events.feedCreated],
  handle: (ctx, { body }) => feeds.create(ctx, body),
});

export const revokeFeed = route({
  id: "calendar_feeds.revoke",
  method: "delete",
  path: "/calendar-feeds/{id}",
  summary: "Revoke a calendar feed",
  permission: "calendars:write",
  audience: staff,
  params: z.object({ id: field.id("cfd") }),
  returns: null,
  emits: [events.feedRevoked],
  handle: (ctx, { params }) => feeds.revoke(ctx, params.id),
});

export const readFeed = route({
  id: "calendar_feeds.calendar",
  method: "get",
  path: "/calendar-feeds/{token}/calendar.ics",
  summary: "The bookings of a calendar feed, as iCalendar",
  about: "From 30 days ago to 366 days ahead, at most 5,000. Answers `ETag`, and 304 to whoever has it.",
  permission: null,
  audience: ["public"],
  link: feeds.feedLink,
  params: link,
  ...file,
  handle: async (ctx) => calendarAnswer(ctx, await feedCalendar(ctx)),
});

export const managedCalendar = route({
  id: "managed_bookings.calendar",
  method: "get",
  path: "/managed-bookings/{token}/calendar.ics",
  summary: "A booking by its link, as iCalendar",
  about: "To be added to a calendar; added again, it updates what is there.",
  permission: null,
  audience: ["public"],
  link: "booking",
  params: link,
  ...file,
  handle: async (ctx) => calendarAnswer(ctx, await bookingCalendar(ctx)),
});
