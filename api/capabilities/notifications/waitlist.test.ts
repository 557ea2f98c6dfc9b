import { expect, test } from "vitest";
import { given } from "../bookings/testing/given.ts";

const nine = "2026-11-27T14:00:00.000Z";
const grace = { name: "Grace", email: "grace@example.com" };

/** A tour that is full at nine, and Grace who waits for it. */
async function waiting() {
  const known = await given();
  const { app, book, staff, resource } = known;
  const { body: booked } = await book(staff, nine);
  const { body: entry, status } = await (await app.visitor()).call<{ id: string; url: string }>("post", "/waitlist", {
    resource_id: resource.id,
    from_date: "2026-11-27",
    starts_at: nine,
    contact: grace,
  });
  expect(status).toBe(201);
  const mails = async () => {
    await app.settle();
    return (await app.mail()).filter(({ to }) => to === grace.email);
  };
  const subjects = async () => (await mails()).map(({ subject }) => subject.split(":")[0]).sort();
  return { ...known, booked, entry, mails, subjects };
}

test("whoever waits is told so, then of the place that is kept and until when, with one link", async () => {
  const { app, staff, booked, entry, mails, subjects } = await waiting();
  const [joined] = await mails();
  expect(joined?.subject).toBe("On the waitlist: Harbor tour");
  expect(joined?.text).toContain(entry.url);
  await staff("post", `/bookings/${booked.id}/cancellation`, {});
  const offered = (await mails()).find(({ subject }) => subject.startsWith("A place is free"));
  expect(offered?.subject).toBe("A place is free: Harbor tour, Nov 27, 2026, 9:00 AM");
  expect(offered?.text).toContain("Kept until: Monday, November 23, 2026 at 11:00 AM (America/New_York)");
  expect(offered?.text).toContain(`Take the place: ${entry.url}`);

  await app.database.commit([{ sql: "update cursors set seq = 0 where reader = 'notifications'", args: [] }]);
  expect(await subjects()).toEqual(["A place is free", "On the waitlist"]);
  app.clock.advance("5h");
  expect(await subjects()).toEqual(["A place is free", "On the waitlist", "The offer has ended"]);
});

test("who waited in vain is told that nothing became free", async () => {
  const { app, staff, resource, mails } = await waiting();
  app.clock.set("2026-11-28T12:00:00Z");
  // Whatever may leave a place free has those who wait looked at.
  await staff("patch", `/resources/${resource.id}`, { version: 1, description: "On the water." });
  expect((await mails()).map(({ subject }) => subject)).toContain("No place became free: Harbor tour");
});
