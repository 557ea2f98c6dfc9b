import { eq } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { type Context, Keyset, type Reading, type z } from "../../kernel/index.ts";
import { companyUpdated } from "./events.ts";
import { type CompanyPatch, type CompanyRow, company, legalTexts } from "./schema.ts";

const textNames = ["terms_of_service", "privacy_policy", "cancellation_policy"] as const;

/** The tenant's settings; every database of a tenant has them. */
export async function companyOf(ctx: Pick<Reading, "db">): Promise<CompanyRow> {
  const row = await ctx.db.select().from(company).where(eq(company.id, "company")).get();
  if (!row) throw new Error("this database has no company row");
  return row;
}

export async function update(ctx: Context, { version, ...patch }: z.output<typeof CompanyPatch>): Promise<CompanyRow> {
  ctx.about("company", "company");
  const before = await companyOf(ctx);
  const revised = textNames.some((name) => patch[name] !== undefined && patch[name] !== before[name]);
  const texts_version = before.texts_version + (revised ? 1 : 0);
  const next = ctx.update(company, before, { ...patch, texts_version }, version);
  if (next === before) return before;
  if (revised) {
    const { terms_of_service, privacy_policy, cancellation_policy } = next;
    ctx.insert(legalTexts, {
      id: newId("txt", ctx.now),
      version: texts_version,
      terms_of_service,
      privacy_policy,
      cancellation_policy,
      published_at: ctx.at,
    });
  }
  ctx.emit(companyUpdated, next, { subject: "company" });
  return next;
}

/** Every revision of the legal texts, newest first. */
export async function listTexts(ctx: Reading, query: { limit: number; cursor?: string | undefined }) {
  const keyset = new Keyset({ by: legalTexts.version, id: legalTexts.id }, query);
  const rows = await ctx.db
    .select()
    .from(legalTexts)
    .where(keyset.where())
    .orderBy(...keyset.order)
    .limit(keyset.take);
  return keyset.page(rows, (row) => [row.version, row.id]);
}

/** What a widget needs to know before it shows anything. */
export async function widgetConfiguration(ctx: Reading) {
  const row = await companyOf(ctx);
  const texts = textNames.flatMap((name): [string, string][] => (row[name] === null ? [] : [[name, row[name]]]));
  const venue_id = "venue_id" in ctx.actor ? ctx.actor.venue_id : null;
  return { ...row, tenant_name: row.name, venue_id, texts: Object.fromEntries(texts) };
}
