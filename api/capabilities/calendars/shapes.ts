import { field, z } from "../../kernel/index.ts";
import { feedScopes, importStatuses } from "./schema.ts";

const ids = {
  venue_ids: z.array(z.string()),
  resource_ids: z.array(z.string()),
  unit_ids: z.array(z.string()).openapi({ description: "Units of pools; a person is meant in all pools at once." }),
};

const list = (prefix: string, most: number) =>
  z
    .array(field.id(prefix))
    .max(most, `At most ${most}.`)
    .transform((given) => [...new Set(given)]);

/** What can be made unavailable, up to `most` of each. */
const idsInput = (most: number) => ({
  venue_ids: list("ven", most),
  resource_ids: list("res", most),
  unit_ids: list("unt", most),
});

const blockIds = idsInput(200);
const importIds = idsInput(20);

const dated = { version: z.int(), created_at: field.timestamp, updated_at: field.timestamp };

export const Block = z
  .object({
    id: z.string(),
    reason: z.string().nullable(),
    starts_at: field.timestamp,
    ends_at: field.timestamp,
    ...ids,
    ...dated,
  })
  .openapi("Block");

export const BlockWithConflicts = Block.extend({
  conflicts: z.array(z.object({ booking_id: z.string(), reference: z.string(), starts_at: field.timestamp })).openapi({
    description: "Bookings in that time that stand all the same, the first 50: somebody should see to them.",
  }),
}).openapi("BlockWithConflicts");

const reason = field.line(200).nullable();

export const BlockInput = z
  .strictObject({
    reason: reason.default(null),
    starts_at: field.instantInput,
    ends_at: field.instantInput,
    venue_ids: blockIds.venue_ids.default([]),
    resource_ids: blockIds.resource_ids.default([]),
    unit_ids: blockIds.unit_ids.default([]),
  })
  .openapi("BlockInput");

export const BlockPatch = z
  .strictObject({ reason, starts_at: field.instantInput, ends_at: field.instantInput, ...blockIds })
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("BlockPatch");

export const CalendarFeed = z
  .object({
    id: z.string(),
    name: z.string(),
    scope: z.enum(feedScopes),
    subject_id: z.string().nullable().openapi({ description: "The venue, resource or member; `null` for all." }),
    created_at: field.timestamp,
    revoked_at: field.timestamp.nullable(),
  })
  .openapi("CalendarFeed");

export const NewCalendarFeed = CalendarFeed.extend({
  url: z.string().openapi({ description: "To subscribe to. Whoever has it can read: it is shown this once." }),
}).openapi("NewCalendarFeed");

export const CalendarFeedInput = z
  .strictObject({
    name: field.line(120),
    scope: z.enum(feedScopes),
    subject_id: z.string().max(64).nullable().default(null),
  })
  .openapi("CalendarFeedInput");

export const CalendarImport = z
  .object({
    id: z.string(),
    name: z.string(),
    host: z.string().openapi({ description: "Where the calendar is. Its whole address is never shown again." }),
    url_ending: z.string().openapi({ description: "The end of the address, to tell two of them apart." }),
    ...ids,
    status: z.enum(importStatuses),
    last_synced_at: field.timestamp.nullable().openapi({ description: "When it was last read, changed or not." }),
    last_error: z
      .string()
      .nullable()
      .openapi({ description: "Why it could not be read; what was known before still counts." }),
    warning: z.string().nullable().openapi({ description: "What of it could not be understood." }),
    events_count: z.int().openapi({ description: "Busy times in the next 366 days." }),
    next_sync_at: field.timestamp.nullable(),
    ...dated,
  })
  .openapi("CalendarImport");

const url = z
  .string()
  .max(2048)
  // How calendars offer their addresses for subscribing.
  .transform((given) => given.trim().replace(/^webcals?:\/\//i, "https://"))
  .pipe(field.httpUrl)
  .openapi({ example: "https://calendar.example.com/ical/harbor.ics" });

export const CalendarImportInput = z
  .strictObject({
    name: field.line(120),
    url,
    venue_ids: importIds.venue_ids.default([]),
    resource_ids: importIds.resource_ids.default([]),
    unit_ids: importIds.unit_ids.default([]),
  })
  .openapi("CalendarImportInput");

export const CalendarImportPatch = z
  .strictObject({
    name: field.line(120),
    url,
    ...importIds,
    paused: z.boolean().openapi({ description: "A paused import makes nothing unavailable." }),
  })
  .partial()
  .extend({ version: field.version.optional() })
  .openapi("CalendarImportPatch");

export const BusyTime = z.object({ starts_at: field.timestamp, ends_at: field.timestamp }).openapi("BusyTime");
