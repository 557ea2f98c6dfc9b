import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Foyer, TodayBooking } from "../../../../sdk/index.ts";
import { axe } from "../../../testing/browser.ts";
import { startPortal, type TestPortal } from "../../testing/portal.ts";
import { booking } from "../calendar/testing/booking.ts";
import { asColumn, columnOf, foreseen, hoursShown, isDue } from "./state.ts";

const card = (patch: Partial<TodayBooking>): TodayBooking => ({
  ...booking(),
  resource_kind: "experience",
  attendees: 0,
  checked_in: 0,
  ...patch,
});
/** 09:00 in New York; the booking starts at 9 and ends at 11. */
const now = Date.parse("2026-11-20T14:00:00Z");

describe("what a press does to the board", () => {
  it("puts a booking where its status belongs", () => {
    const rental = card({ resource_kind: "rental" });
    const long = card({ resource_kind: "rental", ends_at: "2026-11-22T16:00:00Z" });
    expect(columnOf(card({}), "in_progress", now)).toBe("in_progress");
    expect([columnOf(rental, "in_progress", now), columnOf(long, "in_progress", now)]).toEqual([
      "to_return",
      "in_progress",
    ]);
    expect(columnOf(card({}), "confirmed", now)).toBe("arrivals");
    expect(columnOf(card({ starts_at: "2026-11-21T14:00:00Z" }), "confirmed", now)).toBeUndefined();
    expect(columnOf(card({}), "no_show", now)).toBeUndefined();
  });

  it("shows at once what was pressed, each column in its order", () => {
    const [first, second] = [card({ id: "a" }), card({ id: "b", ends_at: "2026-11-20T15:00:00Z" })];
    const board = { arrivals: [first, second], in_progress: [], to_return: [], pending: [] };
    const said = new Map([
      ["a", "in_progress"],
      ["b", "in_progress"],
    ] as const);
    const next = foreseen(board, said, now);
    expect(next.arrivals).toEqual([]);
    expect(next.in_progress.map(({ id, status }) => [id, status])).toEqual([
      ["b", "in_progress"],
      ["a", "in_progress"],
    ]);
    expect(foreseen(board, new Map(), now)).toEqual(board);
  });

  it("tells what is due, and the hours worth showing", () => {
    expect([
      isDue(card({}), "arrivals", now),
      isDue(card({}), "to_return", now),
      isDue(card({}), "pending", now),
    ]).toEqual([true, false, false]);
    const hours = [8, 9, 10, 11, 12].map((hour) => ({ hour, bookings: 0, guests: hour === 9 ? 4 : 0 }));
    expect(hoursShown(hours, 11).map(({ hour }) => hour)).toEqual([9, 10, 11]);
    expect(hoursShown(hours.slice(2), 11)).toEqual([]);
    expect([asColumn("pending"), asColumn("nothing")]).toEqual(["pending", "arrivals"]);
  });
});

describe("the board", () => {
  let portal: TestPortal;
  let staff: Foyer;
  let context: BrowserContext;
  let page: Page;

  /** A zone in which it is about noon, so that what is near is today. */
  const zone = `Etc/GMT${((offset) => (offset > 0 ? `+${offset}` : `${offset}`))(new Date().getUTCHours() - 12)}`;
  const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

  beforeAll(async () => {
    portal = await startPortal();
    staff = portal.staff;
    const venue = await staff.venues.create({ name: "Pier", time_zone: zone, hours: [] });
    const kayak = await staff.resources.create({
      venue_id: venue.id,
      name: "Kayak",
      kind: "rental",
      duration_minutes: 60,
      capacity: 8,
      max_party: 4,
      price: 2000,
      price_per: "place",
    });
    for (const [name, minutes] of [
      ["Ada", 10],
      ["Omar", 90],
    ] as const) {
      await staff.bookings.create({
        resource_id: kayak.id,
        starts_at: soon(minutes),
        party: 2,
        contact: { name, email: `${name.toLowerCase()}@example.com` },
      });
    }
    context = await portal.context({ viewport: { width: 390, height: 800 } });
    page = await portal.open("/today", context);
    await page.waitForSelector("[name=email]");
    await portal.signIn(page);
    await page.waitForSelector(".p-today-card");
  });

  afterAll(() => portal?.close());

  const shown = (column: string) =>
    page.locator(`.p-today-column[aria-label^="${column}"] .p-today-name`).allTextContents();
  const statusOf = async (name: string) => (await staff.bookings.list({ q: name })).data[0]?.status;

  it("lists who comes, in order, on a phone, without anything that axe objects to", async () => {
    expect(await shown("Arrivals")).toEqual(["Ada", "Omar"]);
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it("checks in by one press, at once on screen, and lets it be taken back before anybody is told", async () => {
    await page.locator(".p-today-card", { hasText: "Ada" }).locator("text=Check in").click();
    await expect.poll(() => shown("To return")).toEqual(["Ada"]);
    await page.locator(".f-toast >> text=Undo").click();
    await expect.poll(() => shown("Arrivals")).toEqual(["Ada", "Omar"]);
    expect(await statusOf("Ada")).toBe("confirmed");
  });

  it("tells the API when the page is left", async () => {
    await page.locator(".p-today-card", { hasText: "Ada" }).locator("text=Check in").click();
    await expect.poll(() => shown("Arrivals")).toEqual(["Omar"]);
    await page.locator(".p-bar >> text=Home").click();
    await expect.poll(() => statusOf("Ada")).toBe("in_progress");
    await page.goBack();
    await expect.poll(() => shown("To return")).toEqual(["Ada"]);
  });
});
