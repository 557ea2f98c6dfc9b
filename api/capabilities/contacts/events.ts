import { event, z } from "../../kernel/index.ts";
import { Contact } from "./schema.ts";

export const contactCreated = event("contact.created", "A contact was created, by staff or at a first touch.", Contact);
export const contactUpdated = event("contact.updated", "A contact's details changed.", Contact);
export const contactStageChanged = event("contact.stage_changed", "A contact moved to another stage.", Contact);
export const contactDeleted = event("contact.deleted", "A contact was deleted. It can be restored.", Contact);

const MergeShape = z
  .object({
    from: z.string().openapi({ description: "The contact that is no more." }),
    to: z.string().openapi({ description: "The contact that it turned out to be." }),
  })
  .openapi("ContactMerge");

export const contactMerged = event(
  "contact.merged",
  "Two contacts turned out to be one person; what was one's is now the other's.",
  MergeShape,
);
export type Merge = z.infer<typeof MergeShape>;
