import { eq } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { randomSecret } from "../../core/token.ts";
import { invalid, type ProblemKind, problem, type Reader, type Staging, type TenantRef } from "../../kernel/index.ts";
import type { Database } from "../../ports/database.ts";
import { type TenantRow, tenants } from "./schema.ts";
import { subdomainProblem } from "./subdomain.ts";

export const subdomainTaken: ProblemKind = problem("subdomain_taken", 409, "That subdomain belongs to somebody.");

/** Creates and migrates one database of a tenant; the kernel's `Tenancy` is one. */
export interface Founding {
  create(tenant: TenantRef): Promise<Database>;
}

export interface NewTenant {
  name: string;
  subdomain: string;
  plan?: TenantRow["plan"];
  website?: string;
  /** RFC 3339; left out for a tenant that is not on trial. */
  trial_ends_at?: string;
  /** 10 characters of a to z and 0 to 9; drawn when left out. */
  routing?: string;
}

/**
 * Stages a new tenant in the control database, once its live and its test database are there: a row never names a
 * database that is not, and a database without a row is only waste. Answers the row.
 */
export async function createTenant(ctx: Staging, founding: Founding, wanted: NewTenant): Promise<TenantRow> {
  const wrong = subdomainProblem(wanted.subdomain);
  if (wrong) throw invalid("/subdomain", wrong);
  if (await tenantBySubdomain(ctx.db, wanted.subdomain)) throw subdomainTaken();
  const row: TenantRow = {
    id: newId("ten", ctx.now),
    routing: wanted.routing ?? randomSecret(10).toLowerCase(),
    name: wanted.name,
    subdomain: wanted.subdomain,
    plan: wanted.plan ?? "basic",
    status: "active",
    website: wanted.website ?? null,
    description: null,
    business: {},
    payment_customer_id: null,
    trial_ends_at: wanted.trial_ends_at ?? null,
    deleted_at: null,
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
  for (const mode of ["live", "test"] as const) {
    const database = await founding.create({ routing: row.routing, mode });
    await database.commit([{ sql: "update company set name = ? where version = 1", args: [row.name] }]);
  }
  ctx.insert(tenants, row, subdomainTaken);
  return row;
}

/** The tenant of a subdomain; one that was deleted has none. */
export async function tenantBySubdomain(control: Reader, subdomain: string): Promise<TenantRow | undefined> {
  const row = await control.select().from(tenants).where(eq(tenants.subdomain, subdomain)).get();
  return row?.deleted_at === null ? row : undefined;
}

/** Whether the installation serves anybody yet: its first start asks. */
export async function hasTenants(control: Reader): Promise<boolean> {
  return (await control.select({ id: tenants.id }).from(tenants).limit(1)).length > 0;
}

/** The routing ids of all tenants that are served, for what has to visit each of their databases. */
export async function tenantRoutings(control: Database): Promise<string[]> {
  const [answer] = await control.read([
    { sql: "select routing from tenants where deleted_at is null order by id", args: [] },
  ]);
  return (answer?.rows ?? []).map(([routing]) => routing as string);
}
