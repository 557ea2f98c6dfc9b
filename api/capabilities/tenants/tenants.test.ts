import { expect, test } from "vitest";
import { command } from "../../kernel/index.ts";
import { testApp } from "../../testing/app.ts";
import { createTenant, tenantBySubdomain } from "./index.ts";
import { subdomainProblem } from "./subdomain.ts";

test("settings start with sensible values, and staff changes them", async () => {
  const app = await testApp();
  const staff = await app.as("company:read", "company:write");
  expect((await staff("get", "/company")).body).toMatchObject({
    currency: "USD",
    time_zone: "America/New_York",
    tax_rate: 0,
    cancellation_hours: 24,
    deposit_percentage: 20,
    version: 1,
  });
  const changed = await staff("patch", "/company", { version: 1, tax_rate: 825, accent_color: "#AA3300", phone: null });
  expect(changed.body).toMatchObject({ tax_rate: 825, accent_color: "#aa3300", texts_version: 0, version: 2 });
  expect(await app.events()).toEqual(["company.updated"]);
  expect(await app.rows("select entity_type, entity_id, json_extract(changes, '$.tax_rate.to') from audit")).toEqual([
    ["company", "company", 825],
  ]);
});

test("a change that was made on an old reading is refused, and one that changes nothing is not told", async () => {
  const app = await testApp();
  const staff = await app.as();
  await staff("patch", "/company", { version: 1, name: "Harbor Point" });
  expect((await staff("patch", "/company", { version: 1, name: "Other" })).body).toMatchObject({
    code: "version_conflict",
    current_version: 2,
  });
  expect((await staff("patch", "/company", { version: 2, name: "Harbor Point" })).body).toMatchObject({ version: 2 });
  expect(await app.events()).toEqual(["company.updated"]);
});

test("of two changes at once one wins and the other hears of it", async () => {
  const app = await testApp();
  const staff = await app.as();
  const answers = await Promise.all(
    ["One", "Two", "Three"].map((name) => staff("patch", "/company", { version: 1, name })),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
});

test("every revision of the legal texts is kept, and widgets show the newest", async () => {
  const app = await testApp();
  const staff = await app.as();
  await staff("patch", "/company", { version: 1, name: "Harbor Point", terms_of_service: "Be kind." });
  await staff("patch", "/company", { version: 2, terms_of_service: "Be kinder.", privacy_policy: "We forget." });
  await staff("patch", "/company", { version: 3, greeting: "Hello!" });
  const revisions = await staff<{ data: unknown[] }>("get", "/company/legal-texts");
  expect(revisions.body.data).toMatchObject([
    { version: 2, terms_of_service: "Be kinder.", privacy_policy: "We forget." },
    { version: 1, terms_of_service: "Be kind.", privacy_policy: null },
  ]);
  const visitor = await app.visitor();
  expect((await visitor.call("get", "/widget")).body).toEqual({
    tenant_name: "Harbor Point",
    accent_color: "#0f766e",
    locale: "en",
    time_zone: "America/New_York",
    currency: "USD",
    greeting: "Hello!",
    reply_time: "",
    venue_id: null,
    texts: { terms_of_service: "Be kinder.", privacy_policy: "We forget." },
    texts_version: 2,
  });
});

test("settings are not for visitors, and bad ones are refused by name", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  expect((await visitor.call("get", "/company")).status).toBe(403);
  const reader = await app.as("company:read");
  expect((await reader("patch", "/company", { name: "Mine" })).status).toBe(403);
  const bad = await (await app.as())<{ errors: { pointer: string }[] }>("patch", "/company", {
    tax_rate: 8.25,
    time_zone: "Mars/Olympus",
    accent_color: "red",
    owner: "me",
  });
  expect(bad.body.errors.map((error) => error.pointer).sort()).toEqual([
    "/accent_color",
    "/owner",
    "/tax_rate",
    "/time_zone",
  ]);
});

test("a new tenant has a live and a test database that bear its name", async () => {
  const app = await testApp();
  const control = await app.app.tenancy.control();
  const found = (subdomain: string) =>
    command(control, app.clock.now(), (ctx) => createTenant(ctx, app.app.tenancy, { name: "Lakeside", subdomain }));
  const tenant = await found("lakeside");
  expect(tenant).toMatchObject({ plan: "basic", status: "active", version: 1 });
  expect(tenant.routing).toMatch(/^[0-9a-z]{10}$/);
  for (const name of [`t_${tenant.routing}`, `t_${tenant.routing}_test`]) {
    const [answer] =
      (await (await app.app.tenancy.open(name))?.read([{ sql: "select name from company", args: [] }])) ?? [];
    expect(answer?.rows).toEqual([["Lakeside"]]);
  }
  await expect(found("lakeside")).rejects.toThrow("belongs to somebody");
  await expect(found("portal")).rejects.toThrow("reserved");
  await command(control, app.clock.now(), async ({ db }) => {
    expect(await tenantBySubdomain(db, "lakeside")).toMatchObject({ id: tenant.id });
    expect(await tenantBySubdomain(db, "nobody")).toBeUndefined();
  });
});

test("of tenants created at once with one subdomain only one comes to be", async () => {
  const app = await testApp();
  const control = await app.app.tenancy.control();
  const all = await Promise.allSettled(
    Array.from({ length: 4 }, () =>
      command(control, app.clock.now(), (ctx) =>
        createTenant(ctx, app.app.tenancy, { name: "Lakeside", subdomain: "lakeside" }),
      ),
    ),
  );
  expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});

test("a subdomain is a plain name that is nobody's of ours", () => {
  for (const good of ["abc", "harbor-point", "a1b", "x".repeat(63)]) expect(subdomainProblem(good)).toBeUndefined();
  for (const bad of ["ab", "-abc", "abc-", "Abc", "a_b", "xn--abc", "www", "api", "x".repeat(64), "a.b", ""]) {
    expect(subdomainProblem(bad)).toBeTypeOf("string");
  }
});
