import { sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import type { Statement } from "../../ports/database.ts";
import type { TenantRef } from "../context.ts";
import type { Incoming } from "../http/incoming.ts";
import type { Route } from "../route.ts";
import { statementOf } from "./access.ts";
import { jsonExpression } from "./late.ts";
import type { Unit } from "./unit.ts";

interface Entry {
  route: Route;
  unit: Unit;
  incoming: Incoming;
  outcome: "success" | "failure";
  answer: unknown;
  tenant: TenantRef | undefined;
}

/** Who did what, to what, from where. Part of the batch: a change without its entry cannot exist. */
export function auditStatement({ route, unit, incoming, outcome, answer, tenant }: Entry): Statement {
  const answered = (answer as { id?: unknown } | undefined)?.id;
  const id = unit.entity?.id ?? (typeof answered === "string" ? answered : incoming.params().id) ?? null;
  const type = unit.entity?.type ?? route.id.slice(0, route.id.indexOf("."));
  const agent = incoming.request.headers.get("user-agent")?.slice(0, 512) ?? "";
  return statementOf(
    sql`insert into audit (id, at, actor_kind, actor_id, actor_name, action, entity_type, entity_id, outcome, changes, metadata, ip, user_agent, request_id, tenant) values (${newId("aud", unit.now)}, ${unit.now}, ${unit.actor.kind}, ${unit.actor.id}, ${unit.actor.name}, ${route.id}, ${type}, ${id}, ${outcome}, ${jsonExpression(unit.changes)}, ${jsonExpression(unit.notes)}, ${incoming.ip}, ${agent}, ${incoming.requestId}, ${unit.routing ?? tenant?.routing ?? null})`,
  );
}
