import { eq, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { job, TryAgain, type Work } from "../../kernel/index.ts";
import type { OutsideAnswer } from "../../ports/outside.ts";
import { disable } from "./disable.ts";
import type { EndpointRow } from "./endpoints.ts";
import { attemptsMade, delayAfter, readRetryAfter } from "./schedule.ts";
import { attempts, deliveries, endpoints } from "./schema.ts";
import { signedHeaders } from "./secrets.ts";

type DeliveryRow = typeof deliveries.$inferSelect;

/** The event that only a test sends. */
export const testType = "webhook.test";

const timeout = 15_000;
/** Bytes of an answer that are kept. */
const keep = 2_048;
/** An endpoint that took nothing for this long is switched off, in milliseconds. */
const patience = 5 * 24 * 3_600_000;

/** Makes one attempt; what became of it commits with the job's end or its next time. */
export const deliver = job<{ id: string; round: number }>("webhooks.deliver", attempt, {
  attempts: attemptsMade,
  backoff: (made) => delayAfter(made) ?? 0,
});

async function attempt(work: Work, { id, round }: { id: string; round: number }): Promise<void> {
  const found = await work.db
    .select({ delivery: deliveries, endpoint: endpoints })
    .from(deliveries)
    .innerJoin(endpoints, eq(endpoints.id, deliveries.endpoint_id))
    .where(eq(deliveries.id, id))
    .get();
  if (!found || found.delivery.round !== round || found.delivery.status !== "pending") return;
  const { delivery, endpoint } = found;
  const isTest = delivery.event_type === testType;
  if (endpoint.deleted_at !== null || (endpoint.status === "disabled" && !isTest)) {
    write(work, delivery, { status: "failed", next: null, last: delivery.last_status, made: 0 });
    return;
  }

  const answer = await work.outside.send({
    url: endpoint.url,
    method: "POST",
    headers: {
      "content-type": "application/json",
      "user-agent": "Foyer-Webhooks/1",
      ...signedHeaders(work, endpoint, delivery.event_id, delivery.payload),
    },
    body: delivery.payload,
    timeout,
    keep,
  });
  record(work, delivery, answer);
  const last = answer.ok ? answer.status : null;
  if (answer.ok && answer.status >= 200 && answer.status < 300) {
    write(work, delivery, { status: "sent", next: null, last, made: 1 });
    if (endpoint.failing_since !== null) {
      work.write(sql`update webhook_endpoints set failing_since = null where id = ${endpoint.id}`);
    }
    return;
  }

  const gone = answer.ok && answer.status === 410;
  const asked = answer.ok ? readRetryAfter(answer.headers["retry-after"], work.now) : 0;
  const delay = gone || isTest ? undefined : delayAfter(work.attempt, asked);
  const next = delay === undefined ? null : work.now + delay;
  write(work, delivery, { status: next === null ? "failed" : "pending", next, last, made: 1 });
  if (!isTest) judge(work, endpoint, gone, next === null);
  if (delay !== undefined) throw new TryAgain(explain(answer), delay);
}

/** Notes that the endpoint fails, and asks for it to be switched off when it said so or has failed for too long. */
function judge(work: Work, endpoint: EndpointRow, gone: boolean, final: boolean): void {
  if (endpoint.failing_since === null) {
    work.write(
      sql`update webhook_endpoints set failing_since = ${work.now} where id = ${endpoint.id} and failing_since is null`,
    );
  }
  // Only a delivery that ran through the whole schedule is evidence: one failure long after another is not.
  const since = endpoint.failing_since === null ? work.now : Date.parse(endpoint.failing_since);
  const reason = gone
    ? "The address answered 410 Gone."
    : final && work.now - since >= patience
      ? "Nothing was accepted for five days."
      : undefined;
  if (reason) work.later(disable, { id: endpoint.id, reason }, { key: endpoint.id });
}

function record(work: Work, delivery: DeliveryRow, answer: OutsideAnswer): void {
  work.insert(attempts, {
    delivery_id: delivery.id,
    id: newId("wha", work.now),
    at: work.at,
    status: answer.ok ? answer.status : null,
    duration: answer.duration,
    response_body: answer.ok ? answer.body : null,
    failure: answer.ok ? null : `${answer.failure}: ${answer.detail}`,
  });
}

interface Outcome {
  status: DeliveryRow["status"];
  /** When it is tried next, milliseconds since 1970. */
  next: number | null;
  last: number | null;
  made: number;
}

function write(work: Work, delivery: DeliveryRow, { status, next, last, made }: Outcome): void {
  work.write(
    sql`update webhook_deliveries set status = ${status}, attempts = attempts + ${made}, next_attempt_at = ${next === null ? null : Math.round(next)}, last_status = ${last} where id = ${delivery.id} and round = ${delivery.round}`,
  );
}

function explain(answer: OutsideAnswer): string {
  return answer.ok ? `answered ${answer.status}` : `${answer.failure}: ${answer.detail}`;
}
