import { and, eq, isNull, ne } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, invalid, Keyset, linkTo, notFound, type Reading, type z } from "../../kernel/index.ts";
import { memberships } from "../identity/index.ts";
import { resources } from "../resources/index.ts";
import { tenants } from "../tenants/index.ts";
import { venues } from "../venues/index.ts";
import { feedCreated, feedRevoked } from "./events.ts";
import { type FeedRow, feeds } from "./schema.ts";
import type { CalendarFeedInput } from "./shapes.ts";

export const feedLink = "calendar_feed";

export async function list(ctx: Reading, query: { limit: number; cursor?: string | undefined }) {
  const keyset = new Keyset({ by: feeds.created_at, id: feeds.id }, query);
  const rows = await ctx.db
    .select()
    .from(feeds)
    .where(keyset.where(isNull(feeds.revoked_at)))
    .orderBy(...keyset.order)
    .limit(keyset.take);
  return keyset.page(rows, (row) => [row.created_at, row.id]);
}

/** A feed that still opens. */
export async function find(ctx: Reading, id: string): Promise<FeedRow> {
  const row = await ctx.db
    .select()
    .from(feeds)
    .where(and(eq(feeds.id, id), isNull(feeds.revoked_at)))
    .get();
  if (!row) throw notFound();
  return row;
}

export async function create(ctx: Context, input: z.output<typeof CalendarFeedInput>) {
  if ((input.scope === "all") !== (input.subject_id === null)) {
    throw invalid("/subject_id", input.scope === "all" ? "All is all." : `Name the ${input.scope}.`);
  }
  if (input.subject_id !== null && !(await exists(ctx, input.scope, input.subject_id))) {
    throw invalid("/subject_id", `There is no such ${input.scope}.`);
  }
  const row: FeedRow = { ...input, id: newId("cfd", ctx.now), created_at: ctx.at, revoked_at: null };
  ctx.insert(feeds, row);
  ctx.emit(feedCreated, row);
  const link = linkTo(ctx.settings, feedLink, ctx.tenant, row.id);
  return { ...row, url: `${ctx.settings.origin}/v1/calendar-feeds/${link}/calendar.ics` };
}

export async function revoke(ctx: Context, id: string): Promise<void> {
  const before = await find(ctx, id);
  ctx.write(ctx.db.update(feeds).set({ revoked_at: ctx.at }).where(eq(feeds.id, id)));
  ctx.emit(feedRevoked, { ...before, revoked_at: ctx.at });
}

async function exists(ctx: Reading, scope: FeedRow["scope"], id: string): Promise<boolean> {
  if (scope === "member") {
    const found = await ctx.control
      .select({ id: memberships.id })
      .from(memberships)
      .innerJoin(tenants, eq(tenants.id, memberships.tenant_id))
      .where(
        and(eq(memberships.id, id), eq(tenants.routing, ctx.tenant.routing), ne(memberships.status, "deactivated")),
      )
      .get();
    return found !== undefined;
  }
  const table = scope === "venue" ? venues : resources;
  const found = await ctx.db
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.id, id), isNull(table.deleted_at)))
    .get();
  return found !== undefined;
}
