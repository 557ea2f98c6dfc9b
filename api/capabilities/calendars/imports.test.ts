import { expect, test } from "vitest";
import type { Call, TestApp } from "../../testing/app.ts";
import { elsewhere } from "./testing/elsewhere.ts";
import { given } from "./testing/given.ts";

const nine = "2026-11-27T14:00:00.000Z";
const ten = "2026-11-27T15:00:00.000Z";
const meeting = (uid: string, start: string, ...more: string[]) => [
  `UID:${uid}`,
  `DTSTART;TZID=America/New_York:${start}`,
  "DURATION:PT1H",
  ...more,
];

interface ImportBody extends Record<string, unknown> {
  id: string;
  status: string;
  version: number;
  last_error: string | null;
  next_sync_at: string | null;
  events_count: number;
}

const retrieve = async (call: Call, id: string) => (await call<ImportBody>("get", `/calendar-imports/${id}`)).body;

/** A calendar elsewhere, connected to the harbor tour and read once. */
async function connected(events: string[][], more: object = {}) {
  const world = await given();
  const box = await elsewhere();
  box.events = events;
  const body = { name: "Boat share", url: box.url, resource_ids: [world.resource], ...more };
  const { body: made } = await world.staff<ImportBody>("post", "/calendar-imports", body);
  await world.app.settle();
  const starts = () => world.starts(world.staff, "2026-11-27");
  return { ...world, box, id: made.id, made, starts, shown: () => retrieve(world.staff, made.id) };
}

/** Lets the next look come. */
async function wait(app: TestApp, time: Parameters<TestApp["clock"]["advance"]>[0] = "20m") {
  app.clock.advance(time);
  await app.settle();
}

const spansOf = (app: TestApp) => app.rows("select count(*) from spans");

test("busy time elsewhere cannot be booked here, and is free again when it is gone there", async () => {
  const { app, staff, book, box, starts, shown, made } = await connected([meeting("1", "20261127T090000")]);
  expect(made).toMatchObject({ status: "pending", events_count: 0, last_synced_at: null, version: 1 });
  expect(await shown()).toMatchObject({
    status: "ok",
    last_synced_at: "2026-11-23T12:00:00.000Z",
    last_error: null,
    warning: null,
    events_count: 1,
  });
  expect(await starts()).not.toContain(nine);
  expect((await book(staff, nine)).body.code).toBe("slot_unavailable");
  expect((await book((await app.visitor()).call, ten)).status).toBe(201);
  box.events = [];
  await wait(app);
  expect(await shown()).toMatchObject({ status: "ok", events_count: 0 });
  expect((await book(staff, nine)).status).toBe(201);
  expect(await app.events()).toEqual(expect.arrayContaining(["calendar_import.created", "calendar_import.updated"]));
});

test("a calendar is looked at every quarter of an hour, and only what is new is worked out", async () => {
  const { app, box, shown } = await connected([meeting("1", "20261127T090000")]);
  const { version } = await shown();
  box.etag = '"one"';
  await wait(app);
  expect(box.asked).toHaveLength(2);
  await wait(app);
  expect(box.asked[2]?.["if-none-match"]).toBe('"one"');
  // Time moves on, and brings the far end of recurring events into view: now and then all of it is read.
  await wait(app, "13h");
  expect(box.asked[3]?.["if-none-match"]).toBeUndefined();
  const { next_sync_at, version: after } = await shown();
  const pause = Date.parse(next_sync_at ?? "") - app.clock.now();
  expect(pause).toBeGreaterThanOrEqual(13.5 * 60_000);
  expect(pause).toBeLessThanOrEqual(16.5 * 60_000);
  expect(after).toBe(version);
  expect(await app.rows("select count(*) from jobs where kind = 'calendars.sync'")).toEqual([[1]]);
});

test("a calendar that cannot be read says why, keeps what was known, and is asked less and less often", async () => {
  const { app, staff, book, box, shown, resource } = await connected([meeting("1", "20261127T090000")]);
  const pauses: number[] = [];
  for (const [instead, reason] of [
    [() => ({ status: 404 }), "There is no calendar at the address. (404)"],
    [() => ({ status: 304 }), "The address gave no calendar. (304)"],
    [
      () => ({ status: 200, headers: { "content-encoding": "gzip" }, body: "x" }),
      "The answer is compressed, which was not asked for.",
    ],
    [() => ({ status: 200, body: "<title>Sign in</title>" }), "There is no calendar in it."],
    [() => ({ status: 200, body: "BEGIN:VCALENDAR\r\nBEGIN:VEVENT" }), "It is not a calendar that can be read."],
    [() => ({ status: 200, body: "x".repeat(2_100_000) }), "The calendar is larger than 2 MB."],
    [
      () => ({ status: 302, headers: { location: "http://10.0.0.1/x.ics" } }),
      "The address is not public. (10.0.0.1 is a private or local address)",
    ],
    [() => ({ status: 302, headers: { location: "/again" } }), "The address leads from one to another without end."],
  ] as const) {
    box.instead = instead;
    const { next_sync_at } = await shown();
    app.clock.set(next_sync_at ?? "");
    await app.settle();
    const now = await shown();
    expect([now.status, now.last_error]).toEqual(["failing", reason]);
    expect(JSON.stringify(now)).not.toContain("secret-token");
    pauses.push((Date.parse(now.next_sync_at ?? "") - app.clock.now()) / 60_000);
  }
  expect(pauses.map((pause, index) => Math.abs(pause / Math.min(15 * 2 ** index, 360) - 1) <= 0.1)).toEqual(
    Array(8).fill(true),
  );
  expect((await book(staff, nine, { resource_id: resource })).body.code).toBe("slot_unavailable");
  expect((await app.events()).filter((type) => type === "calendar_import.failing")).toHaveLength(1);
  expect(await app.rows("select count(*) from jobs where state = 'dead'")).toEqual([[0]]);

  box.instead = undefined;
  await wait(app, "7h");
  expect(await shown()).toMatchObject({ status: "ok", last_error: null, events_count: 1 });
});

test("a redirect is followed to where the calendar is", async () => {
  const { app, box, shown } = await connected([meeting("1", "20261127T090000")]);
  let moved = false;
  box.instead = () => {
    moved = !moved;
    return moved
      ? { status: 301, headers: { location: "/elsewhere.ics" } }
      : { status: 200, body: "BEGIN:VCALENDAR\r\nEND:VCALENDAR" };
  };
  await wait(app);
  expect(await shown()).toMatchObject({ status: "ok", events_count: 0 });
});

test("a paused import makes nothing unavailable until it is resumed", async () => {
  const { app, staff, box, id, starts, shown } = await connected([meeting("1", "20261127T090000")]);
  const { version } = await shown();
  const paused = await staff("patch", `/calendar-imports/${id}`, { version, paused: true });
  expect(paused.body).toMatchObject({ status: "paused", events_count: 0, next_sync_at: null });
  expect(await starts()).toContain(nine);
  await wait(app, "2h");
  expect(box.asked).toHaveLength(1);
  expect((await staff("post", `/calendar-imports/${id}/sync`)).body.code).toBe("calendar_import_paused");
  const resumed = await staff("patch", `/calendar-imports/${id}`, { version: version + 1, paused: false });
  expect(resumed.body).toMatchObject({ status: "pending" });
  await app.settle();
  expect(await starts()).not.toContain(nine);
  expect(await shown()).toMatchObject({ status: "ok", events_count: 1 });
});

test("an import that is removed gives back what it took", async () => {
  const { app, staff, box, id, starts } = await connected([meeting("1", "20261127T090000")]);
  expect((await staff("delete", `/calendar-imports/${id}`)).status).toBe(204);
  expect(await spansOf(app)).toEqual([[0]]);
  expect(await starts()).toContain(nine);
  await wait(app, "2h");
  expect(box.asked).toHaveLength(1);
  expect((await staff("get", `/calendar-imports/${id}`)).status).toBe(404);
  expect(await app.rows("select url_sealed from calendar_imports")).toEqual([[""]]);
});

test("staff can have it read now, and only one turn follows", async () => {
  const { app, staff, box, id, shown } = await connected([]);
  box.events = [meeting("1", "20261127T090000"), meeting("2", "20261128T090000", "RRULE:FREQ=WEEKLY;COUNT=3")];
  const answers = await Promise.all([1, 2, 3].map(() => staff("post", `/calendar-imports/${id}/sync`)));
  expect(answers.map(({ status, body }) => [status, body.status])).toEqual(Array(3).fill([202, "pending"]));
  await app.settle();
  expect(await shown()).toMatchObject({ status: "ok", events_count: 4 });
  await wait(app, "1h");
  expect(await app.rows("select count(*) from jobs where kind = 'calendars.sync'")).toEqual([[1]]);
});

test("it can be meant for something else", async () => {
  const { app, staff, id, shown, starts, book, other } = await connected([meeting("1", "20261127T090000")]);
  const { version } = await shown();
  await staff("patch", `/calendar-imports/${id}`, { version, resource_ids: [other], name: "Island share" });
  await app.settle();
  expect(await starts()).toContain(nine);
  expect((await book(staff, nine, { resource_id: other })).body.code).toBe("slot_unavailable");
  expect(await shown()).toMatchObject({ name: "Island share", resource_ids: [other], status: "ok" });
});

test("what is busy can be listed, and nothing more of it is kept", async () => {
  const holiday = ["UID:2", "DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20270210", "SUMMARY:Secret holiday"];
  const { app, staff, id } = await connected([
    meeting("1", "20261127T090000"),
    meeting("3", "20261127T093000"),
    meeting("4", "20261127T100000", "TRANSP:TRANSPARENT"),
    holiday,
  ]);
  const busy = async (from: string, to: string) =>
    (await staff<{ data: object[] }>("get", `/calendar-imports/${id}/busy?from=${from}&to=${to}`)).body.data;
  expect(await busy("2026-11-27T00:00:00Z", "2026-11-28T00:00:00Z")).toEqual([
    { starts_at: nine, ends_at: "2026-11-27T15:30:00.000Z" },
  ]);
  expect(await busy("2026-12-01T00:00:00Z", "2027-12-01T00:00:00Z")).toEqual([
    { starts_at: "2026-12-24T05:00:00.000Z", ends_at: "2027-01-25T05:00:00.000Z" },
    { starts_at: "2027-01-25T05:00:00.000Z", ends_at: "2027-02-10T05:00:00.000Z" },
  ]);
  const everything = await app.rows("select * from calendar_imports, spans, events, jobs");
  expect(JSON.stringify(everything)).not.toContain("Secret holiday");
});

test("the address is sealed, and shown by its host and its end alone", async () => {
  const { app, staff, box, made, shown } = await connected([]);
  expect(made).toMatchObject({ host: new URL(box.url).host, url_ending: ".ics" });
  const { body: listed } = await staff("get", "/calendar-imports");
  const kept = await app.rows("select * from calendar_imports, audit, events");
  expect(JSON.stringify([made, listed, await shown(), kept])).not.toContain("secret-token");
});

test("bad addresses, subjects and too many are refused", async () => {
  const { app, staff, resource } = await given();
  const { url } = await elsewhere();
  const good = { name: "x", url, resource_ids: [resource] };
  for (const [change, pointer] of [
    [{ url: "https://10.0.0.1/x.ics" }, "/url"],
    [{ url: "webcal://localhost/x.ics" }, "/url"],
    [{ url: "ftp://example.com/x.ics" }, "/url"],
    [{ resource_ids: [] }, "/resource_ids"],
    [{ resource_ids: ["res_0QvPqFbT4kZx81LmWc3R9a"] }, "/resource_ids/0"],
  ] as const) {
    const refused = await staff<{ errors: { pointer: string }[] }>("post", "/calendar-imports", { ...good, ...change });
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([400, pointer]);
  }
  const reader = await app.as("calendars:read");
  expect((await reader("post", "/calendar-imports", good)).status).toBe(403);
  const many = await Promise.all(Array.from({ length: 55 }, () => staff("post", "/calendar-imports", good)));
  expect(many.filter(({ status }) => status === 201)).toHaveLength(50);
  expect(many.find(({ status }) => status !== 201)?.body.code).toBe("too_many_calendar_imports");
});
