import { event } from "../../kernel/index.ts";
import { Block, CalendarFeed, CalendarImport } from "./shapes.ts";

export const blockCreated = event("block.created", "Time was made unavailable.", Block);
export const blockUpdated = event("block.updated", "Unavailable time was changed.", Block);
export const blockDeleted = event("block.deleted", "Unavailable time was freed.", Block);
export const feedCreated = event("calendar_feed.created", "A calendar feed was made.", CalendarFeed);
export const feedRevoked = event("calendar_feed.revoked", "A calendar feed was revoked.", CalendarFeed);
export const importCreated = event("calendar_import.created", "A calendar elsewhere was connected.", CalendarImport);
export const importUpdated = event(
  "calendar_import.updated",
  "A connected calendar was changed, paused, or read again with another outcome.",
  CalendarImport,
);
export const importFailing = event(
  "calendar_import.failing",
  "A connected calendar can no longer be read.",
  CalendarImport,
);
export const importDeleted = event("calendar_import.deleted", "A connected calendar was removed.", CalendarImport);
