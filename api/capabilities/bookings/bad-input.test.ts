import { expect, test } from "vitest";
import { WEEKDAYS } from "../../core/time.ts";
import type { Answer, Call, TestApp } from "../../testing/app.ts";
import { census } from "../../testing/world.ts";
import { ada, type BookingBody, given } from "./testing/given.ts";

// The clock stands at Monday 2026-11-23, 12:00 UTC; the pier is in New York, open from nine to five.
const nine = "2026-11-27T14:00:00.000Z";
const ten = "2026-11-27T15:00:00.000Z";
const nobody = "00000000000000000000";
type Refusal = { code: string; reason?: string; errors?: { pointer: string }[] };
/** The code of a problem, with its reason or its pointers. */
const told = ({ status, body }: Answer<Refusal>) =>
  [status, body.code, body.reason ?? body.errors?.map(({ pointer }) => pointer).join()].filter(Boolean).join(" ");

async function unchanged(app: TestApp, act: () => Promise<unknown>): Promise<void> {
  const before = await census(app.database);
  await act();
  expect(await census(app.database)).toEqual(before);
  expect(app.failures).toEqual([]);
}

/** A tour of which much can be said wrong. */
const tour = {
  capacity: 4,
  max_party: 4,
  guest_categories: [
    { id: "adult", name: "Adult", price: 100 },
    { id: "constructor", name: "Engineer", price: 100, max: 1 },
    { id: "infant", name: "Infant", price: 0, takes_place: false },
  ],
  add_ons: [
    { id: "lunch", name: "Lunch", price: 100, per: "guest", stock: 0 },
    { id: "hat", name: "Hat", price: 100, per: "booking", max_quantity: 2 },
  ],
  variants: [{ id: "long", name: "Long", duration_minutes: 120, status: "inactive" }],
};

/** What is wrong with a wish, and what is answered by a quote, a hold and a booking of it. */
const wrong: [what: string, wish: object, answer: string][] = [
  ["a date that is none", { starts_at: "2027-02-29T14:00:00Z" }, "400 validation_failed /starts_at"],
  ["a time without an offset", { starts_at: "2026-11-27T14:00:00" }, "400 validation_failed /starts_at"],
  ["the end of time", { starts_at: "9999-12-31T23:59:59Z" }, "400 validation_failed /starts_at"],
  ["the beginning of time", { starts_at: "0001-01-01T00:00:00Z" }, "400 validation_failed /starts_at"],
  ["an end before the start", { starts_at: nine, ends_at: "2026-11-27T13:00:00Z" }, "400 validation_failed /ends_at"],
  ["an end at the start", { starts_at: nine, ends_at: nine }, "400 validation_failed /ends_at"],
  ["an end in another year", { starts_at: nine, ends_at: "2027-11-27T14:00:00Z" }, "400 validation_failed /ends_at"],
  ["a length of its own", { starts_at: nine, ends_at: "2026-11-27T15:30:00Z" }, "400 validation_failed /ends_at"],
  ["nobody", { starts_at: nine, party: 0 }, "400 validation_failed /party"],
  ["more than there are places", { starts_at: nine, party: 5 }, "400 validation_failed /party"],
  ["more than anything takes", { starts_at: nine, party: 10_001 }, "400 validation_failed /party"],
  ["guests of no category", { starts_at: nine, guests: { elder: 1 } }, "400 validation_failed /guests/elder"],
  ["guests of a category's heir", { starts_at: nine, guests: { valueof: 1 } }, "400 validation_failed /guests/valueof"],
  [
    "too many of one category",
    { starts_at: nine, guests: { constructor: 2 } },
    "400 validation_failed /guests/constructor",
  ],
  [
    "a party that is not its guests",
    { starts_at: nine, party: 2, guests: { adult: 3 } },
    "400 validation_failed /party",
  ],
  ["infants alone", { starts_at: nine, guests: { infant: 2 } }, "400 validation_failed /guests"],
  ["what was sold out before", { starts_at: nine, add_ons: [{ id: "lunch" }] }, "409 slot_unavailable add_on_out"],
  [
    "an add-on that there is not",
    { starts_at: nine, add_ons: [{ id: "dinner" }] },
    "400 validation_failed /add_ons/0/id",
  ],
  [
    "more add-ons than one may",
    { starts_at: nine, add_ons: [{ id: "hat", quantity: 3 }] },
    "400 validation_failed /add_ons/0/quantity",
  ],
  [
    "one add-on twice",
    { starts_at: nine, add_ons: [{ id: "hat" }, { id: "hat" }] },
    "400 validation_failed /add_ons/1/id",
  ],
  ["a variant that is not let", { starts_at: nine, variant_id: "long" }, "400 validation_failed /variant_id"],
  ["to be alone where all are together", { starts_at: nine, private: true }, "400 validation_failed /private"],
  ["a venue that there is not", { starts_at: nine, venue_id: `ven_${nobody}` }, "400 validation_failed /resource_id"],
  [
    "a resource that there is not",
    { starts_at: nine, resource_id: `res_${nobody}` },
    "400 validation_failed /resource_id",
  ],
  ["a code that there is not", { starts_at: nine, promotion_code: "NOTHING" }, "409 promotion_not_valid unknown"],
  ["a start beside the grid", { starts_at: "2026-11-27T14:07:00Z" }, "409 slot_unavailable no_start"],
  ["a start that is over", { starts_at: "2026-11-22T15:00:00Z" }, "409 slot_unavailable too_soon"],
  ["a start after the horizon", { starts_at: "2027-11-22T15:00:00Z" }, "409 slot_unavailable too_far"],
];

test("a wish that cannot be is refused alike by quote, hold and booking, and nothing happens", async () => {
  const { app, resource } = await given(tour);
  const page = (await app.visitor()).call;
  await page("post", "/visitors/introduction", ada);
  await unchanged(app, async () => {
    for (const [what, wish, answer] of wrong) {
      const body = { resource_id: resource.id, ...wish };
      const answers = [
        await page<Refusal>("post", "/quotes", body),
        await page<Refusal>("post", "/holds", body),
        await page<Refusal>("post", "/bookings", { ...body, contact: ada }),
      ];
      expect([what, ...answers.map(told)]).toEqual([what, answer, answer, answer]);
    }
  });
});

test("questions that make no sense are refused with a pointer", async () => {
  const { app, staff, resource } = await given(tour);
  const page = (await app.visitor()).call;
  const ask = async (path: string, more: string) =>
    told(await staff<Refusal>("get", `${path}?resource_id=${resource.id}&${more}`));
  const bad = (pointer: string) => `400 validation_failed ${pointer}`;
  expect(await ask("/availability", "from=2026-11-31&to=2026-12-01")).toBe(bad("/from"));
  expect(await ask("/availability", "from=2026-12-02&to=2026-12-01")).toBe(bad("/to"));
  expect(await ask("/availability", "from=2026-12-01&to=2027-01-01")).toBe(bad("/to"));
  expect(await ask("/availability", "from=2026-12-01&to=2026-12-01&time_zone=Mars/Olympus")).toBe(bad("/time_zone"));
  expect(await ask("/availability", "from=2026-12-01&to=2026-12-01&guests=elder:1")).toBe(bad("/guests"));
  expect(await ask("/availability", "from=2026-12-01&to=2026-12-01&guests=__proto__:1")).toBe(bad("/guests"));
  expect(await ask("/availability/explanation", "starts_at=9999-12-31T00:00:00Z")).toBe(bad("/starts_at"));
  expect(await ask("/availability/explanation", `starts_at=${nine}&ends_at=${nine}`)).toBe(bad("/ends_at"));
  expect(await ask("/availability/explanation", `starts_at=${nine}&guests=elder:1`)).toBe(bad("/guests"));
  const calendar = (more: string) => page<Refusal>("get", `/availability/calendar?resource_ids=${resource.id}&${more}`);
  expect(told(await calendar("from=2026-12-01&to=2027-12-02"))).toBe(bad("/to"));
  expect(told(await calendar("from=9999-12-01&to=9999-12-02"))).toBe(bad("/from"));
  expect(app.failures).toEqual([]);
});

test("what nobody may have is not shown as free, and the reason is the same everywhere", async () => {
  const { app, staff, resource, slots } = await given(tour);
  const page = (await app.visitor()).call;
  const reasons = async (more: string) => {
    const [day] = (await slots(page, "2026-11-27", "2026-11-27", more)) as { reason?: string; slots: unknown[] }[];
    const path = `/availability/explanation?resource_id=${resource.id}&starts_at=${nine}${more}`;
    const { body } = await staff<{ available: boolean; checks: { code: string; passed: boolean }[] }>("get", path);
    return [day?.reason, day?.slots.length, body.available, body.checks.find(({ passed }) => !passed)?.code];
  };
  expect(await reasons("&private=true")).toEqual(["not_on_offer", 0, false, "not_on_offer"]);
  expect(await reasons("&guests=constructor:2")).toEqual(["party_size", 0, false, "party_size"]);
  expect(await reasons("&guests=infant:2")).toEqual(["party_size", 0, false, "party_size"]);
  expect(await reasons("&guests=constructor:1")).toEqual([null, 8, true, undefined]);
});

test("an hour that the clock skips is not let, and one that it repeats is let twice", async () => {
  const all = WEEKDAYS.map((day) => ({ day, from: "00:00", to: "04:00" }));
  const { app, book, slots } = await given({ hours: all, horizon_days: 400, slot_step_minutes: 60 });
  const page = (await app.visitor()).call;
  const starts = async (date: string) =>
    (await slots(page, date))[0]?.slots.map(({ local_start }) => local_start.slice(11));
  expect(await starts("2027-03-14")).toEqual(["00:00:00-05:00", "01:00:00-05:00", "03:00:00-04:00"]);
  expect(await starts("2027-11-07")).toEqual([
    "00:00:00-04:00",
    "01:00:00-04:00",
    "01:00:00-05:00",
    "02:00:00-05:00",
    "03:00:00-05:00",
  ]);
  // Half past two that day is half past three: no start of the grid.
  const skipped = await book(page, "2027-03-14T02:30:00-05:00");
  expect(skipped.body).toMatchObject({ code: "slot_unavailable", reason: "no_start" });
  const both = [await book(page, "2027-11-07T01:00:00-04:00"), await book(page, "2027-11-07T01:00:00-05:00")];
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
});

test("30 nights with a day before and after are the longest that there is", async () => {
  const nights = { kind: "rental", length_unit: "night", min_length: 30, max_length: 30, horizon_days: 400 };
  const buffers = { buffer_before_minutes: 1440, buffer_after_minutes: 1440 };
  const { app, staff, book, slots } = await given({ ...nights, ...buffers, check_in: "15:00", check_out: "11:00" });
  const page = (await app.visitor()).call;
  // They sleep through the night in which clocks are set back.
  const [day] = await slots(page, "2027-11-01");
  expect(day?.slots).toHaveLength(1);
  const starts_at = day?.slots[0]?.starts_at ?? "";
  expect((await book(page, starts_at)).status).toBe(201);
  await unchanged(app, async () => {
    const longer = await book(staff, "2027-05-01T15:00:00Z", { ends_at: "2027-06-02T15:00:00Z" });
    expect(told(longer as never)).toBe("400 validation_failed /ends_at");
  });
});

test("nights that move or recur over a change of clocks end at the same time of day", async () => {
  const nights = { kind: "rental", length_unit: "night", min_length: 2, max_length: 7, horizon_days: 400 };
  const { app, staff, book } = await given({ ...nights, requires_approval: true });
  const page = (await app.visitor()).call;
  const { body: booked } = await book(page, "2027-03-05T20:00:00Z", { ends_at: "2027-03-07T16:00:00Z" });
  const moved = await page<BookingBody>("patch", `/bookings/${booked.id}`, {
    version: 1,
    starts_at: "2027-03-13T20:00:00Z",
  });
  expect(moved.body).toMatchObject({ starts_at: "2027-03-13T20:00:00.000Z", ends_at: "2027-03-15T15:00:00.000Z" });
  await staff("post", `/bookings/${booked.id}/cancellation`, { version: 2 });
  const group = await page<{ data: BookingBody[] }>("post", "/booking-groups", {
    items: [
      {
        resource_id: booked.resource_id,
        starts_at: "2027-03-06T20:00:00Z",
        ends_at: "2027-03-08T16:00:00Z",
        recurrence: "FREQ=WEEKLY;COUNT=3",
      },
    ],
    contact: ada,
  });
  expect(group.body.data.map(({ ends_at }) => ends_at)).toEqual([
    "2027-03-08T16:00:00.000Z",
    "2027-03-15T15:00:00.000Z",
    "2027-03-22T15:00:00.000Z",
  ]);
});

test("a group with anything wrong in it books nothing", async () => {
  const { app, staff, resource } = await given({ capacity: 4 });
  const page = (await app.visitor()).call;
  const hold = await page<{ id: string }>("post", "/holds", { resource_id: resource.id, starts_at: nine, party: 2 });
  const item = (more: object) => ({ resource_id: resource.id, starts_at: ten, ...more });
  const group = (...items: object[]) => page<Refusal>("post", "/booking-groups", { items, contact: ada });
  const held = { starts_at: nine, hold_id: hold.body.id };
  await page("post", "/booking-groups", { items: [item({ starts_at: "2026-11-26T14:00:00Z" })], contact: ada });
  await unchanged(app, async () => {
    const cases: [object[], string][] = [
      [[], "400 validation_failed /items"],
      [Array.from({ length: 21 }, () => item({})), "400 validation_failed /items"],
      [Array.from({ length: 5 }, () => item({})), "409 slot_unavailable full"],
      [[item({}), item({ resource_id: `res_${nobody}` })], "400 validation_failed /items/1/resource_id"],
      [[item({ recurrence: "FREQ=DAILY" })], "400 validation_failed /items/0/recurrence"],
      [[item({ recurrence: "FREQ=HOURLY" })], "400 validation_failed /items/0/recurrence"],
      [
        [item({ starts_at: "9999-12-31T23:00:00Z", recurrence: "FREQ=YEARLY" })],
        "400 validation_failed /items/0/starts_at",
      ],
      [
        [item({ ends_at: "9999-12-31T23:00:00Z", recurrence: "FREQ=YEARLY" })],
        "400 validation_failed /items/0/ends_at",
      ],
      [[item({ ...held, recurrence: "FREQ=DAILY;COUNT=2" })], "400 validation_failed /items/0/hold_id"],
      [[item(held), item(held)], "409 hold_expired"],
      [[item(held), item({ starts_at: nine, party: 3 })], "409 slot_unavailable full"],
    ];
    for (const [items, answer] of cases) expect(told(await group(...items))).toBe(answer);
  });
  // What is held counts once: the rest of the places goes to the others of the group.
  const all = await group(item({ ...held, party: 2 }), item({ starts_at: nine, party: 2 }));
  expect(all.status).toBe(201);
  expect(await app.rows("select sum(places) from spans where busy_from = ?", Date.parse(nine))).toEqual([[4]]);
  expect(staff).toBeTruthy();
});

test("holds that ran out, or are somebody else's, book nothing and are replaced by nothing", async () => {
  const { app, resource, book } = await given();
  const [page, other] = [(await app.visitor()).call, (await app.visitor()).call];
  const wish = { resource_id: resource.id, starts_at: nine };
  const { body: hold } = await page<{ id: string }>("post", "/holds", wish);
  const tries = async (call: Call) => [
    told((await book(call, nine, { hold_id: hold.id })) as never),
    told(await call<Refusal>("post", "/holds", { ...wish, starts_at: ten, replaces: hold.id })),
  ];
  await unchanged(app, async () => {
    expect(await tries(other)).toEqual(["409 hold_expired", "409 hold_expired"]);
    expect(told((await book(page, ten, { hold_id: hold.id })) as never)).toBe("400 validation_failed /hold_id");
    app.clock.advance("11m");
    expect(await tries(page)).toEqual(["409 hold_expired", "409 hold_expired"]);
  });
});

test("a code that was withdrawn while it was held is refused, and the place stays held", async () => {
  const { app, staff, resource, book } = await given();
  const page = (await app.visitor()).call;
  const promotion = await staff<{ id: string }>("post", "/promotions", {
    code: "HALF",
    name: "Half",
    kind: "percent",
    value: 50,
  });
  const hold = await page<{ id: string }>("post", "/holds", {
    resource_id: resource.id,
    starts_at: nine,
    promotion_code: "HALF",
  });
  await staff("delete", `/promotions/${promotion.body.id}`);
  await unchanged(app, async () => {
    const booked = await book(page, nine, { hold_id: hold.body.id });
    expect(told(booked as never)).toBe("409 promotion_not_valid unknown");
  });
});

test("a change to what cannot be leaves the booking as it was", async () => {
  const { app, staff, venue, resource, book } = await given();
  const make = async (more: object) =>
    (
      await staff<{ id: string }>("post", "/resources", {
        venue_id: venue.id,
        name: "Other",
        duration_minutes: 60,
        ...more,
      })
    ).body.id;
  const [nights, euros, retired] = [
    await make({ length_unit: "night", min_length: 1, requirements: [] }),
    await make({ currency: "EUR", price: 100 }),
    await make({ status: "retired" }),
  ];
  const { body: booked } = await book(staff, nine);
  await staff("post", `/bookings/${booked.id}/payments`, { method: "cash", amount: 500 });
  const { version } = (await staff<BookingBody>("get", `/bookings/${booked.id}`)).body;
  const change = async (body: object) =>
    told(await staff<Refusal>("patch", `/bookings/${booked.id}`, { version, ...body }));
  await unchanged(app, async () => {
    expect(await change({ version: version + 1, party: 1, starts_at: ten })).toMatch(/^(409|412) version_conflict/);
    expect(await change({ resource_id: euros })).toBe("400 validation_failed /resource_id");
    expect(await change({ resource_id: retired })).toBe("409 resource_not_bookable");
    expect(await change({ resource_id: nights, variant_id: "suite" })).toBe("400 validation_failed /variant_id");
    expect(await change({ starts_at: "9999-12-31T00:00:00Z" })).toBe("400 validation_failed /starts_at");
    expect(await change({ ends_at: nine })).toBe("400 validation_failed /ends_at");
    expect(await change({ party: 2 })).toBe("400 validation_failed /party");
    expect(await change({ guests: { adult: 1 } })).toBe("400 validation_failed /guests/adult");
  });
  expect(await change({ resource_id: nights })).toBe("200");
  expect(resource.id).not.toBe(nights);
});

test("nobody waits for what is let no more", async () => {
  const { app, staff, resource } = await given();
  await staff("patch", `/resources/${resource.id}`, { version: 1, status: "retired" });
  await unchanged(app, async () => {
    const body = { resource_id: resource.id, from_date: "2026-11-27", contact: ada };
    expect(told(await staff<Refusal>("post", "/waitlist", body))).toBe("409 resource_not_bookable");
    expect(told(await staff<Refusal>("post", "/waitlist", { ...body, to_date: "2026-11-26" }))).toBe(
      "400 validation_failed /to_date",
    );
  });
});

test("a price beyond what can be charged is refused, and told nowhere", async () => {
  const { app, book } = await given({ price: 100_000_000_000, capacity: 10_000, length_unit: "hour", max_length: 720 });
  const page = (await app.visitor()).call;
  await unchanged(app, async () => {
    expect((await book(page, nine, { party: 10_000, ends_at: "2026-12-27T14:00:00Z" })).status).toBe(400);
  });
});
