import { and, eq, isNull, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { newWebhookSecret } from "../../core/sign.ts";
import {
  type Context,
  decideAgain,
  invalid,
  Keyset,
  notFound,
  problem,
  type Reading,
  type z,
} from "../../kernel/index.ts";
import { endpointCreated, endpointDeleted, endpointUpdated } from "./events.ts";
import { endpoints, type WebhookEndpointInput, type WebhookEndpointPatch } from "./schema.ts";
import { sealSecret } from "./secrets.ts";

export type EndpointRow = typeof endpoints.$inferSelect;

/** How long the old secret signs beside the new one, in milliseconds. */
const overlap = 24 * 3_600_000;
const most = 50;

export const tooManyEndpoints = problem("too_many_endpoints", 409, `There can be ${most} webhook endpoints.`);

export async function list(ctx: Reading, query: { limit: number; cursor?: string | undefined }) {
  const keyset = new Keyset({ by: endpoints.created_at, id: endpoints.id }, query);
  const rows = await ctx.db
    .select()
    .from(endpoints)
    .where(keyset.where(isNull(endpoints.deleted_at)))
    .orderBy(...keyset.order)
    .limit(keyset.take);
  return keyset.page(rows, (row) => [row.created_at, row.id]);
}

export async function retrieve(ctx: Reading, id: string): Promise<EndpointRow> {
  const row = await ctx.db
    .select()
    .from(endpoints)
    .where(and(eq(endpoints.id, id), isNull(endpoints.deleted_at)))
    .get();
  if (!row) throw notFound();
  return row;
}

export async function create(ctx: Context, input: z.output<typeof WebhookEndpointInput>) {
  await declared(ctx, input.events);
  await reachable(ctx, input.url);
  ctx.guard(sql`(select count(*) from webhook_endpoints where deleted_at is null) < ${most}`, () => tooManyEndpoints());
  const secret = newWebhookSecret();
  const row: EndpointRow = {
    id: newId("whe", ctx.now),
    url: input.url,
    description: input.description ?? null,
    events: input.events,
    status: "enabled",
    disabled_reason: null,
    secret_sealed: sealSecret(ctx, secret),
    previous_secret_sealed: null,
    previous_secret_until: null,
    failing_since: null,
    deleted_at: null,
    version: 1,
    created_at: ctx.at,
    updated_at: ctx.at,
  };
  ctx.insert(endpoints, row);
  ctx.emit(endpointCreated, row);
  return { ...row, secret };
}

export async function update(ctx: Context, id: string, input: z.output<typeof WebhookEndpointPatch>) {
  const { version, ...patch } = input;
  const before = await retrieve(ctx, id);
  if (patch.url !== undefined && patch.url !== before.url) await reachable(ctx, patch.url);
  if (patch.events) await declared(ctx, patch.events);
  const enabled = patch.status === "enabled" && before.status === "disabled";
  const next = ctx.update(
    endpoints,
    before,
    enabled ? { ...patch, disabled_reason: null, failing_since: null } : patch,
    version,
  );
  if (next !== before) ctx.emit(endpointUpdated, next);
  return next;
}

/** Deliveries that were made stay on record; the secrets go. */
export async function remove(ctx: Context, id: string): Promise<void> {
  const before = await retrieve(ctx, id);
  ctx.update(endpoints, before, { deleted_at: ctx.at, secret_sealed: "", previous_secret_sealed: null });
  ctx.emit(endpointDeleted, before);
}

export async function rotate(ctx: Context, id: string) {
  const before = await retrieve(ctx, id);
  const secret = newWebhookSecret();
  const until = ctx.now + overlap;
  ctx.guard(
    sql`exists (select 1 from ${endpoints} where ${and(eq(endpoints.id, id), eq(endpoints.version, before.version))})`,
    decideAgain,
  );
  ctx.write(
    sql`update webhook_endpoints set secret_sealed = ${sealSecret(ctx, secret)}, previous_secret_sealed = ${before.secret_sealed}, previous_secret_until = ${until}, version = version + 1, updated_at = ${ctx.now} where id = ${id}`,
  );
  ctx.about("webhooks", id);
  ctx.emit(endpointUpdated, { ...before, version: before.version + 1, updated_at: ctx.at });
  return { secret, previous_secret_until: new Date(until).toISOString() };
}

/** A type that nothing is ever told under is a mistake of whoever asks for it. */
async function declared(ctx: Reading, types: readonly string[]): Promise<void> {
  const known = new Set((await ctx.catalogue()).map((kind) => kind.type));
  const unknown = types.findIndex((type) => !known.has(type));
  if (unknown >= 0) throw invalid(`/events/${unknown}`, `There is no event ${types[unknown]}.`);
}

async function reachable(ctx: Reading, url: string): Promise<void> {
  const refused = await ctx.vet(url);
  if (refused) throw invalid("/url", `This address cannot be used: ${refused.detail}.`);
}
