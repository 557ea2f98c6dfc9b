import { sql } from "drizzle-orm";
import { reader } from "../../kernel/index.ts";
import { contactEvents, type Merge } from "../contacts/index.ts";
import { bookings, holds } from "./schema.ts";

/** What an anonymous contact began goes on as the person that it turned out to be. */
export const followMerge = reader("bookings.follow_merge", [contactEvents.contactMerged.type], (work, event) => {
  const { from, to } = event.data as Merge;
  work.write(sql`update ${bookings} set contact_id = ${to} where contact_id = ${from}`);
  work.write(sql`update ${holds} set contact_id = ${to} where contact_id = ${from}`);
});
