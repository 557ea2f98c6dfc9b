import { event } from "../../kernel/index.ts";
import { Attachment } from "../media/index.ts";
import { Resource as ShownResource } from "./schema.ts";

/** The log outlives addresses, so its pictures come without them. */
const Resource = ShownResource.extend({ images: Attachment.omit({ url: true }).array() });

export const resourceCreated = event("resource.created", "A resource was created.", Resource);
export const resourceUpdated = event("resource.updated", "A resource's details or rules changed.", Resource);
export const resourceStatusChanged = event(
  "resource.status_changed",
  "A resource became available, went into maintenance or was retired.",
  Resource,
);
export const resourceDeleted = event("resource.deleted", "A resource was deleted.", Resource);
