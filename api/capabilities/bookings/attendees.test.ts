import { expect, test } from "vitest";
import { type BookingBody, given } from "./testing/given.ts";

interface Attendee {
  id: string;
  name: string;
  checked_in_at: string | null;
}
interface List {
  booking_id: string;
  version: number;
  data: Attendee[];
  code: string;
  errors: { pointer: string }[];
}

const nine = "2026-11-27T14:00:00.000Z";
const token = (booking: BookingBody) => booking.manage_url.split("/").at(-1) as string;
const shoe = { id: "shoe", label: "Shoe size", kind: "number", required: true, per: "guest" };

async function booked(resource: object = {}, more: object = {}) {
  const house = await given({ capacity: 10, ...resource });
  const visitor = await house.app.visitor();
  const { body } = await house.book(visitor.call, nine, { party: 3, ...more });
  const path = `/bookings/${body.id}/attendees`;
  return { ...house, visitor, booking: body, path };
}

test("whoever booked says who comes, and the booking gets another version", async () => {
  const { app, visitor, booking, path, staff } = await booked({}, { attendees: [{ name: "Ada" }] });
  const first = await visitor.call<List>("get", path);
  expect(first.body).toMatchObject({
    booking_id: booking.id,
    version: 1,
    data: [{ name: "Ada", checked_in_at: null }],
  });
  expect(first.headers.get("etag")).toBe('"1"');

  const ada = { id: first.body.data[0]?.id, name: "Ada Lovelace" };
  const put = await visitor.call<List>("put", path, { version: 1, attendees: [{ name: "Byron" }, ada] });
  expect(put.status).toBe(200);
  expect(put.body).toMatchObject({ version: 2, data: [{ name: "Byron" }, ada] });
  expect((await staff<List>("get", path)).body).toEqual(put.body);
  expect((await staff("get", `/bookings/${booking.id}`)).body).toMatchObject({ version: 2 });
  expect((await app.events()).at(-1)).toBe("booking.attendees_changed");
  const [entry] = await app.rows(
    "select action, entity_type, entity_id, metadata from audit order by seq desc limit 1",
  );
  expect(entry?.slice(0, 3)).toEqual(["attendees.replace", "bookings", booking.id]);
  expect(JSON.parse(entry?.[3] as string)).toEqual({ attendees: { from: 1, to: 2 } });

  const same = put.body.data.map(({ id, name }) => ({ id, name }));
  expect((await visitor.call<List>("put", path, { version: 2, attendees: same })).body).toEqual(put.body);
  expect((await visitor.call<List>("put", path, { attendees: [] }, { "if-match": '"2"' })).body.data).toEqual([]);
});

test("a list that was read before somebody else changed it is refused", async () => {
  const { visitor, staff, path } = await booked();
  const put = (call: typeof staff, body: object, headers = {}) => call<List>("put", path, body, headers);
  expect((await put(staff, { attendees: [] })).body.errors).toMatchObject([{ pointer: "/version" }]);
  const answers = await Promise.all(
    ["Ada", "Byron", "Cora"].map((name) => put(visitor.call, { version: 1, attendees: [{ name }] })),
  );
  expect(answers.map(({ status, body }) => (status === 200 ? "changed" : body.code)).sort()).toEqual([
    "changed",
    "version_conflict",
    "version_conflict",
  ]);
  expect((await put(staff, { attendees: [] }, { "if-match": '"1"' })).body.code).toBe("precondition_failed");
  expect((await staff<List>("get", path)).body.data.length).toBe(1);
});

test("more than are coming, unknown names and answers that do not fit are refused with a pointer", async () => {
  const { visitor, staff, path } = await booked({
    questions: [shoe],
    guest_categories: [{ id: "adult", name: "Adult", price: 1000 }],
  });
  const pointers = async (call: typeof staff, ...attendees: object[]) =>
    (await call<List>("put", path, { version: 1, attendees })).body.errors.map(({ pointer }) => pointer);
  const ok = { name: "Ada", answers: { shoe: "38" } };
  expect(await pointers(visitor.call, ok, ok, ok, ok)).toEqual(["/attendees/3"]);
  expect(await pointers(visitor.call, ok, { name: "Byron" })).toEqual(["/attendees/1/answers/shoe"]);
  expect(await pointers(visitor.call, { ...ok, answers: { shoe: "big" } })).toEqual(["/attendees/0/answers/shoe"]);
  expect(await pointers(visitor.call, { ...ok, answers: { hat: "1" } })).toEqual(["/attendees/0/answers/hat"]);
  expect(await pointers(visitor.call, { ...ok, guest_category: "dog" })).toEqual(["/attendees/0/guest_category"]);
  expect(await pointers(visitor.call, { ...ok, id: "att_00000000000000000000" })).toEqual(["/attendees/0/id"]);
  expect(await pointers(visitor.call, { name: "" })).toEqual(["/attendees/0/name"]);
  expect((await staff("put", path, { version: 1, attendees: [{ name: "Byron" }] })).status).toBe(200);
  const [byron] = (await staff<List>("get", path)).body.data;
  const twice = [byron, byron].map((row) => ({ id: row?.id, name: "Byron" }));
  const refused = await staff<List>("put", path, { version: 2, attendees: twice });
  expect(refused.body.errors).toMatchObject([{ pointer: "/attendees/1/id" }]);
});

test("the managed page shows the list with the forms to fill in, and changes it", async () => {
  const { app, booking } = await booked({ questions: [shoe, { id: "diet", label: "Diet", per: "booking" }] });
  const page = `/managed-bookings/${token(booking)}`;
  expect((await app.anyone("get", page)).body).toMatchObject({ attendees: [], guest_questions: [shoe] });
  const attendees = [{ name: "Ada", answers: { shoe: "38" } }];
  expect((await app.anyone<List>("put", `${page}/attendees`, { attendees })).body.errors).toMatchObject([
    { pointer: "/version" },
  ]);
  expect((await app.anyone<List>("put", `${page}/attendees`, { version: 1, attendees })).status).toBe(200);
  expect((await app.anyone("get", page)).body).toMatchObject({ version: 2, attendees });
});

test("staff checks people in and out again, once each, also while the list is exchanged", async () => {
  const { app, staff, visitor, booking, path } = await booked({}, { attendees: [{ name: "Ada" }, { name: "Byron" }] });
  const [ada, byron] = (await staff<List>("get", path)).body.data as [Attendee, Attendee];
  const at = (id: string) => `${path}/${id}/check-in`;
  expect((await visitor.call("post", at(ada.id))).status).toBe(403);
  const answers = await Promise.all(Array.from({ length: 4 }, () => staff<Attendee>("post", at(ada.id))));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(answers[0]?.body).toMatchObject({ id: ada.id, checked_in_at: new Date(app.clock.now()).toISOString() });
  const told = async () => (await app.events()).filter((type) => type === "booking.checked_in").length;
  expect(await told()).toBe(1);

  const list = [{ id: ada.id, name: "Ada L." }, { name: "Cora" }];
  await staff("put", path, { version: 1, attendees: list });
  const after = (await staff<List>("get", path)).body.data;
  expect(after.map(({ name, checked_in_at }) => [name, checked_in_at !== null])).toEqual([
    ["Ada L.", true],
    ["Cora", false],
  ]);
  expect((await staff("post", at(byron.id))).status).toBe(404);
  expect((await staff("delete", at(ada.id))).status).toBe(204);
  expect((await staff("delete", at(ada.id))).status).toBe(204);
  expect(await told()).toBe(2);
  expect((await staff<List>("get", path)).body.data[0]).toMatchObject({ checked_in_at: null });

  await staff("post", `/bookings/${booking.id}/cancellation`, {});
  expect((await staff("post", at(ada.id))).body).toMatchObject({ code: "booking_not_changeable" });
  expect((await visitor.call("put", path, { version: 3, attendees: [] })).body.code).toBe("booking_not_changeable");
});
