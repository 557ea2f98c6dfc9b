import { integer, text } from "drizzle-orm/sqlite-core";
import { field, instant, table, z } from "../../kernel/index.ts";
import { mediaTypes } from "./sniff.ts";

/** An uploaded file: the bytes lie with the files port under the row's id. */
export const media = table("media", {
  id: text().primaryKey(),
  name: text().notNull(),
  type: text({ enum: mediaTypes }).notNull(),
  size: integer().notNull(),
  /** Who uploaded it; a visitor may attach only its own. */
  owner_kind: text().notNull(),
  owner_id: text().notNull(),
  created_at: instant().notNull(),
  deleted_at: instant(),
});

export const Media = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.enum(mediaTypes).openapi({ description: "Found out from the content." }),
    size: z.int().openapi({ description: "Bytes." }),
    url: z.string().openapi({ description: "Good for an hour." }),
    created_at: field.timestamp,
  })
  .openapi("Media");

/** A file on a message, a ticket or a reply. */
export const Attachment = z
  .object({
    media_id: z.string(),
    name: z.string(),
    type: z.enum(mediaTypes),
    size: z.int(),
    url: z.string().openapi({ description: "Good for an hour." }),
  })
  .openapi("Attachment");

/** What rows keep of their attachments. */
export type StoredAttachment = { media_id: string; name: string; type: (typeof mediaTypes)[number]; size: number };

export const attachmentIds = z.array(field.id("med")).max(10).openapi({ description: "Ids of uploaded media." });
