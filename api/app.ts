import { type App, assemble } from "./kernel/assemble.ts";
import type { Entry } from "./kernel/capability.ts";
import type { Ports } from "./kernel/ports.ts";

/**
 * The table of contents. The order is the order of the floors: a capability may ask those above its own line, and
 * hears what they tell. `at` names the first path segments that it answers; it is imported when one is first asked for.
 */
export const entries: readonly Entry[] = [
  { name: "tenants", at: ["company", "widget"], load: () => import("./capabilities/tenants/index.ts") },
  {
    name: "identity",
    at: ["auth", "sessions", "members", "member-sessions"],
    load: () => import("./capabilities/identity/index.ts"),
  },
  { name: "keys", at: ["keys"], load: () => import("./capabilities/keys/index.ts") },
  { name: "audit", at: ["audit"], load: () => import("./capabilities/audit/index.ts") },
  { name: "media", at: ["media", "files"], load: () => import("./capabilities/media/index.ts") },
  { name: "contacts", at: ["contacts", "visitors"], load: () => import("./capabilities/contacts/index.ts") },
  { name: "venues", at: ["venues"], load: () => import("./capabilities/venues/index.ts") },
  {
    name: "staffing",
    at: ["pools", "units", "shifts", "venues"],
    load: () => import("./capabilities/staffing/index.ts"),
  },
  { name: "resources", at: ["resources"], load: () => import("./capabilities/resources/index.ts") },
  { name: "promotions", at: ["promotions"], load: () => import("./capabilities/promotions/index.ts") },
  {
    name: "bookings",
    at: ["availability", "quotes", "holds", "bookings", "booking-groups", "booking-payments", "managed-bookings"],
    load: () => import("./capabilities/bookings/index.ts"),
  },
  {
    name: "waitlist",
    at: ["waitlist", "waitlist-offers"],
    load: () => import("./capabilities/waitlist/index.ts"),
  },
  {
    name: "calendars",
    at: ["blocks", "calendar-feeds", "calendar-imports", "managed-bookings"],
    load: () => import("./capabilities/calendars/index.ts"),
  },
  { name: "reports", at: ["reports"], load: () => import("./capabilities/reports/index.ts") },
  { name: "conversations", at: ["conversations"], load: () => import("./capabilities/conversations/index.ts") },
  { name: "tickets", at: ["tickets", "tracked-tickets"], load: () => import("./capabilities/tickets/index.ts") },
  {
    name: "notifications",
    at: ["notifications", "mailbox"],
    load: () => import("./capabilities/notifications/index.ts"),
  },
  {
    name: "webhooks",
    at: ["webhook-endpoints", "webhook-deliveries"],
    load: () => import("./capabilities/webhooks/index.ts"),
  },
  { name: "events", at: ["events"], load: () => import("./capabilities/events/index.ts") },
  { name: "ops", at: ["jobs"], load: () => import("./capabilities/ops/index.ts") },
];

export function createApp(ports: Ports): App {
  return assemble(ports, entries, {
    token: async (database, credential, now) => {
      if (credential.kind === "vt") {
        const { authenticateVisitor } = await import("./capabilities/contacts/index.ts");
        return authenticateVisitor(database, credential, now);
      }
      const { authenticateKey } = await import("./capabilities/keys/index.ts");
      return authenticateKey(database, credential, now);
    },
    member: async (control, token, now) => {
      const { authenticateMember } = await import("./capabilities/identity/index.ts");
      return authenticateMember(control, ports.settings, token, now);
    },
  });
}
