export { sweepHolds } from "./holds.ts";
export { advanceBooking } from "./lifecycle.ts";
