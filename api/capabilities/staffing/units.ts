import { and, eq, isNull, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, invalid, notFound, problem, type Reading, type z } from "../../kernel/index.ts";
import { inUse } from "../venues/index.ts";
import { unitCreated, unitDeleted, unitUpdated } from "./events.ts";
import { worker } from "./people.ts";
import { find, subjectOf, unitInUse } from "./pools.ts";
import { pools, type UnitRow, units } from "./schema.ts";
import type { UnitInput, UnitPatch } from "./shapes.ts";

const mostUnits = 200;

export const unitExists = problem("unit_exists", 409, "This person is in the pool already.");
export const poolFull = problem("pool_full", 409, `A pool has at most ${mostUnits} units.`);

export async function retrieve(ctx: Reading, id: string): Promise<UnitRow> {
  const row = await ctx.db
    .select()
    .from(units)
    .where(and(eq(units.id, id), isNull(units.deleted_at)))
    .get();
  if (!row) throw notFound();
  return row;
}

export async function create(ctx: Context, poolId: string, input: z.output<typeof UnitInput>): Promise<UnitRow> {
  await find(ctx, poolId);
  const person = input.member_id === null ? undefined : await worker(ctx, input.member_id);
  const name = input.name ?? person;
  if (name === undefined) throw invalid("/name", "A thing needs a name.");
  const row: UnitRow = {
    ...input,
    id: newId("unt", ctx.now),
    pool_id: poolId,
    name,
    deleted_at: null,
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
  ctx.guard(sql`exists (select 1 from ${pools} where id = ${poolId} and deleted_at is null)`, () => notFound());
  ctx.guard(
    sql`(select count(*) from ${units} where pool_id = ${poolId} and deleted_at is null) < ${mostUnits}`,
    poolFull,
  );
  ctx.insert(units, row, unitExists);
  ctx.emit(unitCreated, row);
  return row;
}

export async function update(ctx: Context, id: string, { version, ...patch }: z.output<typeof UnitPatch>) {
  const before = await retrieve(ctx, id);
  const next = ctx.update(units, before, patch, version);
  if (next !== before) ctx.emit(unitUpdated, next);
  return next;
}

/** Soft: what was booked with it keeps its name. */
export async function remove(ctx: Context, id: string): Promise<void> {
  const before = await retrieve(ctx, id);
  ctx.guard(sql`not ${inUse({ subject: subjectOf(before) }, ctx.now)}`, unitInUse);
  ctx.update(units, before, { deleted_at: ctx.at });
  ctx.emit(unitDeleted, before);
}
