import { expect, test } from "vitest";
import { testApp } from "../../testing/app.ts";

interface NewKey extends Record<string, unknown> {
  id: string;
  token: string;
}

test("a key is shown once, and works with the permissions it was issued with", async () => {
  const app = await testApp();
  const staff = await app.as();
  const { status, body } = await staff<NewKey>("post", "/keys", {
    name: "Reports",
    kind: "secret",
    scopes: ["contacts:read"],
  });
  expect(status).toBe(201);
  expect(body.token).toMatch(/^fy_sk_live_harbortest/);
  expect((await app.with(body.token)("get", "/contacts")).status).toBe(200);
  expect((await app.with(body.token)("post", "/contacts", { name: "Ada" })).status).toBe(403);
  expect(JSON.stringify((await staff("get", "/keys")).body)).not.toContain(body.token);
  expect(await app.rows("select count(*) from keys where hash like '%fy_%' or prefix = ?", body.token)).toEqual([[0]]);
  expect(JSON.stringify(await app.rows("select data from events"))).not.toContain(body.token);
});

test("a key that somebody mistyped is refused before anything is looked up", async () => {
  const app = await testApp();
  const { body } = await (await app.as())<NewKey>("post", "/keys", { name: "Reports", kind: "secret" });
  const wrong = body.token.replace(/.$/, (last) => (last === "a" ? "b" : "a"));
  expect((await app.with(wrong)("get", "/contacts")).status).toBe(401);
});

test("rotation overlaps: the old key works until its hours are over", async () => {
  const app = await testApp();
  const staff = await app.as();
  const old = (await staff<NewKey>("post", "/keys", { name: "Server", kind: "secret" })).body;
  const next = (await staff<NewKey>("post", `/keys/${old.id}/rotation`, { overlap_hours: 2 })).body;
  const works = async (token: string) => (await app.with(token)("get", "/contacts")).status;
  expect([await works(old.token), await works(next.token)]).toEqual([200, 200]);
  app.clock.advance("3h");
  expect([await works(old.token), await works(next.token)]).toEqual([401, 200]);
  expect(await app.events()).toEqual(["key.created", "key.revoked", "key.created"]);
});

test("a revoked key is dead with the next request, and so are the visitors it admitted", async () => {
  const app = await testApp();
  const staff = await app.as();
  const key = (
    await staff<NewKey>("post", "/keys", { name: "Site", kind: "publishable", origins: ["https://shop.example"] })
  ).body;
  const visitor = (await app.with(key.token)<NewKey>("post", "/visitors", {})).body;
  expect((await app.with(visitor.token)("get", "/visitors/me")).status).toBe(200);
  expect((await staff("delete", `/keys/${key.id}`)).status).toBe(204);
  expect((await app.with(key.token)("post", "/visitors", {})).status).toBe(401);
  expect((await app.with(visitor.token)("get", "/visitors/me")).status).toBe(401);
  expect((await staff("delete", `/keys/${key.id}`)).status).toBe(404);
});

test("a publishable key of a venue tells its widgets which, and so does the one that replaces it", async () => {
  const app = await testApp();
  const staff = await app.as();
  const venue_id = (await staff<NewKey>("post", "/venues", { name: "Pier 4" })).body.id;
  const site = { name: "Site", kind: "publishable", origins: ["https://shop.example"] };
  const shown = async (token: string) => (await app.with(token)("get", "/widget")).body.venue_id;
  const everywhere = (await staff<NewKey>("post", "/keys", site)).body;
  expect([everywhere.venue_id, await shown(everywhere.token)]).toEqual([null, null]);

  const key = (await staff<NewKey>("post", "/keys", { ...site, venue_id })).body;
  const next = (await staff<NewKey>("post", `/keys/${key.id}/rotation`, {})).body;
  for (const { token, venue_id: answered } of [key, next]) {
    expect([answered, await shown(token)]).toEqual([venue_id, venue_id]);
    const visitor = (await app.with(token)<NewKey>("post", "/visitors", {})).body;
    expect(await shown(visitor.token)).toBe(venue_id);
  }

  const pointers = async (more: object) =>
    (await staff<{ errors: { pointer: string }[] }>("post", "/keys", { ...site, ...more })).body.errors.map(
      ({ pointer }) => pointer,
    );
  expect(await pointers({ kind: "secret", venue_id })).toEqual(["/venue_id"]);
  expect(await pointers({ venue_id: "ven_00000000000000000000" })).toEqual(["/venue_id"]);
  await staff("delete", `/venues/${venue_id}`);
  expect(await pointers({ venue_id })).toEqual(["/venue_id"]);
});

test("nobody hands out more than they hold", async () => {
  const app = await testApp();
  const limited = await app.as("keys:write", "contacts:read");
  expect((await limited("post", "/keys", { name: "x", kind: "secret", scopes: ["contacts:read"] })).status).toBe(201);
  for (const scopes of [["tickets:write"], ["*"], undefined]) {
    const refused = await limited<{ errors: { pointer: string }[] }>("post", "/keys", {
      name: "x",
      kind: "secret",
      scopes,
    });
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([400, "/scopes"]);
  }
  expect((await limited("post", "/keys", { name: "x", kind: "publishable" })).body).toMatchObject({
    errors: [{ pointer: "/origins" }],
  });
});
