import { expect, test } from "vitest";
import { type BookingBody, given } from "../bookings/testing/given.ts";

interface EntryBody {
  id: string;
  status: string;
  url: string;
  offer_starts_at: string | null;
  offer_expires_at: string | null;
  booking_id: string | null;
  code: string;
  errors: { pointer: string }[];
}

const nine = "2026-11-27T14:00:00.000Z";
const date = "2026-11-27";

/** A day with one hour that is offered, and taken. */
async function full(resource: object = {}) {
  const known = await given({ capacity: 2, start_times: ["09:00"], ...resource });
  const { staff, book, app, resource: tour } = known;
  const taken = await book(staff, nine, { party: 2 });
  const wait = async (name: string, more: object = {}) => {
    const { call } = await app.visitor();
    const contact = { name, email: `${name.toLowerCase()}@example.com` };
    const { body, status } = await call<EntryBody>("post", "/waitlist", {
      resource_id: tour.id,
      from_date: date,
      contact,
      ...more,
    });
    const token = body.url?.split("/").at(-1) ?? "";
    return { call, id: body.id, token, status, body };
  };
  const status = async (entry: { id: string }) => (await staff<EntryBody>("get", `/waitlist/${entry.id}`)).body;
  const cancel = (id: string) => staff("post", `/bookings/${id}/cancellation`, {});
  const settle = async () => {
    for (let round = 0; round < 4; round++) await app.settle();
  };
  return { ...known, taken: taken.body, wait, status, cancel, settle };
}

test("a place that becomes free is offered to who came first, who books it by link", async () => {
  const { app, wait, status, taken, cancel, settle, slots, staff } = await full();
  const [ada, grace] = [await wait("Ada"), await wait("Grace")];
  await settle();
  expect(await status(ada)).toMatchObject({ status: "waiting" });
  await cancel(taken.id);
  await settle();
  expect(await status(ada)).toMatchObject({ status: "offered", offer_starts_at: nine });
  // Two places were free, and each of them wants one.
  expect(await status(grace)).toMatchObject({ status: "offered" });
  expect((await slots((await app.visitor()).call, date))[0]?.slots).toEqual([]);
  const offer = await app.anyone<EntryBody & { price: number }>("get", `/waitlist-offers/${ada.token}`);
  expect(offer.body).toMatchObject({ status: "offered", price: 2500 });
  const booked = await app.anyone<BookingBody>("post", `/waitlist-offers/${ada.token}/acceptance`, {});
  expect(booked.body).toMatchObject({ starts_at: nine, status: "confirmed", contact: { name: "Ada" } });
  expect(await status(ada)).toMatchObject({ status: "booked", booking_id: booked.body.id });
  expect((await app.anyone<EntryBody>("post", `/waitlist-offers/${ada.token}/acceptance`, {})).body.code).toBe(
    "no_offer",
  );
  expect((await staff<{ data: unknown[] }>("get", "/waitlist?status=offered")).body.data).toHaveLength(1);
});

test("an offer that is let pass goes to the next", async () => {
  const { app, wait, status, taken, cancel, settle } = await full({ sharing: "private" });
  const [ada, grace] = [await wait("Ada"), await wait("Grace")];
  await cancel(taken.id);
  await settle();
  expect([(await status(ada)).status, (await status(grace)).status]).toEqual(["offered", "waiting"]);
  app.clock.advance("242m");
  await settle();
  expect([(await status(ada)).status, (await status(grace)).status]).toEqual(["expired", "offered"]);
  expect((await app.anyone<EntryBody>("post", `/waitlist-offers/${ada.token}/acceptance`, {})).body.code).toBe(
    "no_offer",
  );
});

test("who leaves gives back what was kept", async () => {
  const { wait, status, taken, cancel, settle, app } = await full({ sharing: "private" });
  const [ada, grace] = [await wait("Ada"), await wait("Grace")];
  await cancel(taken.id);
  await settle();
  expect((await app.anyone("delete", `/waitlist-offers/${ada.token}`)).status).toBe(204);
  await settle();
  expect([(await status(ada)).status, (await status(grace)).status]).toEqual(["cancelled", "offered"]);
  expect((await grace.call("delete", `/waitlist/${ada.id}`)).status).toBe(404);
});

test("who waits for what is free is offered it at once; who wants more than there is waits on", async () => {
  const { wait, status, settle } = await full();
  const free = await wait("Ada", { from_date: "2026-11-28", to_date: "2026-11-30" });
  const many = await wait("Grace", { from_date: date, party: 2 });
  await settle();
  expect(await status(free)).toMatchObject({ status: "offered", offer_starts_at: "2026-11-28T14:00:00.000Z" });
  expect(await status(many)).toMatchObject({ status: "waiting" });
});

test("dates that are over, too far or too many are refused with a pointer", async () => {
  const { wait } = await full();
  const pointer = async (more: object) => (await wait("Ada", more)).body.errors[0]?.pointer;
  expect(await pointer({ from_date: "2026-11-22" })).toBe("/to_date");
  expect(await pointer({ to_date: "2026-11-26" })).toBe("/to_date");
  expect(await pointer({ to_date: "2026-12-31" })).toBe("/to_date");
  expect(await pointer({ from_date: "2027-11-22" })).toBe("/to_date");
  expect(await pointer({ party: 3 })).toBe("/party");
  expect(await pointer({ from_date: "2026-02-30" })).toBe("/from_date");
});

test("staff offers a place before somebody's turn, if there is one", async () => {
  const { wait, status, staff, settle } = await full({ start_times: ["09:00", "11:00"] });
  const early = await wait("Ada", { party: 2, starts_at: nine });
  await settle();
  const offer = (body: object) => staff<EntryBody>("post", `/waitlist/${early.id}/offer`, body);
  expect((await offer({})).body.code).toBe("nothing_free");
  expect((await offer({ starts_at: nine })).body.code).toBe("slot_unavailable");
  expect((await offer({ starts_at: "2026-11-27T16:00:00Z" })).body).toMatchObject({ status: "offered" });
  expect((await offer({})).body.code).toBe("not_waiting");
  expect(await status(early)).toMatchObject({ offer_starts_at: "2026-11-27T16:00:00.000Z" });
});
