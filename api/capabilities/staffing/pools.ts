import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, equal, Keyset, notFound, problem, type Reading, type z } from "../../kernel/index.ts";
import { inUse } from "../venues/index.ts";
import { poolCreated, poolDeleted, poolUpdated } from "./events.ts";
import { venueOf } from "./people.ts";
import { type PoolRow, pools, type UnitRow, units } from "./schema.ts";
import type { PoolInput, PoolPatch } from "./shapes.ts";

export const poolInUse = problem("pool_in_use", 409, "Resources require it; take it off them first.");
export const unitInUse = problem("unit_in_use", 409, "Bookings are still to come with it; make it inactive instead.");

/** What a booking takes when it takes this unit: the person where it is one, so that nobody is in two places at once. */
export const subjectOf = (unit: Pick<UnitRow, "id" | "member_id">): string => unit.member_id ?? unit.id;

const unitsOf = async (ctx: Reading, poolIds: string[]): Promise<UnitRow[]> =>
  poolIds.length === 0
    ? []
    : ctx.db
        .select()
        .from(units)
        .where(and(inArray(units.pool_id, poolIds), isNull(units.deleted_at)))
        .orderBy(units.created_at, units.id);

export async function list(
  ctx: Reading,
  query: { venue_id?: string | undefined; limit: number; cursor?: string | undefined },
) {
  const keyset = new Keyset({ by: pools.created_at, id: pools.id }, query);
  const rows = await ctx.db
    .select()
    .from(pools)
    .where(keyset.where(isNull(pools.deleted_at), equal(pools.venue_id, query.venue_id)))
    .orderBy(...keyset.order)
    .limit(keyset.take);
  const page = keyset.page(rows, (row) => [row.created_at, row.id]);
  const within = Map.groupBy(
    await unitsOf(
      ctx,
      page.data.map(({ id }) => id),
    ),
    (unit) => unit.pool_id,
  );
  return { ...page, data: page.data.map((pool) => ({ ...pool, units: within.get(pool.id) ?? [] })) };
}

export async function find(ctx: Reading, id: string): Promise<PoolRow> {
  const row = await ctx.db
    .select()
    .from(pools)
    .where(and(eq(pools.id, id), isNull(pools.deleted_at)))
    .get();
  if (!row) throw notFound();
  return row;
}

export async function retrieve(ctx: Reading, id: string): Promise<PoolRow & { units: UnitRow[] }> {
  const [pool, within] = await Promise.all([find(ctx, id), unitsOf(ctx, [id])]);
  return { ...pool, units: within };
}

export async function create(ctx: Context, input: z.output<typeof PoolInput>) {
  if (input.venue_id !== null) await venueOf(ctx, input.venue_id);
  const row: PoolRow = {
    ...input,
    id: newId("pol", ctx.now),
    deleted_at: null,
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
  ctx.insert(pools, row);
  const shown = { ...row, units: [] };
  ctx.emit(poolCreated, shown);
  return shown;
}

export async function update(ctx: Context, id: string, { version, ...patch }: z.output<typeof PoolPatch>) {
  const { units: within, ...before } = await retrieve(ctx, id);
  if (patch.venue_id && patch.venue_id !== before.venue_id) await venueOf(ctx, patch.venue_id);
  const next = ctx.update(pools, before, patch, version);
  const shown = { ...next, units: within };
  if (next !== before) ctx.emit(poolUpdated, shown);
  return shown;
}

/** Resources that cannot be booked without it. */
const requiring = (id: string) =>
  sql`select 1 from resources, json_each(resources.requirements) as required where resources.deleted_at is null and required.value ->> 'pool_id' = ${id}`;

/** Soft, and its units go with it: what was booked keeps who and what it was booked with. */
export async function remove(ctx: Context, id: string): Promise<void> {
  const { units: within, ...before } = await retrieve(ctx, id);
  ctx.guard(sql`not exists (${requiring(id)})`, poolInUse);
  for (const unit of within) ctx.guard(sql`not ${inUse({ subject: subjectOf(unit) }, ctx.now)}`, unitInUse);
  ctx.update(pools, before, { deleted_at: ctx.at });
  ctx.write(
    sql`update ${units} set deleted_at = ${ctx.now}, updated_at = ${ctx.now}, version = version + 1 where pool_id = ${id} and deleted_at is null`,
  );
  ctx.emit(poolDeleted, { ...before, units: within });
}
