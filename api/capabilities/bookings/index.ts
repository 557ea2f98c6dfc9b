import { capability } from "../../kernel/index.ts";
import * as attendeeRoutes from "./attendee-routes.ts";
import * as deskRoutes from "./desk-routes.ts";
import * as events from "./events.ts";
import * as jobs from "./jobs.ts";
import * as paymentRoutes from "./payment-routes.ts";
import * as readers from "./reactions.ts";
import * as routes from "./routes.ts";

export { promotionNotValid } from "../promotions/index.ts";
export { attendees } from "./attendees.ts";
export { book } from "./book.ts";
export { type Stretch, stretchesOf } from "./engine/stretches.ts";
export * as bookingEvents from "./events.ts";
export { giveBack, holdExpired, keep } from "./holds.ts";
export { availability, type Found, find, slotUnavailable } from "./offer.ts";
export { checkParty, sizeOf } from "./party.ts";
export { dates, notBookable, placeOf, type Taken } from "./place.ts";
export { Booking, BookingInput, bookings, holds } from "./schema.ts";
export { bookedFor, row as retrieveBooking } from "./service.ts";
export {
  type BookingRow,
  columns as bookingColumns,
  manageUrl,
  type ShownRow,
  shown as shownBooking,
} from "./shown.ts";
export { type OpenTimes, openTimes, wallTimes } from "./timetables.ts";

export default capability("bookings", {
  routes: { ...routes, ...attendeeRoutes, ...deskRoutes, ...paymentRoutes },
  events,
  jobs,
  readers,
});
