import { and, eq, inArray, sql } from "drizzle-orm";
import { reader } from "../../kernel/index.ts";
import { bookingEvents } from "../bookings/index.ts";
import { contactEvents, type Merge } from "../contacts/index.ts";
import { resourceEvents } from "../resources/index.ts";
import { offerPlaces } from "./offers.ts";
import { entries } from "./schema.ts";

/** What may leave a place free. */
const freeing = [
  bookingEvents.bookingCancelled,
  bookingEvents.bookingUpdated,
  bookingEvents.bookingDeleted,
  bookingEvents.bookingMissed,
  bookingEvents.holdReleased,
  resourceEvents.resourceUpdated,
];

/** Looks for who waits, wherever a place may have become free; where nobody waits, nothing has to wake up. */
export const offerFreed = reader(
  "waitlist.offer_freed",
  freeing.map(({ type }) => type),
  async (work, event) => {
    const data = event.data as { id: string; resource_id?: string };
    const resource_id = data.resource_id ?? data.id;
    const waits = await work.db
      .select({ id: entries.id })
      .from(entries)
      .where(and(eq(entries.resource_id, resource_id), inArray(entries.status, ["waiting", "offered"])))
      .limit(1)
      .get();
    if (waits) work.later(offerPlaces, { resource_id }, { key: resource_id });
  },
);

/** What an anonymous contact began goes on as the person that it turned out to be. */
export const followMerge = reader("waitlist.follow_merge", [contactEvents.contactMerged.type], (work, event) => {
  const { from, to } = event.data as Merge;
  work.write(sql`update ${entries} set contact_id = ${to} where contact_id = ${from}`);
});
