import { sql } from "drizzle-orm";
import { reader } from "../../kernel/index.ts";
import { contactEvents, type Merge } from "../contacts/index.ts";
import { conversations } from "./schema.ts";

/** What an anonymous contact began goes on as the person that it turned out to be. */
export const followMerge = reader("conversations.follow_merge", [contactEvents.contactMerged.type], (work, event) => {
  const { from, to } = event.data as Merge;
  work.write(sql`update ${conversations} set contact_id = ${to} where contact_id = ${from}`);
});
