import { integer, text } from "drizzle-orm/sqlite-core";
import { instant, json, mutable, table } from "../../kernel/index.ts";

/** What a block or an import makes unavailable. */
const subjects = {
  venue_ids: json<string[]>().notNull(),
  resource_ids: json<string[]>().notNull(),
  unit_ids: json<string[]>().notNull(),
};

/** Time in which something cannot be booked, because staff says so. What it takes is in `spans`. */
export const blocks = table("blocks", {
  ...mutable,
  reason: text(),
  starts_at: instant().notNull(),
  ends_at: instant().notNull(),
  ...subjects,
  deleted_at: instant(),
});
export type BlockRow = typeof blocks.$inferSelect;

export const feedScopes = ["all", "venue", "resource", "member"] as const;

/** An address under which calendars of others read bookings. The link is made from the id; revoked, it opens nothing. */
export const feeds = table("calendar_feeds", {
  id: text().primaryKey(),
  name: text().notNull(),
  scope: text({ enum: feedScopes }).notNull(),
  /** Of the scope; `null` for all. */
  subject_id: text(),
  created_at: instant().notNull(),
  revoked_at: instant(),
});
export type FeedRow = typeof feeds.$inferSelect;

export const importStatuses = ["pending", "ok", "failing", "paused"] as const;

/** A calendar elsewhere whose busy times are unavailable here; they are in `spans`, which it owns. */
export const imports = table("calendar_imports", {
  ...mutable,
  name: text().notNull(),
  /** Whoever knows the address can read the calendar. */
  url_sealed: text().notNull(),
  host: text().notNull(),
  url_ending: text().notNull(),
  ...subjects,
  status: text({ enum: importStatuses }).notNull(),
  last_synced_at: instant(),
  last_error: text(),
  warning: text(),
  events_count: integer().notNull(),
  /** Names the one job that is to look again; any other has been overtaken. */
  next_sync_at: instant(),
  etag: text(),
  content_hash: text(),
  /** When the content was last worked out: time moves on where it stays the same. */
  read_at: instant(),
  /** In a row. */
  failures: integer().notNull(),
  deleted_at: instant(),
});
export type ImportRow = typeof imports.$inferSelect;
