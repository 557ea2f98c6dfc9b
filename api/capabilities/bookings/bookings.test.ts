import { expect, test } from "vitest";
import { ada, type BookingBody, given } from "./testing/given.ts";

const nine = "2026-11-27T14:00:00.000Z";
const ten = "2026-11-27T15:00:00.000Z";
const token = (booking: BookingBody) => booking.manage_url.split("/").at(-1) as string;

test("a visitor books a slot on offer and finds it among its own", async () => {
  const { app, book, slots, staff } = await given({ capacity: 4 });
  const visitor = await app.visitor();
  const { status, body } = await book(visitor.call, nine, {
    party: 3,
    notes: "A birthday",
    answers: { diet: "vegan" },
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    reference: expect.stringMatching(/^FY-[2-9A-HJ-NP-Z]{6}$/),
    resource_name: "Harbor tour",
    time_zone: "America/New_York",
    contact: { ...ada, phone: null },
    starts_at: nine,
    ends_at: ten,
    party: 3,
    status: "confirmed",
    price: 7500,
    currency: "USD",
    answers: { diet: "vegan" },
    version: 1,
  });
  expect((await visitor.call("get", `/bookings/${body.id}`)).body).toEqual(body);
  expect((await visitor.call<{ data: unknown[] }>("get", "/bookings")).body.data).toEqual([body]);
  expect((await slots(staff, "2026-11-27"))[0]?.slots[0]).toMatchObject({ starts_at: nine, vacancies: 1 });
  expect((await app.events()).slice(2)).toEqual(["contact.created", "booking.created"]);
  expect((await app.audit()).at(-1)).toBe("bookings.create");
});

test("a taken time is refused with the nearest free starts", async () => {
  const { app, book } = await given();
  const visitor = await app.visitor();
  await book(visitor.call, ten);
  const { status, body } = await book(visitor.call, ten);
  expect([status, body.code]).toEqual([409, "slot_unavailable"]);
  expect(body.alternatives.map((slot) => slot.starts_at)).toEqual([
    nine,
    "2026-11-27T16:00:00.000Z",
    "2026-11-27T17:00:00.000Z",
    "2026-11-27T18:00:00.000Z",
    "2026-11-27T19:00:00.000Z",
  ]);
});

test("visitors book real slots only; staff books any time that is free", async () => {
  const { app, book, staff } = await given({ lead_minutes: 60 });
  const visitor = await app.visitor();
  for (const start of [
    "2026-11-27T14:30:00Z",
    "2026-11-27T03:00:00Z",
    "2026-11-23T11:00:00Z",
    "2027-11-20T14:00:00Z",
  ]) {
    expect((await book(visitor.call, start)).body.code).toBe("slot_unavailable");
  }
  expect((await book(staff, "2026-11-27T03:10:00Z")).status).toBe(201);
  expect((await book(staff, "2026-11-27T04:00:00Z")).body.code).toBe("slot_unavailable");
  expect((await book(staff, "2026-11-27T04:10:00Z")).status).toBe(201);
});

test("a member is offered and books what notice keeps from visitors; deleting takes more than its role", async () => {
  const { app, book, slots } = await given({ lead_minutes: 600 });
  const [visitor, clerk, admin] = [await app.visitor(), await app.member("user"), await app.member("admin")];
  const today = "2026-11-23";
  expect((await slots(visitor.call, today))[0]?.slots.length).toBe(0);
  expect((await slots(clerk.call, today))[0]?.slots.length).toBe(8);
  const { body } = await book(clerk.call, "2026-11-23T14:00:00Z");
  expect(body.status).toBe("confirmed");
  expect((await clerk.call("delete", `/bookings/${body.id}`)).status).toBe(403);
  expect((await admin.call("delete", `/bookings/${body.id}`)).status).toBe(204);
  expect((await book(clerk.call, "2026-11-23T14:00:00Z")).status).toBe(201);
});

test("a wall time that the clock skips is no slot", async () => {
  const hours = [{ day: "sunday", from: "00:00", to: "24:00" }];
  const { app, book } = await given({ slot_step_minutes: 30 }, { hours }, { start: "2027-03-10T12:00:00Z" });
  const visitor = await app.visitor();
  // 02:30 on that day does not exist; the same offset's instant is 03:30 of the summer clock.
  expect((await book(visitor.call, "2027-03-14T02:30:00-05:00")).body).toMatchObject({
    starts_at: "2027-03-14T07:30:00.000Z",
    status: "confirmed",
  });
  expect((await book(visitor.call, "2027-03-14T06:45:00Z")).body.code).toBe("slot_unavailable");
});

test("buffers keep the time around a booking free", async () => {
  const { book, staff } = await given({ buffer_before_minutes: 15, buffer_after_minutes: 30 });
  await book(staff, "2026-11-27T15:00:00Z");
  expect((await book(staff, "2026-11-27T16:44:00Z")).body.code).toBe("slot_unavailable");
  expect((await book(staff, "2026-11-27T16:45:00Z")).status).toBe(201);
  expect((await book(staff, "2026-11-27T13:16:00Z")).body.code).toBe("slot_unavailable");
  expect((await book(staff, "2026-11-27T13:15:00Z")).status).toBe(201);
});

test("bookings that overlap a new one but not each other count once", async () => {
  const { book, staff, slots } = await given({ capacity: 2 });
  await book(staff, nine);
  await book(staff, ten);
  expect((await book(staff, "2026-11-27T14:30:00Z")).status).toBe(201);
  expect((await book(staff, "2026-11-27T14:45:00Z")).body.code).toBe("slot_unavailable");
  expect((await slots(staff, "2026-11-27"))[0]?.slots.map((slot) => slot.starts_at)).not.toContain(nine);
});

test("neither maintenance nor retirement is for visitors, and retirement is for nobody", async () => {
  const { app, book, staff, resource } = await given();
  const visitor = await app.visitor();
  await staff("patch", `/resources/${resource.id}`, { version: 1, status: "maintenance" });
  expect((await book(visitor.call, nine)).body.errors).toMatchObject([{ pointer: "/resource_id" }]);
  expect((await book(staff, nine)).status).toBe(201);
  await staff("patch", `/resources/${resource.id}`, { version: 2, status: "retired" });
  expect((await book(staff, ten)).body.code).toBe("resource_not_bookable");
});

test("bad input is refused with a pointer and changes nothing", async () => {
  const { app, book, staff } = await given({ capacity: 4, min_party: 2, max_party: 3 });
  const before = await app.rows("select count(*) from audit");
  const pointers = async (start: string, more: object) =>
    (await book(staff, start, { party: 2, ...more })).body.errors.map((error) => error.pointer);
  expect(await pointers(nine, { party: 0 })).toEqual(["/party"]);
  expect(await pointers(nine, { party: 1 })).toEqual(["/party"]);
  expect(await pointers(nine, { party: 4 })).toEqual(["/party"]);
  expect(await pointers(nine, { party: 1e9 })).toEqual(["/party"]);
  expect(await pointers(nine, { party: 2.5 })).toEqual(["/party"]);
  expect(await pointers("2026-02-30T09:00:00Z", {})).toEqual(["/starts_at"]);
  expect(await pointers("2026-11-27T09:00:00", {})).toEqual(["/starts_at"]);
  expect(await pointers("9999-12-31T23:59:59Z", {})).toEqual(["/starts_at"]);
  expect(await pointers("0001-01-01T00:00:00Z", {})).toEqual(["/starts_at"]);
  expect(await pointers(nine, { resource_id: "res_00000000000000000000" })).toEqual(["/resource_id"]);
  expect(await pointers(nine, { resource_id: "ven_00000000000000000000" })).toEqual(["/resource_id"]);
  expect(await pointers(nine, { contact: undefined })).toEqual(["/contact"]);
  expect(await pointers(nine, { contact: { name: "Ada", email: "no" } })).toEqual(["/contact/email"]);
  expect(await pointers(nine, { colour: "red" })).toEqual(["/colour"]);
  expect(await app.rows("select count(*) from audit")).toEqual(before);
  expect(app.failures).toEqual([]);
});

test("a known visitor need not say again who it is", async () => {
  const { app, book } = await given();
  const visitor = await app.visitor();
  expect((await book(visitor.call, nine, { contact: undefined })).body.errors).toMatchObject([{ pointer: "/contact" }]);
  const first = await book(visitor.call, nine);
  const second = await book(visitor.call, ten, { contact: undefined });
  expect(second.body).toMatchObject({ contact_id: first.body.contact_id, contact: { email: ada.email } });
  const third = await book(visitor.call, "2026-11-27T16:00:00Z", {
    contact: { name: "Byron", email: "b@example.com" },
  });
  expect(third.body).toMatchObject({ contact_id: first.body.contact_id, contact: { name: "Byron" } });
});

test("a visitor reaches no booking but its own, and a publishable key none", async () => {
  const { app, book, staff } = await given();
  const [mine, other] = [await app.visitor(), await app.visitor()];
  const page = app.with(await app.publishable());
  const { body } = await book(mine.call, nine);
  const path = `/bookings/${body.id}`;
  expect((await other.call("get", path)).status).toBe(404);
  expect((await other.call("patch", path, { version: 1, starts_at: ten })).status).toBe(404);
  expect((await other.call("post", `${path}/cancellation`, {})).status).toBe(404);
  expect((await other.call<{ data: unknown[] }>("get", "/bookings")).body.data).toEqual([]);
  expect((await mine.call("patch", `${path}/status`, { version: 1, status: "completed" })).status).toBe(403);
  expect((await mine.call("delete", path)).status).toBe(403);
  expect((await book(page, ten)).status).toBe(403);
  expect((await page("get", path)).status).toBe(403);
  expect((await staff("get", path)).body).toEqual(body);
});

test("moving a booking needs its version, keeps its own time out of its way and prices anew", async () => {
  const { app, book, staff, resource } = await given({ duration_minutes: 120, slot_step_minutes: 60, capacity: 2 });
  const visitor = await app.visitor();
  const { body } = await book(visitor.call, nine);
  await staff("patch", `/resources/${resource.id}`, { version: 1, price: 3000 });
  const path = `/bookings/${body.id}`;
  expect((await visitor.call<BookingBody>("patch", path, { starts_at: ten })).body.errors).toMatchObject([
    { pointer: "/version" },
  ]);
  // It overlaps itself: two places at ten, one of them its own.
  const moved = await visitor.call("patch", path, { version: 1, starts_at: ten, party: 2 });
  expect(moved.body).toMatchObject({ starts_at: ten, party: 2, price: 6000, version: 2 });
  expect((await visitor.call("patch", path, { version: 1, starts_at: nine })).body.code).toBe("version_conflict");
  expect((await visitor.call("patch", path, { starts_at: nine }, { "if-match": '"1"' })).status).toBe(412);
  expect(await app.rows("select busy_from, places from spans")).toEqual([[Date.parse(ten), 2]]);
  expect((await app.events()).at(-1)).toBe("booking.updated");
});

test("a move that is refused leaves everything as it was", async () => {
  const { app, book, staff } = await given();
  const visitor = await app.visitor();
  const { body } = await book(visitor.call, nine);
  await book(staff, ten);
  const spans = await app.rows("select * from spans order by owner_id");
  const refused = await visitor.call<BookingBody>("patch", `/bookings/${body.id}`, { version: 1, starts_at: ten });
  expect([refused.status, refused.body.code]).toEqual([409, "slot_unavailable"]);
  expect(refused.body.alternatives.length).toBe(5);
  expect((await visitor.call("get", `/bookings/${body.id}`)).body).toEqual(body);
  expect(await app.rows("select * from spans order by owner_id")).toEqual(spans);
});

test("cancelling frees the places, once, and only until the company's notice", async () => {
  const { app, book, staff } = await given();
  const visitor = await app.visitor();
  const { body } = await book(visitor.call, nine);
  const cancelled = await visitor.call("post", `/bookings/${body.id}/cancellation`, { reason: "Rain" });
  expect(cancelled.status).toBe(200);
  expect(cancelled.body).toMatchObject({ status: "cancelled", cancel_reason: "Rain", version: 2 });
  expect((await visitor.call("post", `/bookings/${body.id}/cancellation`, {})).body).toEqual(cancelled.body);
  expect((await app.events()).slice(-2)).toEqual(["booking.status_changed", "booking.cancelled"]);

  const again = await book(visitor.call, nine);
  expect(again.status).toBe(201);
  app.clock.advance("3d");
  app.clock.advance("3h");
  const path = `/bookings/${again.body.id}`;
  for (const refused of [
    await visitor.call("post", `${path}/cancellation`, {}),
    await visitor.call("patch", path, { version: 1, starts_at: "2026-11-28T15:00:00Z" }),
    await app.anyone("post", `/managed-bookings/${token(again.body)}/cancellation`, {}),
  ]) {
    expect(refused.body).toMatchObject({ code: "cancellation_window_passed", cancellation_hours: 24 });
  }
  expect((await visitor.call("patch", path, { version: 1, notes: "Two dogs" })).status).toBe(200);
  expect((await staff("post", `${path}/cancellation`, { version: 2 })).status).toBe(200);
  expect(await app.rows("select count(*) from spans")).toEqual([[0]]);
});

test("what needs approval waits, and keeps its place meanwhile", async () => {
  const { app, book, staff } = await given({ requires_approval: true });
  const visitor = await app.visitor();
  const { body } = await book(visitor.call, nine);
  expect(body.status).toBe("pending");
  expect((await book(staff, nine)).body.code).toBe("slot_unavailable");
  const set = (status: string, version: number) => staff("patch", `/bookings/${body.id}/status`, { version, status });
  expect((await set("completed", 1)).body).toMatchObject({
    code: "transition_not_allowed",
    allowed: ["confirmed", "cancelled"],
  });
  expect((await set("confirmed", 1)).body).toMatchObject({ status: "confirmed", version: 2 });
  expect((await set("no_show", 2)).body).toMatchObject({ status: "no_show", version: 3 });
  expect((await set("confirmed", 3)).body.code).toBe("transition_not_allowed");
  expect((await book(staff, nine)).status).toBe(201);
});

test("a booking begins and ends by itself, also when it was moved meanwhile", async () => {
  const { app, book, staff } = await given();
  const { body } = await book(staff, nine);
  await staff("patch", `/bookings/${body.id}`, { version: 1, starts_at: ten });
  const status = async () => {
    await app.settle();
    return (await staff("get", `/bookings/${body.id}`)).body.status;
  };
  app.clock.advance(`${(Date.parse(nine) - app.clock.now()) / 1000}s`);
  expect(await status()).toBe("confirmed");
  app.clock.advance("1h");
  expect(await status()).toBe("in_progress");
  app.clock.advance("1h");
  expect(await status()).toBe("completed");
  expect((await app.events()).slice(-4)).toEqual([
    "booking.status_changed",
    "booking.started",
    "booking.status_changed",
    "booking.completed",
  ]);
  expect(await app.rows("select count(*) from jobs where kind = 'bookings.advance'")).toEqual([[0]]);
});

test("a start that was slept through is told with the end", async () => {
  const { app, book, staff } = await given();
  const { body } = await book(staff, nine);
  app.clock.advance("30d");
  await app.settle();
  expect((await staff("get", `/bookings/${body.id}`)).body).toMatchObject({ status: "completed", version: 2 });
  const told = (await app.events()).filter((type) => type.startsWith("booking."));
  expect(told.filter((type) => type === "booking.started").length).toBe(1);
  expect(told.at(-1)).toBe("booking.completed");
});

test("whoever has the link sees, moves and cancels; it cannot be guessed", async () => {
  const { app, book, staff } = await given();
  const visitor = await app.visitor();
  const { body } = await book(visitor.call, nine);
  const path = `/managed-bookings/${token(body)}`;
  expect((await app.anyone("get", path)).body).toMatchObject({
    ...body,
    business: { accent_color: "#0f766e" },
    venue: { phone: null },
    changeable_until: expect.any(String),
  });
  const free = await app.anyone<{ days: { slots: { starts_at: string }[] }[] }>(
    "get",
    `${path}/availability?from=2026-11-27&to=2026-11-27`,
  );
  expect(free.body.days[0]?.slots.map((slot) => Date.parse(slot.starts_at))).toContain(Date.parse(nine));
  const moved = await app.anyone("patch", path, { version: 1, starts_at: ten });
  expect(moved.body).toMatchObject({ starts_at: ten, version: 2 });
  expect(
    (await app.anyone<BookingBody>("patch", path, { version: 2, starts_at: "2026-11-27T15:30:00Z" })).body.code,
  ).toBe("slot_unavailable");
  const refund = { decision: "full" };
  expect((await app.anyone<BookingBody>("post", `${path}/cancellation`, { refund })).body.errors).toMatchObject([
    { pointer: "/refund" },
  ]);
  expect((await app.anyone("post", `${path}/cancellation`, {})).body).toMatchObject({ status: "cancelled" });
  expect((await app.anyone<BookingBody>("patch", path, { version: 3, starts_at: nine })).body.code).toBe(
    "booking_not_changeable",
  );
  const forged = await app.anyone("get", `${path.slice(0, -1)}${path.endsWith("A") ? "B" : "A"}`);
  const missing = await app.anyone("get", "/managed-bookings/nothing");
  expect([forged.status, missing.status, forged.body.detail]).toEqual([404, 404, missing.body.detail]);
  await staff("delete", `/bookings/${body.id}`);
  expect((await app.anyone("get", path)).status).toBe(404);
  expect((await app.events()).at(-1)).toBe("booking.deleted");
});

test("bookings are found by day, status, reference and whom they are for", async () => {
  const { book, staff, resource } = await given({ capacity: 9 });
  const [first] = [await book(staff, nine), await book(staff, "2026-11-28T04:30:00Z")];
  await book(staff, "2026-11-28T14:00:00Z", { contact: { name: "Grace Hopper", email: "grace@example.com" } });
  const found = async (query: string) =>
    (await staff<{ data: BookingBody[] }>("get", `/bookings?${query}`)).body.data.map((booking) => booking.starts_at);
  // 04:30 UTC is still Friday in New York.
  expect(await found("from=2026-11-27&to=2026-11-27&order=asc")).toEqual([nine, "2026-11-28T04:30:00.000Z"]);
  expect(await found("from=2026-11-28T14:00:00Z")).toEqual(["2026-11-28T14:00:00.000Z"]);
  expect(await found(`q=${first?.body.reference}`)).toEqual([nine]);
  expect(await found("q=hop")).toEqual(["2026-11-28T14:00:00.000Z"]);
  expect(await found("status=cancelled")).toEqual([]);
  expect((await found(`resource_id=${resource.id}`)).length).toBe(3);
  expect((await staff("get", "/bookings?from=tomorrow")).status).toBe(400);
  const page = await staff<{ data: unknown[]; next_cursor: string }>("get", "/bookings?limit=2");
  const rest = await staff<{ data: unknown[]; has_more: boolean }>(
    "get",
    `/bookings?limit=2&cursor=${encodeURIComponent(page.body.next_cursor)}`,
  );
  expect([page.body.data.length, rest.body.data.length, rest.body.has_more]).toEqual([2, 1, false]);
});

test("what has bookings to come is not deleted, moved away or made too small", async () => {
  const { app, book, staff, venue, resource } = await given({ capacity: 4 });
  const { body } = await book(staff, nine, { party: 3 });
  const path = `/resources/${resource.id}`;
  const other = await staff("post", "/venues", { name: "Pier 5" });
  expect((await staff("delete", path)).body.code).toBe("resource_in_use");
  expect((await staff("delete", `/venues/${venue.id}`)).body.code).toBe("venue_in_use");
  expect((await staff("patch", path, { version: 1, venue_id: other.body.id })).body.code).toBe("resource_in_use");
  const smaller = { version: 1, capacity: 2, max_party: 2 };
  expect((await staff("patch", path, smaller)).body.code).toBe("resource_in_use");
  await staff("post", `/bookings/${body.id}/cancellation`, {});
  expect((await staff("patch", path, smaller)).status).toBe(200);
  expect((await staff("delete", path)).status).toBe(204);
  expect((await staff("delete", `/venues/${venue.id}`)).status).toBe(204);
  expect((await staff("get", `/bookings/${body.id}`)).body).toMatchObject({ resource_name: "Harbor tour" });
  expect(app.failures).toEqual([]);
});

test("a retried booking is made once", async () => {
  const { app, book, staff, resource } = await given();
  const body = { resource_id: resource.id, starts_at: nine, contact: ada };
  const key = { "idempotency-key": "b-1" };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => staff<BookingBody>("post", "/bookings", body, key)),
  );
  expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(201));
  expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  expect(await app.rows("select count(*) from bookings")).toEqual([[1]]);
  expect((await book(staff, nine)).body.code).toBe("slot_unavailable");
});
