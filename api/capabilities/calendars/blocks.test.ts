import { expect, test } from "vitest";
import { type BookingBody, given } from "./testing/given.ts";

const nine = "2026-11-27T14:00:00.000Z";
const ten = "2026-11-27T15:00:00.000Z";
const eleven = "2026-11-27T16:00:00.000Z";

test("blocked time is offered to nobody and refused, for a resource as for its whole venue", async () => {
  for (const whole of [false, true]) {
    const { app, staff, book, starts, venue, resource } = await given({ capacity: 3 });
    const what = whole ? { venue_ids: [venue] } : { resource_ids: [resource] };
    const made = await staff("post", "/blocks", { ...what, reason: "Engine service", starts_at: nine, ends_at: ten });
    expect([made.status, made.body]).toEqual([
      201,
      expect.objectContaining({
        id: expect.stringMatching(/^blk_/),
        reason: "Engine service",
        starts_at: nine,
        ends_at: ten,
        venue_ids: whole ? [venue] : [],
        resource_ids: whole ? [] : [resource],
        unit_ids: [],
        conflicts: [],
        version: 1,
      }),
    ]);
    const visitor = await app.visitor();
    expect((await book(visitor.call, nine)).body.code).toBe("slot_unavailable");
    expect((await book(staff, "2026-11-27T14:30:00Z")).body.code).toBe("slot_unavailable");
    expect(await starts(staff, "2026-11-27")).not.toContain(nine);
    expect((await book(visitor.call, ten)).status).toBe(201);

    expect((await staff("delete", `/blocks/${made.body.id}`)).status).toBe(204);
    expect((await book(visitor.call, nine)).status).toBe(201);
    expect((await staff("get", `/blocks/${made.body.id}`)).status).toBe(404);
    expect((await app.events()).filter((type) => type.startsWith("block."))).toEqual([
      "block.created",
      "block.deleted",
    ]);
    expect(await app.audit()).toEqual(expect.arrayContaining(["blocks.create", "blocks.delete"]));
  }
});

test("what is booked already stays, and is named to whoever blocks", async () => {
  const { staff, book, resource, venue } = await given({ capacity: 3, buffer_after_minutes: 30 });
  const first = (await book(staff, nine)).body;
  const second = (await book(staff, nine)).body;
  const gone = (await book(staff, nine)).body;
  await book(staff, "2026-11-27T17:00:00Z");
  await staff("post", `/bookings/${gone.id}/cancellation`, {});
  const shown = ({ id, reference }: BookingBody) => ({ booking_id: id, reference, starts_at: nine });
  for (const what of [{ resource_ids: [resource] }, { venue_ids: [venue] }]) {
    const block = { ...what, starts_at: "2026-11-27T14:30:00Z", ends_at: eleven };
    const { status, body } = await staff<{ id: string; conflicts: { booking_id: string }[] }>("post", "/blocks", block);
    expect(status).toBe(201);
    const byId = [...body.conflicts].sort((a, b) => a.booking_id.localeCompare(b.booking_id));
    expect(byId).toEqual([first, second].map(shown).sort((a, b) => a.booking_id.localeCompare(b.booking_id)));
    expect((await staff("get", `/blocks/${body.id}`)).body.conflicts).toEqual(body.conflicts);
    // Its buffer reaches into the block; it itself does not.
    const after = { ...what, starts_at: ten, ends_at: eleven };
    expect((await staff("post", "/blocks", after)).body.conflicts).toEqual([]);
  }
  expect((await staff("get", `/bookings/${first.id}`)).body).toMatchObject({ status: "confirmed", starts_at: nine });
});

test("a unit's time off keeps what needs it from being booked, in every pool that the person is in", async () => {
  const { app, staff, book, resource } = await given({ capacity: 5 });
  const guide = await app.member("user");
  const { body: pool } = await staff<{ id: string }>("post", "/pools", { name: "Guides", follow_shifts: false });
  const { body: other } = await staff<{ id: string }>("post", "/pools", { name: "Divers", follow_shifts: false });
  await staff("post", `/pools/${pool.id}/units`, { member_id: guide.id });
  const { body: unit } = await staff<{ id: string }>("post", `/pools/${other.id}/units`, { member_id: guide.id });
  await staff("patch", `/resources/${resource}`, {
    version: 1,
    requirements: [{ pool_id: pool.id, count: 1, per: null }],
  });
  const { status } = await staff("post", "/blocks", { unit_ids: [unit.id], starts_at: nine, ends_at: ten });
  expect(status).toBe(201);
  expect((await book(staff, nine)).body.code).toBe("slot_unavailable");
  expect((await book(staff, ten)).status).toBe(201);
});

test("a resource with places of its own at each venue is blocked at all of them", async () => {
  const { staff, book, resource } = await given();
  const { body: pier } = await staff<{ id: string }>("post", "/venues", {
    name: "Pier 9",
    time_zone: "America/New_York",
  });
  const also_at = [{ venue_id: pier.id, price: null, capacity: 2, hours: null }];
  const changed = await staff("patch", `/resources/${resource}`, { version: 1, stock: "per_venue", also_at });
  expect(changed.status).toBe(200);
  expect((await book(staff, ten, { venue_id: pier.id })).status).toBe(201);
  const { body } = await staff<{ conflicts: unknown[] }>("post", "/blocks", {
    resource_ids: [resource],
    starts_at: nine,
    ends_at: eleven,
  });
  expect(body.conflicts).toHaveLength(1);
  for (const venue of [{}, { venue_id: pier.id }]) {
    expect((await book(staff, nine, venue)).body.code).toBe("slot_unavailable");
  }
});

test("of a block and bookings at the same moment, either the booking is refused or the block names it", async () => {
  const { staff, book, resource } = await given({ capacity: 20 });
  const block = () =>
    staff<{ id: string }>("post", "/blocks", { resource_ids: [resource], starts_at: nine, ends_at: ten });
  const [made, ...booked] = await Promise.all([block(), ...Array.from({ length: 8 }, () => book(staff, nine))]);
  const { body } = await staff<{ conflicts: { booking_id: string }[] }>("get", `/blocks/${made.body.id}`);
  const standing = booked.filter(({ status }) => status === 201).map(({ body }) => body.id);
  expect(body.conflicts.map(({ booking_id }) => booking_id).sort()).toEqual(standing.sort());
  expect(booked.every(({ status, body }) => status === 201 || body.code === "slot_unavailable")).toBe(true);
  expect((await book(staff, nine)).body.code).toBe("slot_unavailable");
});

test("a long block holds to its last day", async () => {
  const { staff, book, resource } = await given();
  const ends_at = "2027-11-20T15:00:00Z";
  const block = { resource_ids: [resource], starts_at: "2026-11-24T00:00:00Z", ends_at };
  expect((await staff("post", "/blocks", block)).status).toBe(201);
  for (const time of ["2026-12-26T15:00:00Z", "2027-05-03T15:00:00Z", "2027-11-20T14:30:00Z"]) {
    expect((await book(staff, time)).body.code).toBe("slot_unavailable");
  }
  expect((await book(staff, ends_at)).status).toBe(201);
});

test("a block can be moved to another time and another resource", async () => {
  const { app, staff, book, resource, other } = await given();
  const { body } = await staff("post", "/blocks", { resource_ids: [resource], starts_at: nine, ends_at: ten });
  const moved = await staff("patch", `/blocks/${body.id}`, { version: 1, starts_at: ten, ends_at: eleven });
  expect([moved.status, moved.body.version]).toEqual([200, 2]);
  expect((await book(staff, nine)).status).toBe(201);
  expect((await book(staff, ten)).body.code).toBe("slot_unavailable");
  await staff("patch", `/blocks/${body.id}`, { version: 2, resource_ids: [other] });
  expect((await book(staff, ten)).status).toBe(201);
  expect((await book(staff, ten, { resource_id: other })).body.code).toBe("slot_unavailable");
  expect((await staff("patch", `/blocks/${body.id}`, { version: 2, reason: "late" })).body.code).toBe(
    "version_conflict",
  );
  expect((await app.events()).filter((type) => type === "block.updated")).toHaveLength(2);
});

test("blocks are listed by what they are for and when", async () => {
  const { staff, venue, resource, other } = await given();
  const make = async (what: object, starts_at: string, ends_at: string) =>
    (await staff<{ id: string }>("post", "/blocks", { ...what, starts_at, ends_at })).body.id;
  const third = await make({ resource_ids: [other] }, "2026-12-03T00:00:00Z", "2026-12-04T00:00:00Z");
  const first = await make({ resource_ids: [resource, other] }, "2026-12-01T00:00:00Z", "2026-12-10T00:00:00Z");
  const second = await make({ venue_ids: [venue] }, "2026-12-02T00:00:00Z", "2026-12-03T00:00:00Z");
  const listed = async (query: string) =>
    (await staff<{ data: { id: string }[] }>("get", `/blocks?${query}`)).body.data.map(({ id }) => id);
  expect(await listed("")).toEqual([first, second, third]);
  expect(await listed(`resource_id=${other}`)).toEqual([first, third]);
  expect(await listed(`venue_id=${venue}`)).toEqual([second]);
  expect(await listed("from=2026-12-03T00:00:00Z")).toEqual([first, third]);
  expect(await listed("from=2026-12-02T00:00:00Z&to=2026-12-03T00:00:00Z")).toEqual([first, second]);
  expect(await listed("limit=1")).toEqual([first]);
});

test("bad blocks are refused with a pointer, and only staff that may blocks", async () => {
  const { app, staff, resource } = await given();
  const good = { resource_ids: [resource], starts_at: nine, ends_at: ten };
  const gone = "0QvPqFbT4kZx81LmWc3R9a";
  for (const [change, pointer] of [
    [{ resource_ids: [] }, "/resource_ids"],
    [{ ends_at: nine }, "/ends_at"],
    [{ ends_at: "2027-11-29T14:00:00Z" }, "/ends_at"],
    [{ resource_ids: [resource, `res_${gone}`] }, "/resource_ids/1"],
    [{ venue_ids: [`ven_${gone}`] }, "/venue_ids/0"],
    [{ unit_ids: [`unt_${gone}`] }, "/unit_ids/0"],
    [{ starts_at: "tomorrow" }, "/starts_at"],
  ] as const) {
    const refused = await staff<{ errors: { pointer: string }[] }>("post", "/blocks", { ...good, ...change });
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([400, pointer]);
  }
  expect(await app.rows("select count(*) from spans")).toEqual([[0]]);
  const reader = await app.as("calendars:read");
  expect((await reader("post", "/blocks", good)).status).toBe(403);
  expect((await reader("get", "/blocks")).status).toBe(200);
  expect((await (await app.visitor()).call("get", "/blocks")).status).toBe(403);
});
