import { and, eq, getTableColumns, inArray, isNull } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, equal, invalid, Keyset, notFound, problem, type Reading, type z } from "../../kernel/index.ts";
import { resources } from "../resources/index.ts";
import { companyOf } from "../tenants/index.ts";
import { promotionCreated, promotionDeleted, promotionUpdated } from "./events.ts";
import { type PromotionInput, type PromotionPatch, type PromotionRow, promotions, usesOf } from "./schema.ts";

export const codeTaken = problem("promotion_code_taken", 409, "Another promotion has that code.");

interface Filters {
  status?: PromotionRow["status"] | undefined;
  code?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** A promotion with how many bookings use it. */
type Counted = PromotionRow & { uses: number };

const counted = { ...getTableColumns(promotions), uses: usesOf };

export async function list(ctx: Reading, query: Filters) {
  const keyset = new Keyset({ by: promotions.created_at, id: promotions.id }, query);
  const rows = await ctx.db
    .select(counted)
    .from(promotions)
    .where(
      keyset.where(
        isNull(promotions.deleted_at),
        equal(promotions.status, query.status),
        equal(promotions.code, query.code),
      ),
    )
    .orderBy(...keyset.order)
    .limit(keyset.take);
  return keyset.page(rows, (row) => [row.created_at, row.id]);
}

export async function retrieve(ctx: Reading, id: string): Promise<Counted> {
  const row = await ctx.db
    .select(counted)
    .from(promotions)
    .where(and(eq(promotions.id, id), isNull(promotions.deleted_at)))
    .get();
  if (!row) throw notFound();
  return row;
}

export async function create(ctx: Context, input: z.output<typeof PromotionInput>): Promise<Counted> {
  coherent(input, input);
  await stand(ctx, input.resource_ids);
  const row: PromotionRow = {
    ...input,
    currency: input.currency ?? (await companyOf(ctx)).currency,
    id: newId("prm", ctx.now),
    deleted_at: null,
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
  ctx.insert(promotions, row, codeTaken);
  const made = { ...row, uses: 0 };
  ctx.emit(promotionCreated, made);
  return made;
}

export async function update(ctx: Context, id: string, { version, ...patch }: z.output<typeof PromotionPatch>) {
  const before = await retrieve(ctx, id);
  coherent({ ...before, ...patch }, patch);
  await stand(ctx, patch.resource_ids ?? []);
  const next = { ...ctx.update(promotions, before, patch, version), uses: before.uses };
  if (next.version !== before.version) ctx.emit(promotionUpdated, next);
  return next;
}

/** Soft: what was booked with it tells it still. */
export async function remove(ctx: Context, id: string): Promise<void> {
  const before = await retrieve(ctx, id);
  ctx.update(promotions, before, { deleted_at: ctx.at });
  ctx.emit(promotionDeleted, before);
}

type Terms = Pick<PromotionRow, "kind" | "value" | "starts_on" | "ends_on">;

/** Values that are fine alone may contradict each other; the pointer names one that the caller sent. */
function coherent({ kind, value, starts_on, ends_on }: Terms, sent: Partial<Terms>): void {
  if (kind === "percent" && value > 100) {
    throw invalid(sent.value === undefined ? "/kind" : "/value", "At most 100 percent.");
  }
  if (starts_on !== null && ends_on !== null && ends_on < starts_on) {
    throw invalid(sent.ends_on === undefined ? "/starts_on" : "/ends_on", "It would end before it starts.");
  }
}

async function stand(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await ctx.db
    .select({ id: resources.id })
    .from(resources)
    .where(and(inArray(resources.id, [...ids]), isNull(resources.deleted_at)));
  const known = new Set(found.map(({ id }) => id));
  const missing = ids.findIndex((id) => !known.has(id));
  if (missing >= 0) throw invalid(`/resource_ids/${missing}`, "There is no such resource.");
}
