import { and, eq, exists, isNull, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, equal, invalid, Keyset, notFound, problem, type Reading, type z } from "../../kernel/index.ts";
import { companyOf } from "../tenants/index.ts";
import { inUse, peakOf, venues } from "../venues/index.ts";
import { resourceCreated, resourceDeleted, resourceStatusChanged, resourceUpdated } from "./events.ts";
import { type ResourceInput, type ResourcePatch, type ResourceRow, resources } from "./schema.ts";

export const resourceInUse = problem("resource_in_use", 409, "Bookings are still to come for this resource.");

interface Filters {
  venue_id?: string | undefined;
  status?: ResourceRow["status"] | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Neither it nor its venue was deleted; pages on other people's sites see only what can be booked. */
function shownTo(ctx: Reading) {
  const outside = ctx.actor.kind === "publishable" || ctx.actor.kind === "visitor";
  const venue = ctx.db
    .select({ one: sql`1` })
    .from(venues)
    .where(
      and(
        eq(venues.id, resources.venue_id),
        isNull(venues.deleted_at),
        outside ? eq(venues.status, "active") : undefined,
      ),
    );
  return and(isNull(resources.deleted_at), outside ? eq(resources.status, "available") : undefined, exists(venue));
}

export async function list(ctx: Reading, query: Filters) {
  const keyset = new Keyset({ by: resources.created_at, id: resources.id }, query);
  const rows = await ctx.db
    .select()
    .from(resources)
    .where(keyset.where(shownTo(ctx), equal(resources.venue_id, query.venue_id), equal(resources.status, query.status)))
    .orderBy(...keyset.order)
    .limit(keyset.take);
  return keyset.page(rows, (row) => [row.created_at, row.id]);
}

export async function retrieve(ctx: Reading, id: string): Promise<ResourceRow> {
  const row = await ctx.db
    .select()
    .from(resources)
    .where(and(eq(resources.id, id), shownTo(ctx)))
    .get();
  if (!row) throw notFound();
  return row;
}

export async function create(ctx: Context, input: z.output<typeof ResourceInput>): Promise<ResourceRow> {
  await stands(ctx, input.venue_id);
  const row: ResourceRow = {
    ...input,
    slot_step_minutes: input.slot_step_minutes ?? Math.min(input.duration_minutes, 1440),
    max_party: input.max_party ?? input.capacity,
    currency: input.currency ?? (await companyOf(ctx)).currency,
    id: newId("res", ctx.now),
    deleted_at: null,
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
  coherent(row, input);
  ctx.insert(resources, row);
  ctx.emit(resourceCreated, row);
  return row;
}

export async function update(ctx: Context, id: string, { version, ...patch }: z.output<typeof ResourcePatch>) {
  const before = await retrieve(ctx, id);
  coherent({ ...before, ...patch }, patch);
  if (patch.venue_id !== undefined && patch.venue_id !== before.venue_id) {
    await stands(ctx, patch.venue_id);
    ctx.guard(sql`not ${inUse({ resource_id: id }, ctx.now)}`, () =>
      resourceInUse("It cannot move to another venue while bookings are still to come."),
    );
  }
  if (patch.capacity !== undefined && patch.capacity < before.capacity) {
    ctx.guard(sql`${peakOf(id, ctx.now, endOfTime, ctx.now)} <= ${patch.capacity}`, () =>
      resourceInUse("More places than that are booked already."),
    );
  }
  const next = ctx.update(resources, before, patch, version);
  if (next === before) return next;
  ctx.emit(resourceUpdated, next);
  if (next.status !== before.status) ctx.emit(resourceStatusChanged, next);
  return next;
}

/** Soft: what was booked keeps its resource. */
export async function remove(ctx: Context, id: string): Promise<void> {
  const before = await retrieve(ctx, id);
  ctx.guard(sql`not ${inUse({ resource_id: id }, ctx.now)}`, resourceInUse);
  ctx.update(resources, before, { deleted_at: ctx.at });
  ctx.emit(resourceDeleted, before);
}

const endOfTime = Date.parse("9999-12-31T00:00:00Z");

async function stands(ctx: Context, venueId: string): Promise<void> {
  const venue = await ctx.db
    .select({ id: venues.id })
    .from(venues)
    .where(and(eq(venues.id, venueId), isNull(venues.deleted_at)))
    .get();
  if (!venue) throw invalid("/venue_id", "There is no such venue.");
  ctx.guard(sql`exists (select 1 from ${venues} where ${and(eq(venues.id, venueId), isNull(venues.deleted_at))})`, () =>
    invalid("/venue_id", "There is no such venue."),
  );
}

/** Values that are fine alone may contradict each other; the pointer names one that the caller sent. */
function coherent(row: ResourceRow, sent: Partial<ResourceRow>): void {
  const refuse = (fields: (keyof ResourceRow)[], detail: string) =>
    invalid(`/${fields.find((field) => sent[field] !== undefined) ?? fields[0]}`, detail);
  if (row.min_party > row.max_party) {
    throw refuse(["min_party", "max_party"], "min_party must not be more than max_party.");
  }
  if (row.max_party > row.capacity) {
    throw refuse(["max_party", "capacity"], "max_party must not be more than capacity.");
  }
  if (row.lead_minutes !== null && row.lead_minutes > row.horizon_days * 1440 + 1440) {
    throw refuse(
      ["lead_minutes", "horizon_days"],
      "lead_minutes reaches beyond horizon_days: nothing could be booked.",
    );
  }
}
