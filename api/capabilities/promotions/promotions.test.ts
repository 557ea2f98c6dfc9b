import { expect, test } from "vitest";
import { testApp } from "../../testing/app.ts";

interface Body extends Record<string, unknown> {
  id: string;
  code: string;
  data: { id: string }[];
  errors: { pointer: string }[];
}

const winter = { code: "winter-26", name: "Winter", kind: "percent", value: 15 };

async function given() {
  const app = await testApp();
  const staff = await app.as();
  const make = (more: object = {}) => staff<Body>("post", "/promotions", { ...winter, ...more });
  const venue = await staff("post", "/venues", { name: "Pier 4", time_zone: "America/New_York" });
  const resource = async (more: object = {}) => {
    const body = { venue_id: venue.body.id, name: "Tour", duration_minutes: 60, ...more };
    return (await staff<Body>("post", "/resources", body)).body.id;
  };
  return { app, staff, make, resource };
}

test("a promotion is made, read, changed and deleted, and tells each of it", async () => {
  const { app, staff, make } = await given();
  const { status, body } = await make();
  expect(status).toBe(201);
  expect(body).toMatchObject({
    ...winter,
    code: "WINTER-26",
    currency: "USD",
    starts_on: null,
    ends_on: null,
    max_uses: null,
    max_uses_per_contact: null,
    min_total: 0,
    resource_ids: [],
    status: "active",
    uses: 0,
    version: 1,
  });
  expect((await staff("get", `/promotions/${body.id}`)).body).toEqual(body);
  const changed = await staff("patch", `/promotions/${body.id}`, { version: 1, value: 20, ends_on: "2026-12-31" });
  expect(changed.body).toMatchObject({ version: 2, value: 20, ends_on: "2026-12-31", uses: 0 });
  expect((await staff("patch", `/promotions/${body.id}`, { version: 1, value: 25 })).status).toBe(409);
  expect((await staff("patch", `/promotions/${body.id}`, { version: 2, value: 20 })).body).toEqual(changed.body);
  expect((await staff("patch", `/promotions/${body.id}`, { version: 2, code: "SUMMER" })).status).toBe(400);
  expect((await staff("delete", `/promotions/${body.id}`)).status).toBe(204);
  expect((await staff("get", `/promotions/${body.id}`)).status).toBe(404);
  expect((await app.events()).filter((type) => type.startsWith("promotion."))).toEqual([
    "promotion.created",
    "promotion.updated",
    "promotion.deleted",
  ]);
  const audited = (await app.audit()).filter((action) => action.startsWith("promotions."));
  expect(audited).toContain("promotions.create");
  expect(audited).toContain("promotions.delete");
});

test("a code is there once, however it is spelled, until its promotion is deleted", async () => {
  const { staff, make } = await given();
  const { body } = await make();
  const answers = await Promise.all(["WINTER-26", "Winter-26", "  winter-26 "].map((code) => make({ code })));
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([409, "promotion_code_taken"]));
  await staff("delete", `/promotions/${body.id}`);
  const again = await Promise.all([make(), make(), make()]);
  expect(again.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
});

test("terms that cannot be are refused with a pointer", async () => {
  const { staff, make, resource } = await given();
  const pointers = async (more: object) => (await make(more)).body.errors.map(({ pointer }) => pointer);
  expect(await pointers({ code: "no spaces" })).toEqual(["/code"]);
  expect(await pointers({ code: "ab" })).toEqual(["/code"]);
  expect(await pointers({ value: 101 })).toEqual(["/value"]);
  expect(await pointers({ value: 0 })).toEqual(["/value"]);
  expect(await pointers({ value: 1.5 })).toEqual(["/value"]);
  expect(await pointers({ starts_on: "2026-12-02", ends_on: "2026-12-01" })).toEqual(["/ends_on"]);
  expect(await pointers({ starts_on: "2026-02-30" })).toEqual(["/starts_on"]);
  expect(await pointers({ max_uses: 0 })).toEqual(["/max_uses"]);
  const [there, gone] = [await resource(), await resource()];
  await staff("delete", `/resources/${gone}`);
  expect(await pointers({ resource_ids: [there, gone] })).toEqual(["/resource_ids/1"]);
  const { body } = await make({ kind: "amount", value: 500, starts_on: "2026-12-02", resource_ids: [there, there] });
  expect(body.resource_ids).toEqual([there]);
  const change = async (patch: object) =>
    (await staff<Body>("patch", `/promotions/${body.id}`, { version: 1, ...patch })).body.errors.map(
      ({ pointer }) => pointer,
    );
  expect(await change({ kind: "percent" })).toEqual(["/kind"]);
  expect(await change({ ends_on: "2026-12-01" })).toEqual(["/ends_on"]);
});

test("promotions are listed newest first, by status and by code, page by page", async () => {
  const { app, staff, make } = await given();
  const ids: string[] = [];
  for (const code of ["ONE", "TWO", "THREE"]) {
    ids.unshift((await make({ code, status: code === "TWO" ? "inactive" : "active" })).body.id);
    app.clock.advance("1m");
  }
  const list = async (query: string) => (await staff<Body>("get", `/promotions${query}`)).body;
  const listed = async (query: string) => (await list(query)).data.map(({ id }) => id);
  expect(await listed("")).toEqual(ids);
  expect(await listed("?status=active")).toEqual([ids[0], ids[2]]);
  expect(await listed("?code=three")).toEqual([ids[0]]);
  const first = await list("?limit=2");
  expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(await listed(`?limit=2&cursor=${first.next_cursor}`)).toEqual(ids.slice(2));
});

test("promotions are the staff's: a page on somebody's site cannot read codes out", async () => {
  const { app, make } = await given();
  const { body } = await make();
  const reader = await app.as("promotions:read");
  expect((await reader("get", `/promotions/${body.id}`)).status).toBe(200);
  expect((await reader("delete", `/promotions/${body.id}`)).status).toBe(403);
  const visitor = await app.visitor();
  expect((await visitor.call("get", "/promotions")).status).toBe(403);
  expect((await app.with(await app.publishable())("get", "/promotions")).status).toBe(403);
});
