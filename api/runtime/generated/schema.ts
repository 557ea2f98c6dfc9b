// Written by `npm run spec` from the migrations. Never edited by hand.

/** The migrations that a database must have before it is served. */
export const schema = {
  "version": "0.1.0",
  "tenant": [
    "2026-11-19-kernel",
    "2026-11-20-audit-lists",
    "2026-11-20-bookings",
    "2026-11-20-company",
    "2026-11-20-contacts",
    "2026-11-20-conversations",
    "2026-11-20-keys",
    "2026-11-20-media",
    "2026-11-20-notifications",
    "2026-11-20-resources",
    "2026-11-20-tickets",
    "2026-11-20-venues",
    "2026-11-20-webhooks",
    "2026-11-21-bookings",
    "2026-11-21-bookings-reminders",
    "2026-11-21-calendars",
    "2026-11-21-company",
    "2026-11-21-key-venue",
    "2026-11-21-promotions",
    "2026-11-21-resources",
    "2026-11-21-staffing",
    "2026-11-21-venues",
    "2026-11-21-waitlist"
  ],
  "control": [
    "2026-11-19-kernel",
    "2026-11-20-audit",
    "2026-11-20-tenants",
    "2026-11-21-identity"
  ]
};
