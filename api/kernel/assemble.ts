import { Hono } from "hono";
import type { Database } from "../ports/database.ts";
import type { Actor } from "./actor.ts";
import type { Capability, Entry } from "./capability.ts";
import type { TenantRef } from "./context.ts";
import { type Authenticators, authenticate } from "./http/authenticate.ts";
import { requestIdOf } from "./http/incoming.ts";
import { baseHeaders, problemResponse } from "./http/respond.ts";
import { Server } from "./http/serve.ts";
import type { JobKind, LogReader } from "./job.ts";
import type { Ports } from "./ports.ts";
import { internalError, methodNotAllowed, notFound, Problem } from "./problem.ts";
import type { Route } from "./route.ts";
import { Tenancy } from "./tenancy.ts";
import type { Household } from "./work/household.ts";
import { arm } from "./work/jobs.ts";
import { tick } from "./work/tick.ts";

/** The house, put together. Runtimes connect `fetch` to a socket and `tick` to a heartbeat. */
export interface App {
  /** Answers a request to `/v1`. `ip` is the address that the runtime trusts. */
  fetch(request: Request, ip: string): Promise<Response>;
  /** Does what is due in a database; answers when to be called again, milliseconds since 1970. */
  tick(database: string): Promise<number | undefined>;
  /** Who a credential is, for a live connection. Rejects with a problem when it is nobody. */
  admit(token: string, origin: string | null): Promise<{ actor: Actor; tenant: TenantRef; database: Database }>;
  tenancy: Tenancy;
  capabilities(): Promise<Capability[]>;
  ports: Ports;
}

interface Found {
  route: Route;
}

export function assemble(ports: Ports, entries: readonly Entry[], authenticators: Authenticators): App {
  const tenancy = new Tenancy(ports);
  const loaded = new Map<string, Promise<Capability>>();
  const bySegment = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const segment of entry.at) bySegment.set(segment, [...(bySegment.get(segment) ?? []), entry]);
  }

  const load = (entry: Entry) => {
    const known = loaded.get(entry.name) ?? entry.load().then((module) => module.default);
    loaded.set(entry.name, known);
    return known;
  };
  const catalogue = async () => {
    const all = await Promise.all(entries.map(load));
    const events = all.flatMap((capability) => capability.events).map(({ type, about }) => ({ type, about }));
    return events.sort((a, b) => (a.type < b.type ? -1 : 1));
  };
  const server = new Server(ports, tenancy, authenticators, catalogue);
  const routers = new Map<string, Promise<Hono<{ Bindings: Found }>>>();
  const routerOf = (segment: string, found: Entry[]) => {
    const known = routers.get(segment) ?? Promise.all(found.map(load)).then((list) => router(list));
    routers.set(segment, known);
    return known;
  };

  /** One small router for each first segment, so that a request waits for no capability but its own. */
  function router(capabilities: Capability[]): Hono<{ Bindings: Found }> {
    const hono = new Hono<{ Bindings: Found & { ip: string; requestId: string } }>();
    const methods = new Map<string, Set<string>>();
    const routes = capabilities.flatMap((capability) => capability.routes);
    // `/tickets/counts` is not the ticket named "counts": fixed segments are tried before parameters.
    routes.sort((a, b) => (shape(a) < shape(b) ? -1 : 1));
    for (const route of routes) {
      const path = `/v1${route.path.replaceAll(/\{(\w+)\}/g, ":$1")}`;
      methods.set(path, (methods.get(path) ?? new Set()).add(route.method.toUpperCase()));
      hono.on(route.method.toUpperCase(), path, (c) =>
        server.answer(route, {
          request: c.req.raw,
          requestId: c.env.requestId,
          ip: c.env.ip,
          path: c.req.path,
          params: () => c.req.param(),
          query: () => c.req.query(),
        }),
      );
    }
    for (const [path, allowed] of methods) {
      hono.all(path, (c) =>
        problemResponse(methodNotAllowed(), c.env.requestId, { ...baseHeaders, allow: [...allowed].sort().join(", ") }),
      );
    }
    hono.notFound((c) => problemResponse(notFound(), (c.env as { requestId: string }).requestId, baseHeaders));
    return hono as unknown as Hono<{ Bindings: Found }>;
  }

  async function fetch(request: Request, ip: string): Promise<Response> {
    const requestId = requestIdOf(request);
    const started = performance.now();
    let response: Response;
    try {
      response = await dispatch(request, ip, requestId);
    } catch (error) {
      const problem = error instanceof Problem ? error : internalError();
      if (!(error instanceof Problem))
        ports.log("error", "request failed", { request_id: requestId, error: String(error) });
      response = problemResponse(problem, requestId, baseHeaders);
    }
    ports.log("info", "request", {
      request_id: requestId,
      method: request.method,
      path: pathOf(request.url),
      status: response.status,
      ms: Math.round((performance.now() - started) * 100) / 100,
    });
    return response;
  }

  async function dispatch(request: Request, ip: string, requestId: string): Promise<Response> {
    const path = pathOf(request.url);
    if (request.method === "OPTIONS") return preflight(request, requestId);
    const segment = /^\/v1\/([a-z-]+)/.exec(path)?.[1];
    const found = segment === undefined ? undefined : bySegment.get(segment);
    if (segment === undefined || !found) throw notFound();
    const hono = await routerOf(segment, found);
    return hono.fetch(request, { ip, requestId } as unknown as Found);
  }

  let house: Promise<Household> | undefined;
  /** Readers and jobs of every capability: known once something has to be done. */
  const household = () => {
    house ??= Promise.all([tenancy.control(), ...entries.map(load)]).then(([control, ...capabilities]) => {
      const list = capabilities as Capability[];
      const readers: LogReader[] = list.flatMap((capability) => [...capability.readers]);
      const jobs = new Map<string, JobKind>(
        list.flatMap((capability) => capability.jobs).map((kind) => [kind.name, kind]),
      );
      return { ports, control, readers, jobs, catalogue };
    });
    return house;
  };
  const armed = new Set<string>();

  return {
    fetch,
    tenancy,
    ports,
    capabilities: () => Promise.all(entries.map(load)),
    async tick(name) {
      const database = await tenancy.open(name);
      if (!database) return undefined;
      const home = await household();
      if (!armed.has(name)) {
        await arm(database, home.jobs.values(), ports.clock.now());
        armed.add(name);
      }
      return tick(home, database);
    },
    async admit(token, origin) {
      const caller = await authenticate(tenancy, authenticators, `Bearer ${token}`, ports.clock.now());
      const { actor, tenant, database } = caller;
      if (!tenant || !database) throw notFound();
      if (
        actor.kind === "visitor" &&
        origin !== null &&
        !actor.origins.includes(origin) &&
        origin !== ports.settings.origin
      ) {
        throw notFound();
      }
      return { actor, tenant, database };
    },
  };
}

/** Orders paths so that a parameter comes after every fixed segment in its place. */
const shape = (route: Route) => route.path.replaceAll(/\{\w+\}/g, "~");

/** The path of an absolute address, without building a URL object for each request. */
function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  if (start < 0) return "/";
  const end = url.indexOf("?", start);
  return end < 0 ? url.slice(start) : url.slice(start, end);
}

/** The key is not known yet when a browser asks; the request itself is checked against the key's origins. */
function preflight(request: Request, requestId: string): Response {
  const origin = request.headers.get("origin");
  return new Response(null, {
    status: 204,
    headers: {
      ...baseHeaders,
      "x-request-id": requestId,
      ...(origin && !pathOf(request.url).startsWith("/v1/auth/") ? { "access-control-allow-origin": origin } : {}),
      "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
      "access-control-allow-headers":
        "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Request-Id, Foyer-Version, Foyer-Filename",
      "access-control-max-age": "7200",
    },
  });
}
