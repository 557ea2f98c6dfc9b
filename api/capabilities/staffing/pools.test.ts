import { expect, test } from "vitest";
import { testApp } from "../../testing/app.ts";

interface Thing extends Record<string, unknown> {
  id: string;
  version: number;
  code: string;
  errors: { pointer: string }[];
}

async function atHarbor() {
  const app = await testApp();
  const staff = await app.as();
  const guide = await app.member("user");
  const { body: venue } = await staff<Thing>("post", "/venues", { name: "Pier 4", time_zone: "America/New_York" });
  const pool = async (more: object = {}) => (await staff<Thing>("post", "/pools", { name: "Guides", ...more })).body.id;
  const unit = (poolId: string, input: object) => staff<Thing>("post", `/pools/${poolId}/units`, input);
  /** A booking's hold on a subject, as bookings write it. */
  const occupy = (subject: string, from: string, to: string) =>
    app.database.commit([
      {
        sql: "insert into spans (owner_id, subject_id, busy_from, busy_to, places, people) values (?, ?, ?, ?, 1, 0)",
        args: [`bkg_${subject}`, subject, Date.parse(from), Date.parse(to)],
      },
    ]);
  return { app, staff, guide, venue, pool, unit, occupy };
}

test("a pool is answered with its units, things and people, in the order they joined", async () => {
  const { app, staff, guide, venue, pool, unit } = await atHarbor();
  const id = await pool({ venue_id: venue.id });
  const person = await unit(id, { member_id: guide.id, color: "#0F766E" });
  expect(person.status).toBe(201);
  expect(person.body).toMatchObject({ pool_id: id, name: guide.name, member_id: guide.id, color: "#0f766e" });
  app.clock.advance("1m");
  const thing = await unit(id, { name: "Room 2", status: "inactive" });
  expect(thing.body).toMatchObject({ name: "Room 2", member_id: null, color: null, status: "inactive", version: 1 });
  const { body } = await staff<Thing>("get", `/pools/${id}`);
  expect(body).toMatchObject({ name: "Guides", venue_id: venue.id, follow_shifts: true, version: 1 });
  expect(body.units).toEqual([person.body, thing.body]);
  expect((await staff<{ data: Thing[] }>("get", `/pools?venue_id=${venue.id}`)).body.data).toEqual([body]);

  const renamed = await staff<Thing>("patch", `/units/${thing.body.id}`, { version: 1, name: "Room 3" });
  expect(renamed.body).toMatchObject({ name: "Room 3", version: 2 });
  expect((await staff("patch", `/units/${thing.body.id}`, { version: 1, name: "Room 4" })).status).toBe(409);
  const moved = await staff<Thing>("patch", `/pools/${id}`, { version: 1, venue_id: null, follow_shifts: false });
  expect(moved.body).toMatchObject({ venue_id: null, follow_shifts: false, version: 2 });
  expect(moved.body.units).toEqual([person.body, renamed.body]);
  expect(await app.events()).toEqual([
    "venue.created",
    "pool.created",
    "unit.created",
    "unit.created",
    "unit.updated",
    "pool.updated",
  ]);
  expect((await app.audit()).slice(1)).toEqual([
    "pools.create",
    "units.create",
    "units.create",
    "units.update",
    "units.update",
    "pools.update",
  ]);
});

test("a person is in a pool once, whoever adds them at the same time, and may be in others too", async () => {
  const { staff, guide, pool, unit } = await atHarbor();
  const [guides, drivers] = [await pool(), await pool({ name: "Drivers" })];
  const answers = await Promise.all(Array.from({ length: 5 }, () => unit(guides, { member_id: guide.id })));
  expect(answers.map(({ status, body }) => (status === 201 ? "added" : body.code)).sort()).toEqual([
    "added",
    ...Array(4).fill("unit_exists"),
  ]);
  expect((await unit(drivers, { member_id: guide.id })).status).toBe(201);
  const added = answers.find(({ status }) => status === 201)!;
  expect((await staff("delete", `/units/${added.body.id}`)).status).toBe(204);
  expect((await unit(guides, { member_id: guide.id })).status).toBe(201);
});

test("a pool takes two hundred units and no more", async () => {
  const { app, pool, unit } = await atHarbor();
  const id = await pool();
  await app.database.commit([
    {
      sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < 199)
        insert into units select 'unt_' || i, 1, 0, 0, ?, 'Kayak', null, null, 'active', null from n`,
      args: [id],
    },
  ]);
  const answers = await Promise.all([unit(id, { name: "Kayak" }), unit(id, { name: "Kayak" })]);
  expect(answers.map(({ status, body }) => (status === 201 ? "added" : body.code)).sort()).toEqual([
    "added",
    "pool_full",
  ]);
});

test("who or what is booked stays; once that is over, it can go", async () => {
  const { app, staff, guide, pool, unit, occupy } = await atHarbor();
  const id = await pool();
  const person = (await unit(id, { member_id: guide.id })).body;
  const room = (await unit(id, { name: "Room" })).body;
  await occupy(guide.id, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z");
  await occupy(room.id, "2026-11-24T09:00:00Z", "2026-11-24T11:00:00Z");
  for (const path of [`/units/${person.id}`, `/units/${room.id}`, `/pools/${id}`]) {
    const refused = await staff<Thing>("delete", path);
    expect([refused.status, refused.body.code]).toEqual([409, "unit_in_use"]);
  }
  app.clock.advance("1350m");
  expect((await staff("delete", `/units/${person.id}`)).status).toBe(204);
  expect((await staff("delete", `/pools/${id}`)).status).toBe(409);
  app.clock.advance("1h");
  expect((await staff("delete", `/pools/${id}`)).status).toBe(204);
  expect((await staff("get", `/pools/${id}`)).status).toBe(404);
  expect((await staff("get", `/units/${room.id}`)).status).toBe(404);
  expect((await unit(id, { name: "Room" })).status).toBe(404);
  expect((await staff<{ data: Thing[] }>("get", "/pools")).body.data).toEqual([]);
  expect((await app.events()).slice(4)).toEqual(["unit.deleted", "pool.deleted"]);
});

test("what a pool or unit cannot be is refused with a pointer", async () => {
  const { app, staff, guide, pool, unit } = await atHarbor();
  const id = await pool();
  const pointers = async (answer: Promise<{ body: Thing }>) => (await answer).body.errors.map(({ pointer }) => pointer);
  expect(await pointers(staff("post", "/pools", { name: "x", venue_id: "ven_00000000000000000000" }))).toEqual([
    "/venue_id",
  ]);
  expect(await pointers(staff("patch", `/pools/${id}`, { version: 1, venue_id: "ven_00000000000000000000" }))).toEqual([
    "/venue_id",
  ]);
  expect(await pointers(unit(id, {}))).toEqual(["/name"]);
  expect(await pointers(unit(id, { member_id: "mem_00000000000000000000" }))).toEqual(["/member_id"]);
  expect(await pointers(unit(id, { name: "x", color: "red" }))).toEqual(["/color"]);
  const owner = await app.member();
  const { version } = (await owner.call<Thing>("get", `/members/${guide.id}`)).body;
  const left = await owner.call("patch", `/members/${guide.id}`, { version, status: "deactivated" });
  expect(left.status).toBe(200);
  expect(await pointers(unit(id, { member_id: guide.id }))).toEqual(["/member_id"]);
});

test("members are assigned to venues and taken off again, once each", async () => {
  const { app, staff, guide, venue } = await atHarbor();
  const other = await app.member("team_lead");
  const path = (id: string) => `/venues/${venue.id}/members/${id}`;
  const answers = await Promise.all(Array.from({ length: 4 }, () => staff<Thing>("put", path(guide.id))));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  app.clock.advance("1m");
  expect((await staff("put", path(other.id))).status).toBe(200);
  const list = async () => (await staff<{ data: Thing[] }>("get", `/venues/${venue.id}/members`)).body.data;
  expect((await list()).map(({ member_id, name }) => [member_id, name])).toEqual([
    [guide.id, guide.name],
    [other.id, other.name],
  ]);
  expect((await staff("delete", path(guide.id))).status).toBe(204);
  expect((await staff("delete", path(guide.id))).status).toBe(404);
  expect((await list()).map(({ member_id }) => member_id)).toEqual([other.id]);
  expect((await staff("put", path("mem_00000000000000000000"))).status).toBe(404);
  expect((await staff("get", "/venues/ven_00000000000000000000/members")).status).toBe(404);
  expect((await staff("put", `/venues/ven_00000000000000000000/members/${guide.id}`)).status).toBe(404);
  expect(await app.events()).toEqual([
    "venue.created",
    "venue_member.created",
    "venue_member.created",
    "venue_member.deleted",
  ]);
  expect(await app.audit()).toEqual([
    "venues.create",
    "venue_members.add",
    "venue_members.add",
    "venue_members.remove",
  ]);
});

test("pages on other sites learn nothing of who works here", async () => {
  const { app, venue, pool } = await atHarbor();
  const id = await pool();
  const visitor = await app.visitor();
  for (const call of [app.with(await app.publishable()), visitor.call]) {
    for (const path of ["/pools", `/pools/${id}`, "/shifts", `/venues/${venue.id}/members`]) {
      expect((await call("get", path)).status).toBe(403);
    }
  }
});
