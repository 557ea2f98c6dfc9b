import { expect, test } from "vitest";
import { given } from "./testing/given.ts";

interface Outcome {
  id: string;
  ok: boolean;
  status: string | null;
  problem: { code: string; detail: string } | null;
}
interface Answer {
  results: Outcome[];
  code: string;
  errors: { pointer: string }[];
}

const hour = (at: number) => `2026-11-27T${at}:00:00.000Z`;
const nobody = "bkg_00000000000000000000";

test("a batch does what it can and says what it could not, in one commit", async () => {
  const { app, book, staff } = await given({ capacity: 9, requires_approval: true });
  const ids: string[] = [];
  for (const at of [14, 15, 16]) ids.push((await book(staff, hour(at))).body.id);
  await staff("post", `/bookings/${ids[1]}/cancellation`, {});
  const run = (action: string, more: object = {}) =>
    staff<Answer>("post", "/bookings/batch", { ids: [...ids, nobody], action, ...more });
  const { status, body } = await run("confirm");
  expect(status).toBe(200);
  expect(body.results).toEqual([
    { id: ids[0], ok: true, status: "confirmed", problem: null },
    {
      id: ids[1],
      ok: false,
      status: "cancelled",
      problem: { code: "transition_not_allowed", detail: expect.any(String) },
    },
    { id: ids[2], ok: true, status: "confirmed", problem: null },
    { id: nobody, ok: false, status: null, problem: { code: "not_found", detail: expect.any(String) } },
  ]);
  const [entry] = await app.rows("select action, metadata from audit order by seq desc limit 1");
  expect(entry?.[0]).toBe("bookings.batch");
  expect(JSON.parse(entry?.[1] as string)).toEqual({
    action: "confirm",
    bookings: { [ids[0]!]: "done", [ids[1]!]: "transition_not_allowed", [ids[2]!]: "done", [nobody]: "not_found" },
  });
  expect((await app.events()).filter((type) => type === "booking.confirmed").length).toBe(2);
  // Again: those that are confirmed stay so, and nothing is told twice.
  expect((await run("confirm")).body.results.map(({ ok }) => ok)).toEqual([true, false, true, false]);
  expect((await app.events()).filter((type) => type === "booking.confirmed").length).toBe(2);

  expect((await run("start")).body.results.map(({ status }) => status)).toEqual([
    "in_progress",
    "cancelled",
    "in_progress",
    null,
  ]);
  expect((await run("complete")).body.results[0]?.status).toBe("completed");
  expect((await run("cancel", { reason: "Storm" })).body.results[0]?.problem?.code).toBe("transition_not_allowed");
  expect((await run("no_show")).body.results[2]?.status).toBe("no_show");
  expect(await app.rows("select count(*) from spans")).toEqual([[0]]);
});

test("a batch takes a hundred bookings, each once, and staff alone may send it", async () => {
  const { app, staff } = await given();
  const ids = Array.from({ length: 101 }, (_, n) => `bkg_${String(n).padStart(20, "0")}`);
  const send = (body: object) => staff<Answer>("post", "/bookings/batch", body);
  const pointers = async (body: object) => (await send(body)).body.errors.map(({ pointer }) => pointer);
  expect(await pointers({ ids, action: "confirm" })).toEqual(["/ids"]);
  expect(await pointers({ ids: [ids[0], ids[0]], action: "confirm" })).toEqual(["/ids"]);
  expect(await pointers({ ids: [], action: "confirm" })).toEqual(["/ids"]);
  expect(await pointers({ ids: [nobody], action: "delete" })).toEqual(["/action"]);
  expect((await send({ ids: ids.slice(1), action: "confirm" })).body.results.length).toBe(100);
  const visitor = await app.visitor();
  expect((await visitor.call("post", "/bookings/batch", { ids: [nobody], action: "confirm" })).status).toBe(403);
  expect((await (await app.as("bookings:read"))("post", "/bookings/batch", { ids, action: "confirm" })).status).toBe(
    403,
  );
});

test("a whole batch and single changes at once leave every booking in one state, told once", async () => {
  const { app, book, staff } = await given({ capacity: 50, max_party: 1 });
  const ids: string[] = [];
  for (let n = 0; n < 20; n++) ids.push((await book(staff, hour(14 + (n % 4)))).body.id);
  const answers = await Promise.all([
    staff<Answer>("post", "/bookings/batch", { ids, action: "cancel", reason: "Storm" }),
    staff<Answer>("post", "/bookings/batch", { ids, action: "start" }),
    ...ids.slice(0, 5).map((id) => staff("post", `/bookings/${id}/cancellation`, { reason: "Ill" })),
  ]);
  for (const { status } of answers) expect([200, 409]).toContain(status);
  const rows = await app.rows(
    "select b.status, (select count(*) from spans s where s.owner_id = b.id), (select count(*) from events e where e.subject = b.id and e.type = 'booking.' || iif(b.status = 'in_progress', 'started', b.status)) from bookings b",
  );
  expect(rows.length).toBe(20);
  for (const [status, spans, told] of rows) {
    expect([status, spans, told]).toEqual(status === "cancelled" ? ["cancelled", 0, 1] : ["in_progress", 1, 1]);
  }
});

test("those who leave a departure together hand its guide to who stays", async () => {
  const { app, book, staff, resource } = await given({ capacity: 9 });
  const { body: pool } = await staff<{ id: string }>("post", "/pools", { name: "Guides" });
  for (const name of ["Ann", "Bob"]) await staff("post", `/pools/${pool.id}/units`, { name });
  const requirements = [{ pool_id: pool.id, count: 1, per: 4 }];
  await staff("patch", `/resources/${resource.id}`, { version: 1, requirements });
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) ids.push((await book(staff, hour(14))).body.id);
  const guides = () =>
    app.rows("select owner_id from spans where subject_id in (select id from units) order by owner_id");
  expect(await guides()).toEqual([[ids[0]]]);
  const { body } = await staff<Answer>("post", "/bookings/batch", { ids: ids.slice(0, 2), action: "cancel" });
  expect(body.results.map(({ ok }) => ok)).toEqual([true, true]);
  expect(await guides()).toEqual([[ids[2]]]);
  await staff("post", "/bookings/batch", { ids: ids.slice(2), action: "no_show" });
  expect(await guides()).toEqual([]);
});

test("a reminder is asked for once within an hour, one by one or in a batch", async () => {
  const { app, book, staff } = await given({ capacity: 9 });
  const [one, other] = [(await book(staff, hour(14))).body, (await book(staff, hour(15))).body];
  const remind = () => staff<Answer>("post", `/bookings/${one.id}/reminder`);
  const answers = await Promise.all([remind(), remind(), remind()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe("reminder_already_sent");
  const told = async () => (await app.events()).filter((type) => type === "booking.reminder_requested").length;
  expect(await told()).toBe(1);
  const { body } = await staff<Answer>("post", "/bookings/batch", { ids: [one.id, other.id], action: "remind" });
  expect(body.results.map(({ ok, problem }) => problem?.code ?? ok)).toEqual(["reminder_already_sent", true]);
  app.clock.advance("61m");
  expect((await remind()).status).toBe(202);
  expect(await told()).toBe(3);
  await staff("post", `/bookings/${one.id}/cancellation`, {});
  app.clock.advance("61m");
  expect((await remind()).body.code).toBe("booking_not_changeable");
});

test("the export has the list's rows and filters, on the venue's clock, and cannot trick a spreadsheet", async () => {
  const { app, book, staff, resource } = await given({
    capacity: 9,
    variants: [{ id: "half", name: "Half day", duration_minutes: 30 }],
    guest_categories: [{ id: "adult", name: "Adult", price: 2500 }],
  });
  const { body } = await book(staff, hour(14), {
    guests: { adult: 2 },
    variant_id: "half",
    notes: '=cmd|"x"',
    contact: { name: "@Ada", email: "ada@example.com", phone: "+12075550134" },
  });
  await book(staff, "2026-11-28T14:00:00Z", { guests: { adult: 1 } });
  const answer = await staff<string>("post", "/bookings/export", { from: "2026-11-27", to: "2026-11-27" });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toContain("text/csv");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="bookings-2026-11-23.csv"');
  const [header, row, end] = answer.body.split("\r\n");
  expect(header).toBe(
    "reference,status,starts_local,ends_local,starts_at,ends_at,time_zone,resource,venue,variant,party,guests,price,paid,balance,currency,contact_name,contact_email,contact_phone,notes,created_at",
  );
  expect(row).toBe(
    `${body.reference},confirmed,2026-11-27T09:00:00-05:00,2026-11-27T09:30:00-05:00,2026-11-27T14:00:00.000Z,2026-11-27T14:30:00.000Z,America/New_York,Harbor tour,Pier 4,Half day,2,2 Adult,50.00,0.00,50.00,USD,'@Ada,ada@example.com,'+12075550134,"'=cmd|""x""",2026-11-23T12:00:00.000Z`,
  );
  expect(end).toBe("");
  const all = await staff<string>("post", "/bookings/export", { resource_id: resource.id, order: "asc" });
  expect(all.body.trim().split("\r\n").length).toBe(3);
  expect((await app.events()).slice(-2)).toEqual(["booking.exported", "booking.exported"]);
  const [entry] = await app.rows("select action, metadata from audit order by seq desc limit 1");
  expect(entry?.[0]).toBe("bookings.export");
  expect(JSON.parse(entry?.[1] as string)).toMatchObject({ rows: 2, filters: { resource_id: resource.id } });
  const visitor = await app.visitor();
  expect((await visitor.call("post", "/bookings/export", {})).status).toBe(403);
});

test("a long export goes on from page to page, up to its end", async () => {
  const { app, staff, resource, venue } = await given();
  const contact = (await staff<{ id: string }>("post", "/contacts", { name: "Ada" })).body.id;
  await app.database.commit([
    {
      sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < 10050)
        insert into bookings (id, version, created_at, updated_at, reference, resource_id, venue_id, contact_id, contact, starts_at, ends_at, party, status, price, currency, answers)
        select 'bkg_' || printf('%020d', i), 1, 0, 0, 'FY-' || i, ?, ?, ?, '{}', i * 1000, i * 1000 + 500, 1, 'completed', 0, 'USD', '{}' from n`,
      args: [resource.id, venue.id, contact],
    },
  ]);
  const { body } = await staff<string>("post", "/bookings/export", {});
  const references = body
    .trim()
    .split("\r\n")
    .slice(1)
    .map((row) => row.split(",")[0]);
  expect(references.length).toBe(10_000);
  expect([references[0], references[9_999], new Set(references).size]).toEqual(["FY-10050", "FY-51", 10_000]);
});
