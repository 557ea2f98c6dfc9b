import { sql } from "drizzle-orm";
import { reader } from "../../kernel/index.ts";
import { contactEvents, type Merge } from "../contacts/index.ts";
import { promotionUses } from "./schema.ts";

/** What an anonymous contact used counts for the person that it turned out to be. */
export const followMerge = reader("promotions.follow_merge", [contactEvents.contactMerged.type], (work, event) => {
  const { from, to } = event.data as Merge;
  work.write(sql`update ${promotionUses} set contact_id = ${to} where contact_id = ${from}`);
});
