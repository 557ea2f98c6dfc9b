import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, equal, invalid, Keyset, notFound, problem, type Reading, type z } from "../../kernel/index.ts";
import { attach, shownAttachments } from "../media/index.ts";
import { pools } from "../staffing/index.ts";
import { companyOf } from "../tenants/index.ts";
import { bookedPeakOf, endOfTime, inUse, venues } from "../venues/index.ts";
import { coherent } from "./coherent.ts";
import { resourceCreated, resourceDeleted, resourceStatusChanged, resourceUpdated } from "./events.ts";
import {
  type DuplicationInput,
  type ResourceInput,
  type ResourcePatch,
  type ResourceRow,
  resources,
} from "./schema.ts";
import { subjectsOf } from "./subject.ts";

export const resourceInUse = problem("resource_in_use", 409, "Bookings are still to come for this resource.");

interface Filters {
  venue_id?: string | undefined;
  status?: ResourceRow["status"] | undefined;
  kind?: ResourceRow["kind"] | undefined;
  category?: string | undefined;
  tag?: string | undefined;
  template?: boolean | undefined;
  limit: number;
  cursor?: string | undefined;
}

const shown = (ctx: Pick<Reading, "settings" | "tenant" | "now">, row: ResourceRow) => ({
  ...row,
  images: shownAttachments(ctx, row.images),
});

const stillThere = and(eq(venues.id, resources.venue_id), isNull(venues.deleted_at));

/** Neither it nor its home was deleted; pages on other people's sites see only what can be booked. */
function shownTo(ctx: Reading): SQL | undefined {
  const outside = ctx.actor.kind === "publishable" || ctx.actor.kind === "visitor";
  const open = outside ? eq(venues.status, "active") : undefined;
  // A key of one venue's pages opens that venue's things.
  const keyed = "venue_id" in ctx.actor ? (ctx.actor.venue_id ?? undefined) : undefined;
  return and(
    at(keyed),
    isNull(resources.deleted_at),
    outside ? and(eq(resources.status, "available"), eq(resources.template, false)) : undefined,
    sql`exists (select 1 from ${venues} where ${and(stillThere, open)})`,
  );
}

/** At home there, or offered there as well. */
const at = (venue: string | undefined) =>
  venue === undefined
    ? undefined
    : sql`(${resources.venue_id} = ${venue} or exists (select 1 from json_each(${resources.also_at}) where value ->> 'venue_id' = ${venue}))`;

const tagged = (tag: string | undefined) =>
  tag === undefined ? undefined : sql`exists (select 1 from json_each(${resources.tags}) where value = ${tag})`;

export async function list(ctx: Reading, query: Filters) {
  const keyset = new Keyset({ by: resources.created_at, id: resources.id }, query);
  const rows = await ctx.db
    .select()
    .from(resources)
    .where(
      keyset.where(
        shownTo(ctx),
        at(query.venue_id),
        tagged(query.tag),
        equal(resources.status, query.status),
        equal(resources.kind, query.kind),
        equal(resources.category, query.category),
        equal(resources.template, query.template),
      ),
    )
    .orderBy(...keyset.order)
    .limit(keyset.take);
  const page = keyset.page(rows, (row) => [row.created_at, row.id]);
  return { ...page, data: page.data.map((row) => shown(ctx, row)) };
}

async function find(ctx: Reading, id: string): Promise<ResourceRow> {
  const row = await ctx.db
    .select()
    .from(resources)
    .where(and(eq(resources.id, id), shownTo(ctx)))
    .get();
  if (!row) throw notFound();
  return row;
}

export const retrieve = async (ctx: Reading, id: string) => shown(ctx, await find(ctx, id));

const defaultLongest = { fixed: 12, hour: 12, day: 14, night: 14 };

export async function create(ctx: Context, input: z.output<typeof ResourceInput>) {
  const row: ResourceRow = {
    ...input,
    images: await pictures(ctx, input.images),
    slot_step_minutes:
      input.slot_step_minutes ?? (input.length_unit === "fixed" ? Math.min(input.duration_minutes, 1440) : 60),
    max_length: input.max_length ?? Math.max(input.min_length, defaultLongest[input.length_unit]),
    check_in: input.check_in ?? clocks[input.length_unit]?.check_in ?? null,
    check_out: input.check_out ?? clocks[input.length_unit]?.check_out ?? null,
    max_party: input.max_party ?? input.capacity,
    currency: input.currency ?? (await companyOf(ctx)).currency,
    id: newId("res", ctx.now),
    deleted_at: null,
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
  await stand(ctx, row, input);
  return add(ctx, row);
}

/** What is usual where nothing was said. */
const clocks: Partial<Record<ResourceRow["length_unit"], { check_in: string; check_out: string }>> = {
  day: { check_in: "09:00", check_out: "18:00" },
  night: { check_in: "15:00", check_out: "11:00" },
};

function add(ctx: Context, row: ResourceRow) {
  ctx.insert(resources, row);
  ctx.emit(resourceCreated, row);
  return shown(ctx, row);
}

/** A copy with the whole configuration, nothing booked. */
export async function duplicate(ctx: Context, id: string, input: z.output<typeof DuplicationInput>) {
  const original = await find(ctx, id);
  const row: ResourceRow = {
    ...original,
    name: input.name ?? `${original.name.slice(0, 113)} (copy)`,
    venue_id: input.venue_id ?? original.venue_id,
    also_at: original.also_at.filter(({ venue_id }) => venue_id !== input.venue_id),
    template: input.template,
    id: newId("res", ctx.now),
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
  await stand(ctx, row, input);
  return add(ctx, row);
}

export async function update(ctx: Context, id: string, { version, images, ...rest }: z.output<typeof ResourcePatch>) {
  const before = await find(ctx, id);
  ctx.expect(shown(ctx, before), version);
  const patch = images ? { ...rest, images: await pictures(ctx, images) } : rest;
  const after = { ...before, ...patch };
  await stand(ctx, after, patch, before);
  const moves = after.venue_id !== before.venue_id || after.stock !== before.stock;
  if (moves) {
    ctx.guard(sql`not ${inUse({ resource: id }, ctx.now)}`, () =>
      resourceInUse(
        "It cannot move to another venue, nor share its places otherwise, while bookings are still to come.",
      ),
    );
  }
  for (const { subject, capacity } of moves ? [] : subjectsOf(after)) {
    // What was not counted just now may have been before, and be booked still.
    if (capacity >= (subjectsOf(before).find((one) => one.subject === subject)?.capacity ?? Infinity)) continue;
    ctx.guard(sql`${bookedPeakOf(subject, ctx.now, endOfTime, ctx.now)} <= ${capacity}`, () =>
      resourceInUse("More than that is booked already."),
    );
  }
  const next = ctx.update(resources, before, patch, version);
  if (next === before) return shown(ctx, next);
  ctx.emit(resourceUpdated, next);
  if (next.status !== before.status) ctx.emit(resourceStatusChanged, next);
  return shown(ctx, next);
}

/** Soft: what was booked keeps its resource. */
export async function remove(ctx: Context, id: string): Promise<void> {
  const before = await find(ctx, id);
  ctx.guard(sql`not ${inUse({ resource: id }, ctx.now)}`, resourceInUse);
  ctx.update(resources, before, { deleted_at: ctx.at });
  ctx.emit(resourceDeleted, before);
}

async function pictures(ctx: Context, ids: readonly string[]) {
  const files = await attach(ctx, ids, "/images");
  const other = files.findIndex(({ type }) => !type.startsWith("image/"));
  if (other >= 0) throw invalid(`/images/${other}`, "This file is not a picture.");
  return files;
}

/**
 * Refuses what contradicts itself, and what names venues or pools that are not there, now or when it commits. What it
 * named before it may go on naming: a venue that was closed since stops no other change.
 */
async function stand(ctx: Context, row: ResourceRow, sent: object, before?: ResourceRow): Promise<void> {
  coherent(row, sent);
  const known = new Set(before ? [...venuesIn(before), ...poolsIn(before)].map(({ id }) => id) : []);
  const fresh = ({ id }: Named) => !known.has(id);
  await named(ctx, venues, venuesIn(row).filter(fresh));
  await named(ctx, pools, poolsIn(row).filter(fresh));
}

interface Named {
  id: string;
  pointer: string;
}

const venuesIn = ({ venue_id, also_at }: ResourceRow): Named[] => [
  { id: venue_id, pointer: "/venue_id" },
  ...also_at.map(({ venue_id: id }, at) => ({ id, pointer: `/also_at/${at}/venue_id` })),
];
const poolsIn = ({ requirements }: ResourceRow): Named[] =>
  requirements.map(({ pool_id: id }, at) => ({ id, pointer: `/requirements/${at}/pool_id` }));

async function named(ctx: Context, table: typeof venues | typeof pools, names: readonly Named[]): Promise<void> {
  if (names.length === 0) return;
  const there = (ids: readonly string[]) => and(inArray(table.id, [...ids]), isNull(table.deleted_at));
  const found = await ctx.db
    .select({ id: table.id })
    .from(table)
    .where(there(names.map(({ id }) => id)));
  for (const { id, pointer } of names) {
    const absent = () => invalid(pointer, "There is none with this id.");
    if (!found.some((row) => row.id === id)) throw absent();
    ctx.guard(sql`exists (select 1 from ${table} where ${there([id])})`, absent);
  }
}
