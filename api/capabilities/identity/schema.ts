import { integer, text } from "drizzle-orm/sqlite-core";
import { flag, instant, mutable, roles, table } from "../../kernel/index.ts";

/** A person who can sign in, once for the whole platform. */
export const accounts = table("accounts", {
  ...mutable,
  email: text().notNull(),
  /** When it was shown that the address is the person's own. Only then may other tenants rely on the account. */
  email_confirmed_at: instant(),
  name: text().notNull(),
  password_hash: text().notNull(),
  password_changed_at: instant().notNull(),
  /** The password is a temporary one that somebody else has seen: nothing can be done before it is changed. */
  must_change_password: flag().notNull(),
  /** Since the last success, or since the last lock ended. */
  failed_attempts: integer().notNull(),
  locked_until: instant(),
});
export type AccountRow = typeof accounts.$inferSelect;

export const memberStatuses = ["active", "invited", "deactivated"] as const;

/** An account's place in one tenant. It is never deleted: what the member did keeps its name. */
export const memberships = table("memberships", {
  ...mutable,
  account_id: text().notNull(),
  tenant_id: text().notNull(),
  name: text().notNull(),
  role: text({ enum: roles }).notNull(),
  /** `invited` until the first sign-in. */
  status: text({ enum: memberStatuses }).notNull(),
  last_active_at: instant(),
});
export type MembershipRow = typeof memberships.$inferSelect;

/** One sign-in on one device. Rotating its refresh token raises `generation`; an older one coming back ends it. */
export const sessions = table("sessions", {
  id: text().primaryKey(),
  account_id: text().notNull(),
  membership_id: text().notNull(),
  refresh_secret: text().notNull(),
  generation: integer().notNull(),
  rotated_at: instant().notNull(),
  user_agent: text().notNull(),
  device: text().notNull(),
  browser: text().notNull(),
  os: text().notNull(),
  ip: text().notNull(),
  last_active_at: instant().notNull(),
  created_at: instant().notNull(),
  expires_at: instant().notNull(),
  revoked_at: instant(),
  revoked_reason: text(),
});
export type SessionRow = typeof sessions.$inferSelect;
