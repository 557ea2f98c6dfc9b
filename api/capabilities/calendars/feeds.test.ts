import ICAL from "ical.js";
import { expect, test } from "vitest";
import { type Call, testOrigin } from "../../testing/app.ts";
import { given } from "./testing/given.ts";

const nine = "2026-11-27T14:00:00.000Z";
const ten = "2026-11-27T15:00:00.000Z";

const path = (url: string) => url.slice(`${testOrigin}/v1`.length);

async function feed(staff: Call, scope: string, subject_id: string | null = null) {
  const { status, body } = await staff<{ id: string; url: string }>("post", "/calendar-feeds", {
    name: "The harbor",
    scope,
    subject_id,
  });
  expect(status).toBe(201);
  return { ...body, path: path(body.url) };
}

/** What a calendar program reads. */
async function subscribe(call: Call, address: string) {
  const { status, body, headers } = await call<string>("get", address);
  expect([status, headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  const root = new ICAL.Component(ICAL.parse(body));
  const events = root.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
      location: event.location,
      status: component.getFirstPropertyValue("status"),
      url: component.getFirstPropertyValue("url"),
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
    };
  });
  return { root, events, etag: headers.get("etag") ?? "" };
}

test("a calendar program reads every booking, the same one under the same UID however it changes", async () => {
  const { app, staff, book } = await given({ capacity: 4 });
  const { body: booking } = await book(staff, nine, { party: 3 });
  const { path } = await feed(staff, "all");
  const before = await subscribe(app.anyone, path);
  expect(before.root.getFirstPropertyValue("x-wr-calname")).toBe("The harbor");
  expect(before.events).toEqual([
    {
      uid: `${booking.id}@foyer`,
      sequence: 0,
      summary: "Harbor tour · Ada Lovelace (3)",
      description: booking.reference,
      location: "Pier 4, 12 Harbor Street, Boston, MA",
      status: "CONFIRMED",
      url: `${testOrigin}/portal/bookings/${booking.id}`,
      start: nine,
      end: ten,
    },
  ]);
  await staff("patch", `/bookings/${booking.id}`, { version: 1, starts_at: ten });
  const moved = await subscribe(app.anyone, path);
  expect(moved.events).toMatchObject([{ uid: before.events[0]?.uid, sequence: 1, start: ten, status: "CONFIRMED" }]);
  await staff("post", `/bookings/${booking.id}/cancellation`, {});
  const cancelled = await subscribe(app.anyone, path);
  expect(cancelled.events).toMatchObject([{ uid: before.events[0]?.uid, sequence: 2, status: "CANCELLED" }]);
});

test("what awaits approval is tentative", async () => {
  const { app, staff, book } = await given({ requires_approval: true });
  await book((await app.visitor()).call, nine);
  const { path } = await feed(staff, "all");
  expect((await subscribe(app.anyone, path)).events).toMatchObject([{ status: "TENTATIVE" }]);
});

test("a feed tells of what it is for: a venue, a resource, a member", async () => {
  const { app, staff, book, venue, resource, other } = await given({ capacity: 4 });
  const guide = await app.member("user");
  const { body: pool } = await staff<{ id: string }>("post", "/pools", { name: "Guides", follow_shifts: false });
  await staff("post", `/pools/${pool.id}/units`, { member_id: guide.id });
  const requirements = [{ pool_id: pool.id, count: 1, per: 8 }];
  await staff("patch", `/resources/${resource}`, { version: 1, requirements });
  const together = [await book(staff, nine), await book(staff, nine)].map(({ body }) => body.id);
  const { body: apart } = await book(staff, nine, { resource_id: other });
  const read = async (scope: string, subject: string) => {
    const { path } = await feed(staff, scope, subject);
    return (await subscribe(app.anyone, path)).events.map(({ uid }) => uid.split("@")[0]).sort();
  };
  expect(await read("resource", other)).toEqual([apart.id]);
  expect(await read("venue", venue)).toEqual([...together, apart.id].sort());
  expect(await read("member", guide.id)).toEqual([...together].sort());
  expect(await read("member", (await app.member("viewer")).id)).toEqual([]);
});

test("a subscriber who has it all is told so, until something changes", async () => {
  const { app, staff, book } = await given();
  const { path } = await feed(staff, "all");
  const { etag } = await subscribe(app.anyone, path);
  const ask = (tag: string) => app.anyone<string>("get", path, undefined, { "if-none-match": tag });
  const again = await ask(`"other", W/${etag}`);
  expect([again.status, again.body, again.headers.get("etag")]).toEqual([304, "", etag]);
  await book(staff, nine);
  expect((await ask(etag)).status).toBe(200);
});

test("a feed ends a month back and a year ahead", async () => {
  const { app, staff, book } = await given();
  await book(staff, nine);
  await book(staff, "2027-11-23T14:00:00Z");
  await book(staff, "2027-12-10T14:00:00Z");
  const { path } = await feed(staff, "all");
  expect((await subscribe(app.anyone, path)).events).toHaveLength(2);
  app.clock.set("2026-12-28T12:00:00Z");
  expect((await subscribe(app.anyone, path)).events.map(({ start }) => start.slice(0, 10))).toEqual([
    "2027-11-23",
    "2027-12-10",
  ]);
});

test("the address is shown once, and a revoked feed is not there any more", async () => {
  const { app, staff } = await given();
  const { id, path, url } = await feed(staff, "all");
  const listed = await staff<{ data: object[] }>("get", "/calendar-feeds");
  expect(listed.body.data).toMatchObject([{ id, scope: "all", subject_id: null, revoked_at: null }]);
  expect(JSON.stringify([listed.body, await app.rows("select * from audit, events")])).not.toContain(url.slice(-30));
  expect((await app.anyone("get", path.replace(/.\/calendar/, "!/calendar"))).status).toBe(404);
  expect((await staff("delete", `/calendar-feeds/${id}`)).status).toBe(204);
  const gone = await app.anyone("get", path);
  expect([gone.status, gone.body.code]).toEqual([404, "not_found"]);
  expect((await staff("delete", `/calendar-feeds/${id}`)).status).toBe(404);
  expect((await staff<{ data: unknown[] }>("get", "/calendar-feeds")).body.data).toEqual([]);
  expect((await app.events()).slice(-2)).toEqual(["calendar_feed.created", "calendar_feed.revoked"]);
});

test("a feed needs a subject that is there", async () => {
  const { app, staff, venue } = await given();
  const make = (scope: string, subject_id: string | null) =>
    staff<{ errors: { pointer: string }[] }>("post", "/calendar-feeds", { name: "x", scope, subject_id });
  for (const [scope, subject] of [
    ["all", venue],
    ["venue", null],
    ["venue", "ven_0QvPqFbT4kZx81LmWc3R9a"],
    ["resource", venue],
    ["member", "mem_0QvPqFbT4kZx81LmWc3R9a"],
  ] as const) {
    const refused = await make(scope, subject);
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([400, "/subject_id"]);
  }
  const reader = await app.as("calendars:read");
  expect((await reader("post", "/calendar-feeds", { name: "x", scope: "all" })).status).toBe(403);
});

test("whoever booked can put it into a calendar, and it stays up to date there", async () => {
  const { app, book } = await given();
  const visitor = await app.visitor();
  const { body: booking } = await book(visitor.call, nine);
  const token = booking.manage_url.split("/").at(-1) ?? "";
  const address = `/managed-bookings/${token}/calendar.ics`;
  const before = await subscribe(app.anyone, address);
  expect(before.root.getFirstPropertyValue("method")).toBe("PUBLISH");
  expect(before.events).toEqual([
    {
      uid: `${booking.id}@foyer`,
      sequence: 0,
      summary: "Harbor tour",
      description: `${booking.reference}\n${booking.manage_url}`,
      location: "Pier 4, 12 Harbor Street, Boston, MA",
      status: "CONFIRMED",
      url: booking.manage_url,
      start: nine,
      end: ten,
    },
  ]);
  await app.anyone("post", `/managed-bookings/${token}/cancellation`, {});
  expect((await subscribe(app.anyone, address)).events).toMatchObject([
    { uid: before.events[0]?.uid, sequence: 1, status: "CANCELLED" },
  ]);
  expect((await app.anyone("get", `/managed-bookings/${token.slice(0, -1)}!/calendar.ics`)).status).toBe(404);
});
