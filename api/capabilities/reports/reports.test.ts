import { expect, test } from "vitest";
import { given } from "../bookings/testing/given.ts";

interface Figures {
  bookings: number;
  guests: number;
  cancelled: number;
  no_show: number;
  revenue: number;
  paid: number;
  booked_minutes: number;
  offered_minutes: number | null;
  utilisation: number | null;
}
interface Report {
  currency: string;
  other_currencies: string[];
  rows: (Figures & { key: string; label: string })[];
  totals: Figures;
  errors: { pointer: string }[];
}
interface Board {
  [column: string]: { id: string; checked_in: number; attendees: number; hour: number; bookings: number }[];
}

const at = (day: number, hour: number) => `2026-11-${day}T${String(hour).padStart(2, "0")}:00:00.000Z`;

async function house(...more: Parameters<typeof given>) {
  const found = await given(...more);
  const report = async (query: string) => (await found.staff<Report>("get", `/reports/bookings?${query}`)).body;
  return { ...found, report };
}

test("bookings are counted where they start, money by what is owed, time against what is open", async () => {
  const { staff, book, report, resource } = await house({ capacity: 4 });
  const one = (await book(staff, at(27, 14), { party: 2 })).body;
  const missed = (await book(staff, at(27, 15), { party: 1 })).body;
  const off = (await book(staff, at(28, 14), { party: 3 })).body;
  await staff("post", `/bookings/${one.id}/payments`, { method: "cash", amount: 1000 });
  await staff("post", `/bookings/${off.id}/payments`, { method: "cash", amount: 7500 });
  await staff("post", `/bookings/${off.id}/cancellation`, { refund: { decision: "partial", amount: 5000 } });
  await staff("patch", `/bookings/${missed.id}/status`, { status: "no_show", version: 1 });

  const days = await report("from=2026-11-26&to=2026-11-28");
  const empty = { bookings: 0, guests: 0, cancelled: 0, no_show: 0, revenue: 0, paid: 0, booked_minutes: 0 };
  // Eight hours of four places a day.
  const offered = { offered_minutes: 1920 };
  expect(days.rows).toEqual([
    { key: "2026-11-26", label: "2026-11-26", ...empty, ...offered, utilisation: 0 },
    {
      key: "2026-11-27",
      label: "2026-11-27",
      bookings: 2,
      guests: 2,
      cancelled: 0,
      no_show: 1,
      revenue: 7500,
      paid: 1000,
      booked_minutes: 120,
      ...offered,
      utilisation: 0.0625,
    },
    {
      ...{ key: "2026-11-28", label: "2026-11-28", ...empty, ...offered, utilisation: 0 },
      ...{ bookings: 1, cancelled: 1, revenue: 2500, paid: 7500 },
    },
  ]);
  expect(days.totals).toEqual({
    bookings: 3,
    guests: 2,
    cancelled: 1,
    no_show: 1,
    revenue: 10_000,
    paid: 8500,
    booked_minutes: 120,
    offered_minutes: 5760,
    utilisation: 0.0208,
  });
  const by = async (group: string) =>
    (await report(`from=2026-11-26&to=2026-11-28&group_by=${group}`)).rows
      .filter(({ bookings }) => bookings > 0)
      .map(({ key, label, bookings, offered_minutes }) => [key, label, bookings, offered_minutes]);
  expect(await by("week")).toEqual([["2026-11-23", "2026-11-23", 3, 5760]]);
  expect(await by("weekday")).toEqual([
    ["friday", "friday", 2, 1920],
    ["saturday", "saturday", 1, 1920],
  ]);
  expect(await by("hour")).toEqual([
    ["9", "9", 2, 720],
    ["10", "10", 1, 720],
  ]);
  expect(await by("resource")).toEqual([[resource.id, "Harbor tour", 3, 5760]]);
  expect((await by("venue"))[0]?.slice(1)).toEqual(["Pier 4", 3, 5760]);
  expect(await by("variant")).toEqual([[resource.id, "Harbor tour", 3, null]]);
  expect((await by("status")).map(([key]) => key)).toEqual(["cancelled", "confirmed", "no_show"]);
});

test("local dates and hours are exact over a change of the clock, in every zone", async () => {
  const hours = [{ day: "sunday", from: "00:00", to: "24:00" }];
  const { staff, report } = await house({}, { hours }, { start: "2026-10-20T12:00:00Z" });
  const { body: venue } = await staff<{ id: string }>("post", "/venues", {
    name: "Kiritimati",
    time_zone: "Pacific/Kiritimati",
    hours,
  });
  const { body: other } = await staff<{ id: string }>("post", "/resources", { venue_id: venue.id, name: "Far" });
  const { data } = (await staff<{ data: { id: string }[] }>("get", "/resources")).body;
  const tour = data.find(({ id }) => id !== other.id)?.id;
  const book = async (resource_id: string | undefined, starts_at: string) => {
    const contact = { name: "Ada", email: "ada@example.com" };
    expect((await staff("post", "/bookings", { resource_id, starts_at, contact })).status).toBe(201);
  };
  // In New York the first of November has 25 hours: one o'clock comes twice.
  await book(tour, "2026-11-01T03:59:00Z");
  await book(tour, "2026-11-01T05:00:00Z");
  await book(tour, "2026-11-01T06:00:00Z");
  await book(tour, "2026-11-02T04:59:00Z");
  await book(other.id, "2026-10-31T10:00:00Z");
  await book(other.id, "2026-11-01T10:00:00Z");

  const first = "from=2026-11-01&to=2026-11-01";
  const days = await report(`${first}&resource_id=${tour}`);
  expect(days.rows).toMatchObject([{ bookings: 3, booked_minutes: 180, offered_minutes: 1500 }]);
  const one = (await report(`${first}&resource_id=${tour}&group_by=hour`)).rows;
  expect(one[0]).toMatchObject({ bookings: 0, booked_minutes: 59 });
  expect(one[1]).toMatchObject({ bookings: 2, booked_minutes: 120, offered_minutes: 120, utilisation: 1 });
  expect(one[23]).toMatchObject({ bookings: 1, booked_minutes: 1 });
  expect((await report(`${first}&venue_id=${venue.id}`)).rows).toMatchObject([{ bookings: 1, offered_minutes: 1440 }]);
  expect((await report(first)).totals.bookings).toBe(4);
});

test("a stay counts on every day and night that it lasts, also one that began before", async () => {
  const { staff, report, resource } = await house({
    kind: "rental",
    length_unit: "night",
    check_in: "15:00",
    check_out: "11:00",
    max_length: 14,
    capacity: 2,
    sharing: "private",
    price: 10_000,
  });
  const { status } = await staff("post", "/bookings", {
    resource_id: resource.id,
    starts_at: "2026-11-27T20:00:00Z",
    ends_at: "2026-11-30T16:00:00Z",
    contact: { name: "Ada", email: "ada@example.com" },
  });
  expect(status).toBe(201);
  const nights = (await report("from=2026-11-28&to=2026-11-30")).rows;
  expect(nights.map(({ bookings, booked_minutes, utilisation }) => [bookings, booked_minutes, utilisation])).toEqual([
    [0, 2880, 1],
    [0, 2880, 1],
    [0, 0, 0],
  ]);
  expect((await report("from=2026-11-27&to=2026-11-27")).rows).toMatchObject([{ bookings: 1, revenue: 30_000 }]);
});

test("money of another currency is told and not added up", async () => {
  const { staff, book, report, venue } = await house();
  await book(staff, at(27, 14));
  const { body } = await staff<{ id: string }>("post", "/resources", {
    venue_id: venue.id,
    name: "Tour in euros",
    price: 9900,
    currency: "EUR",
  });
  const contact = { name: "Ada", email: "ada@example.com" };
  await staff("post", "/bookings", { resource_id: body.id, starts_at: at(27, 14), contact });
  const range = "from=2026-11-27&to=2026-11-27";
  const dollars = await report(range);
  expect([dollars.currency, dollars.other_currencies, dollars.totals.revenue, dollars.totals.bookings]).toEqual([
    "USD",
    ["EUR"],
    2500,
    2,
  ]);
  expect((await report(`${range}&currency=EUR`)).totals.revenue).toBe(9900);
});

test("what cannot be reported is refused with a pointer, and who may not see it is refused", async () => {
  const { app, staff, report } = await house();
  const pointers = async (query: string) => (await report(query)).errors.map(({ pointer }) => pointer);
  expect(await pointers("from=2026-11-02&to=2026-11-01")).toEqual(["/to"]);
  expect(await pointers("from=2026-01-01&to=2027-02-05")).toEqual(["/to"]);
  expect((await report("from=2026-01-01&to=2027-02-04")).rows.length).toBe(400);
  expect(await pointers("from=2026-11-02")).toEqual(["/to"]);
  expect(await pointers("from=2026-11-01&to=2026-11-01&group_by=moon")).toEqual(["/group_by"]);
  expect(await pointers("from=2026-11-01&to=2026-11-01&venue_id=ven_00000000000000000000")).toEqual(["/venue_id"]);
  expect(await pointers("from=2026-11-01&to=2026-11-01&resource_id=res_00000000000000000000")).toEqual([
    "/resource_id",
  ]);
  expect((await staff("get", "/reports/today?venue_id=ven_00000000000000000000")).status).toBe(400);
  const path = "/reports/bookings?from=2026-11-01&to=2026-11-01";
  expect((await (await app.member("user")).call("get", path)).status).toBe(403);
  expect((await (await app.member("viewer")).call("get", path)).status).toBe(200);
  const visitor = await app.visitor();
  for (const url of [path, "/reports/today"]) expect((await visitor.call("get", url)).status).toBe(403);
});

test("the two walks keep to the range", async () => {
  const { app } = await house();
  const plan = await app.rows(
    "explain query plan select b.id from json_each('[]') piece cross join bookings b where b.venue_id = piece.value ->> 0 and b.starts_at >= piece.value ->> 1 and b.starts_at < piece.value ->> 2 and b.deleted_at is null",
  );
  expect(plan.map((row) => row[3]).join()).toMatch(
    /bookings_by_venue \(venue_id=\? AND starts_at>\? AND starts_at<\?\)/,
  );
});

test("the board of today has who comes, who is there, what returns and what waits", async () => {
  const start = "2026-11-27T13:00:00Z";
  const { app, staff, book, venue } = await house({ capacity: 9 }, {}, { start });
  const contact = { name: "Ada", email: "ada@example.com" };
  const make = async (more: object) =>
    (await staff<{ id: string }>("post", "/resources", { venue_id: venue.id, ...more })).body.id;
  const bike = await make({ name: "Bike", kind: "rental", duration_minutes: 480 });
  const trip = await make({ name: "Trip", duration_minutes: 120, requires_approval: true });
  const reserve = async (resource_id: string, starts_at: string, more: object = {}) =>
    (await staff<{ id: string }>("post", "/bookings", { resource_id, starts_at, contact, ...more })).body.id;
  const rented = await reserve(bike, at(27, 14));
  const comes = (await book(staff, at(27, 16), { party: 3, attendees: [{ name: "Ada" }, { name: "Byron" }] })).body.id;
  const [ada] = (await staff<{ data: { id: string }[] }>("get", `/bookings/${comes}/attendees`)).body.data;
  await staff("post", `/bookings/${comes}/attendees/${ada?.id}/check-in`);
  const there = (await book(staff, at(27, 14), { party: 2 })).body.id;
  const late = (await book(staff, "2026-11-28T04:30:00Z")).body.id;
  await book(staff, at(28, 14));
  const off = (await book(staff, at(27, 17))).body.id;
  await staff("post", `/bookings/${off}/cancellation`, {});
  const waits = await reserve(trip, at(29, 14));
  for (const id of [rented, there])
    await staff("patch", `/bookings/${id}/status`, { status: "in_progress", version: 1 });

  const { body } = await staff<Board>("get", `/reports/today?venue_id=${venue.id}`);
  const ids = (column: string) => body[column]?.map(({ id }) => id);
  expect(body).toMatchObject({
    at: new Date(app.clock.now()).toISOString(),
    date: "2026-11-27",
    time_zone: "America/New_York",
  });
  expect(ids("arrivals")).toEqual([comes, late]);
  expect(body.arrivals?.[0]).toMatchObject({ attendees: 2, checked_in: 1, resource_kind: "experience", balance: 7500 });
  expect(ids("in_progress")).toEqual([there]);
  expect(ids("to_return")).toEqual([rented]);
  expect(ids("pending")).toEqual([waits]);
  expect(body.hours?.length).toBe(24);
  expect(body.hours?.filter(({ bookings }) => bookings > 0)).toEqual([
    { hour: 9, bookings: 2, guests: 3 },
    { hour: 11, bookings: 1, guests: 3 },
    { hour: 23, bookings: 1, guests: 1 },
  ]);
  expect((await staff<Board>("get", "/reports/today")).body.arrivals?.length).toBe(2);
});
