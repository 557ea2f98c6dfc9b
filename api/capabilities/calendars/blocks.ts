import { and, eq, gt, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { newId } from "../../core/ids.ts";
import { type Context, invalid, Keyset, notFound, type Reading, type z } from "../../kernel/index.ts";
import { bookings } from "../bookings/index.ts";
import { block, everyPlace, meeting, spans, vacate } from "../venues/index.ts";
import { blockCreated, blockDeleted, blockUpdated } from "./events.ts";
import { type BlockRow, blocks } from "./schema.ts";
import type { BlockInput, BlockPatch } from "./shapes.ts";
import { checkNamed, subjectsOf } from "./subjects.ts";

const longest = 366 * 86_400_000;
const mostSubjects = 200;
const conflictsShown = 50;

interface Filters {
  from?: string | undefined;
  to?: string | undefined;
  venue_id?: string | undefined;
  resource_id?: string | undefined;
  unit_id?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

const naming = (column: SQLiteColumn, id: string | undefined): SQL | undefined =>
  id === undefined ? undefined : sql`exists (select 1 from json_each(${column}) where value = ${id})`;

export async function list(ctx: Reading, { from, to, venue_id, resource_id, unit_id, ...page }: Filters) {
  const keyset = new Keyset({ by: blocks.starts_at, id: blocks.id, direction: "asc" }, page);
  const rows = await ctx.db
    .select()
    .from(blocks)
    .where(
      keyset.where(
        isNull(blocks.deleted_at),
        // None is longer, so that the index knows where to begin.
        from === undefined ? undefined : gt(blocks.starts_at, new Date(Date.parse(from) - longest - 1).toISOString()),
        from === undefined ? undefined : gt(blocks.ends_at, from),
        to === undefined ? undefined : lt(blocks.starts_at, to),
        naming(blocks.venue_ids, venue_id),
        naming(blocks.resource_ids, resource_id),
        naming(blocks.unit_ids, unit_id),
      ),
    )
    .orderBy(...keyset.order)
    .limit(keyset.take);
  return keyset.page(rows, (row) => [row.starts_at, row.id]);
}

async function find(ctx: Reading, id: string): Promise<BlockRow> {
  const row = await ctx.db
    .select()
    .from(blocks)
    .where(and(eq(blocks.id, id), isNull(blocks.deleted_at)))
    .get();
  if (!row) throw notFound();
  return row;
}

export async function retrieve(ctx: Reading, id: string) {
  const row = await find(ctx, id);
  return { ...row, conflicts: await conflictsOf(ctx, row, await subjectsOf(ctx, row, row)) };
}

export async function create(ctx: Context, input: z.output<typeof BlockInput>) {
  checkNamed(input, mostSubjects);
  checkTimes(input);
  const subjects = await subjectsOf(ctx, input);
  const row: BlockRow = {
    ...input,
    id: newId("blk", ctx.now),
    deleted_at: null,
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
  ctx.insert(blocks, row);
  occupy(ctx, row, subjects);
  ctx.emit(blockCreated, row);
  return { ...row, conflicts: await conflictsOf(ctx, row, subjects) };
}

export async function update(ctx: Context, id: string, { version, ...patch }: z.output<typeof BlockPatch>) {
  const before = await find(ctx, id);
  const next = ctx.update(blocks, before, patch, version);
  const subjects = await subjectsOf(ctx, next, before);
  if (next !== before) {
    checkNamed(next, mostSubjects);
    checkTimes(next);
    vacate(ctx, id);
    occupy(ctx, next, subjects);
    ctx.emit(blockUpdated, next);
  }
  return { ...next, conflicts: await conflictsOf(ctx, next, subjects) };
}

export async function remove(ctx: Context, id: string): Promise<void> {
  const before = await find(ctx, id);
  ctx.update(blocks, before, { deleted_at: ctx.at });
  vacate(ctx, id);
  ctx.emit(blockDeleted, before);
}

function checkTimes({ starts_at, ends_at }: Pick<BlockRow, "starts_at" | "ends_at">): void {
  const length = Date.parse(ends_at) - Date.parse(starts_at);
  if (length <= 0) throw invalid("/ends_at", "Must be after `starts_at`.");
  if (length > longest) throw invalid("/ends_at", "At most 366 days.");
}

function occupy(ctx: Context, { id, starts_at, ends_at }: BlockRow, subjects: readonly string[]): void {
  const [from, to] = [Date.parse(starts_at), Date.parse(ends_at)];
  for (const subject of subjects) block(ctx, { owner: id, subject, from, to });
}

const standing = ["pending", "confirmed", "in_progress"] as const;

/** Bookings of the same subjects or at the same venues that were there first. */
async function conflictsOf(ctx: Reading, row: BlockRow, subjects: readonly string[]) {
  const [from, to] = [Date.parse(row.starts_at), Date.parse(row.ends_at)];
  const among = (column: "subject_id" | "venue_id", ids: readonly string[]) =>
    sql`${sql.identifier(column)} in (select value from json_each(${JSON.stringify(ids)}))`;
  const owners = ctx.db
    .select({ id: spans.owner_id })
    .from(spans)
    .where(
      and(
        meeting(sql`(${among("subject_id", subjects)} or ${among("venue_id", row.venue_ids)})`, from, to, ctx.now),
        lt(spans.places, everyPlace),
      ),
    );
  return ctx.db
    .select({ booking_id: bookings.id, reference: bookings.reference, starts_at: bookings.starts_at })
    .from(bookings)
    .where(
      and(
        inArray(bookings.id, owners),
        inArray(bookings.status, [...standing]),
        lt(bookings.starts_at, row.ends_at),
        gt(bookings.ends_at, row.starts_at),
        isNull(bookings.deleted_at),
      ),
    )
    .orderBy(bookings.starts_at, bookings.id)
    .limit(conflictsShown);
}
