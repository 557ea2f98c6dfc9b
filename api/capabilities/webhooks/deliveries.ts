import { and, asc, eq, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import {
  type Context,
  decideAgain,
  Keyset,
  type LoggedEvent,
  notFound,
  problem,
  type Reading,
} from "../../kernel/index.ts";
import { type EndpointRow, retrieve as retrieveEndpoint } from "./endpoints.ts";
import { attempts, deliveries } from "./schema.ts";
import { deliver, testType } from "./send.ts";

export type DeliveryRow = typeof deliveries.$inferSelect;

interface Filters {
  status?: DeliveryRow["status"] | undefined;
  limit: number;
  cursor?: string | undefined;
}

export const endpointDisabledNow = problem("endpoint_disabled", 409, "The endpoint is disabled. Enable it first.");

const shown = (row: DeliveryRow) => ({ ...row, payload: JSON.parse(row.payload) as Record<string, unknown> });

export async function list(ctx: Reading, endpointId: string, query: Filters) {
  await retrieveEndpoint(ctx, endpointId);
  const keyset = new Keyset({ by: deliveries.created_at, id: deliveries.id }, query);
  const rows = await ctx.db
    .select()
    .from(deliveries)
    .where(
      keyset.where(
        eq(deliveries.endpoint_id, endpointId),
        query.status && eq(deliveries.status, query.status),
        // Said as the partial index says it, so that it is found.
        query.status && query.status !== "sent" ? sql`status <> 'sent'` : undefined,
      ),
    )
    .orderBy(...keyset.order)
    .limit(keyset.take);
  const page = keyset.page(rows, (row) => [row.created_at, row.id]);
  return { ...page, data: page.data.map(shown) };
}

export async function retrieve(ctx: Reading, id: string) {
  const row = await find(ctx, id);
  const log = await ctx.db
    .select()
    .from(attempts)
    .where(eq(attempts.delivery_id, id))
    .orderBy(asc(attempts.id))
    .limit(500);
  return { ...shown(row), attempt_log: log };
}

async function find(ctx: Reading, id: string): Promise<DeliveryRow> {
  const row = await ctx.db.select().from(deliveries).where(eq(deliveries.id, id)).get();
  if (!row) throw notFound();
  return row;
}

/** Sends one delivery again, from the beginning of the schedule, whatever became of it. */
export async function replay(ctx: Context, id: string) {
  const before = await find(ctx, id);
  const endpoint = await retrieveEndpoint(ctx, before.endpoint_id);
  if (endpoint.status === "disabled" && before.event_type !== testType) throw endpointDisabledNow();
  again(ctx, before);
  return shown({ ...before, status: "pending", next_attempt_at: ctx.at });
}

/** Begins a new round: whatever an earlier one had planned finds that it is over. */
export function again(ctx: Context, before: Pick<DeliveryRow, "id" | "round">): void {
  const round = before.round + 1;
  ctx.guard(
    sql`exists (select 1 from ${deliveries} where ${and(eq(deliveries.id, before.id), eq(deliveries.round, before.round))})`,
    decideAgain,
  );
  ctx.write(
    sql`update webhook_deliveries set status = 'pending', round = ${round}, next_attempt_at = ${ctx.now} where id = ${before.id}`,
  );
  ctx.later(deliver, { id: before.id, round });
}

/** Stages one event for one endpoint. `body` is the envelope as it will be signed and sent. */
export function stage(ctx: Context, endpointId: string, event: Pick<LoggedEvent, "id" | "type">, body: string) {
  const row: DeliveryRow = {
    id: newId("whd", ctx.now),
    endpoint_id: endpointId,
    event_id: event.id,
    event_type: event.type,
    status: "pending",
    attempts: 0,
    round: 0,
    next_attempt_at: ctx.at,
    last_status: null,
    payload: body,
    created_at: ctx.at,
  };
  ctx.insert(deliveries, row);
  ctx.later(deliver, { id: row.id, round: 0 });
  return row;
}

/** An event that is in no log, for this endpoint alone: tried once, whether the endpoint is enabled or not. */
export async function test(ctx: Context, endpointId: string) {
  const endpoint: EndpointRow = await retrieveEndpoint(ctx, endpointId);
  const event: LoggedEvent = {
    id: newId("evt", ctx.now),
    seq: 0,
    type: testType,
    at: ctx.at,
    actor: { kind: ctx.actor.kind, id: ctx.actor.id },
    data: {
      endpoint_id: endpoint.id,
      text: "A test from Foyer. If you can read this and the signature fits, all is well.",
    },
  };
  return shown(stage(ctx, endpoint.id, event, JSON.stringify(event)));
}
