import { capability } from "../../kernel/index.ts";
import * as blockRoutes from "./block-routes.ts";
import * as events from "./events.ts";
import * as feedRoutes from "./feed-routes.ts";
import * as importRoutes from "./import-routes.ts";
import { syncImport } from "./sync.ts";

export * as calendarEvents from "./events.ts";

/** When things cannot be booked, and how bookings and other people's calendars learn of each other. */
export default capability("calendars", {
  routes: { ...blockRoutes, ...feedRoutes, ...importRoutes },
  events,
  jobs: [syncImport],
});
