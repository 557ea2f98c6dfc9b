import { and, asc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, Keyset, notFound, problem, type Reading, type z } from "../../kernel/index.ts";
import { spans, vacate } from "../venues/index.ts";
import { keptAddress } from "./address.ts";
import { importCreated, importDeleted, importUpdated } from "./events.ts";
import { type ImportRow, imports } from "./schema.ts";
import type { CalendarImportInput, CalendarImportPatch } from "./shapes.ts";
import { checkNamed, subjectsOf } from "./subjects.ts";
import { syncAt } from "./sync.ts";

const most = 50;
const mostSubjects = 20;

export const tooManyImports = problem("too_many_calendar_imports", 409, `There can be ${most} calendar imports.`);
export const importPaused = problem("calendar_import_paused", 409, "The import is paused. Resume it first.");

export async function list(ctx: Reading, query: { limit: number; cursor?: string | undefined }) {
  const keyset = new Keyset({ by: imports.created_at, id: imports.id }, query);
  const rows = await ctx.db
    .select()
    .from(imports)
    .where(keyset.where(isNull(imports.deleted_at)))
    .orderBy(...keyset.order)
    .limit(keyset.take);
  return keyset.page(rows, (row) => [row.created_at, row.id]);
}

export async function retrieve(ctx: Reading, id: string): Promise<ImportRow> {
  const row = await ctx.db
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), isNull(imports.deleted_at)))
    .get();
  if (!row) throw notFound();
  return row;
}

export async function create(
  ctx: Context,
  { url, ...input }: z.output<typeof CalendarImportInput>,
): Promise<ImportRow> {
  checkNamed(input, mostSubjects);
  await subjectsOf(ctx, input);
  ctx.guard(sql`(select count(*) from ${imports} where deleted_at is null) < ${most}`, () => tooManyImports());
  const row: ImportRow = {
    ...input,
    ...(await keptAddress(ctx, url)),
    id: newId("cim", ctx.now),
    status: "pending",
    last_synced_at: null,
    last_error: null,
    warning: null,
    events_count: 0,
    next_sync_at: ctx.at,
    ...unread,
    deleted_at: null,
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
  ctx.insert(imports, row);
  syncAt(ctx, row.id, ctx.now);
  ctx.emit(importCreated, row);
  return row;
}

/** Nothing is known of the content: the next sync works it out anew. */
const unread = { etag: null, content_hash: null, read_at: null, failures: 0 };
const idle = { status: "paused", events_count: 0, next_sync_at: null, last_error: null, warning: null } as const;

export async function update(
  ctx: Context,
  id: string,
  input: z.output<typeof CalendarImportPatch>,
): Promise<ImportRow> {
  const { version, url, paused, ...patch } = input;
  const before = await retrieve(ctx, id);
  ctx.expect(before, version);
  const named = { ...before, ...patch };
  checkNamed(named, mostSubjects);
  await subjectsOf(ctx, named, before);
  const address = url === undefined ? {} : await keptAddress(ctx, url);
  const pausing = paused === true && before.status !== "paused";
  const resuming = paused === false && before.status === "paused";
  const elsewhere = url !== undefined || changed(before, named);
  const running = resuming || (before.status !== "paused" && !pausing);
  const anew = (elsewhere || resuming) && running;
  const next = ctx.update(
    imports,
    before,
    {
      ...patch,
      ...address,
      ...(pausing ? { ...idle, ...unread } : {}),
      ...(anew ? { ...unread, status: "pending" as const, next_sync_at: ctx.at, last_error: null } : {}),
    },
    version,
  );
  if (next === before) return before;
  if (pausing || elsewhere) vacate(ctx, id);
  if (anew) syncAt(ctx, id, ctx.now);
  ctx.emit(importUpdated, next);
  return next;
}

const changed = (before: ImportRow, after: Pick<ImportRow, "venue_ids" | "resource_ids" | "unit_ids">) =>
  (["venue_ids", "resource_ids", "unit_ids"] as const).some((ids) => before[ids].join() !== after[ids].join());

export async function remove(ctx: Context, id: string): Promise<void> {
  const before = await retrieve(ctx, id);
  ctx.update(imports, before, { deleted_at: ctx.at, next_sync_at: null, url_sealed: "" });
  vacate(ctx, id);
  ctx.emit(importDeleted, before);
}

/** Looks now instead of when it would have been looked next. */
export async function sync(ctx: Context, id: string): Promise<ImportRow> {
  const before = await retrieve(ctx, id);
  if (before.status === "paused") throw importPaused();
  const next = ctx.update(imports, before, { status: "pending", next_sync_at: ctx.at });
  syncAt(ctx, id, ctx.now);
  if (next.status !== before.status) ctx.emit(importUpdated, next);
  return next;
}

interface Range {
  from: string;
  to: string;
}

/** What an import makes unavailable between two times. */
export async function busy(ctx: Reading, id: string, { from, to }: Range) {
  await retrieve(ctx, id);
  const rows = await ctx.db
    .selectDistinct({ starts_at: spans.busy_from, ends_at: spans.busy_to })
    .from(spans)
    .where(and(eq(spans.owner_id, id), lt(spans.busy_from, to), gt(spans.busy_to, from)))
    .orderBy(asc(spans.busy_from))
    .limit(2_000);
  return { data: rows };
}
