import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BatchFailure, type Statement, type Value } from "../../ports/database.ts";
import { httpDatabases } from "./http.ts";
import { type Sqld, startSqld } from "./sqld.ts";

const sql = (text: string, ...args: Value[]): Statement => ({ sql: text, args });

const folder = mkdtempSync(join(tmpdir(), "http-"));
let sqld: Sqld;

beforeAll(async () => {
  sqld = await startSqld({ folder: join(folder, "sqld") });
}, 120_000);

afterAll(async () => {
  await sqld?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("databases over HTTP", () => {
  it("ask once for one read and once for one commit", async () => {
    const paths: string[] = [];
    const counting: typeof fetch = (input, init) => {
      paths.push(new URL(input instanceof Request ? input.url : input).pathname);
      return fetch(input, init);
    };
    const databases = httpDatabases({ kind: "sqld", url: sqld.url, adminUrl: sqld.adminUrl, fetch: counting });
    const database = await databases.create("counted");
    expect(paths.splice(0)).toEqual(["/v1/namespaces/counted/create", "/v2/pipeline"]);
    await database.commit([sql("create table t (n)"), sql("insert into t values (?)", 1), sql("select 1")]);
    expect(paths.splice(0)).toEqual(["/v2/pipeline"]);
    await database.read([sql("select * from t"), sql("select 1")]);
    expect(paths.splice(0)).toEqual(["/v2/pipeline"]);
    await databases.open("counted");
    expect(paths).toEqual([]);
  });

  it("do not call a server out of reach a failed batch", async () => {
    const hanging: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
      });
    const broken: typeof fetch = async () => new Response("upstream", { status: 502 });
    for (const send of [hanging, broken, undefined]) {
      const databases = httpDatabases({
        kind: "sqld",
        url: "http://127.0.0.1:9",
        timeout: 50,
        ...(send ? { fetch: send } : {}),
      });
      const error = await databases.open("any").then(
        () => expect.fail("it resolved"),
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(BatchFailure);
    }
  });

  it("try again while the write lock is taken", async () => {
    type Asked = { type: string; batch?: { steps: unknown[] } };
    let refusals = 2;
    const locked = ({ type, batch }: Asked) => {
      const [, ...rest] = batch?.steps ?? [];
      const nothing = rest.map(() => null);
      const error = { message: "database is locked", code: "SQLITE_BUSY" };
      const result = { step_results: [null, ...nothing], step_errors: [error, ...nothing] };
      return { type: "ok", response: batch ? { type, result } : { type } };
    };
    const busy: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      const body = await request.clone().text();
      if (!body.includes("insert into") || refusals-- <= 0) return fetch(request);
      const { requests } = JSON.parse(body) as { requests: Asked[] };
      return Response.json({ baton: null, base_url: null, results: requests.map(locked) });
    };
    const databases = httpDatabases({ kind: "sqld", url: sqld.url, adminUrl: sqld.adminUrl, fetch: busy });
    const database = await databases.create("locked");
    await database.commit([sql("create table t (n)")]);
    await database.commit([sql("insert into t values (1)")]);
    expect(refusals).toBe(-1);
    expect(await database.read([sql("select n from t")])).toMatchObject([{ rows: [[1]] }]);
  });

  it("keep every acknowledged commit when the server is killed", async () => {
    const own = join(folder, "killed");
    const before = await startSqld({ folder: own });
    const database = await httpDatabases({ kind: "sqld", url: before.url, adminUrl: before.adminUrl }).create("a");
    await database.commit([sql("create table t (n integer)")]);
    const acknowledged: number[] = [];
    let next = 0;
    const writers = Array.from({ length: 8 }, async () => {
      for (;;) {
        const n = ++next;
        await database.commit([sql("insert into t values (?)", n), sql("insert into t values (?)", -n)]);
        if (acknowledged.push(n) === 100) await before.kill();
      }
    });
    const ends = await Promise.allSettled(writers);
    for (const end of ends) expect(end).not.toMatchObject({ reason: expect.any(BatchFailure) });

    const after = await startSqld({ folder: own });
    const again = (await httpDatabases({ kind: "sqld", url: after.url }).open("a"))!;
    const [rows, sum] = await again.read([sql("select n from t"), sql("select sum(n) from t")]);
    const kept = new Set(rows!.rows.map(([n]) => n));
    expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
    expect(sum!.rows).toEqual([[0]]);
    await after.stop();
  });

  it("find a database on Turso by its host, and create it through the platform's API", async () => {
    const platform: [string, string, string | null, unknown][] = [];
    // Stands where Turso stands, with a real server behind it: one host for each database, one for the platform.
    const turso: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      const { host, pathname } = new URL(request.url);
      const token = request.headers.get("authorization");
      if (host === "api.turso.tech") {
        const body: unknown = request.method === "POST" ? await request.json() : undefined;
        platform.push([request.method, pathname, token, body]);
        const name = request.method === "POST" ? (body as { name: string }).name : pathname.split("/").at(-1);
        const path = request.method === "POST" ? `${name}/create` : name;
        return fetch(`${sqld.adminUrl}/v1/namespaces/${path}`, {
          method: request.method,
          headers: { "content-type": "application/json" },
          ...(request.method === "POST" ? { body: "{}" } : {}),
        });
      }
      const name = /^(.+)-acme\.turso\.io$/.exec(host)?.[1];
      if (!name || token !== "Bearer group-token") return new Response("{}", { status: 401 });
      return fetch(`${sqld.url}${pathname}`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-namespace-bin": btoa(name).replace(/=+$/, "") },
        body: await request.text(),
      });
    };
    const databases = httpDatabases({
      kind: "turso",
      url: "libsql://{name}-acme.turso.io",
      authToken: "group-token",
      adminUrl: "https://api.turso.tech/v1/organizations/acme",
      adminToken: "platform-token",
      group: "europe",
      fetch: turso,
    });
    expect(await databases.open("tenant_one")).toBeUndefined();
    const database = await databases.create("tenant_one");
    await database.commit([sql("create table t (n)"), sql("insert into t values (?)", 5)]);
    expect(await database.read([sql("select n from t")])).toMatchObject([{ rows: [[5]] }]);
    await databases.drop("tenant_one");
    expect(await databases.open("tenant_one")).toBeUndefined();
    const home = "/v1/organizations/acme/databases";
    expect(platform).toEqual([
      ["POST", home, "Bearer platform-token", { name: "tenant-one", group: "europe" }],
      ["DELETE", `${home}/tenant-one`, "Bearer platform-token", undefined],
    ]);
  });
});
