import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, invalid, linkTo, notFound, problem, type Reading, type TenantRef } from "../../kernel/index.ts";
import { mediaDeleted, mediaUploaded } from "./events.ts";
import { media, type StoredAttachment } from "./schema.ts";
import { sniff } from "./sniff.ts";

type Row = typeof media.$inferSelect;

/** Bytes that one upload may have. */
export const uploadLimit = 10 * 1024 * 1024;
/** How long an address of a file stays good, in milliseconds; it is rounded so that browsers can cache it. */
const addressLife = 3_600_000;

export const mediaRefused = problem("media_type_not_allowed", 415, "Files of this kind are not accepted.");

export async function upload(ctx: Context, bytes: Uint8Array) {
  if (bytes.length === 0) throw invalid("", "The file is empty.");
  const type = sniff(bytes);
  if (!type) throw mediaRefused("Accepted are PNG, JPEG, GIF, WebP, PDF and plain text, told by their content.");
  const row: Row = {
    id: newId("med", ctx.now),
    name: fileName(ctx.request.header("foyer-filename")),
    type,
    size: bytes.length,
    owner_kind: ctx.actor.kind,
    owner_id: ctx.actor.id,
    created_at: ctx.at,
    deleted_at: null,
  };
  await ctx.files.put(fileKey(ctx.tenant, row.id), bytes, type);
  ctx.insert(media, row);
  const shown = withUrl(ctx, row);
  ctx.emit(mediaUploaded, shown);
  return shown;
}

/** The last part of what the sender calls the file, without anything that a path or a header could trip over. */
function fileName(header: string | undefined): string {
  let name = header ?? "";
  try {
    name = decodeURIComponent(name);
  } catch {
    // Taken as it is: it was not percent-encoded.
  }
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .normalize("NFC")
    .replaceAll(/\p{Cc}|["<>:|?*\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/^\.+/, "")
    .trim();
  return clean.slice(0, 120) || "file";
}

export async function retrieve(ctx: Reading, id: string) {
  return withUrl(ctx, await find(ctx, id));
}

async function find(ctx: Reading, id: string): Promise<Row> {
  const row = await ctx.db
    .select()
    .from(media)
    .where(and(eq(media.id, id), isNull(media.deleted_at)))
    .get();
  if (!row || !mayUse(ctx, row)) throw notFound();
  return row;
}

const mayUse = (ctx: Reading, row: Row) =>
  ctx.actor.kind !== "visitor" || (row.owner_kind === "visitor" && row.owner_id === ctx.actor.id);

/** The bytes that a link opens. Everything but images is a download, and nothing runs as a page. */
export async function content(ctx: Reading): Promise<Response> {
  const row = await ctx.db
    .select()
    .from(media)
    .where(and(eq(media.id, ctx.linked), isNull(media.deleted_at)))
    .get();
  const bytes = row && (await ctx.files.get(fileKey(ctx.tenant, row.id)));
  if (!row || !bytes) throw notFound();
  const shown = row.type.startsWith("image/") ? "inline" : "attachment";
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": row.type === "text/plain" ? "text/plain; charset=utf-8" : row.type,
      "content-disposition": `${shown}; filename*=UTF-8''${encodeURIComponent(row.name).replaceAll("'", "%27")}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "private, max-age=3600, immutable",
    },
  });
}

export async function remove(ctx: Context, id: string): Promise<void> {
  const row = await find(ctx, id);
  ctx.write(ctx.db.update(media).set({ deleted_at: ctx.at }).where(eq(media.id, id)));
  ctx.emit(mediaDeleted, withUrl(ctx, row));
}

/** Deletes the files of something that is deleted itself. `ids` is a query that the batch answers. */
export function discard(ctx: Context, ids: SQL): void {
  ctx.write(sql`update ${media} set deleted_at = ${ctx.now} where deleted_at is null and id in (${ids})`);
}

/** Turns ids that a caller sent into what a row keeps; an id it may not use is refused, with a pointer. */
export async function attach(
  ctx: Context,
  ids: readonly string[] | undefined,
  where = "/attachments",
): Promise<StoredAttachment[]> {
  if (!ids || ids.length === 0) return [];
  const rows = await ctx.db
    .select()
    .from(media)
    .where(and(inArray(media.id, [...ids]), isNull(media.deleted_at)));
  return ids.map((id, index) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (!row || !mayUse(ctx, row)) throw invalid(`${where}/${index}`, "There is no such file.");
    return { media_id: row.id, name: row.name, type: row.type, size: row.size };
  });
}

/** Attachments as they are shown: with an address that opens the file for a while. */
export const shownAttachments = (
  ctx: Pick<Reading, "settings" | "tenant" | "now">,
  stored: readonly StoredAttachment[],
) => stored.map((attachment) => ({ ...attachment, url: address(ctx, attachment.media_id) }));

const withUrl = (ctx: Reading, row: Row) => ({ ...row, url: address(ctx, row.id) });

function address(ctx: Pick<Reading, "settings" | "tenant" | "now">, id: string): string {
  const expires = Math.ceil((ctx.now + addressLife) / addressLife) * (addressLife / 1000);
  return `${ctx.settings.origin}/v1/files/${linkTo(ctx.settings, "file", ctx.tenant, id, expires)}`;
}

const fileKey = (tenant: TenantRef, id: string) => `${tenant.routing}_${tenant.mode}/${id}`;
