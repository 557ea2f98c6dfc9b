import { event } from "../../kernel/index.ts";
import { Resource } from "./schema.ts";

export const resourceCreated = event("resource.created", "A resource was created.", Resource);
export const resourceUpdated = event("resource.updated", "A resource's details or rules changed.", Resource);
export const resourceStatusChanged = event(
  "resource.status_changed",
  "A resource became available, went into maintenance or was retired.",
  Resource,
);
export const resourceDeleted = event("resource.deleted", "A resource was deleted.", Resource);
