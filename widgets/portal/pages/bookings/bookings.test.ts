import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, type Foyer, type Resource } from "../../../../sdk/index.ts";
import { addDays, today } from "../../../kit/calendar-model.ts";
import { axe, bundle, openBrowser } from "../../../testing/browser.ts";

interface FirstRun {
  origin: string;
  portal: { email: string; password: string };
  keys: { secret: string };
}

const portal = join(import.meta.dirname, "../..");
let service: ChildProcess;
let folder: string;
let run: FirstRun;
let browser: Browser;
let page: Page;
let staff: Foyer;
let tour: Resource;
let cabin: Resource;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "foyer-bookings-"));
  const env = {
    ...process.env,
    PORT: "0",
    FOYER_DATA: folder,
    FOYER_RATE_LIMIT_FACTOR: "1000",
    FOYER_LOG: "error",
    FOYER_DEMO: "no",
  };
  service = spawn(process.execPath, ["api/runtime/start.ts"], { cwd: join(portal, "../.."), env });
  const started = new Promise<void>((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (said.includes("/portal")) resolve();
    };
    service.stdout?.on("data", hear);
    service.stderr?.on("data", hear);
    service.once("exit", () => reject(new Error(said)));
  });
  const [script, opened, html] = await Promise.all([
    bundle('import "../../element.tsx";', import.meta.url),
    openBrowser(),
    readFile(join(portal, "index.html"), "utf8"),
    started,
  ]);
  browser = opened;
  run = JSON.parse(await readFile(join(folder, "first-run.json"), "utf8")) as FirstRun;
  staff = createClient({ key: run.keys.secret, baseUrl: run.origin });
  await furnish();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.route(/\/portal(\/[^.]*)?(\?.*)?$/, (route) =>
    route.request().resourceType() === "document"
      ? route.fulfill({ contentType: "text/html", body: html })
      : route.continue(),
  );
  await context.route("**/portal.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
  page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.goto(`${run.origin}/portal/bookings`);
  await page.fill("[name=email]", run.portal.email);
  await page.fill("[name=password]", run.portal.password);
  await page.click("button[type=submit]");
  await page.waitForSelector(".p-table-box");
});

afterAll(async () => {
  await browser?.close();
  service?.kill();
  await rm(folder, { recursive: true, force: true });
});

/** A tour with kinds of guests, an add-on and a code; a cabin by the night. */
async function furnish(): Promise<void> {
  const [first] = (await staff.venues.list()).data;
  const hours = (["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const).map(
    (day) => ({
      day,
      from: "08:00",
      to: "20:00",
    }),
  );
  const venue = first ?? (await staff.venues.create({ name: "Harbor", time_zone: "America/New_York", hours }));
  const same = { venue_id: venue.id, hours, currency: "USD" };
  tour = await staff.resources.create({
    ...same,
    name: "Boat tour",
    capacity: 8,
    max_party: 8,
    requires_approval: true,
    deposit: { kind: "percent", value: 30 },
    guest_categories: [
      { id: "adult", name: "Adult", price: 4000 },
      { id: "child", name: "Child", price: 2000 },
    ],
    add_ons: [{ id: "lunch", name: "Lunch", price: 1000, per: "guest" }],
  });
  cabin = await staff.resources.create({
    ...same,
    name: "Cabin",
    length_unit: "night",
    min_length: 2,
    check_in: "15:00",
    check_out: "10:00",
    sharing: "private",
    price: 10_000,
    price_per: "booking",
  });
  await staff.promotions.create({ code: "TENTH", name: "A tenth less", kind: "percent", value: 10 });
}

const dialog = "dialog[open]";
const checkbox = (words: string) => page.locator(`${dialog} .f-checkbox`, { hasText: words }).locator("input");

describe("the bookings pages", () => {
  it("book guests of two kinds with an add-on and a code, at the price that was shown", async () => {
    await page.click("text=New booking");
    await page.selectOption(`${dialog} select`, tour.id);
    await page.click(`${dialog} [aria-label='One more: Adult']`);
    await page.click(`${dialog} [aria-label='One more: Child']`);
    // Its day is the first that has something to offer.
    await page.click(`${dialog} .p-slot`);
    await page.waitForSelector(".p-lines tr:has-text('Adult') >> text=$80");
    await checkbox("Lunch").check();
    await page.waitForSelector(".p-lines tr:has-text('Lunch') >> text=$30");
    await page.getByLabel("Promotion code").fill("nonsense");
    await page.waitForSelector(`${dialog} .f-error >> text=not valid`);
    await page.getByLabel("Promotion code").fill("tenth");
    await page.waitForSelector(".p-line-promotion");
    const shown = await page.textContent(".p-line-total td");
    await page.click(`${dialog} .f-primary`);
    await page.waitForSelector(`${dialog} .f-error >> text=Choose a contact`);
    await page.fill(`${dialog} [role=combobox]`, "amara@example.com");
    await page.click(`${dialog} [role=option]`);
    await page.locator(`${dialog} .f-field`, { hasText: "Name" }).locator("input").fill("Amara Okafor");
    expect(await axe(page)).toEqual([]);
    await page.click(`${dialog} .f-primary`);
    await page.waitForSelector(".p-pane >> text=2 Adult, 1 Child");
    const [booking] = (await staff.bookings.list({ q: "Amara" })).data;
    expect(booking).toMatchObject({ guests: { adult: 2, child: 1 }, promotion_code: "TENTH", status: "pending" });
    expect(booking?.add_ons).toEqual([{ id: "lunch", quantity: 1 }]);
    expect(Number(shown?.replace(/[^\d.]/g, "")) * 100).toBeCloseTo(booking?.price ?? 0);
    expect(booking?.quote?.discount).toBe(1300);
  });

  it("record the deposit, then check a guest in at the door", async () => {
    await page.click(".p-pane [role=tab] >> text=Payment");
    await page.click("text=Record payment");
    await page.fill(`${dialog} input`, "9999");
    await page.click(`${dialog} .f-primary`);
    await page.waitForSelector(`${dialog} .f-error >> text=Enter an amount`);
    const [before] = (await staff.bookings.list({ q: "Amara" })).data;
    const deposit = ((before?.deposit ?? 0) / 100).toFixed(2);
    await page.fill(`${dialog} input`, deposit);
    await page.click(`${dialog} .f-primary`);
    await page.waitForSelector(".p-payments li >> text=Payment · Card");
    await page.waitForSelector(".p-pane .f-badge >> text=Deposit paid");
    const [after] = (await staff.bookings.list({ q: "Amara" })).data;
    expect(after?.paid).toBe(before?.deposit);
    expect(after?.balance).toBe((before?.price ?? 0) - (before?.deposit ?? 0));

    await page.click(".p-pane [role=tab] >> text=Guests");
    await page.click("text=Name the guests");
    await page.waitForSelector(".p-attendee-edit");
    expect(await axe(page)).toEqual([]);
    await page.click(`${dialog} .f-primary`);
    await page.locator(".p-attendee", { hasText: "Amara Okafor" }).locator("input").check();
    await page.waitForSelector(".p-attendee-here");
    const { data } = await staff.attendees.list(after?.id ?? "");
    expect(data).toHaveLength(1);
    await expect.poll(async () => (await staff.attendees.list(after?.id ?? "")).data[0]?.checked_in_at).toBeTruthy();
    // Escape in a dialog is the dialog's; in the pane it goes back to the list.
    await page.focus(".p-pane");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".p-pane", { state: "detached" });
  });

  it("confirm many at once by keyboard, and say what could not be", async () => {
    const soon = addDays(today("America/New_York"), 3);
    for (const hour of ["14", "16", "18"]) {
      await staff.bookings.create({
        resource_id: tour.id,
        starts_at: `${soon}T${hour}:00:00Z`,
        guests: { adult: 1 },
        contact: { name: `Guest ${hour}`, email: `guest${hour}@example.com` },
      });
    }
    await page.goto(`${run.origin}/portal/bookings?status=pending&q=Guest`);
    await page.waitForSelector("tr:has-text('Guest 18')");
    await page.focus(".p-row-link >> nth=0");
    await page.keyboard.press("x");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("Shift+X");
    await page.waitForSelector(".p-bulk >> text=3 selected");
    expect(await axe(page)).toEqual([]);
    // Somebody else calls one off before the button is pressed; the list has not heard of it.
    const [one] = (await staff.bookings.list({ q: "Guest 16" })).data;
    await page.route("**/v1/bookings?*", (route) => route.abort());
    await staff.bookings.cancel(one?.id ?? "", {});
    await page.click(".p-bulk >> text=Confirm");
    await page.waitForSelector(`${dialog} >> text=2 of 3 done`);
    expect(await page.textContent(`${dialog} .p-batch-failed`)).toContain("Guest 16");
    await page.unroute("**/v1/bookings?*");
    await page.click(`${dialog} .f-dialog-actions button`);
    const all = (await staff.bookings.list({ q: "Guest" })).data.map(({ status }) => status).sort();
    expect(all).toEqual(["cancelled", "confirmed", "confirmed"]);
  });

  it("show which date of a series cannot be had, and book none of it", async () => {
    const start = addDays(today("America/New_York"), 10);
    await staff.bookings.create({
      resource_id: cabin.id,
      starts_at: `${addDays(start, 7)}T20:00:00Z`,
      contact: { name: "Taken", email: "taken@example.com" },
    });
    await page.goto(`${run.origin}/portal/bookings`);
    await page.click("text=New booking");
    await page.selectOption(`${dialog} select`, cabin.id);
    if (start.slice(0, 7) !== today("America/New_York").slice(0, 7))
      await page.click(`${dialog} [aria-label='Next month']`);
    await page.click(`${dialog} [data-date='${start}']`);
    await page.click(`${dialog} .p-slot`);
    await page.waitForSelector(".p-line-total");
    await checkbox("Repeat every week").check();
    await page.fill(`${dialog} [role=combobox]`, "series@example.com");
    await page.click(`${dialog} [role=option]`);
    await page.locator(`${dialog} .f-field`, { hasText: "Name" }).locator("input").fill("Series");
    await page.click(`${dialog} .f-dialog-actions .f-primary`);
    await page.waitForSelector(`${dialog} [role=alert] >> text=Item 1`);
    expect(await page.textContent(`${dialog} [role=alert]`)).toContain("not enough places");
    expect((await staff.bookings.list({ q: "Series" })).data).toEqual([]);
    await page.keyboard.press("Escape");
  });

  it("keep filters as a view, and hand out what they show as a file", async () => {
    await page.goto(`${run.origin}/portal/bookings?status=confirmed`);
    await page.waitForSelector(".p-table tbody tr");
    await page.click(".p-views button");
    await page.click("[role=menuitem] >> text=Save these filters");
    await page.fill(`${dialog} input`, "Coming");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".p-views >> text=Coming");
    await page.reload();
    await page.waitForSelector(".p-views >> text=Coming");
    const [file] = await Promise.all([page.waitForEvent("download"), page.click("[aria-label='Download CSV']")]);
    const text = await readFile(await file.path(), "utf8");
    expect(text.split("\r\n")[0]).toContain("reference,status");
    expect(text).toContain("Guest 14");
    expect(text).not.toContain("cancelled");
  });
});
