import type { Problem } from "../problem.ts";
import type { Route } from "../route.ts";
import type { Replay } from "./idempotency.ts";

/** On every answer of the API: it is data, never a page. */
export const baseHeaders = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "access-control-expose-headers": "ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id, Idempotent-Replayed",
  vary: "Origin",
} as const;

/** What a command answered, as its route declares it; 304 for a reader who has seen this version. */
export function successResponse(
  route: Route,
  request: Request,
  status: number,
  shown: unknown,
  headers: Record<string, string>,
): Response {
  if (!route.returns) return new Response(null, { status, headers });
  const version = (shown as { version?: unknown } | null)?.version;
  if (typeof version === "number") {
    headers.etag = `"${version}"`;
    if (route.method === "get" && request.headers.get("if-none-match") === headers.etag) {
      return new Response(null, { status: 304, headers });
    }
  }
  headers["content-type"] = "application/json";
  return new Response(JSON.stringify(shown), { status, headers });
}

/** The stored answer to a request that was answered before. */
export function replayed(replay: Replay, headers: Record<string, string>): Response {
  headers["idempotent-replayed"] = "true";
  if (replay.status === 204) return new Response(null, { status: 204, headers });
  headers["content-type"] = "application/json";
  return new Response(replay.body, { status: replay.status, headers });
}

export function problemResponse(problem: Problem, requestId: string, headers: Record<string, string>): Response {
  const all = { ...headers, ...problem.extra.headers, "content-type": "application/problem+json" };
  if (problem.kind.status === 401) Object.assign(all, { "www-authenticate": 'Bearer realm="foyer"' });
  return new Response(JSON.stringify(problem.body(requestId)), { status: problem.kind.status, headers: all });
}
