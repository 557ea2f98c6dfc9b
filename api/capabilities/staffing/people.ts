import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { type Context, invalid, notFound, type Reading } from "../../kernel/index.ts";
import { memberships } from "../identity/index.ts";
import { tenants } from "../tenants/index.ts";
import { type VenueRow, venues } from "../venues/index.ts";

/** The name of somebody who works here; who left cannot be put to work. */
export async function workerName(ctx: Pick<Reading, "control" | "tenant">, id: string): Promise<string | undefined> {
  const row = await ctx.control
    .select({ name: memberships.name })
    .from(memberships)
    .innerJoin(tenants, eq(tenants.id, memberships.tenant_id))
    .where(and(eq(memberships.id, id), eq(tenants.routing, ctx.tenant.routing), ne(memberships.status, "deactivated")))
    .get();
  return row?.name;
}

/** The same of a member that a body names. */
export async function worker(ctx: Context, id: string): Promise<string> {
  const name = await workerName(ctx, id);
  if (name === undefined) throw invalid("/member_id", "There is no such member.");
  return name;
}

const standing = (id: string) => and(eq(venues.id, id), isNull(venues.deleted_at));

async function venueNamed(ctx: Pick<Reading, "db">, id: string): Promise<VenueRow | undefined> {
  return ctx.db.select().from(venues).where(standing(id)).get();
}

/** The venue that a path names. */
export async function venueAt(ctx: Pick<Reading, "db">, id: string): Promise<VenueRow> {
  const venue = await venueNamed(ctx, id);
  if (!venue) throw notFound();
  return venue;
}

/** The venue that a body names, which must still be there when the batch commits. */
export async function venueOf(ctx: Context, id: string): Promise<VenueRow> {
  const refusal = () => invalid("/venue_id", "There is no such venue.");
  const venue = await venueNamed(ctx, id);
  if (!venue) throw refusal();
  ctx.guard(sql`exists (select 1 from ${venues} where ${standing(id)})`, refusal);
  return venue;
}
