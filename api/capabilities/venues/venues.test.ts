import { expect, test } from "vitest";
import { testApp } from "../../testing/app.ts";

const pier = {
  name: "Pier 4",
  time_zone: "America/New_York",
  hours: [{ day: "monday", from: "09:00", to: "24:00" }],
  exceptions: [{ date: "2026-12-25", hours: [] }],
};

test("a venue keeps its clock, its week and its exceptions", async () => {
  const app = await testApp();
  const staff = await app.as();
  const { status, body } = await staff("post", "/venues", pier);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    ...pier,
    exceptions: [{ date: "2026-12-25", hours: [], name: null }],
    status: "active",
  });
  expect((await staff("get", `/venues/${body.id}`)).body).toEqual(body);
  const changed = await staff("patch", `/venues/${body.id}`, { version: 1, address: "4 Wharf Street" });
  expect(changed.body).toMatchObject({ version: 2, address: "4 Wharf Street", hours: pier.hours });
  expect(await app.events()).toEqual(["venue.created", "venue.updated"]);
});

test("hours that cannot be are refused with a pointer", async () => {
  const app = await testApp();
  const staff = await app.as();
  const pointers = async (more: object) =>
    (await staff<{ errors: { pointer: string }[] }>("post", "/venues", { ...pier, ...more })).body.errors.map(
      (error) => error.pointer,
    );
  const monday = (from: string, to: string) => ({ day: "monday", from, to });
  expect(await pointers({ hours: [monday("09:00", "12:00"), monday("11:00", "13:00")] })).toEqual(["/hours/1"]);
  expect(await pointers({ hours: [monday("09:00", "09:00")] })).toEqual(["/hours/0"]);
  expect(await pointers({ hours: [monday("00:60", "10:00")] })).toEqual(["/hours/0/from"]);
  expect(await pointers({ hours: [{ day: "someday", from: "09:00", to: "10:00" }] })).toEqual(["/hours/0/day"]);
  expect(await pointers({ exceptions: [{ date: "2026-02-30", hours: [] }] })).toEqual(["/exceptions/0/date"]);
  const christmas = { date: "2026-12-25", hours: [] };
  expect(await pointers({ exceptions: [christmas, christmas] })).toEqual(["/exceptions/1/date"]);
  expect(await pointers({ time_zone: "Mars/Olympus" })).toEqual(["/time_zone"]);
});

test("a deleted venue takes its resources out of sight", async () => {
  const app = await testApp();
  const staff = await app.as();
  const { body: venue } = await staff("post", "/venues", pier);
  const { body: resource } = await staff("post", "/resources", {
    venue_id: venue.id,
    name: "Tour",
    duration_minutes: 60,
  });
  expect((await staff("delete", `/venues/${venue.id}`)).status).toBe(204);
  expect((await staff("get", `/venues/${venue.id}`)).status).toBe(404);
  expect((await staff("get", `/resources/${resource.id}`)).status).toBe(404);
  expect(await app.events()).toEqual(["venue.created", "resource.created", "venue.deleted"]);
});
