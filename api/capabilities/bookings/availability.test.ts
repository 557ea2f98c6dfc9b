import { expect, test } from "vitest";
import { given } from "./testing/given.ts";

const all = [{ day: "sunday", from: "00:00", to: "24:00" }];

test("every date asked for is there, with the slots of the venue's clock", async () => {
  const { app, slots } = await given({ capacity: 3 });
  const page = app.with(await app.publishable());
  const days = await slots(page, "2026-11-27", "2026-11-28", "&party=2");
  expect(days.map((day) => [day.date, day.slots.length])).toEqual([
    ["2026-11-27", 8],
    ["2026-11-28", 8],
  ]);
  expect(days[0]?.slots[0]).toEqual({
    starts_at: "2026-11-27T14:00:00.000Z",
    ends_at: "2026-11-27T15:00:00.000Z",
    local_start: "2026-11-27T09:00:00-05:00",
    local_end: "2026-11-27T10:00:00-05:00",
    capacity: 3,
    vacancies: 3,
    cutoff_at: "2026-11-27T14:00:00.000Z",
    longest: null,
    price: 5000,
    currency: "USD",
    reason: null,
  });
  const abroad = await slots(page, "2026-11-27", "2026-11-27", "&time_zone=Europe/Berlin");
  expect(abroad[0]?.slots[0]?.local_start).toBe("2026-11-27T15:00:00+01:00");
});

test("the day the clock jumps forward has an hour less, the day it is set back an hour more", async () => {
  const day = (start: string) => given({ slot_step_minutes: 60 }, { hours: all }, { start });
  const spring = await day("2027-03-10T12:00:00Z");
  expect((await spring.slots(spring.staff, "2027-03-14"))[0]?.slots.length).toBe(23);
  const autumn = await day("2026-10-28T12:00:00Z");
  const [sunday] = await autumn.slots(autumn.staff, "2026-11-01");
  expect(sunday?.slots.length).toBe(25);
  const ones = sunday?.slots.map((slot) => slot.local_start).filter((start) => start.includes("T01:00"));
  expect(ones).toEqual(["2026-11-01T01:00:00-04:00", "2026-11-01T01:00:00-05:00"]);
});

test("a date with hours of its own is open then alone, and a closed one not at all", async () => {
  const exceptions = [
    { date: "2026-11-26", hours: [], name: "Thanksgiving" },
    { date: "2026-11-28", hours: [{ from: "12:00", to: "14:00" }] },
  ];
  const { slots, staff } = await given({}, { exceptions });
  const days = await slots(staff, "2026-11-25", "2026-11-29");
  expect(days.map((day) => day.slots.length)).toEqual([8, 0, 8, 2, 8]);
  expect(days[3]?.slots[0]?.local_start).toBe("2026-11-28T12:00:00-05:00");
});

test("a resource with hours of its own is open on a special date when both are", async () => {
  const exceptions = [{ date: "2026-11-27", hours: [{ from: "12:00", to: "23:00" }] }];
  const hours = [{ day: "friday", from: "10:00", to: "14:00" }];
  const { slots, staff } = await given({ hours }, { exceptions });
  const days = await slots(staff, "2026-11-27", "2026-12-04");
  expect(days.map((day) => day.slots.length)).toEqual([2, 0, 0, 0, 0, 0, 0, 4]);
});

test("nothing runs into a closed date, however long it lasts", async () => {
  const hours = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((day) => ({
    day,
    from: "00:00",
    to: "24:00",
  }));
  const exceptions = [{ date: "2026-12-10", hours: [] }];
  for (const [days, open] of [
    [2, ["2026-12-07", "2026-12-08", "2026-12-11"]],
    [8, ["2026-12-11"]],
  ] as const) {
    const rules = { duration_minutes: days * 1440, slot_step_minutes: 1440 };
    const { slots, staff } = await given(rules, { hours, exceptions });
    const found = await slots(staff, "2026-12-07", "2026-12-11");
    expect(found.filter((day) => day.slots.length > 0).map((day) => day.date)).toEqual(open);
  }
});

test("notice and horizon bind what pages and keys are offered", async () => {
  const { app, slots, staff } = await given({ lead_minutes: null, horizon_days: 3 });
  const visitor = await app.visitor();
  // The company's notice is a day, and it is Monday 7:00 in New York.
  for (const call of [visitor.call, staff]) {
    const days = await slots(call, "2026-11-23", "2026-11-27");
    expect(days.map((day) => day.slots.length)).toEqual([0, 8, 8, 8, 0]);
  }
});

test("a party that cannot fit finds empty days", async () => {
  const { slots, staff } = await given({ capacity: 4, max_party: 2 });
  expect((await slots(staff, "2026-11-27", "2026-11-27", "&party=3"))[0]?.slots).toEqual([]);
  expect((await slots(staff, "2026-11-27", "2026-11-27", "&party=9000"))[0]?.slots).toEqual([]);
});

test("what cannot be asked is refused with a pointer", async () => {
  const { app, staff, resource } = await given();
  const pointer = async (query: string) => {
    const { status, body } = await staff<{ errors: { pointer: string }[] }>("get", `/availability?${query}`);
    return [status, body.errors.map((error) => error.pointer)];
  };
  const of = `resource_id=${resource.id}`;
  expect(await pointer(`${of}&from=2026-02-30&to=2026-03-01`)).toEqual([400, ["/from"]]);
  expect(await pointer(`${of}&from=2026-12-01&to=2026-11-30`)).toEqual([400, ["/to"]]);
  expect(await pointer(`${of}&from=2026-12-01&to=2027-01-01`)).toEqual([400, ["/to"]]);
  expect(await pointer(`${of}&from=9999-12-31&to=9999-12-31`)).toEqual([400, ["/from"]]);
  expect(await pointer(`${of}&from=0000-01-01&to=0000-01-01`)).toEqual([400, ["/from"]]);
  expect(await pointer(`${of}&from=2026-12-01&to=2026-12-02&party=0`)).toEqual([400, ["/party"]]);
  expect(await pointer("resource_id=res_00000000000000000000&from=2026-12-01&to=2026-12-02")).toEqual([
    400,
    ["/resource_id"],
  ]);
  expect(app.failures).toEqual([]);
});

test("the dearest party and the finest grid are answered", async () => {
  const hours = [{ day: "friday", from: "00:00", to: "24:00" }];
  const dear = { capacity: 10_000, price: 1_000_000_000_00, duration_minutes: 5 };
  const { app, slots, staff, book } = await given(dear, { hours });
  const [friday] = await slots(staff, "2026-11-27", "2026-11-27", "&party=10000");
  expect(friday?.slots.length).toBe(288);
  expect((await book(staff, "2026-11-27T14:00:00Z", { party: 10_000 })).body.price).toBe(1e15);
  expect(app.failures).toEqual([]);
});
