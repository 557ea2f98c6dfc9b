import { event } from "../../kernel/index.ts";
import { Venue } from "./schema.ts";

export const venueCreated = event("venue.created", "A venue was opened.", Venue);
export const venueUpdated = event("venue.updated", "A venue's details or hours changed.", Venue);
export const venueDeleted = event("venue.deleted", "A venue was deleted.", Venue);
