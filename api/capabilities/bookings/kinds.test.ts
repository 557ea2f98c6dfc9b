import { expect, test } from "vitest";
import { WEEKDAYS } from "../../core/time.ts";
import { ada, type BookingBody, given } from "./testing/given.ts";

// The clock stands at Monday 2026-11-23, 12:00 UTC; the pier is in New York, open from nine to five.
const nine = "2026-11-27T14:00:00.000Z";
const at = (hour: number, minute = 0) => new Date(Date.parse(nine) + ((hour - 9) * 60 + minute) * 60_000).toISOString();

test("nights are let from check-in to check-out, each at its own price", async () => {
  const { staff, app, resource, book, slots } = await given({
    kind: "rental",
    length_unit: "night",
    min_length: 2,
    max_length: 7,
    price: 10_000,
    price_per: "booking",
    price_rules: [
      {
        id: "weekend",
        name: "Weekend",
        when: { weekdays: ["friday", "saturday"] },
        change: { kind: "percent", value: 20 },
      },
    ],
  });
  const page = (await app.visitor()).call;
  const [friday] = await slots(page, "2026-11-27", "2026-11-27", "&length=3");
  expect(friday?.slots[0]).toMatchObject({
    local_start: "2026-11-27T15:00:00-05:00",
    local_end: "2026-11-30T11:00:00-05:00",
    price: 12_000 + 12_000 + 10_000,
    longest: 7,
  });
  const starts_at = "2026-11-27T20:00:00.000Z";
  const booked = await book(page, starts_at, { ends_at: "2026-11-30T16:00:00.000Z" });
  expect(booked.body).toMatchObject({ price: 34_000, ends_at: "2026-11-30T16:00:00.000Z" });
  // The one before ends as this one begins; the one that reaches into it does not go.
  const before = await slots(page, "2026-11-24", "2026-11-26", "&length=2");
  expect(before.map((day) => day.slots.length)).toEqual([1, 1, 0]);
  expect((await slots(page, "2026-11-30", "2026-11-30"))[0]?.slots.length).toBe(1);
  const odd = await book(page, "2026-12-04T20:00:00.000Z", { ends_at: "2026-12-04T23:00:00.000Z" });
  expect(odd.body).toMatchObject({ code: "slot_unavailable", reason: "wrong_length" });
  const moved = await staff<BookingBody>("patch", `/bookings/${booked.body.id}`, {
    version: 1,
    starts_at: "2026-11-28T20:00:00.000Z",
    ends_at: "2026-11-30T16:00:00.000Z",
  });
  expect(moved.body).toMatchObject({ price: 22_000 });
  expect(resource.id).toBeTruthy();
});

test("variants share the places of their resource", async () => {
  const { book, app } = await given({
    kind: "rental",
    capacity: 2,
    slot_step_minutes: 60,
    variants: [
      { id: "half_day", name: "Half a day", duration_minutes: 240, price: 4000 },
      { id: "day", name: "A day", duration_minutes: 480, price: 7000 },
    ],
  });
  const page = (await app.visitor()).call;
  expect((await book(page, nine, { variant_id: "day" })).body).toMatchObject({ price: 7000, ends_at: at(17) });
  expect((await book(page, at(11), { variant_id: "half_day" })).body).toMatchObject({ price: 4000, ends_at: at(15) });
  expect((await book(page, at(12), { variant_id: "half_day" })).body.code).toBe("slot_unavailable");
  expect((await book(page, at(12), { variant_id: "week" })).body.errors).toMatchObject([{ pointer: "/variant_id" }]);
});

test("guests are priced by what they are, and take the places that they take", async () => {
  const { book, app } = await given({
    capacity: 5,
    max_party: 5,
    guest_categories: [
      { id: "adult", name: "Adult", price: 5000, min: 1 },
      { id: "child", name: "Child", price: 2000 },
      { id: "infant", name: "Infant", price: 0, takes_place: false },
    ],
  });
  const page = (await app.visitor()).call;
  const family = await book(page, nine, { guests: { adult: 2, child: 1, infant: 1 } });
  expect(family.body).toMatchObject({ party: 3, price: 12_000, guests: { adult: 2, child: 1, infant: 1 } });
  expect((await book(page, nine, { guests: { child: 2 } })).body.errors[0]?.pointer).toBe("/guests/adult");
  expect((await book(page, nine, { guests: { adult: 3 } })).body.code).toBe("slot_unavailable");
  expect((await book(page, nine, { guests: { adult: 2 }, party: 3 })).body.errors[0]?.pointer).toBe("/party");
  expect((await book(page, nine, { guests: { adult: 2 } })).body).toMatchObject({ party: 2 });
});

test("whoever has it alone takes all of it, and only where nobody is yet", async () => {
  const { book, app } = await given({ capacity: 8, max_party: 8, private_price: 9000 });
  const page = (await app.visitor()).call;
  expect((await book(page, nine, { party: 3, private: true })).body).toMatchObject({ price: 7500 + 9000, party: 3 });
  expect((await book(page, nine)).body.code).toBe("slot_unavailable");
  expect((await book(page, at(11))).status).toBe(201);
  expect((await book(page, at(11), { private: true })).body).toMatchObject({
    code: "slot_unavailable",
    reason: "full",
  });
});

test("a room is one party's, however few they are", async () => {
  const { book, app } = await given({ kind: "service", sharing: "private", capacity: 6, max_party: 6 });
  const page = (await app.visitor()).call;
  expect((await book(page, nine, { party: 2 })).status).toBe(201);
  expect((await book(page, nine, { party: 2 })).body.code).toBe("slot_unavailable");
});

test("there are only so many of an add-on at one time", async () => {
  const { book, app, staff } = await given({
    capacity: 10,
    add_ons: [
      { id: "camera", name: "Camera", price: 1500, per: "booking", stock: 2 },
      { id: "lunch", name: "Lunch", price: 800, per: "guest" },
    ],
  });
  const page = (await app.visitor()).call;
  const camera = { add_ons: [{ id: "camera", quantity: 2 }] };
  expect((await book(page, nine, { ...camera, party: 2 })).body).toMatchObject({ price: 5000 + 3000 });
  expect((await book(page, nine, { add_ons: [{ id: "camera" }] })).body).toMatchObject({ reason: "add_on_out" });
  expect((await book(page, nine, { party: 2, add_ons: [{ id: "lunch" }] })).body).toMatchObject({ price: 5000 + 1600 });
  expect((await book(page, at(10), camera)).status).toBe(201);
  expect((await book(page, nine, { add_ons: [{ id: "boat" }] })).body.errors[0]?.pointer).toBe("/add_ons/0/id");
  expect((await book(staff, nine, { add_ons: [{ id: "camera" }] })).body).toMatchObject({ reason: "add_on_out" });
});

test("a venue lets in no more people than it may, whatever they come for", async () => {
  const { staff, book, app, venue } = await given({ capacity: 10 }, { capacity: 6 });
  const { body: other } = await staff<{ id: string }>("post", "/resources", {
    venue_id: venue.id,
    name: "Museum",
    capacity: 10,
    lead_minutes: 0,
  });
  const page = (await app.visitor()).call;
  expect((await book(page, nine, { party: 4 })).status).toBe(201);
  const there = { resource_id: other.id };
  expect((await book(page, nine, { ...there, party: 3 })).body).toMatchObject({ reason: "venue_full" });
  expect((await book(page, nine, { ...there, party: 2 })).status).toBe(201);
  expect((await book(page, at(10), { ...there, party: 3 })).status).toBe(201);
});

test("one resource is offered at several venues, on their clocks and at their prices", async () => {
  const { staff, book, app, resource, venue } = await given();
  const { body: berlin } = await staff<{ id: string }>("post", "/venues", {
    name: "Spree",
    time_zone: "Europe/Berlin",
    hours: WEEKDAYS.map((day) => ({ day, from: "10:00", to: "12:00" })),
  });
  await staff("patch", `/resources/${resource.id}`, { version: 1, also_at: [{ venue_id: berlin.id, price: 9900 }] });
  const page = (await app.visitor()).call;
  const query = `resource_id=${resource.id}&venue_id=${berlin.id}&from=2026-11-27&to=2026-11-27`;
  const { body } = await page<{ days: { slots: { local_start: string; price: number }[] }[] }>(
    "get",
    `/availability?${query}`,
  );
  expect(body.days[0]?.slots.map((slot) => [slot.local_start, slot.price])).toEqual([
    ["2026-11-27T10:00:00+01:00", 9900],
    ["2026-11-27T11:00:00+01:00", 9900],
  ]);
  const booked = await book(page, "2026-11-27T09:00:00Z", { venue_id: berlin.id });
  expect(booked.body).toMatchObject({ price: 9900, venue_id: berlin.id, time_zone: "Europe/Berlin" });
  expect((await staff("delete", `/venues/${berlin.id}`)).body).toMatchObject({ code: "venue_in_use" });
  expect((await book(page, nine, { venue_id: "ven_000000000000000" })).body.errors[0]?.pointer).toMatch(/id$/);
  const { body: list } = await page<{ data: { id: string }[] }>("get", `/resources?venue_id=${berlin.id}`);
  expect(list.data.map(({ id }) => id)).toEqual([resource.id]);
  expect(venue.id).not.toBe(berlin.id);
});

test("many of its days are told at once, without their slots", async () => {
  const { app, book, resource } = await given({ capacity: 4 });
  const page = (await app.visitor()).call;
  for (let hour = 9; hour < 17; hour++) await book(page, at(hour), { party: 4 });
  await book(page, "2026-11-28T14:00:00Z", { party: 3 });
  const { body } = await page<{ data: { days: { date: string; status: string; vacancies: number }[] }[] }>(
    "get",
    `/availability/calendar?resource_ids=${resource.id}&from=2026-11-22&to=2027-11-22`,
  );
  const days = body.data[0]?.days ?? [];
  expect(days.length).toBe(366);
  const on = (date: string) => days.find((day) => day.date === date);
  expect(on("2026-11-22")).toMatchObject({ status: "closed", reason: "too_soon" });
  expect(on("2026-11-27")).toMatchObject({ status: "full", vacancies: 0 });
  expect(on("2026-11-28")).toMatchObject({ status: "open", vacancies: 4 });
  expect(on("2027-11-22")).toMatchObject({ status: "closed", reason: "too_far" });
});

test("why a time cannot be had is told check by check", async () => {
  const { staff, book, resource } = await given();
  await book(staff, nine);
  const ask = async (starts_at: string) =>
    (
      await staff<{ available: boolean; checks: { code: string; passed: boolean }[] }>(
        "get",
        `/availability/explanation?resource_id=${resource.id}&starts_at=${starts_at}`,
      )
    ).body;
  const taken = await ask(nine);
  expect(taken.available).toBe(false);
  expect(taken.checks.filter(({ passed }) => !passed)).toEqual([{ code: "full", passed: false }]);
  const night = await ask("2026-11-27T03:00:00Z");
  expect(night.checks.find(({ passed }) => !passed)?.code).toBe("closed");
  expect((await ask(at(12))).available).toBe(true);
});

test("what is booked together is booked together, or not at all", async () => {
  const { staff, app, book, resource } = await given({ capacity: 2 });
  const { call } = await app.visitor();
  await book(staff, at(11), { party: 2 });
  const item = (starts_at: string, more = {}) => ({ resource_id: resource.id, starts_at, ...more });
  const group = (items: object[]) =>
    call<BookingBody & { data: BookingBody[]; item: number }>("post", "/booking-groups", { items, contact: ada });
  const refused = await group([item(nine), item(at(11))]);
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ code: "slot_unavailable", item: 1 });
  expect(refused.body.errors[0]?.pointer).toBe("/items/1");
  // Two of one group stand in each other's way like strangers.
  expect((await group([item(nine, { party: 2 }), item(nine)])).body).toMatchObject({
    code: "slot_unavailable",
    item: 1,
  });
  expect(await app.rows("select count(*) from bookings")).toEqual([[1]]);
  const both = await group([item(nine), item(nine), item(at(10), { party: 2 })]);
  expect(both.status).toBe(201);
  expect(both.body).toMatchObject({ price: 2500 * 4 });
  expect(new Set(both.body.data.map(({ group_id }) => group_id)).size).toBe(1);
});

test("what recurs keeps its local time over a change of the clock", async () => {
  const { app, resource } = await given({}, {}, { start: "2026-10-20T12:00:00Z" });
  const { call } = await app.visitor();
  const { body } = await call<{ data: BookingBody[] }>("post", "/booking-groups", {
    items: [{ resource_id: resource.id, starts_at: "2026-10-26T13:00:00Z", recurrence: "FREQ=WEEKLY;COUNT=3" }],
    contact: ada,
  });
  expect(body.data.map(({ starts_at }) => starts_at)).toEqual([
    "2026-10-26T13:00:00.000Z",
    "2026-11-02T14:00:00.000Z",
    "2026-11-09T14:00:00.000Z",
  ]);
});

test("a hold that replaces another has what that one kept", async () => {
  const { app, resource } = await given({ capacity: 3 });
  const { call } = await app.visitor();
  const hold = (more: object) =>
    call<BookingBody>("post", "/holds", { resource_id: resource.id, starts_at: nine, ...more });
  const first = await hold({ party: 2 });
  expect((await hold({ party: 3 })).body.code).toBe("slot_unavailable");
  const second = await hold({ party: 3, replaces: first.body.id });
  expect(second.body).toMatchObject({ party: 3, price: 7500 });
  expect((await hold({ party: 1, replaces: first.body.id })).body.code).toBe("hold_expired");
  expect(await app.rows("select owner_id, places from spans")).toEqual([[second.body.id, 3]]);
});

test("of two who edit at once, the second is shown what the first made of it", async () => {
  const { staff, book } = await given();
  const { body } = await book(staff, nine);
  const edit = (notes: string) =>
    staff<BookingBody & { current: BookingBody }>("patch", `/bookings/${body.id}`, { notes, version: 1 });
  const answers = await Promise.all([edit("Window seat"), edit("Aisle seat")]);
  const [won] = answers.filter(({ status }) => status === 200);
  const [lost] = answers.filter(({ status }) => status === 409);
  expect(lost?.body).toMatchObject({
    code: "version_conflict",
    current_version: 2,
    current: { notes: won?.body.notes },
  });
  expect(lost?.body.current).toEqual((await staff("get", `/bookings/${body.id}`)).body);
});
