import { expect, test } from "vitest";
import type { Call } from "../../testing/app.ts";
import { given } from "../bookings/testing/given.ts";

// The clock stands at Monday 2026-11-23, 12:00 UTC; the pier is in New York, open from nine to five.
const nine = "2026-11-27T14:00:00.000Z";
const at = (hour: number) => new Date(Date.parse(nine) + (hour - 9) * 3_600_000).toISOString();

type Known = Awaited<ReturnType<typeof given>>;
type Notice = { type: string; title: string; text: string; url: string };

const noticesOf = async (call: Call) => (await call<{ data: Notice[] }>("get", "/notifications")).body.data;
const typesOf = async (call: Call) => (await noticesOf(call)).map(({ type }) => type);
const mailsOf = async ({ app }: Known) => {
  await app.settle();
  return (await app.mail()).map((mail) => ({ ...mail, kind: mail.subject.split(":")[0] ?? "" }));
};
const kindsOf = async (known: Known) => (await mailsOf(known)).map(({ kind }) => kind).sort();
/** As after a crash between the work and the cursor: the whole log is read again. */
const readAgain = async ({ app }: Known) => {
  await app.database.commit([{ sql: "update cursors set seq = 0 where reader = 'notifications'", args: [] }]);
  await app.settle();
};

test("a booking is confirmed, reminded of a day before, and never twice", async () => {
  const known = await given();
  const { app, book } = known;
  const owner = await app.member("owner");
  const { body } = await book((await app.visitor()).call, nine);
  const [confirmed] = await mailsOf(known);
  expect(confirmed?.subject).toBe("Confirmed: Harbor tour, Nov 27, 2026, 9:00 AM");
  expect(confirmed?.text).toContain(body.manage_url);
  expect(await typesOf(owner.call)).toEqual(["booking_confirmed"]);

  app.clock.set("2026-11-26T13:59:00Z");
  expect(await kindsOf(known)).toEqual(["Confirmed"]);
  app.clock.advance("2m");
  await app.settle();
  await readAgain(known);
  app.clock.advance("1h");
  expect(await kindsOf(known)).toEqual(["Confirmed", "Reminder"]);
});

test("a confirmation says what it is, where, what is to be paid when, and what happens next", async () => {
  const known = await given(
    {
      instructions: "Come ten minutes early.\nBring <a> hat.",
      deposit: { kind: "percent", value: 20 },
      price_per: "place",
      capacity: 4,
      max_party: 4,
      variants: [{ id: "sunset", name: "At sunset", duration_minutes: 120, price: 3000 }],
    },
    { address: "4 Quay Street" },
  );
  const { body } = await known.book(known.staff, nine, { party: 2, variant_id: "sunset" });
  expect(body).toMatchObject({ price: 6000, deposit: 1200 });
  const [mail] = await mailsOf(known);
  const facts = [
    "What: Harbor tour, At sunset",
    "Where: Pier 4, 4 Quay Street",
    "People: 2",
    `Reference: ${body.reference}`,
    "Price: $60.00",
    "Deposit due: $12.00",
    "Balance: $60.00",
    "What happens next:\nCome ten minutes early.\nBring <a> hat.",
  ];
  for (const fact of facts) expect(mail?.text).toContain(fact);
  // `Intl` puts thin spaces around its dash.
  expect(mail?.text.replaceAll(/\s/g, " ")).toContain(
    "When: Friday, November 27, 2026, 9:00 – 11:00 AM (America/New_York)",
  );
  expect(mail?.html).toContain("Come ten minutes early.<br>Bring &lt;a&gt; hat.");
});

test("a booking that moved is told with both times, and reminded of at its new time alone", async () => {
  const known = await given({ capacity: 2 });
  const { app, book, staff } = known;
  const [owner, user] = [await app.member("owner"), await app.member("user")];
  const { body } = await book(staff, nine);
  await user.call("patch", `/bookings/${body.id}`, { version: 1, starts_at: "2026-11-30T15:00:00Z" });
  const moved = (await mailsOf(known)).find(({ kind }) => kind === "Moved");
  expect(moved?.subject).toBe("Moved: Harbor tour, Nov 30, 2026, 10:00 AM");
  expect(moved?.text).toContain("Before: Harbor tour, Friday, November 27, 2026");
  expect(moved?.text).toContain("When: Monday, November 30, 2026");
  expect(await typesOf(owner.call)).toContain("booking_moved");
  expect(await typesOf(user.call)).not.toContain("booking_moved");

  app.clock.set("2026-11-28T12:00:00Z");
  expect(await kindsOf(known)).toEqual(["Confirmed", "Moved"]);
  app.clock.set("2026-11-29T16:00:00Z");
  expect(await kindsOf(known)).toEqual(["Confirmed", "Moved", "Reminder"]);
});

test("a booking that moves there and back is told each time, and whatever else changes is not a move", async () => {
  const known = await given({ capacity: 4, max_party: 4 });
  const { book, staff } = known;
  const { body } = await book(staff, nine);
  const change = async (version: number, patch: object) =>
    expect((await staff("patch", `/bookings/${body.id}`, { version, ...patch })).status).toBe(200);
  await change(1, { notes: "Window seat" });
  await change(2, { party: 2 });
  expect(await kindsOf(known)).toEqual(["Confirmed"]);
  // All at once, as to a reader that was behind.
  await change(3, { starts_at: at(11) });
  await change(4, { notes: "Aisle" });
  await change(5, { starts_at: nine });
  expect(await kindsOf(known)).toEqual(["Confirmed", "Moved", "Moved"]);
  await readAgain(known);
  expect(await kindsOf(known)).toEqual(["Confirmed", "Moved", "Moved"]);
});

test("one that was cancelled is told why, and reminded of no more", async () => {
  const known = await given();
  const { body } = await known.book(known.staff, nine);
  await known.staff("post", `/bookings/${body.id}/cancellation`, { reason: "Storm" });
  known.app.clock.set("2026-11-28T12:00:00Z");
  const mails = await mailsOf(known);
  expect(mails.map(({ kind }) => kind).sort()).toEqual(["Cancelled", "Confirmed"]);
  expect(mails.find(({ kind }) => kind === "Cancelled")?.text).toContain("Reason: Storm");
});

test("a request waits to be confirmed, and is told so", async () => {
  const known = await given({ requires_approval: true });
  const { app, book, staff } = known;
  const owner = await app.member("owner");
  const { body } = await book((await app.visitor()).call, nine);
  await app.settle();
  expect(await typesOf(owner.call)).toEqual(["booking_requested"]);
  await staff("patch", `/bookings/${body.id}/status`, { version: 1, status: "confirmed" });
  await app.settle();
  app.clock.set("2026-11-26T14:01:00Z");
  expect(await kindsOf(known)).toEqual(["Confirmed", "Received", "Reminder"]);
});

test("what is let for days is told of a day before its end, and thanked for when it is over", async () => {
  const known = await given({ kind: "rental", length_unit: "night", min_length: 1, max_length: 7, price: 9000 });
  const { app, book } = known;
  const owner = await app.member("owner");
  await book(await app.as(), "2026-11-27T20:00:00.000Z", { ends_at: "2026-11-30T16:00:00.000Z" });
  await app.settle();
  app.clock.set("2026-11-26T20:01:00Z");
  await app.settle();
  app.clock.set("2026-11-29T16:01:00Z");
  const ending = (await mailsOf(known)).find(({ kind }) => kind === "Ending soon");
  expect(ending?.subject).toContain("Nov 30, 2026, 11:00 AM");
  expect(ending?.text).toContain("Balance: $270.00");
  expect((await noticesOf(owner.call))[0]).toMatchObject({
    type: "booking_ending_soon",
    text: expect.stringContaining("Nov 30"),
  });
  app.clock.set("2026-11-30T16:01:00Z");
  await app.settle();
  await readAgain(known);
  expect(await kindsOf(known)).toEqual(["Confirmed", "Ending soon", "Reminder", "Thank you"]);
});

test("a reminder that staff asks for goes out at once, besides the one a day before", async () => {
  const known = await given();
  const { app, book, staff } = known;
  const { body } = await book(staff, nine);
  await app.settle();
  expect((await staff("post", `/bookings/${body.id}/reminder`)).status).toBeLessThan(300);
  await app.settle();
  await readAgain(known);
  expect(await kindsOf(known)).toEqual(["Confirmed", "Reminder"]);
  app.clock.set("2026-11-26T14:01:00Z");
  expect(await kindsOf(known)).toEqual(["Confirmed", "Reminder", "Reminder"]);
});

test("staff hears of a departure that too few are on, with the way to those who are", async () => {
  const known = await given({ capacity: 8, max_party: 8, min_to_run: 4, lead_minutes: 120 });
  const { app, book, resource } = known;
  const owner = await app.member("owner");
  await book(known.staff, nine, { party: 2 });
  await app.settle();
  app.clock.set("2026-11-27T12:01:00Z");
  await app.settle();
  expect((await noticesOf(owner.call))[0]).toMatchObject({
    type: "departure_below_minimum",
    text: "Harbor tour · Nov 27, 2026, 9:00 AM · 2 of at least 4",
    url: `/portal/bookings?resource=${resource.id}&from=2026-11-27&to=2026-11-27`,
  });
});

test("a notice is in the log with what it tells of: a booking that was refused tells nobody", async () => {
  const known = await given();
  const { app, book, staff } = known;
  await book(staff, nine);
  expect((await book(staff, nine)).status).toBe(409);
  expect((await app.events()).filter((type) => type === "booking.created")).toHaveLength(1);
  expect(await kindsOf(known)).toEqual(["Confirmed"]);
});
