import { primaryKey, text } from "drizzle-orm/sqlite-core";
import { flag, instant, mutable, table } from "../../kernel/index.ts";

export const unitStatuses = ["active", "inactive"] as const;

/** A set of things or people that are as good as each other, of which a resource may require some. */
export const pools = table("pools", {
  ...mutable,
  name: text().notNull(),
  venue_id: text(),
  /** Whether its people are there during their shifts alone. */
  follow_shifts: flag().notNull(),
  deleted_at: instant(),
});
export type PoolRow = typeof pools.$inferSelect;

/** One of a pool. With a member it is that person, who is the same one in every pool; otherwise a thing. */
export const units = table("units", {
  ...mutable,
  pool_id: text().notNull(),
  name: text().notNull(),
  member_id: text(),
  color: text(),
  status: text({ enum: unitStatuses }).notNull(),
  deleted_at: instant(),
});
export type UnitRow = typeof units.$inferSelect;

/** Who works where. */
export const venueMembers = table(
  "venue_members",
  { venue_id: text().notNull(), member_id: text().notNull(), created_at: instant().notNull() },
  (row) => [primaryKey({ columns: [row.venue_id, row.member_id] })],
);
export type VenueMemberRow = typeof venueMembers.$inferSelect;

/** When somebody is at work, at one venue or wherever needed. */
export const shifts = table("shifts", {
  ...mutable,
  member_id: text().notNull(),
  venue_id: text(),
  starts_at: instant().notNull(),
  ends_at: instant().notNull(),
  series_id: text(),
  notes: text(),
});
export type ShiftRow = typeof shifts.$inferSelect;

/** The longest shift, in milliseconds: a day, also that on which clocks are set back. */
export const longestShift = 25 * 3_600_000;
