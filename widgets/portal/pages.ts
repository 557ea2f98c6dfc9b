import type { ComponentType } from "preact";
import * as icons from "../kit/icons.ts";
import { badge, crate, sun } from "./icons.ts";
import type { en } from "./strings/en.ts";

export interface PageProps {
  /** What follows the page's own path: `["tkt_1"]` for `/tickets/tkt_1`. */
  rest: string[];
  query: URLSearchParams;
}

export interface PageEntry {
  /** First part of its path; the empty one is Home. */
  path: string;
  label: keyof typeof en;
  /** For the bottom bar of phones, where the label is too long. */
  short?: keyof typeof en;
  icon: string;
  /** Who may open it; everybody when absent. */
  permission?: string;
  /** Where it stands in the navigation; not at all when absent. */
  nav?: "main" | "manage";
  /** The page whose entry is marked instead. */
  under?: string;
  /** Only where the service runs for development. */
  development?: boolean;
  load(): Promise<{ default: ComponentType<PageProps> }>;
}

/** All pages, in the order of the navigation; each is a chunk of its own. */
export const pages: readonly PageEntry[] = [
  { path: "", label: "nav.home", icon: icons.home, nav: "main", load: () => import("./pages/home/page.tsx") },
  {
    path: "inbox",
    label: "nav.inbox",
    icon: icons.inbox,
    nav: "main",
    permission: "conversations:read",
    load: () => import("./pages/inbox/page.tsx"),
  },
  {
    path: "today",
    label: "nav.today",
    icon: sun,
    nav: "main",
    permission: "bookings:read",
    load: () => import("./pages/today/page.tsx"),
  },
  {
    path: "calendar",
    label: "nav.calendar",
    icon: icons.calendar,
    nav: "main",
    permission: "bookings:read",
    load: () => import("./pages/calendar/page.tsx"),
  },
  {
    path: "bookings",
    label: "nav.bookings",
    icon: icons.clock,
    nav: "main",
    permission: "bookings:read",
    load: () => import("./pages/bookings/page.tsx"),
  },
  {
    path: "waitlist",
    label: "nav.waitlist",
    icon: icons.clock,
    under: "bookings",
    permission: "bookings:read",
    load: () => import("./pages/waitlist/page.tsx"),
  },
  {
    path: "tickets",
    label: "nav.tickets",
    icon: icons.ticket,
    nav: "main",
    permission: "tickets:read",
    load: () => import("./pages/tickets/page.tsx"),
  },
  {
    path: "contacts",
    label: "nav.contacts",
    icon: icons.users,
    nav: "main",
    permission: "contacts:read",
    load: () => import("./pages/contacts/page.tsx"),
  },
  {
    path: "resources",
    label: "nav.resources",
    short: "nav.resourcesShort",
    icon: crate,
    nav: "manage",
    permission: "resources:read",
    load: () => import("./pages/resources/page.tsx"),
  },
  {
    path: "venues",
    label: "nav.venues",
    icon: icons.building,
    under: "resources",
    permission: "venues:read",
    load: () => import("./pages/venues/page.tsx"),
  },
  {
    path: "promotions",
    label: "nav.promotions",
    icon: icons.tag,
    under: "resources",
    permission: "promotions:read",
    load: () => import("./pages/promotions/page.tsx"),
  },
  {
    path: "staff",
    label: "nav.staff",
    icon: badge,
    nav: "manage",
    permission: "staffing:read",
    load: () => import("./pages/staff/page.tsx"),
  },
  {
    path: "reports",
    label: "nav.reports",
    icon: icons.chart,
    nav: "manage",
    permission: "analytics:read",
    load: () => import("./pages/reports/page.tsx"),
  },
  {
    path: "developers",
    label: "nav.developers",
    icon: icons.code,
    nav: "manage",
    permission: "keys:read",
    load: () => import("./pages/developers/page.tsx"),
  },
  {
    path: "settings",
    label: "nav.settings",
    icon: icons.settings,
    nav: "manage",
    load: () => import("./pages/settings/page.tsx"),
  },
  {
    path: "mailbox",
    label: "nav.mailbox",
    icon: icons.mail,
    nav: "manage",
    development: true,
    load: () => import("./pages/mailbox/page.tsx"),
  },
  {
    path: "notifications",
    label: "nav.notifications",
    icon: icons.bell,
    load: () => import("./pages/notifications/page.tsx"),
  },
];

/** Which page a path belongs to, and what is left of it for the page. */
export function pageOf(path: string): { page: PageEntry | undefined; rest: string[] } {
  const [first = "", ...rest] = path.split("/").filter(Boolean).map(decodeURIComponent);
  return { page: pages.find((page) => page.path === first), rest };
}
