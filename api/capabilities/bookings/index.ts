import { capability } from "../../kernel/index.ts";
import * as events from "./events.ts";
import * as jobs from "./jobs.ts";
import * as readers from "./reactions.ts";
import * as routes from "./routes.ts";

export * as bookingEvents from "./events.ts";
export { promotionNotValid } from "../promotions/index.ts";
export { book } from "./book.ts";
export { giveBack, holdExpired, keep } from "./holds.ts";
export { availability, type Found, find, slotUnavailable } from "./offer.ts";
export { checkParty, sizeOf } from "./party.ts";
export { placeOf, type Taken } from "./place.ts";
export { Booking, BookingInput, bookings, holds } from "./schema.ts";
export { bookedFor, row as retrieveBooking } from "./service.ts";
export { type BookingRow, manageUrl, type ShownRow, shown as shownBooking } from "./shown.ts";

export default capability("bookings", { routes, events, jobs, readers });
