export { sweepHolds } from "./holds.ts";
export { advanceBooking, endingSoon } from "./lifecycle.ts";
export { checkDeparture } from "./minimum.ts";
