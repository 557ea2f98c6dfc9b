import * as problems from "../problem.ts";
import type { Route } from "../route.ts";

const known = new WeakMap<Route, readonly problems.ProblemKind[]>();

/** Every problem that a route may answer: those it names, and those that follow from what it declares. */
export function declaredProblems(route: Route): readonly problems.ProblemKind[] {
  const found = known.get(route);
  if (found) return found;
  const list = [...route.errors, problems.validationFailed, problems.rateLimited, problems.internalError];
  const closed = !route.audience.includes("public");
  if (closed) list.push(problems.unauthenticated, problems.forbidden);
  if (route.audience.includes("public") && !route.link) list.push(problems.unauthenticated);
  if (route.cookie || route.audience.some((kind) => kind === "publishable" || kind === "visitor")) {
    list.push(problems.originNotAllowed);
  }
  if (route.params) list.push(problems.notFound);
  if (route.body || route.raw) list.push(problems.bodyTooLarge, problems.unsupportedMediaType);
  if (route.body) list.push(problems.malformedBody);
  if (hasField(route.query, "cursor")) list.push(problems.invalidCursor);
  if (versioned(route)) list.push(problems.versionConflict, problems.preconditionFailed);
  if (route.method === "delete" || route.method === "patch") {
    list.push(problems.versionConflict, problems.preconditionFailed);
  }
  if (route.method !== "get") list.push(problems.contended);
  if (route.method === "post") list.push(problems.idempotencyMismatch, problems.idempotencyInFlight);
  const unique = [...new Set(list)];
  known.set(route, unique);
  return unique;
}

/** Whether the body says which version of the row its sender saw. */
export const versioned = (route: Route) => hasField(route.body, "version");

function hasField(shape: unknown, field: string): boolean {
  const fields = (shape as { shape?: Record<string, unknown> } | undefined)?.shape;
  return fields !== undefined && field in fields;
}
