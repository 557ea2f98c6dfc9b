import { event } from "../../kernel/index.ts";
import { WaitlistEntry } from "./schema.ts";

/** The log outlives links, so its entries come without them. */
const Logged = WaitlistEntry.omit({ url: true });
const visible = { visitors: true };

export const entryCreated = event("waitlist_entry.created", "Somebody waits for a place.", Logged, visible);
export const entryOffered = event("waitlist_entry.offered", "A place is kept for who waited.", Logged, visible);
export const entryBooked = event("waitlist_entry.booked", "Who waited took the place.", Logged, visible);
export const entryExpired = event("waitlist_entry.expired", "Who waited let the offer pass.", Logged, visible);
export const entryCancelled = event("waitlist_entry.cancelled", "Somebody waits no more.", Logged, visible);
