import { event } from "../../kernel/index.ts";
import { Contact } from "./schema.ts";

export const contactCreated = event("contact.created", "A contact was created, by staff or at a first touch.", Contact);
export const contactUpdated = event("contact.updated", "A contact's details changed.", Contact);
export const contactStageChanged = event("contact.stage_changed", "A contact moved to another stage.", Contact);
export const contactDeleted = event("contact.deleted", "A contact was deleted. It can be restored.", Contact);
