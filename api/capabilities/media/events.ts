import { event } from "../../kernel/index.ts";
import { Media } from "./schema.ts";

/** Events outlive an address, so they tell of a file without one. */
const File = Media.omit({ url: true });

export const mediaUploaded = event("media.uploaded", "A file was uploaded.", File);
export const mediaDeleted = event("media.deleted", "A file was deleted.", File);
