import { mkdirSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { memoryHub } from "../adapters/hub/memory.ts";
import { createApp } from "../app.ts";
import { tenantRoutings } from "../capabilities/tenants/index.ts";
import type { App } from "../kernel/assemble.ts";
import { databaseName } from "../kernel/tenancy.ts";
import type { Database } from "../ports/database.ts";
import { serveAsset } from "./assets.ts";
import type { Config } from "./config.ts";
import { demoKey } from "./demo/key.ts";
import { isDemo, withKey } from "./demo/page.ts";
import { health } from "./health.ts";
import { allMigrations } from "./migrations.ts";
import { nodePorts } from "./ports.ts";
import { Pump } from "./pump.ts";
import { keptSecret } from "./secret.ts";
import { Sockets } from "./sockets.ts";

export interface Running {
  origin: string;
  app: App;
  /** Takes no more requests, finishes those under way, drains what is committed, closes the databases. */
  close(): Promise<void>;
}

export const version = (
  JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as { version: string }
).version;

/** Starts the embedded runtime: everything in one process, nothing else needed. `prepare` runs before the first request. */
export async function serve(config: Config, prepare?: (app: App, origin: string) => Promise<void>): Promise<Running> {
  mkdirSync(config.data, { recursive: true });
  let answer: Answer = async () => new Response(null, { status: 503, headers: { "retry-after": "1" } });
  const server = createAdaptorServer({
    fetch: (request, env) => answer(request, callerIp(request, env as HttpBindings, config)),
  }) as Server;
  const port = await listen(server, config);
  const origin = config.origin ?? `http://localhost:${port}`;

  const hub = memoryHub();
  const ports = nodePorts(config, config.secret ?? keptSecret(config.data), origin, hub);
  const app = createApp(ports);
  const sockets = new Sockets(app);
  const pump = new Pump(app, ports.log);
  hub.listen((database) => {
    sockets.wake(database);
    pump.beat(database);
  });
  const control = await app.tenancy.control();
  await prepare?.(app, origin);
  const schema = allMigrations().at(-1)?.name ?? "";
  const key = config.mode === "development" ? demoKey(config.data) : undefined;
  answer = (request, ip) => respond(app, request, ip, { schema, key });
  sockets.attach(server);
  const sweeping = sweep(control, pump);

  return {
    origin,
    app,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      sockets.close();
      server.closeIdleConnections();
      const force = setTimeout(() => server.closeAllConnections(), 10_000);
      await closed;
      clearTimeout(force);
      await pump.stop();
      await sweeping;
      await ports.databases.close();
    },
  };
}

type Answer = (request: Request, ip: string) => Promise<Response>;

/** `schema` is the newest migration; `key` is the demo tenant's, where there is one. */
interface House {
  schema: string;
  key: string | undefined;
}

async function respond(app: App, request: Request, ip: string, { schema, key }: House): Promise<Response> {
  const path = request.url.slice(request.url.indexOf("/", 8)).split("?")[0] ?? "/";
  if (path.startsWith("/v1/")) return app.fetch(request, ip);
  if (path === "/health") return health(app, version, schema);
  if (path === "/") return new Response(null, { status: 302, headers: { location: "/portal" } });
  if (isDemo(path)) {
    const page = key === undefined ? undefined : await serveAsset(new Request(request.url));
    return page && key !== undefined ? withKey(page, key) : app.fetch(request, ip);
  }
  return (await serveAsset(request)) ?? app.fetch(request, ip);
}

/** The address that we believe: the connection's, or, behind a proxy of ours, the last one that it put down. */
function callerIp(request: Request, { incoming }: HttpBindings, config: Config): string {
  const forwarded =
    config.trust === "yes" ? request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return forwarded || (incoming.socket.remoteAddress ?? "");
}

function listen(server: Server, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : config.port);
    });
  });
}

/** After a start every tenant may have work that fell due meanwhile. One after the other, behind the requests. */
async function sweep(control: Database, pump: Pump): Promise<void> {
  pump.beat(control.name);
  for (const routing of await tenantRoutings(control)) {
    for (const mode of ["live", "test"] as const) await pump.beat(databaseName({ routing, mode }));
  }
}
