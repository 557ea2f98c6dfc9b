import { field, route, z } from "../../kernel/index.ts";
import { mediaDeleted, mediaUploaded } from "./events.ts";
import { Media } from "./schema.ts";
import * as media from "./service.ts";
import { mediaTypes } from "./sniff.ts";

const params = z.object({ id: field.id("med") });

export const uploadMedia = route({
  id: "media.create",
  method: "post",
  path: "/media",
  summary: "Upload a file",
  about:
    "The body is the file itself. `Foyer-Filename` names it (percent-encoded). What it is, is told by its content.",
  permission: "media:write",
  audience: ["member", "secret", "visitor"],
  limit: "upload",
  raw: { types: mediaTypes, limit: media.uploadLimit },
  returns: Media,
  errors: [media.mediaRefused],
  emits: [mediaUploaded],
  handle: (ctx, { body }) => media.upload(ctx, body),
});

export const retrieveMedia = route({
  id: "media.retrieve",
  method: "get",
  path: "/media/{id}",
  summary: "Retrieve a file's details, with a fresh address",
  permission: "media:read",
  audience: ["member", "secret", "visitor"],
  own: true,
  params,
  returns: Media,
  handle: (ctx, { params }) => media.retrieve(ctx, params.id),
});

export const deleteMedia = route({
  id: "media.delete",
  method: "delete",
  path: "/media/{id}",
  summary: "Delete a file",
  permission: "media:write",
  audience: ["member", "secret"],
  params,
  returns: null,
  emits: [mediaDeleted],
  handle: (ctx, { params }) => media.remove(ctx, params.id),
});

export const mediaContent = route({
  id: "files.content",
  method: "get",
  path: "/files/{token}",
  summary: "The bytes of a file, by a link that runs out",
  permission: null,
  audience: ["public"],
  link: "file",
  params: z.object({ token: z.string().max(200) }),
  returns: z.string().openapi({ format: "binary" }),
  answers: "application/octet-stream",
  handle: (ctx) => media.content(ctx),
});
