import { eq, type SQL, sql } from "drizzle-orm";
import { csv } from "../../core/csv.ts";
import { equal, Keyset, type Reader, type Reading } from "../../kernel/index.ts";
import { audit, type outcomes } from "./schema.ts";

type Row = typeof audit.$inferSelect;

interface Filters {
  action?: string | undefined;
  actor_id?: string | undefined;
  entity_type?: string | undefined;
  entity_id?: string | undefined;
  outcome?: (typeof outcomes)[number] | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

interface Page {
  limit: number;
  cursor?: string | undefined;
}

/** Rows of an export at most. */
export const mostExported = 10_000;

export async function list(ctx: Reading, query: Filters & Page) {
  const keyset = newestFirst(query);
  const rows = await select(ctx, query, keyset);
  const page = keyset.page(rows, (row) => [row.at, row.id]);
  return { ...page, data: page.data.map(shown) };
}

const newestFirst = (page: Page) => new Keyset({ by: audit.at, id: audit.id }, page);

const shown = (row: Row) => ({ ...row, actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name } });

/**
 * What was done in the tenant's database together with what was done to its people and sessions, which live in the
 * control database. Both are sorted alike, so a page of each holds the page of both.
 */
async function select(ctx: Reading, filters: Filters, keyset: Keyset): Promise<Row[]> {
  const [own, people] = await Promise.all([
    walk(ctx.db, filters, keyset),
    ctx.tenant.mode === "live" ? walk(ctx.control, filters, keyset, eq(audit.tenant, ctx.tenant.routing)) : [],
  ]);
  if (people.length === 0) return own;
  const newer = (a: Row, b: Row) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1);
  return [...own, ...people].sort(newer).slice(0, keyset.take);
}

async function walk(db: Reader, filters: Filters, keyset: Keyset, tenant?: SQL): Promise<Row[]> {
  return db
    .select()
    .from(audit)
    .where(
      keyset.where(
        tenant,
        equal(audit.action, filters.action),
        equal(audit.actor_id, filters.actor_id),
        equal(audit.entity_type, filters.entity_type),
        equal(audit.entity_id, filters.entity_id),
        equal(audit.outcome, filters.outcome),
        filters.from === undefined ? undefined : sql`${audit.at} >= ${Date.parse(filters.from)}`,
        filters.to === undefined ? undefined : sql`${audit.at} < ${Date.parse(filters.to)}`,
      ),
    )
    .orderBy(...keyset.order)
    .limit(keyset.take);
}

/** The newest entries as a table for spreadsheets. */
export async function exported(ctx: Reading, filters: Filters): Promise<Response> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const keyset = newestFirst({ limit: Math.min(500, mostExported - rows.length), cursor });
    const page = keyset.page(await select(ctx, filters, keyset), (row) => [row.at, row.id]);
    rows.push(...page.data);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined && rows.length < mostExported);
  const name = `audit-${ctx.at.slice(0, 10)}.csv`;
  return new Response(csv(header, rows.map(line)), {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
}

const header = [
  "at",
  "actor_kind",
  "actor_id",
  "actor_name",
  "action",
  "entity_type",
  "entity_id",
  "outcome",
  "changes",
  "ip",
  "user_agent",
  "request_id",
] as const;

const line = (row: Row) => header.map((name) => (name === "changes" ? JSON.stringify(row.changes) : (row[name] ?? "")));
