import { expect, test } from "vitest";
import { given } from "./testing/given.ts";

interface Units {
  version: number;
  data: { pool_id: string; unit_id: string; name: string; member_id: string | null }[];
  code: string;
  detail: string;
  errors: { pointer: string }[];
}

const nine = "2026-11-27T14:00:00.000Z";
const ten = "2026-11-27T15:00:00.000Z";

/** A tour that needs one guide for every four people, and three guides. */
async function guided(resource: object = {}) {
  const house = await given({ capacity: 12, ...resource });
  const { staff } = house;
  const pool = (await staff<{ id: string }>("post", "/pools", { name: "Guides" })).body.id;
  const guides: Record<string, string> = {};
  for (const name of ["Ann", "Bob", "Cyd"]) {
    guides[name] = (await staff<{ id: string }>("post", `/pools/${pool}/units`, { name })).body.id;
    house.app.clock.advance("1m");
  }
  const requirements = [{ pool_id: pool, count: 1, per: 4 }];
  await staff("patch", `/resources/${house.resource.id}`, { version: 1, requirements });
  const names = async (id: string) => (await staff<Units>("get", `/bookings/${id}/units`)).body.data.map((u) => u.name);
  const assign = (id: string, version: number, ...who: string[]) =>
    staff<Units>("put", `/bookings/${id}/units`, {
      version,
      units: who.map((name) => ({ pool_id: pool, unit_id: guides[name] ?? name })),
    });
  return { ...house, pool, guides, names, assign };
}

test("a booking shows whom it was given, and staff gives it somebody else", async () => {
  const { app, staff, book, pool, guides, names, assign } = await guided();
  const { body } = await book(staff, nine, { party: 3 });
  const listed = await staff<Units>("get", `/bookings/${body.id}/units`);
  expect(listed.body).toMatchObject({
    booking_id: body.id,
    version: 1,
    data: [{ pool_id: pool, pool_name: "Guides", unit_id: guides.Ann, name: "Ann", member_id: null }],
  });
  const put = await assign(body.id, 1, "Cyd");
  expect(put.body).toMatchObject({ version: 2, data: [{ name: "Cyd" }] });
  expect(await names(body.id)).toEqual(["Cyd"]);
  expect((await app.events()).at(-1)).toBe("booking.updated");
  expect((await app.audit()).at(-1)).toBe("booking_units.replace");
  expect((await assign(body.id, 1, "Bob")).body.code).toBe("version_conflict");
  expect((await assign(body.id, 2, "Cyd")).body.version).toBe(2);
  // One more than is needed is no harm.
  expect((await assign(body.id, 2, "Cyd", "Ann")).body.data.map(({ name }) => name)).toEqual(["Ann", "Cyd"]);
});

test("who is busy cannot be given, whoever asks first", async () => {
  const { staff, book, guides, names, assign } = await guided({ kind: "service", buffer_after_minutes: 30 });
  const [one, other] = [(await book(staff, nine)).body, (await book(staff, nine)).body];
  expect([await names(one.id), await names(other.id)]).toEqual([["Ann"], ["Bob"]]);
  expect((await assign(one.id, 1, "Bob")).body).toMatchObject({
    code: "slot_unavailable",
    reason: "pool_exhausted",
    unit_id: guides.Bob,
    detail: "Bob is taken at that time.",
  });
  const answers = await Promise.all([assign(one.id, 1, "Cyd"), assign(other.id, 1, "Cyd")]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  // Until half an hour after the end, somebody is busy still.
  const next = (await book(staff, ten)).body;
  expect((await assign(next.id, 1, "Cyd")).body.code).toBe("slot_unavailable");
});

test("those who leave together share their guides, whoever of them they came with", async () => {
  const { app, staff, book, names, assign } = await guided();
  const one = (await book(staff, nine, { party: 3 })).body;
  const other = (await book(staff, nine, { party: 4 })).body;
  expect([await names(one.id), await names(other.id)]).toEqual([
    ["Ann", "Bob"],
    ["Ann", "Bob"],
  ]);
  const few = await assign(other.id, 1, "Cyd");
  expect(few.body.errors).toMatchObject([{ pointer: "/units" }]);
  expect((await assign(other.id, 1, "Cyd", "Bob")).status).toBe(200);
  expect(await names(one.id)).toEqual(["Bob", "Cyd"]);
  await staff("post", `/bookings/${other.id}/cancellation`, {});
  expect((await names(one.id)).length).toBe(1);
  expect((await assign(one.id, 1, "Ann")).status).toBe(200);
  await staff("post", `/bookings/${one.id}/cancellation`, {});
  expect(await app.rows("select count(*) from spans")).toEqual([[0]]);
  expect((await assign(one.id, 3, "Bob")).body.code).toBe("booking_not_changeable");
});

test("a guide and a departure that grows at once never end with too few", async () => {
  const { app, staff, book, assign } = await guided();
  const one = (await book(staff, nine, { party: 3 })).body;
  const answers = await Promise.all([
    assign(one.id, 1, "Cyd"),
    book(staff, nine, { party: 4 }),
    book(staff, nine, { party: 4 }),
  ]);
  expect(answers.slice(1).map(({ status }) => status)).toEqual([201, 201]);
  const taken = await app.rows("select sum(people), sum(subject_id in (select id from units)) from spans");
  expect(taken).toEqual([[11, 3]]);
});

test("what is no unit of a pool that is needed is refused with a pointer", async () => {
  const { app, staff, book, guides, assign } = await guided();
  const { body } = await book(staff, nine);
  const pointers = async (...who: string[]) => (await assign(body.id, 1, ...who)).body.errors.map((e) => e.pointer);
  expect(await pointers("Ann", "unt_00000000000000000000")).toEqual(["/units/1/unit_id"]);
  expect(await pointers("Ann", "Ann")).toEqual(["/units/1/unit_id"]);
  expect(await pointers()).toEqual(["/units"]);
  await staff("patch", `/units/${guides.Bob}`, { version: 1, status: "inactive" });
  expect(await pointers("Bob")).toEqual(["/units/0/unit_id"]);
  const other = (await staff<{ id: string }>("post", "/pools", { name: "Boats" })).body.id;
  const boat = (await staff<{ id: string }>("post", `/pools/${other}/units`, { name: "Boat" })).body.id;
  const units = [{ pool_id: other, unit_id: boat }];
  const refused = await staff<Units>("put", `/bookings/${body.id}/units`, { version: 1, units });
  expect(refused.body.errors).toMatchObject([{ pointer: "/units/0/pool_id" }]);
  expect((await assign(body.id, undefined as never, "Ann")).body.errors).toMatchObject([{ pointer: "/version" }]);
  const visitor = await app.visitor();
  expect((await visitor.call("get", `/bookings/${body.id}/units`)).status).toBe(403);
});
