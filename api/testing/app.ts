import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { fileDatabases } from "../adapters/database/file.ts";
import { createDiskFiles } from "../adapters/files/disk.ts";
import { memoryHub } from "../adapters/hub/memory.ts";
import { createMailbox } from "../adapters/mail/mailbox.ts";
import { createNodeOutside } from "../adapters/outside/node.ts";
import { createApp } from "../app.ts";
import { issueKey } from "../capabilities/keys/index.ts";
import { deriveKey } from "../core/cipher.ts";
import { system } from "../kernel/actor.ts";
import type { TenantRef } from "../kernel/context.ts";
import { Limits } from "../kernel/http/limits.ts";
import { migrate } from "../kernel/migrate.ts";
import type { Ports } from "../kernel/ports.ts";
import { databaseName } from "../kernel/tenancy.ts";
import { contextOf } from "../kernel/work/staging.ts";
import { Unit } from "../kernel/work/unit.ts";
import type { Database, Value } from "../ports/database.ts";
import { allMigrations, migrationsOn } from "../runtime/migrations.ts";
import { settableClock } from "./clock.ts";
import { memberMaker } from "./member.ts";

export const testOrigin = "http://localhost";
const migrations = allMigrations();
const sets = { tenant: migrationsOn("tenant", migrations), control: migrationsOn("control", migrations) };

export interface Answer<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: T;
}

export type Call = <T = Record<string, unknown>>(
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer<T>>;

/**
 * The whole app over real libSQL files in a temporary folder, with a clock that tests move and mail that they read.
 * Every call goes through HTTP semantics: request in, response out.
 */
export async function testApp(
  options: {
    start?: string;
    limits?: number;
    outside?: Ports["outside"];
    /** When everything is removed: after the test, unless several tests share the app (`afterAll`). */
    until?: (cleanUp: () => Promise<void>) => void;
  } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "foyer-test-"));
  const clock = settableClock(options.start ?? "2026-11-23T12:00:00Z");
  const mailbox = createMailbox(join(folder, "mailbox"), clock);
  const databases = fileDatabases({ folder: join(folder, "databases") });
  const failures: string[] = [];
  const hub = memoryHub();
  const ports: Ports = {
    databases,
    clock,
    mailer: mailbox,
    files: createDiskFiles(join(folder, "files")),
    outside: options.outside ?? createNodeOutside({ allow: (host) => host === "127.0.0.1", http: true }),
    log: (level, message, fields) => {
      if (level === "error") failures.push(`${message} ${JSON.stringify(fields)}`);
    },
    hub,
    limits: new Limits(options.limits ?? 1_000),
    settings: { origin: testOrigin, production: false, key: (purpose) => deriveKey("a secret of the tests", purpose) },
    ready: async (database, kind) => {
      await migrate(database, sets[kind], clock.now());
    },
    strict: true,
  };
  const app = createApp(ports);
  const tenant: TenantRef = { routing: "harbortest", mode: "live" };
  const database = await app.tenancy.create(tenant);

  const cleanUp = async () => {
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
  };
  (options.until ?? onTestFinished)(cleanUp);

  const call =
    (credential: string | undefined): Call =>
    async (method, path, body, headers = {}) => {
      const raw = body instanceof Uint8Array;
      const response = await app.fetch(
        new Request(`${testOrigin}/v1${path}`, {
          method: method.toUpperCase(),
          headers: {
            ...(credential ? { authorization: `Bearer ${credential}` } : {}),
            ...(body === undefined || raw ? {} : { "content-type": "application/json" }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: raw ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
        }),
        headers["x-test-ip"] ?? "203.0.113.7",
      );
      const text = await response.text();
      const json = response.headers.get("content-type")?.includes("json");
      return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : text) as never };
    };

  const key = async (kind: "secret" | "publishable", scopes: string[], origins: string[] = []) => {
    const unit = new Unit(system, clock.now());
    const context = { ...contextOf(unit), tenant, now: unit.now, at: new Date(unit.now).toISOString() };
    const issued = issueKey(context, { name: "test", kind, scopes, origins });
    await unit.commit(database);
    return issued.token;
  };

  return {
    app,
    ports,
    clock,
    tenant,
    database,
    folder,
    failures,
    anyone: call(undefined),
    /** Calls with any credential. */
    with: call,
    /** A secret key that holds just these permissions, or all. */
    as: async (...scopes: string[]) => call(await key("secret", scopes.length === 0 ? ["*"] : scopes)),
    publishable: (origins: string[] = []) => key("publishable", [], origins),
    /** A new anonymous visitor: its call and its token. */
    visitor: async (origins: string[] = []) => {
      const { body } = await call(await key("publishable", [], origins))<{ token: string; visitor_id: string }>(
        "post",
        "/visitors",
        {},
      );
      return { call: call(body.token), token: body.token, id: body.visitor_id };
    },
    /** A member of the tenant, signed in: its call and its token. */
    member: memberMaker(app, tenant, call),
    /** Lets readers of the log and due jobs run until nothing is due. */
    settle: () => app.tick(databaseName(tenant)),
    mail: () => mailbox.list(),
    events: async () => column(await database.read([{ sql: "select type from events order by seq", args: [] }])),
    audit: async () => column(await database.read([{ sql: "select action from audit order by seq", args: [] }])),
    /** Rows of a raw query, for what no route shows. */
    rows: async (sql: string, ...args: Value[]) => (await database.read([{ sql, args }]))[0]?.rows ?? [],
  };
}

export type TestApp = Awaited<ReturnType<typeof testApp>>;

function column(answers: Awaited<ReturnType<Database["read"]>>): string[] {
  return (answers[0]?.rows ?? []).map(([value]) => value as string);
}
