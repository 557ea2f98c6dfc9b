import { capability } from "../../kernel/index.ts";
import * as events from "./events.ts";
import * as jobs from "./jobs.ts";
import * as readers from "./reactions.ts";
import * as routes from "./routes.ts";

export * as bookingEvents from "./events.ts";
export { Booking, bookings } from "./schema.ts";
export { row as retrieveBooking } from "./service.ts";
export { type BookingRow, manageUrl, type ShownRow } from "./shown.ts";

export default capability("bookings", { routes, events, jobs, readers });
