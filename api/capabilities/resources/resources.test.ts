import { expect, test } from "vitest";
import { testApp } from "../../testing/app.ts";

const tours = { name: "Harbor tour", duration_minutes: 60, capacity: 8 };

async function atVenue() {
  const app = await testApp();
  const staff = await app.as();
  const { body: venue } = await staff("post", "/venues", { name: "Pier 4", hours: [] });
  const create = (more: object = {}) => staff("post", "/resources", { ...tours, venue_id: venue.id, ...more });
  return { app, staff, venue, create };
}

test("a resource takes what was left out from its venue, its company and itself", async () => {
  const { app, venue, create } = await atVenue();
  const { status, body } = await create();
  expect(status).toBe(201);
  expect(body).toMatchObject({
    venue_id: venue.id,
    status: "available",
    slot_step_minutes: 60,
    max_party: 8,
    currency: "USD",
    hours: null,
    lead_minutes: null,
    version: 1,
  });
  expect(await app.events()).toEqual(["venue.created", "resource.created"]);
  expect(await app.audit()).toEqual(["venues.create", "resources.create"]);
});

test("values that contradict each other are refused with a pointer", async () => {
  const { staff, create } = await atVenue();
  const pointer = async (more: object) =>
    ((await create(more)).body as { errors?: { pointer: string }[] }).errors?.map((error) => error.pointer);
  expect(await pointer({ min_party: 5, max_party: 4 })).toEqual(["/min_party"]);
  expect(await pointer({ max_party: 9 })).toEqual(["/max_party"]);
  expect(await pointer({ lead_minutes: 1440 * 30, horizon_days: 7 })).toEqual(["/lead_minutes"]);
  expect(await pointer({ venue_id: "ven_00000000000000000000" })).toEqual(["/venue_id"]);
  expect(await pointer({ duration_minutes: 0 })).toEqual(["/duration_minutes"]);
  expect(await pointer({ hours: [{ day: "monday", from: "12:00", to: "09:00" }] })).toEqual(["/hours/0"]);
  expect(await pointer({ currency: "XYZ" })).toEqual(["/currency"]);
  const { body } = await create();
  const shrunk = await staff<{ errors: unknown[] }>("patch", `/resources/${body.id}`, { version: 1, capacity: 4 });
  expect(shrunk.body.errors).toMatchObject([{ pointer: "/capacity" }]);
});

test("a change of status is told and recorded", async () => {
  const { app, staff, create } = await atVenue();
  const { body } = await create();
  await staff("patch", `/resources/${body.id}`, { version: 1, status: "maintenance" });
  await staff("patch", `/resources/${body.id}`, { version: 2, status: "maintenance" });
  expect(await app.events()).toEqual([
    "venue.created",
    "resource.created",
    "resource.updated",
    "resource.status_changed",
  ]);
  const [[changes]] = (await app.rows("select changes from audit where action = 'resources.update'")) as [[string]];
  expect(JSON.parse(changes)).toEqual({ status: { from: "available", to: "maintenance" } });
});

test("pages on other sites see what can be booked, and nothing else", async () => {
  const { app, staff, venue, create } = await atVenue();
  const [{ body: open }, { body: closed }] = [await create(), await create({ status: "maintenance" })];
  const page = app.with(await app.publishable());
  const visitor = await app.visitor();
  for (const call of [page, visitor.call]) {
    const { body } = await call<{ data: { id: string }[] }>("get", "/resources");
    expect(body.data.map((resource) => resource.id)).toEqual([open.id]);
    expect((await call("get", `/resources/${closed.id}`)).status).toBe(404);
    expect((await call("patch", `/resources/${open.id}`, { version: 1, price: 1 })).status).toBe(403);
  }
  await staff("patch", `/venues/${venue.id}`, { version: 1, status: "inactive" });
  expect((await page("get", `/resources/${open.id}`)).status).toBe(404);
  expect((await page("get", `/venues/${venue.id}`)).status).toBe(404);
  expect((await staff("get", `/resources/${open.id}`)).status).toBe(200);
});

test("a deleted resource leaves the lists", async () => {
  const { staff, create } = await atVenue();
  const { body } = await create();
  expect((await staff("delete", `/resources/${body.id}`)).status).toBe(204);
  expect((await staff("get", `/resources/${body.id}`)).status).toBe(404);
  expect((await staff<{ data: unknown[] }>("get", "/resources")).body.data).toEqual([]);
});

test("a template is duplicated, and never offered itself", async () => {
  const app = await testApp();
  const staff = await app.as();
  const page = (await app.visitor()).call;
  const { body: venue } = await staff("post", "/venues", { name: "Pier 4", time_zone: "America/New_York" });
  const wanted = { venue_id: venue.id, name: "Tour", template: true, category: "Water", tags: ["kayak"], price: 2500 };
  const { body: template } = await staff("post", "/resources", wanted);
  const { status, body: copy } = await staff("post", `/resources/${template.id}/duplicate`, { name: "Harbor tour" });
  expect(status).toBe(201);
  expect(copy).toMatchObject({ name: "Harbor tour", template: false, category: "Water", tags: ["kayak"], price: 2500 });
  const names = async (call: typeof staff, query: string) =>
    (await call<{ data: { name: string }[] }>("get", `/resources${query}`)).body.data.map(({ name }) => name);
  expect(await names(staff, "?template=true")).toEqual(["Tour"]);
  expect(await names(staff, "?template=false")).toEqual(["Harbor tour"]);
  expect(await names(page, "")).toEqual(["Harbor tour"]);
  expect(await names(staff, "?category=Water&tag=kayak")).toHaveLength(2);
  expect(await names(staff, "?tag=boat")).toEqual([]);
});
