import { expect, test } from "vitest";
import { type BookingBody, given } from "./testing/given.ts";

const nine = "2026-11-27T14:00:00.000Z";
const ten = "2026-11-27T15:00:00.000Z";

async function withHolds(resource: object = {}) {
  const made = await given(resource);
  const visitor = await made.app.visitor();
  const hold = (call = visitor.call, starts_at = nine, more: object = {}) =>
    call<BookingBody>("post", "/holds", { resource_id: made.resource.id, starts_at, ...more });
  return { ...made, visitor, hold };
}

test("a hold keeps a slot for its holder, who books it once", async () => {
  const { app, visitor, hold, book, slots, staff } = await withHolds();
  const held = await hold();
  expect(held.status).toBe(201);
  expect(held.body).toMatchObject({ starts_at: nine, price: 2500, expires_at: "2026-11-23T12:10:00.000Z" });
  expect((await slots(staff, "2026-11-27"))[0]?.slots.length).toBe(7);
  expect((await book(staff, nine)).body.code).toBe("slot_unavailable");
  const booked = await book(visitor.call, nine, { hold_id: held.body.id });
  expect(booked.status).toBe(201);
  expect((await book(visitor.call, nine, { hold_id: held.body.id })).body.code).toBe("hold_expired");
  expect(await app.rows("select owner_id, expires_at from spans")).toEqual([[booked.body.id, null]]);
  expect(await app.rows("select count(*) from holds")).toEqual([[0]]);
});

test("what was held is booked as it was held, whatever changed since", async () => {
  const { visitor, hold, book, staff, resource } = await withHolds();
  const held = await hold();
  await staff("patch", `/resources/${resource.id}`, { version: 1, price: 9900, buffer_after_minutes: 60 });
  expect((await book(visitor.call, ten, { hold_id: held.body.id })).body.errors).toMatchObject([
    { pointer: "/hold_id" },
  ]);
  expect((await book(visitor.call, nine, { hold_id: held.body.id })).body).toMatchObject({
    price: 2500,
    status: "confirmed",
  });
});

test("a hold that ran out counts no more, swept or not", async () => {
  const { app, visitor, hold, book, staff, slots } = await withHolds();
  const [held] = [await hold(), await hold(visitor.call, ten)];
  app.clock.advance("10m");
  expect((await book(visitor.call, nine, { hold_id: held?.body.id })).body.code).toBe("hold_expired");
  expect((await slots(staff, "2026-11-27"))[0]?.slots.length).toBe(8);
  expect((await book(staff, nine)).status).toBe(201);
  app.clock.advance("1m");
  await app.settle();
  expect(await app.rows("select count(*) from holds")).toEqual([[0]]);
  expect(await app.rows("select count(*) from spans")).toEqual([[1]]);
  expect((await app.events()).filter((type) => type === "hold.released").length).toBe(2);
  expect(await app.rows("select count(*) from jobs where kind = 'holds.sweep'")).toEqual([[0]]);
});

test("a hold is given back by its holder alone, and at once", async () => {
  const { app, visitor, hold, book, staff } = await withHolds();
  const other = await app.visitor();
  const { body } = await hold();
  expect((await other.call("delete", `/holds/${body.id}`)).status).toBe(404);
  expect((await book(other.call, nine, { hold_id: body.id })).body.code).toBe("hold_expired");
  expect((await visitor.call("delete", `/holds/${body.id}`)).status).toBe(204);
  expect((await visitor.call("delete", `/holds/${body.id}`)).status).toBe(404);
  expect((await book(staff, nine)).status).toBe(201);
});

test("one page cannot keep the whole calendar, and a publishable key keeps nothing", async () => {
  const { app, visitor, hold } = await withHolds();
  const starts = Array.from({ length: 8 }, (_, hour) => new Date(Date.parse(nine) + hour * 3_600_000).toISOString());
  const answers = await Promise.all(starts.map((start) => hold(visitor.call, start)));
  expect(answers.filter((answer) => answer.status === 201).length).toBe(5);
  expect(answers.filter((answer) => answer.body.code === "too_many_holds").length).toBe(3);
  const page = app.with(await app.publishable());
  expect((await hold(page)).status).toBe(403);
});
