import { and, eq, isNull, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, equal, Keyset, notFound, problem, type Reading, type z } from "../../kernel/index.ts";
import { companyOf } from "../tenants/index.ts";
import { venueCreated, venueDeleted, venueUpdated } from "./events.ts";
import { type VenueInput, type VenuePatch, type VenueRow, venues } from "./schema.ts";
import { expectedAt, inUse } from "./spans.ts";

export const venueInUse = problem("venue_in_use", 409, "Bookings are still to come at this venue.");

interface Filters {
  status?: VenueRow["status"] | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Pages on other people's sites see what is open for business. */
const shownTo = (ctx: Reading) =>
  ctx.actor.kind === "publishable" || ctx.actor.kind === "visitor" ? eq(venues.status, "active") : undefined;

export async function list(ctx: Reading, query: Filters) {
  const keyset = new Keyset({ by: venues.created_at, id: venues.id }, query);
  const rows = await ctx.db
    .select()
    .from(venues)
    .where(keyset.where(isNull(venues.deleted_at), shownTo(ctx), equal(venues.status, query.status)))
    .orderBy(...keyset.order)
    .limit(keyset.take);
  return keyset.page(rows, (row) => [row.created_at, row.id]);
}

export async function retrieve(ctx: Reading, id: string): Promise<VenueRow> {
  const row = await ctx.db
    .select()
    .from(venues)
    .where(and(eq(venues.id, id), isNull(venues.deleted_at), shownTo(ctx)))
    .get();
  if (!row) throw notFound();
  return row;
}

export async function create(ctx: Context, input: z.output<typeof VenueInput>): Promise<VenueRow> {
  const row: VenueRow = {
    ...input,
    time_zone: input.time_zone ?? (await companyOf(ctx)).time_zone,
    id: newId("ven", ctx.now),
    deleted_at: null,
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
  ctx.insert(venues, row);
  ctx.emit(venueCreated, row);
  return row;
}

export async function update(ctx: Context, id: string, { version, ...patch }: z.output<typeof VenuePatch>) {
  const before = await retrieve(ctx, id);
  const { capacity } = patch;
  if (typeof capacity === "number" && capacity < (before.capacity ?? Infinity)) {
    ctx.guard(sql`${expectedAt(id, ctx.now)} <= ${capacity}`, () =>
      venueInUse("More people than that are expected already."),
    );
  }
  const next = ctx.update(venues, before, patch, version);
  if (next !== before) ctx.emit(venueUpdated, next);
  return next;
}

/** Soft: what was booked there keeps its venue. */
export async function remove(ctx: Context, id: string): Promise<void> {
  const before = await retrieve(ctx, id);
  ctx.guard(sql`not ${inUse({ venue: id }, ctx.now)}`, venueInUse);
  ctx.update(venues, before, { deleted_at: ctx.at });
  ctx.emit(venueDeleted, before);
}
