import { field, listQuery, notFound, pageOf, route, z } from "../../kernel/index.ts";
import { KeptMail, Notification, NotificationCounts } from "./schema.ts";
import * as notifications from "./service.ts";

const params = z.object({ id: field.id("ntf") });
const unaudited = "A member tidies its own list.";

export const listNotifications = route({
  id: "notifications.list",
  method: "get",
  path: "/notifications",
  summary: "List your notifications, newest first",
  permission: "notifications:read",
  audience: ["member"],
  query: listQuery({
    unread: field.truth.default(false).openapi({ description: "Only what you have not read." }),
  }),
  returns: pageOf(Notification),
  handle: (ctx, { query }) => notifications.list(ctx, query),
});

export const countNotifications = route({
  id: "notifications.counts",
  method: "get",
  path: "/notifications/counts",
  summary: "How many of your notifications are unread",
  permission: "notifications:read",
  audience: ["member"],
  returns: NotificationCounts,
  handle: (ctx) => notifications.counts(ctx),
});

export const readNotification = route({
  id: "notifications.read",
  method: "put",
  path: "/notifications/{id}/read",
  summary: "Mark a notification as read",
  permission: "notifications:read",
  audience: ["member"],
  params,
  returns: Notification,
  unaudited,
  handle: (ctx, { params }) => notifications.read(ctx, params.id),
});

export const readAllNotifications = route({
  id: "notifications.read_all",
  method: "put",
  path: "/notifications/read",
  summary: "Mark all your notifications as read",
  permission: "notifications:read",
  audience: ["member"],
  returns: null,
  unaudited,
  handle: (ctx) => notifications.readAll(ctx),
});

export const deleteNotification = route({
  id: "notifications.delete",
  method: "delete",
  path: "/notifications/{id}",
  summary: "Delete a notification",
  permission: "notifications:read",
  audience: ["member"],
  params,
  returns: null,
  unaudited,
  handle: (ctx, { params }) => notifications.remove(ctx, params.id),
});

export const listMailbox = route({
  id: "mailbox.list",
  method: "get",
  path: "/mailbox",
  summary: "Mails that development kept instead of sending, newest first",
  about: "In production there is nothing here: mail is sent.",
  permission: "notifications:read",
  audience: ["member"],
  returns: z.object({ data: z.array(KeptMail) }),
  errors: [notFound],
  handle: (ctx) => notifications.mailbox(ctx),
});
