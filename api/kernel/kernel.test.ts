import { expect, test } from "vitest";
import { allMigrations, migrationsOn } from "../runtime/migrations.ts";
import { testApp } from "../testing/app.ts";
import { Limits } from "./http/limits.ts";
import { job, reader, TryAgain } from "./job.ts";
import { appliedMigrations, migrateBack } from "./migrate.ts";
import { tick } from "./work/tick.ts";

const contact = { name: "Ada", email: "ada@example.com" };

test("every answer names its request, and keeps a name that the caller gave", async () => {
  const app = await testApp();
  const staff = await app.as();
  expect((await staff("get", "/contacts", undefined, { "x-request-id": "mine-1" })).headers.get("x-request-id")).toBe(
    "mine-1",
  );
  const odd = await staff("get", "/contacts", undefined, { "x-request-id": "<script>" });
  expect(odd.headers.get("x-request-id")).toMatch(/^req_/);
  const refused = await app.anyone("get", "/contacts");
  expect(refused.body).toMatchObject({
    status: 401,
    code: "unauthenticated",
    request_id: refused.headers.get("x-request-id"),
  });
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
});

test("a body that is not JSON, too deep, too large or of another type is refused", async () => {
  const app = await testApp();
  const token = await app.publishable();
  const send = async (body: string, type = "application/json") => {
    const request = new Request("http://localhost/v1/visitors", {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": type },
      body,
    });
    const response = await app.app.fetch(request, "203.0.113.7");
    return [response.status, ((await response.json()) as { code?: string }).code];
  };
  expect(await send("{")).toEqual([400, "malformed_body"]);
  expect(await send(`${"[".repeat(5_000)}${"]".repeat(5_000)}`)).toEqual([400, "malformed_body"]);
  expect(await send(JSON.stringify({ text: "x".repeat(300_000) }))).toEqual([413, "body_too_large"]);
  expect(await send("{}", "text/plain")).toEqual([415, "unsupported_media_type"]);
  expect(await send('{"__proto__": 1}')).toEqual([400, "validation_failed"]);
});

test("a publishable key works on its origins alone", async () => {
  const app = await testApp();
  const call = app.with(await app.publishable(["https://shop.example"]));
  const from = (origin: string) => call("post", "/visitors", {}, { origin });
  const good = await from("https://shop.example");
  expect([good.status, good.headers.get("access-control-allow-origin")]).toEqual([201, "https://shop.example"]);
  const bad = await from("https://evil.example");
  expect([bad.status, bad.body.code, bad.headers.get("access-control-allow-origin")]).toEqual([
    403,
    "origin_not_allowed",
    null,
  ]);
});

test("what was read before is not sent again", async () => {
  const app = await testApp();
  const staff = await app.as();
  const { body, headers } = await staff("post", "/contacts", contact);
  const again = await staff("get", `/contacts/${body.id}`, undefined, { "if-none-match": headers.get("etag") ?? "" });
  expect([again.status, again.body]).toEqual([304, ""]);
});

test("a caller who asks too often is told when to come back", async () => {
  const app = await testApp({ limits: 1 });
  const token = await app.publishable();
  const answers = await Promise.all(Array.from({ length: 61 }, () => app.with(token)("post", "/visitors", {})));
  const last = answers.find((answer) => answer.status === 429);
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(60);
  expect(last?.body).toMatchObject({ code: "rate_limited", policy: "create" });
  expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(answers[0]?.headers.get("ratelimit-policy")).toBe('"create";q=60;w=60');
  app.clock.advance("2s");
  expect((await app.with(token)("post", "/visitors", {})).status).toBe(201);
});

test("a bucket refills steadily and never beyond its quota", () => {
  const limits = new Limits();
  for (let count = 0; count < 10; count++) expect(limits.take("sign_in", "a", 0).allowed).toBe(true);
  expect(limits.take("sign_in", "a", 0)).toMatchObject({ allowed: false, remaining: 0, reset: 30 });
  expect(limits.take("sign_in", "b", 0).allowed).toBe(true);
  expect(limits.take("sign_in", "a", 30_000).allowed).toBe(true);
  expect(limits.take("sign_in", "a", 30_000).allowed).toBe(false);
  expect(limits.take("sign_in", "a", 3_000_000).remaining).toBe(9);
});

test("a refused change leaves a trace, and nothing else", async () => {
  const app = await testApp();
  const reader = await app.as("contacts:read");
  expect((await reader("post", "/contacts", contact)).status).toBe(403);
  await app.settle();
  expect(await app.rows("select action, outcome, json_extract(metadata, '$.code') from audit")).toEqual([
    ["contacts.create", "failure", "forbidden"],
  ]);
  expect(await app.rows("select count(*) from contacts")).toEqual([[0]]);
});

test("a job that fails is tried again later, and in the end waits for a person", async () => {
  const app = await testApp();
  let runs = 0;
  const flaky = job(
    "test.flaky",
    () => {
      runs++;
      throw runs === 1 ? new TryAgain("not yet", 5_000) : new Error("broken");
    },
    { attempts: 3, backoff: () => 1_000 },
  );
  const house = {
    catalogue: async () => [],

    ports: app.ports,
    control: await app.app.tenancy.control(),
    readers: [],
    jobs: new Map([[flaky.name, flaky]]),
  };
  await app.database.commit([
    {
      sql: "insert into jobs (id, kind, input, run_at, attempt, state, created_at) values ('job_1', 'test.flaky', 'null', 0, 0, 'waiting', 0)",
      args: [],
    },
  ]);
  expect(await tick(house, app.database)).toBe(app.clock.now() + 5_000);
  expect(runs).toBe(1);
  app.clock.advance("5s");
  await tick(house, app.database);
  app.clock.advance("1s");
  await tick(house, app.database);
  expect(runs).toBe(3);
  expect(await app.rows("select state, error from jobs")).toEqual([["dead", "broken"]]);
});

test("a job whose runner died runs again when its lease is over, and its end counts once", async () => {
  const app = await testApp();
  const done: number[] = [];
  const careful = job("test.careful", (work) => void done.push(work.attempt));
  const house = {
    catalogue: async () => [],

    ports: app.ports,
    control: await app.app.tenancy.control(),
    readers: [],
    jobs: new Map([[careful.name, careful]]),
  };
  const lease = app.clock.now() + 60_000;
  await app.database.commit([
    {
      sql: `insert into jobs (id, kind, input, run_at, attempt, lease_until, state, created_at) values ('job_1', 'test.careful', 'null', 0, 1, ${lease}, 'waiting', 0)`,
      args: [],
    },
  ]);
  expect(await tick(house, app.database)).toBe(lease);
  expect(done).toEqual([]);
  app.clock.advance("1m");
  expect(await tick(house, app.database)).toBeUndefined();
  expect(done).toEqual([2]);
  expect(await app.rows("select count(*) from jobs")).toEqual([[0]]);
});

test("a reader that stumbles over one event leaves it behind visibly, and reads on", async () => {
  const app = await testApp();
  const staff = await app.as();
  for (const name of ["one", "two", "three"]) await staff("post", "/contacts", { name });
  const seen: string[] = [];
  const picky = reader("test.picky", ["contact.created"], (_work, event) => {
    if (event.data.name === "two") throw new Error("cannot read this");
    seen.push(event.data.name as string);
  });
  const house = {
    catalogue: async () => [],
    ports: app.ports,
    control: await app.app.tenancy.control(),
    readers: [picky],
    jobs: new Map(),
  };
  for (let turn = 0; turn < 12; turn++) {
    await tick(house, app.database);
    app.clock.advance("10m");
  }
  expect(new Set(seen)).toEqual(new Set(["one", "three"]));
  expect(await app.rows("select kind, state, error from jobs where kind like 'reader:%'")).toEqual([
    ["reader:test.picky", "dead", "cannot read this"],
  ]);
});

test("a secret that is shown once is kept sealed for replays", async () => {
  const app = await testApp();
  const staff = await app.as();
  const wanted = { name: "Server", kind: "secret" };
  const key = { "idempotency-key": "k-1" };
  const first = await staff("post", "/keys", wanted, key);
  expect(await app.rows("select body like '%fy_sk_%' from idempotency")).toEqual([[0]]);
  const again = await staff("post", "/keys", wanted, key);
  expect([again.headers.get("idempotent-replayed"), again.body]).toEqual(["true", first.body]);
});

test("every migration can be taken back and applied again", async () => {
  const app = await testApp();
  const all = migrationsOn("tenant", allMigrations());
  expect(await appliedMigrations(app.database)).toEqual(new Set(all.map((migration) => migration.name)));
  await migrateBack(app.database, all);
  expect(
    await app.rows("select name from sqlite_master where name not like 'sqlite_%' and name <> 'migrations'"),
  ).toEqual([]);
  await app.ports.ready(app.database, "tenant");
  expect(await appliedMigrations(app.database)).toEqual(new Set(all.map((migration) => migration.name)));
});
