import type { Permissions, Role } from "../../kernel/index.ts";

/** Areas that can be read, and those that can be changed too. */
const readable = ["analytics", "audit", "availability", "events", "jobs"];
const writable = [
  "bookings",
  "calendars",
  "company",
  "contacts",
  "conversations",
  "keys",
  "media",
  "members",
  "notifications",
  "promotions",
  "resources",
  "sessions",
  "staffing",
  "tickets",
  "venues",
  "webhooks",
];

/** Given one by one. */
const rare = ["bookings:delete", "conversations:delete", "jobs:write"];

const read = (...areas: string[]) => areas.map((area) => `${area}:read`);
const write = (...areas: string[]) => areas.flatMap((area) => [`${area}:read`, `${area}:write`]);

/** Every permission that a member can hold. What is not here, only an owner may do. */
export const allPermissions: readonly string[] = [...read(...readable), ...write(...writable), ...rare].sort();

/** What everybody who works with customers does. */
const desk = [
  ...write("bookings", "calendars", "contacts", "conversations", "media", "notifications", "tickets"),
  ...read("availability", "company", "events", "members", "promotions", "resources", "staffing", "venues"),
];

const granted: Record<Exclude<Role, "owner">, readonly string[]> = {
  admin: allPermissions,
  team_lead: [...desk, "analytics:read", "staffing:write"],
  user: desk,
  developer: [
    ...write("keys", "notifications", "webhooks"),
    ...read("audit", "availability", "bookings", "company", "contacts", "conversations", "events", "jobs"),
    ...read("calendars", "media", "members", "promotions", "resources", "staffing", "tickets", "venues"),
  ],
  viewer: [
    ...read("analytics", "availability", "bookings", "company", "contacts", "conversations", "events"),
    ...read(
      "calendars",
      "media",
      "members",
      "notifications",
      "promotions",
      "resources",
      "staffing",
      "tickets",
      "venues",
    ),
  ],
};

const sets = new Map<Role, Permissions>([
  ["owner", "all"],
  ...Object.entries(granted).map(([role, list]): [Role, Permissions] => [role as Role, new Set(list)]),
]);
const none: Permissions = new Set();

/** What a member may do. Before a temporary password is changed that is nothing. */
export function permissionsOf(role: Role, mustChangePassword: boolean): Permissions {
  return mustChangePassword ? none : (sets.get(role) ?? none);
}

export const listed = (permissions: Permissions): string[] =>
  permissions === "all" ? [...allPermissions] : [...permissions].sort();

const rank: Record<Role, number> = { owner: 5, admin: 4, team_lead: 3, user: 2, developer: 2, viewer: 1 };

/** Whether somebody of one role may give, take or change another. */
export const reaches = (own: Role, other: Role): boolean => rank[own] >= rank[other];
