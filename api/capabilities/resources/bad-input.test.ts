import { expect, test } from "vitest";
import { WEEKDAYS } from "../../core/time.ts";
import type { TestApp } from "../../testing/app.ts";
import { census } from "../../testing/world.ts";
import { given } from "../bookings/testing/given.ts";

const nights = { length_unit: "night", check_in: "00:00", check_out: "23:59" };
type Problem = { code: string; errors?: { pointer: string }[] };
const week = WEEKDAYS.map((day) => ({ day, from: "09:00", to: "17:00" }));
const season = { name: "Summer", from: "2027-06-01", to: "2027-08-31", hours: week };
const rule = { id: "more", name: "More", when: { min_party: 2 }, change: { kind: "percent", value: 10 } };
const closed = (date: string, rrule: string | null = null) => ({ date, rrule, hours: [], name: null });
const variant = { id: "half", name: "Half" };
const nobody = "00000000000000000000";

/** What is wrong with a resource, and where it is said to be wrong. */
const wrong: [what: string, body: object, pointer: string][] = [
  ["a season that runs backwards", { seasons: [{ ...season, to: "2027-05-01" }] }, "/seasons/0/to"],
  ["a season on a date that is none", { seasons: [{ ...season, from: "2027-02-29" }] }, "/seasons/0/from"],
  ["a rule without a frequency", { exceptions: [closed("2027-01-01", "COUNT=3")] }, "/exceptions/0/rrule"],
  ["a rule by the hour", { exceptions: [closed("2027-01-01", "FREQ=HOURLY")] }, "/exceptions/0/rrule"],
  ["an exception too many", { exceptions: Array.from({ length: 501 }, (_, at) => closed(dayAt(at))) }, "/exceptions"],
  ["one date twice", { exceptions: [closed("2027-01-01"), closed("2027-01-01")] }, "/exceptions/1/date"],
  ["a time of day that is none", { start_times: ["24:00"] }, "/start_times/0"],
  ["days without a clock", { length_unit: "night", check_in: "25:00" }, "/check_in"],
  ["a day that ends before it begins", { length_unit: "day", check_in: "18:00", check_out: "09:00" }, "/check_out"],
  ["a shortest above the longest", { length_unit: "hour", min_length: 5, max_length: 4 }, "/min_length"],
  ["31 nights", { length_unit: "night", max_length: 31 }, "/max_length"],
  [
    "30 nights that last nearly 31 days, with a day before and after",
    { ...nights, max_length: 30, buffer_before_minutes: 1440, buffer_after_minutes: 1440 },
    "/max_length",
  ],
  ["a buffer of more than a day", { buffer_after_minutes: 1441 }, "/buffer_after_minutes"],
  ["a party of nobody", { min_party: 0 }, "/min_party"],
  ["a capacity without end", { capacity: 10_001 }, "/capacity"],
  ["more than it has as least to run", { min_to_run: 5 }, "/min_to_run"],
  ["a price beyond money", { price: 100_000_000_001 }, "/price"],
  ["a price to have alone what is private", { sharing: "private", private_price: 5 }, "/private_price"],
  [
    "a percentage below nothing",
    { price_rules: [{ ...rule, change: { kind: "percent", value: -101 } }] },
    "/price_rules/0/change/value",
  ],
  [
    "a rule that never holds",
    { price_rules: [{ ...rule, when: { min_party: 4, max_party: 3 } }] },
    "/price_rules/0/when/max_party",
  ],
  [
    "a rule about nobody",
    { price_rules: [{ ...rule, when: { guest_categories: ["adult"] } }] },
    "/price_rules/0/when/guest_categories/0",
  ],
  ["51 rules", { price_rules: Array.from({ length: 51 }, (_, at) => ({ ...rule, id: `r${at}` })) }, "/price_rules"],
  ["one category twice", { guest_categories: [category("adult"), category("adult")] }, "/guest_categories/1/id"],
  [
    "a category named as what every object has",
    { guest_categories: [category("__proto__")] },
    "/guest_categories/0/id",
  ],
  [
    "guests of whom none takes a place",
    { guest_categories: [{ ...category("cat"), takes_place: false }] },
    "/guest_categories/0/takes_place",
  ],
  [
    "a variant of more than 30 days",
    { variants: [{ ...variant, duration_minutes: 43_201 }] },
    "/variants/0/duration_minutes",
  ],
  [
    "a variant's duration where guests say how long",
    { length_unit: "hour", variants: [{ ...variant, duration_minutes: 60 }] },
    "/variants",
  ],
  ["a choice without options", { questions: [{ id: "size", label: "Size", kind: "choice" }] }, "/questions/0/options"],
  ["a deposit of more than all", { deposit: { kind: "percent", value: 101 } }, "/deposit/value"],
  ["a pool that is not there", { requirements: [{ pool_id: `pol_${nobody}` }] }, "/requirements/0/pool_id"],
  ["a venue that is not there", { also_at: [{ venue_id: `ven_${nobody}` }] }, "/also_at/0/venue_id"],
  ["a picture that is not there", { images: [`med_${nobody}`] }, "/images/0"],
];

function dayAt(ahead: number): string {
  return new Date(Date.UTC(2027, 0, 1 + ahead)).toISOString().slice(0, 10);
}
function category(id: string) {
  return { id, name: id, price: 100 };
}

async function unchanged(app: TestApp, act: () => Promise<unknown>): Promise<void> {
  const before = await census(app.database);
  await act();
  expect(await census(app.database)).toEqual(before);
  expect(app.failures).toEqual([]);
}

test("a resource that cannot be is refused with a pointer, and nothing is written", async () => {
  const { app, staff, venue, resource } = await given({ capacity: 4 });
  await unchanged(app, async () => {
    for (const [what, body, pointer] of wrong) {
      const made = { venue_id: venue.id, name: "Tour", capacity: 4, ...body };
      const answers = [
        await staff<Problem>("post", "/resources", made),
        await staff<Problem>("patch", `/resources/${resource.id}`, { version: 1, ...body }),
      ];
      expect([what, ...answers.map(({ status }) => status)]).toEqual([what, 400, 400]);
      expect([what, answers[0]?.body.errors?.map((error) => error.pointer)]).toEqual([what, [pointer]]);
    }
    const zone = await staff<Problem>("post", "/venues", { name: "Nowhere", time_zone: "Mars/Olympus" });
    expect([zone.status, zone.body.errors?.[0]?.pointer]).toEqual([400, "/time_zone"]);
  });
});

test("rules that are many, or never hold, are answered all the same", async () => {
  const exceptions = Array.from({ length: 500 }, (_, at) =>
    closed(dayAt(at), at % 2 ? "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" : "FREQ=DAILY;INTERVAL=999;COUNT=999"),
  );
  const { app, slots } = await given({ exceptions, guest_categories: [category("constructor")] });
  const page = (await app.visitor()).call;
  expect(await slots(page, "2026-11-27", "2026-12-27", "&guests=constructor:1")).toHaveLength(31);
  expect(app.failures).toEqual([]);
});

test("what is booked bounds what its resource, its venue and its pools can become", async () => {
  const { app, staff, venue, resource, book } = await given({
    capacity: 4,
    sharing: "shared",
    kind: "service",
    add_ons: [{ id: "lunch", name: "Lunch", price: 100, per: "guest", stock: 10 }],
  });
  const { body: pool } = await staff<{ id: string }>("post", "/pools", { name: "Guides" });
  const { body: unit } = await staff<{ id: string }>("post", `/pools/${pool.id}/units`, { name: "Ann" });
  const { body: other } = await staff<{ id: string }>("post", "/venues", { name: "Pier 5", hours: week });
  const change = (body: object) =>
    staff<Problem>("patch", `/resources/${resource.id}`, { version: resource.version, ...body });
  const grown = await change({
    requirements: [{ pool_id: pool.id }],
    stock: "per_venue",
    also_at: [{ venue_id: other.id }],
  });
  expect(grown.status).toBe(200);
  resource.version = 2;
  const nine = "2026-11-27T14:00:00Z";
  const ten = "2026-11-27T15:00:00Z";
  const here = await book(staff, nine, { party: 3, add_ons: [{ id: "lunch" }] });
  const there = await book(staff, ten, { party: 4, venue_id: other.id });
  expect([here.status, there.status]).toEqual([201, 201]);

  const at = (capacity: number) => ({ also_at: [{ venue_id: other.id, capacity }] });
  await unchanged(app, async () => {
    const refused: [string, Promise<{ status: number; body: Problem }>][] = [
      ["resource_in_use", change({ capacity: 2, max_party: 2 })],
      ["resource_in_use", change(at(3))],
      ["resource_in_use", change({ stock: "shared" })],
      ["resource_in_use", change({ venue_id: other.id, also_at: [] })],
      ["resource_in_use", change({ add_ons: [{ id: "lunch", name: "Lunch", price: 100, per: "guest", stock: 2 }] })],
      ["resource_in_use", staff("delete", `/resources/${resource.id}`)],
      ["venue_in_use", staff("patch", `/venues/${venue.id}`, { version: 1, capacity: 2 })],
      ["venue_in_use", staff("delete", `/venues/${other.id}`)],
      ["pool_in_use", staff("delete", `/pools/${pool.id}`)],
      ["unit_in_use", staff("delete", `/units/${unit.id}`)],
    ];
    for (const [code, answer] of refused) expect((await answer).body.code).toBe(code);
  });

  // What was taken off and comes back may not come back smaller than what is booked of it still.
  expect((await change({ also_at: [], add_ons: [] })).status).toBe(200);
  resource.version = 3;
  await unchanged(app, async () => {
    expect((await change(at(3))).body.code).toBe("resource_in_use");
    expect(
      (await change({ add_ons: [{ id: "lunch", name: "Lunch", price: 1, per: "guest", stock: 2 }] })).body.code,
    ).toBe("resource_in_use");
  });
  expect((await change(at(4))).status).toBe(200);
});

test("a venue that was closed stops no change of what was offered there as well", async () => {
  const { staff, resource } = await given();
  const { body: other } = await staff<{ id: string }>("post", "/venues", { name: "Pier 5", hours: [] });
  const path = `/resources/${resource.id}`;
  await staff("patch", path, { version: 1, also_at: [{ venue_id: other.id }] });
  expect((await staff("delete", `/venues/${other.id}`)).status).toBe(204);
  expect((await staff("patch", path, { version: 2, name: "Another tour" })).status).toBe(200);
});
