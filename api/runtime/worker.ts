import { waitUntil } from "cloudflare:workers";
import type { DurableObjectNamespace, DurableObjectState, Fetcher, R2Bucket } from "@cloudflare/workers-types";
import { httpDatabases } from "../adapters/database/http.ts";
import { createR2Files } from "../adapters/files/r2.ts";
import { durableHub } from "../adapters/hub/durable.ts";
import { createLog } from "../adapters/log/json.ts";
import { createResendMailer } from "../adapters/mail/resend.ts";
import { createWorkerOutside } from "../adapters/outside/worker.ts";
import { createApp } from "../app.ts";
import type { App } from "../kernel/assemble.ts";
import { Limits } from "../kernel/http/limits.ts";
import { bearerOf } from "../kernel/live/protocol.ts";
import { appliedMigrations } from "../kernel/migrate.ts";
import { Problem, unavailable } from "../kernel/problem.ts";
import { systemClock } from "../ports/clock.ts";
import { isDemo, withKey } from "./demo/page.ts";
import { schema } from "./generated/schema.ts";
import { health } from "./health.ts";
import { seatActor, seatHeader, TenantHub } from "./hub.ts";
import { keysOf } from "./keys.ts";
import { assetHeaders, fileFor } from "./pages.ts";

/** What `wrangler.toml` binds, and the settings and secrets of the deployment. */
export interface Env {
  HUB: DurableObjectNamespace;
  FILES: R2Bucket;
  ASSETS: Fetcher;
  FOYER_SECRET: string;
  FOYER_ORIGIN: string;
  FOYER_MODE?: string;
  /** The demo tenant's publishable key, in development. */
  FOYER_DEMO_KEY?: string;
  /** `turso` or `sqld`. */
  DATABASE_KIND: "turso" | "sqld";
  /** `libsql://{name}-org.turso.io`, or the address of an sqld with namespaces. */
  DATABASE_URL: string;
  DATABASE_TOKEN?: string;
  RESEND_API_KEY?: string;
  RESEND_BASE_URL?: string;
  FOYER_MAIL_FROM?: string;
  FOYER_LOG?: string;
  FOYER_RATE_LIMIT_FACTOR?: string;
  FOYER_ALLOW_PRIVATE_TARGETS?: string;
}

let built: App | undefined;

/** One house for each isolate. */
export function appOf(env: Env): App {
  built ??= createApp({
    databases: httpDatabases({
      kind: env.DATABASE_KIND,
      url: env.DATABASE_URL,
      ...(env.DATABASE_TOKEN ? { authToken: env.DATABASE_TOKEN } : {}),
    }),
    clock: systemClock,
    mailer: env.RESEND_API_KEY
      ? createResendMailer({
          key: env.RESEND_API_KEY,
          ...(env.RESEND_BASE_URL ? { base_url: env.RESEND_BASE_URL } : {}),
        })
      : { kind: "none", send: () => Promise.reject(new Error("mail is not connected: set RESEND_API_KEY")) },
    files: createR2Files(env.FILES),
    outside: createWorkerOutside(env.FOYER_ALLOW_PRIVATE_TARGETS === "yes" ? { http: true, allow: () => true } : {}),
    log: createLog({ level: env.FOYER_LOG === "warn" || env.FOYER_LOG === "error" ? env.FOYER_LOG : "info" }),
    hub: durableHub(env.HUB, waitUntil),
    limits: new Limits(Number(env.FOYER_RATE_LIMIT_FACTOR ?? 1)),
    settings: {
      origin: env.FOYER_ORIGIN,
      production: env.FOYER_MODE !== "development",
      key: keysOf(env.FOYER_SECRET),
      ...(env.FOYER_MAIL_FROM ? { mail_from: env.FOYER_MAIL_FROM } : {}),
    },
    ready: async (database, kind) => {
      const applied = await appliedMigrations(database);
      const missing = schema[kind].find((name) => !applied.has(name));
      if (missing) throw unavailable(`The database lacks the migration ${missing}.`);
    },
    strict: false,
  });
  return built;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const app = appOf(env);
    const { pathname } = new URL(request.url);
    if (pathname === "/v1/live") return connect(app, request, env);
    if (pathname.startsWith("/v1/")) return app.fetch(request, request.headers.get("cf-connecting-ip") ?? "");
    if (pathname === "/health") return health(app, schema.version, schema.tenant.at(-1) ?? "");
    if (pathname === "/") return new Response(null, { status: 302, headers: { location: "/portal" } });
    return (await page(request, pathname, env)) ?? app.fetch(request, request.headers.get("cf-connecting-ip") ?? "");
  },

  /** Tenants whose hub was never woken may still have work that fell due. */
  async scheduled(_event: unknown, env: Env): Promise<void> {
    const { tenantRoutings } = await import("../capabilities/tenants/index.ts");
    const { databaseName } = await import("../kernel/tenancy.ts");
    const app = appOf(env);
    const control = await app.tenancy.control();
    app.ports.hub.wake(control.name);
    for (const routing of await tenantRoutings(control)) {
      for (const mode of ["live", "test"] as const) app.ports.hub.wake(databaseName({ routing, mode }));
    }
  },
};

/** Hands a live connection to its tenant's hub, once we know whose it is. */
async function connect(app: App, request: Request, env: Env): Promise<Response> {
  if (request.headers.get("upgrade") !== "websocket")
    return new Response(null, { status: 426, headers: { upgrade: "websocket" } });
  try {
    const token = bearerOf(request.headers.get("sec-websocket-protocol"));
    const { actor, database } = await app.admit(token, request.headers.get("origin"));
    const headers = new Headers(request.headers);
    headers.set("foyer-database", database.name);
    headers.set(seatHeader, encodeURIComponent(JSON.stringify(seatActor(actor))));
    const hub = env.HUB.get(env.HUB.idFromName(database.name));
    return (await hub.fetch("https://hub/live", { headers: [...headers] })) as unknown as Response;
  } catch (error) {
    if (error instanceof Problem) return new Response(null, { status: error.kind.status });
    app.ports.log("error", "live connection failed", { error: error instanceof Error ? error.stack : String(error) });
    return new Response(null, { status: 500 });
  }
}

async function page(request: Request, pathname: string, env: Env): Promise<Response | undefined> {
  const name = fileFor(pathname);
  if (name === undefined || (request.method !== "GET" && request.method !== "HEAD")) return undefined;
  const found = (await env.ASSETS.fetch(new URL(`/${name}`, request.url).href, {
    headers: [...request.headers],
  })) as unknown as Response;
  if (found.status === 404) return undefined;
  const response = new Response(found.body, found);
  for (const [header, value] of Object.entries(assetHeaders(name))) response.headers.set(header, value);
  if (!isDemo(pathname)) return response;
  return env.FOYER_DEMO_KEY ? withKey(response, env.FOYER_DEMO_KEY) : undefined;
}

/** The hub of one tenant, awake while something happens there. */
export class Hub extends TenantHub {
  constructor(state: DurableObjectState, env: Env) {
    super(state, env, appOf(env));
  }
}
