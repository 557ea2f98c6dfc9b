import { integer, text } from "drizzle-orm/sqlite-core";
import { field, instant, json, table, z } from "../../kernel/index.ts";
import type { TemplateName } from "./templates/index.ts";

export const notificationTypes = [
  "booking_requested",
  "booking_confirmed",
  "booking_moved",
  "booking_ending_soon",
  "booking_cancelled",
  "departure_below_minimum",
  "new_message",
  "conversation_created",
  "conversation_assigned",
  "ticket_created",
  "ticket_assigned",
  "ticket_replied",
  "ticket_resolved",
  "ticket_closed",
  "system_alert",
] as const;
export type NotificationType = (typeof notificationTypes)[number];

/** Something that one member should know. */
export const notifications = table("notifications", {
  id: text().primaryKey(),
  recipient_id: text().notNull(),
  /** The event that it tells of, or whatever else it came from: each tells a member once. */
  cause: text().notNull(),
  type: text({ enum: notificationTypes }).notNull(),
  title: text().notNull(),
  text: text().notNull(),
  entity_type: text(),
  entity_id: text(),
  url: text(),
  read_at: instant(),
  created_at: instant().notNull(),
});

/** One mail to one person, and what became of it. */
export const mails = table("mail_deliveries", {
  id: text().primaryKey(),
  /** What the mail is about: one mail is sent for one key, ever. */
  key: text().notNull(),
  channel: text({ enum: ["email"] }).notNull(),
  template: text().$type<TemplateName>().notNull(),
  variables: json<unknown>().notNull(),
  recipient: text().notNull(),
  contact_id: text(),
  status: text({ enum: ["pending", "sent", "failed", "bounced"] }).notNull(),
  error: text(),
  attempts: integer().notNull(),
  provider_id: text(),
  sent_at: instant(),
  created_at: instant().notNull(),
});

export const Notification = z
  .object({
    id: z.string(),
    type: z.enum(notificationTypes),
    title: z.string(),
    text: z.string(),
    entity_type: z.string().nullable(),
    entity_id: z.string().nullable(),
    url: z.string().nullable().openapi({ description: "Where the portal shows it, as a path." }),
    read_at: field.timestamp.nullable(),
    created_at: field.timestamp,
  })
  .openapi("Notification");

export const NotificationCounts = z.object({ unread: z.int() }).openapi("NotificationCounts");

export const KeptMail = z
  .object({
    id: z.string(),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    at: field.timestamp,
  })
  .openapi("KeptMail");
