import { expect, test } from "vitest";
import { type BookingBody, given } from "./testing/given.ts";

const nine = "2026-11-27T14:00:00.000Z";
const at = (hour: number) => new Date(Date.parse(nine) + (hour - 9) * 3_600_000).toISOString();

/** A tour for twenty that needs a guide for every four, of whom there are `guides`. */
async function tour(guides: number, resource: object = {}, per: number | null = 4) {
  const known = await given({ capacity: 20, max_party: 20 });
  const { staff, resource: made } = known;
  const { body: pool } = await staff<{ id: string }>("post", "/pools", { name: "Guides" });
  for (let one = 0; one < guides; one++) await staff("post", `/pools/${pool.id}/units`, { name: `Guide ${one + 1}` });
  const { status } = await staff("patch", `/resources/${made.id}`, {
    version: 1,
    requirements: [{ pool_id: pool.id, count: 1, per }],
    ...resource,
  });
  expect(status).toBe(200);
  const units = async () =>
    (await known.app.rows("select owner_id, subject_id from spans where people = 0 order by rowid")).length;
  return { ...known, pool, units, page: (await known.app.visitor()).call };
}

test("those who leave together share their guides, and more come as they need more", async () => {
  const { book, page, units } = await tour(3);
  expect((await book(page, nine, { party: 3 })).status).toBe(201);
  expect(await units()).toBe(1);
  expect((await book(page, nine, { party: 1 })).status).toBe(201);
  expect(await units()).toBe(1);
  expect((await book(page, nine, { party: 5 })).status).toBe(201);
  expect(await units()).toBe(3);
  expect((await book(page, nine, { party: 4 })).body).toMatchObject({
    code: "slot_unavailable",
    reason: "pool_exhausted",
  });
  expect((await book(page, nine, { party: 3 })).status).toBe(201);
});

test("vacancies are as many as the guides who are free can take", async () => {
  const { book, page, slots } = await tour(2);
  expect((await slots(page, "2026-11-27"))[0]?.slots[0]?.vacancies).toBe(8);
  await book(page, nine, { party: 3 });
  expect((await slots(page, "2026-11-27"))[0]?.slots[0]?.vacancies).toBe(5);
});

test("whoever brought the guide leaves it to the others", async () => {
  const { book, page, staff, units, app } = await tour(1);
  const first = await book(page, nine, { party: 2 });
  const second = await book(page, nine, { party: 2 });
  await staff("post", `/bookings/${first.body.id}/cancellation`, { version: 1 });
  expect(await app.rows("select owner_id from spans where people = 0")).toEqual([[second.body.id]]);
  expect((await book(page, nine, { party: 3 })).body).toMatchObject({ reason: "pool_exhausted" });
  await staff("post", `/bookings/${second.body.id}/cancellation`, { version: 1 });
  expect(await units()).toBe(0);
});

test("a party that moves takes its guide along only where nobody needs it", async () => {
  const { book, page, staff, app } = await tour(2);
  const first = await book(page, nine, { party: 2 });
  const second = await book(page, nine, { party: 2 });
  const moved = await staff<BookingBody>("patch", `/bookings/${first.body.id}`, { version: 1, starts_at: at(10) });
  expect(moved.status).toBe(200);
  const owners = await app.rows("select owner_id from spans where people = 0 order by busy_from");
  expect(owners).toEqual([[second.body.id], [first.body.id]]);
  const grown = await staff<BookingBody>("patch", `/bookings/${second.body.id}`, { version: 1, party: 4 });
  expect(grown.body).toMatchObject({ party: 4 });
});

test("a guide whom only a hold had stays with those who booked meanwhile", async () => {
  const { book, page, app, resource } = await tour(1);
  const other = await app.visitor();
  await other.call("post", "/holds", { resource_id: resource.id, starts_at: nine, party: 2 });
  const booked = await book(page, nine, { party: 1 });
  expect(await app.rows("select owner_id, expires_at from spans where people = 0")).toEqual([[booked.body.id, null]]);
});

test("what each party needs for itself is nobody else's", async () => {
  const { book, page, units } = await tour(2, { kind: "service" }, null);
  expect((await book(page, nine)).status).toBe(201);
  expect((await book(page, nine)).status).toBe(201);
  expect((await book(page, nine)).body).toMatchObject({ reason: "pool_exhausted" });
  expect(await units()).toBe(2);
});

test("forty at once never take more guides than there are", async () => {
  const { page, resource, app } = await tour(3, { capacity: 40, max_party: 20 });
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, one) =>
      page<BookingBody>("post", "/bookings", {
        resource_id: resource.id,
        starts_at: at(9 + (one % 3)),
        party: 1 + (one % 3),
        contact: { name: `Guest ${one}`, email: `guest${one}@example.com` },
      }),
    ),
  );
  expect(
    answers.every(
      ({ status, body }) => status === 201 || body.code === "slot_unavailable" || body.code === "contended",
    ),
  ).toBe(true);
  for (const hour of [9, 10, 11]) {
    const start = Date.parse(at(hour));
    const [[people, guides]] = (await app.rows(
      `select coalesce(sum(people), 0), coalesce(sum(people = 0), 0) from spans where starts_at = ${start}`,
    )) as [[number, number]];
    expect(guides).toBe(Math.ceil(people / 4));
  }
  const [[most]] = (await app.rows(
    "select max(n) from (select count(*) as n from spans where people = 0 group by busy_from, subject_id)",
  )) as [[number]];
  expect(most).toBe(1);
});
