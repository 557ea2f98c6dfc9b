import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Booking, Foyer, Resource } from "../../../../sdk/index.ts";
import { addDays, today, weekday } from "../../../kit/calendar-model.ts";
import { axe } from "../../../testing/browser.ts";
import { startPortal, type TestPortal } from "../../testing/portal.ts";
import { isoOf } from "./zone.ts";

// Where the clock never changes.
const zone = "America/Phoenix";
/** A Tuesday, so that a few days from it lie in one week. */
const date = addDays(today(zone), 16 - weekday(today(zone)));
const at = (hour: number) => isoOf(date, hour * 60, zone);
/** Pixels of an hour. */
const hour = 52;

let portal: TestPortal;
let staff: Foyer;
let context: BrowserContext;
let page: Page;
let kayak: Resource;
let canoe: Resource;
let booking: Booking;

beforeAll(async () => {
  portal = await startPortal();
  staff = portal.staff;
  const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
  const hours = days.map((day) => ({ day, from: "09:00", to: "17:00" }));
  const venue = await staff.venues.create({ name: "Pier", time_zone: zone, hours });
  const boat = {
    venue_id: venue.id,
    kind: "rental",
    duration_minutes: 60,
    capacity: 2,
    max_party: 2,
    price: 0,
  } as const;
  canoe = await staff.resources.create({ ...boat, name: "Canoe" });
  kayak = await staff.resources.create({ ...boat, name: "Kayak" });
  context = await portal.context();
  page = await portal.open(`/calendar?view=resources&date=${date}&venue=${venue.id}`, context);
  await page.waitForSelector("[name=email]");
  await portal.signIn(page);
  await page.waitForSelector(".p-cal-column");
});

afterAll(() => portal?.close());

const make = (resource: Resource, from: number, name: string) =>
  staff.bookings.create({
    resource_id: resource.id,
    starts_at: at(from),
    party: 2,
    contact: { name, email: `${name.toLowerCase()}@example.com` },
  });
const entry = (of: Booking): Locator => page.locator(`[data-bookings~="${of.id}"]`);
const now = () => staff.bookings.retrieve(booking.id);

/** Presses on something, and goes so far without letting go. */
async function drag(
  from: Locator,
  to: { x?: number; y?: number },
  where: { x: number; y: number } | "middle" = "middle",
) {
  const box = await from.boundingBox();
  if (!box) throw new Error("Nothing to take hold of.");
  const start = where === "middle" ? { x: box.width / 2, y: box.height / 2 } : where;
  const [x, y] = [box.x + start.x, box.y + start.y];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + (to.x ?? 0) / 2, y + (to.y ?? 0) / 2, { steps: 3 });
  await page.mouse.move(x + (to.x ?? 0), y + (to.y ?? 0), { steps: 3 });
}

const columnWidth = async () => (await page.locator("[data-column]").first().boundingBox())?.width ?? 0;
const undo = () => page.locator(".f-toast >> text=Undo").last().click();

beforeEach(async () => {
  for await (const one of staff.bookings.list()) await staff.bookings.delete(one.id);
  booking = await make(canoe, 10, "Ada");
  await entry(booking).waitFor();
  const toast = page.locator(".f-toast >> [aria-label=Dismiss]");
  while (await toast.count()) await toast.first().click();
});

describe("the calendar", () => {
  it("moves a booking across time and resources, says beforehand that it is free, and takes it back", async () => {
    await drag(entry(booking), { x: await columnWidth(), y: 2 * hour });
    await page.waitForSelector(".p-cal-ghost >> text=Free");
    await page.mouse.up();
    await expect.poll(now).toMatchObject({ resource_id: kayak.id, starts_at: at(12), ends_at: at(13) });
    await undo();
    await expect.poll(now).toMatchObject({ resource_id: canoe.id, starts_at: at(10), ends_at: at(11), version: 3 });
  });

  it("resizes a booking by its lower edge, and takes it back", async () => {
    await entry(booking).hover();
    await drag(entry(booking).locator(".p-cal-edge"), { y: 1.5 * hour });
    await page.mouse.up();
    await expect.poll(now).toMatchObject({ starts_at: at(10), ends_at: at(12.5) });
    await undo();
    await expect.poll(now).toMatchObject({ ends_at: at(11), version: 3 });
  });

  it("shows before the drop that there is no room, and moves nothing", async () => {
    const other = await make(kayak, 12, "Omar");
    await entry(other).waitFor();
    await drag(entry(booking), { x: await columnWidth(), y: 2 * hour });
    await page.waitForSelector(".p-cal-ghost.p-cal-full >> text=No room there");
    await page.mouse.up();
    await page.waitForSelector(".f-toast >> text=Not moved. No room there.");
    expect(await now()).toMatchObject({ version: 1, resource_id: canoe.id });
  });

  it("lets staff drop beside the hours, and says so; Escape lets go", async () => {
    // Away from the edge, where it would scroll.
    await page.locator(".p-cal-scroll").evaluate((one) => one.scrollTo({ top: 5 * 52 }));
    await drag(entry(booking), { y: -2 * hour });
    await page.waitForSelector(".p-cal-ghost.p-cal-unusual >> text=allowed for staff");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".p-cal-ghost", { state: "detached" });
    await page.mouse.up();
    expect((await now()).version).toBe(1);
    await drag(entry(booking), { y: -2 * hour });
    await page.mouse.up();
    await expect.poll(now).toMatchObject({ starts_at: at(8) });
  });

  it("says who was faster, shows what is there now, and makes the change only when asked", async () => {
    await drag(entry(booking), { y: 3 * hour });
    await staff.bookings.update(booking.id, { version: 1, starts_at: at(15) });
    await page.mouse.up();
    const dialog = page.locator("dialog[open]");
    await dialog.waitFor();
    expect(await dialog.locator("h2").textContent()).toBe("API was faster");
    expect(await dialog.textContent()).toMatch(/It is now.*3:00.*You wanted.*1:00/);
    expect(await axe(page)).toEqual([]);
    expect(await now()).toMatchObject({ starts_at: at(15), version: 2 });
    await dialog.locator("text=Make my change").click();
    await expect.poll(now).toMatchObject({ starts_at: at(13), version: 3 });
  });

  it("moves and resizes by keyboard, and tells what it does", async () => {
    await entry(booking).focus();
    await page.keyboard.down("Alt");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect
      .poll(() => page.locator(".f-live").textContent())
      .toMatch(/10:30.*11:30.*Canoe, Not a usual start · allowed for staff/);
    expect((await now()).version).toBe(1);
    await page.keyboard.up("Alt");
    await expect.poll(now).toMatchObject({ starts_at: at(10.5), ends_at: at(11.5), version: 2 });
    // The focus goes along.
    await expect.poll(() => entry(booking).evaluate((one) => one.matches(":focus"))).toBe(true);
    await page.keyboard.down("Alt");
    await page.keyboard.down("Shift");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.up("Shift");
    await page.keyboard.up("Alt");
    await expect.poll(now).toMatchObject({ ends_at: at(11.75), version: 3 });
    await page.keyboard.press("Alt+ArrowRight");
    await expect.poll(now).toMatchObject({ resource_id: kayak.id, version: 4 });
  });

  it("marks empty time to block it, refuses bookings there, and frees it again", async () => {
    const column = page.locator("[data-column]").nth(1);
    const y = (13 * hour) | 0;
    await column.evaluate((one, top) => one.closest(".p-cal-scroll")?.scrollTo({ top: top - 200 }), y);
    await drag(column, { y: 2 * hour - 4 }, { x: 40, y: y + 2 });
    await page.mouse.up();
    await page.locator(".p-cal-chosen >> text=Block time").click();
    await page.getByLabel("Reason").fill("Painting");
    expect(await axe(page)).toEqual([]);
    await page.locator("dialog[open] .f-dialog-actions >> text=Block time").click();
    await page.waitForSelector(".p-cal-blocked >> text=Painting");
    const [block] = (await staff.blocks.list()).data;
    expect(block).toMatchObject({ starts_at: at(13), ends_at: at(15), resource_ids: [kayak.id], reason: "Painting" });
    await drag(entry(booking), { x: await columnWidth(), y: 3 * hour });
    await page.waitForSelector(".p-cal-ghost.p-cal-full >> text=Blocked");
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await page.locator(".p-cal-blocked").click();
    await page.locator(".p-pane >> text=Free this time").click();
    await page.waitForSelector(".p-cal-blocked", { state: "detached" });
    expect((await staff.blocks.list()).data).toEqual([]);
  });

  it("moves what lasts for days by days, and resizes it by its end", async () => {
    const cabin = await staff.resources.create({
      venue_id: canoe.venue_id,
      name: "Cabin",
      kind: "rental",
      length_unit: "night",
      check_in: "15:00",
      check_out: "11:00",
      price: 0,
    });
    const day = (days: number, time: number) => isoOf(addDays(date, days), time * 60, zone);
    const stay = await staff.bookings.create({
      resource_id: cabin.id,
      starts_at: day(0, 15),
      ends_at: day(2, 11),
      contact: { name: "Iris", email: "iris@example.com" },
    });
    await page.locator(".p-cal-views button", { hasText: "Week" }).click();
    await entry(stay).waitFor();
    const width = await columnWidth();
    await drag(entry(stay), { x: width });
    await page.waitForSelector(".p-cal-bar.p-cal-ghost >> text=Free");
    await page.mouse.up();
    const now = () => staff.bookings.retrieve(stay.id);
    await expect.poll(now).toMatchObject({ starts_at: day(1, 15), ends_at: day(3, 11) });
    await undo();
    await expect.poll(now).toMatchObject({ starts_at: day(0, 15), ends_at: day(2, 11) });
    await drag(entry(stay).locator(".p-cal-bar-edge"), { x: width });
    await page.mouse.up();
    await expect.poll(now).toMatchObject({ starts_at: day(0, 15), ends_at: day(3, 11) });
    await page.locator(".p-cal-views button", { hasText: "Month" }).click();
    await drag(entry(booking), { x: width });
    await page.waitForSelector(".p-cal-over-note >> text=Free");
    await page.mouse.up();
    await expect.poll(() => staff.bookings.retrieve(booking.id)).toMatchObject({ starts_at: day(1, 10) });
  });

  it("has nothing that axe objects to in any view", async () => {
    for (const view of ["Day", "Resources", "Week", "Month"]) {
      await page.locator(".p-cal-views button", { hasText: view }).click();
      await entry(booking).first().waitFor();
      expect(await axe(page)).toEqual([]);
    }
  });
});
