import { eq, sql } from "drizzle-orm";
import { type Context, Keyset, notFound, problem, type Reading } from "../../kernel/index.ts";
import { type jobStates, jobs } from "./schema.ts";

type Row = typeof jobs.$inferSelect;

export const jobNotDead = problem("job_not_dead", 409, "This job is still being tried.");

const columns = {
  id: jobs.id,
  kind: jobs.kind,
  run_at: jobs.run_at,
  attempt: jobs.attempt,
  lease_until: jobs.lease_until,
  state: jobs.state,
  error: jobs.error,
  created_at: jobs.created_at,
};

const shown = (ctx: Reading, row: Row) => ({
  ...row,
  state: row.lease_until !== null && row.lease_until > ctx.at ? ("running" as const) : row.state,
  attempts: row.attempt,
});

export async function list(
  ctx: Reading,
  query: { state: (typeof jobStates)[number]; limit: number; cursor?: string | undefined },
) {
  const keyset = new Keyset({ by: jobs.run_at, id: jobs.id }, query);
  const rows = await ctx.db
    .select(columns)
    .from(jobs)
    .where(keyset.where(eq(jobs.state, query.state)))
    .orderBy(...keyset.order)
    .limit(keyset.take);
  const page = keyset.page(rows, (row) => [row.run_at, row.id]);
  return { ...page, data: page.data.map((row) => shown(ctx, row)) };
}

/** Gives a dead job all its attempts again, from now on. */
export async function retry(ctx: Context, id: string) {
  const row = await ctx.db.select(columns).from(jobs).where(eq(jobs.id, id)).get();
  if (!row) throw notFound();
  if (row.state !== "dead") throw jobNotDead();
  ctx.guard(sql`exists (select 1 from jobs where id = ${id} and state = 'dead')`, () => jobNotDead());
  ctx.write(
    sql`update jobs set state = 'waiting', attempt = 0, run_at = ${ctx.now}, lease_until = null where id = ${id}`,
  );
  return shown(ctx, { ...row, state: "waiting", attempt: 0, run_at: ctx.at, lease_until: null });
}
