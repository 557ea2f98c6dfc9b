import type { Ports } from "../ports.ts";
import type { Problem } from "../problem.ts";
import type { Route } from "../route.ts";
import { auditStatement } from "../work/audit.ts";
import { Unit } from "../work/unit.ts";
import type { Incoming } from "./incoming.ts";

/**
 * A known caller's refused change leaves a trace. Nobody waits for it, and a caller who is refused all the time
 * leaves a few a minute: the trail is for people to read.
 */
export function recordRefusal(ports: Ports, route: Route, incoming: Incoming, problem: Problem): void {
  const { caller } = incoming;
  if (route.method === "get" || !caller?.database || caller.actor.kind === "public") return;
  if (problem.kind.status === 429 || problem.kind.status === 401) return;
  const now = ports.clock.now();
  if (!ports.limits.take("refusal", `${caller.actor.kind}:${caller.actor.id}`, now).allowed) return;
  const unit = new Unit(caller.actor, now);
  unit.note({
    code: problem.kind.code,
    ...(problem.detail === undefined ? {} : { detail: problem.detail.slice(0, 300) }),
  });
  const entry = auditStatement({
    route,
    unit,
    incoming,
    outcome: "failure",
    answer: undefined,
    tenant: caller.tenant,
  });
  caller.database.commit([entry]).catch((error: unknown) => {
    ports.log("error", "refusal not recorded", { request_id: incoming.requestId, error: String(error) });
  });
}
