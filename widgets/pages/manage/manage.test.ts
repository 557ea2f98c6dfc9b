import type { ManagedBooking } from "@foyer/sdk";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer, booking, type Handlers, origin, problem, slot, tomorrow } from "../../booking/testing/api.ts";
import { axe, bundle, openBrowser } from "../../testing/browser.ts";
import { standing } from "./state.ts";

const day = 86_400_000;
const managed = (more: object = {}) => ({
  guests: {},
  paid: 0,
  refund: null,
  attendees: [],
  guest_categories: [],
  guest_questions: [],
  ...booking(more),
  venue: { name: "Harbor", address: "1 Quay", phone: "+1 207 555 0134" },
  business: { name: "Harbor & Pine", accent_color: "#7c2d12", cancellation_policy: "A day ahead." },
  horizon_days: 60,
  changeable_until: new Date(Date.now() + day / 4).toISOString(),
});

describe("a booking", () => {
  it("can be changed until its notice, and not after its start, its end or its cancellation", () => {
    const now = Date.now();
    const one = managed() as unknown as ManagedBooking;
    expect(standing(one, now)).toBe("open");
    expect(standing(one, now + day / 3)).toBe("closed");
    expect(standing(one, now + 3 * day)).toBe("past");
    expect(standing({ ...one, status: "completed" }, now)).toBe("past");
    expect(standing({ ...one, status: "cancelled" }, now)).toBe("cancelled");
  });
});

describe("its page", { timeout: 15_000 }, () => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    [browser, script] = await Promise.all([openBrowser(), bundle(`import "./element.tsx";`, import.meta.url)]);
  });
  afterAll(() => browser.close());

  async function open(handlers: Handlers, token = "token") {
    const page = await (await browser.newContext({ timezoneId: "UTC", locale: "en-US" })).newPage();
    const asked = await answer(page, handlers);
    const body =
      '<!doctype html><html lang="en"><title>x</title><main><foyer-managed-booking></foyer-managed-booking></main><script type="module" src="/pages/manage.js"></script></html>';
    await page.route("**/manage/**", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
    await page.route("**/pages/manage.js", (route) =>
      route.fulfill({ contentType: "text/javascript; charset=utf-8", body: script }),
    );
    await page.goto(`${origin}/manage/${token}`);
    return { page, asked };
  }

  it("looks the same for a wrong and a missing link", async () => {
    const { page } = await open({});
    await page.getByText("This link does not open a booking").waitFor();
    expect(await axe(page)).toEqual([]);
    await page.close();
  });

  it("moves a booking to a time chosen like the first one, and asks before it does", async () => {
    let now = managed();
    const { page, asked } = await open({
      "GET /v1/managed-bookings/token": () => ({ body: now }),
      "GET /v1/managed-bookings/token/availability": () => ({
        body: { days: [{ date: tomorrow(9).slice(0, 10), slots: [9, 11].map((hour) => slot(tomorrow(hour))) }] },
      }),
      "PATCH /v1/managed-bookings/token": () => {
        now = managed({ starts_at: tomorrow(11), ends_at: tomorrow(12), version: 2 });
        return { body: now };
      },
    });
    await page.getByText("You can change or cancel until").waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Move" }).click();
    await page.getByRole("button", { name: "11:00 AM" }).click();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Move booking" }).click();
    await page.getByText("Moved.").waitFor();
    expect(await page.getByText("11:00 AM").count()).toBe(1);
    expect(asked.find(({ method }) => method === "PATCH")?.body).toEqual({ starts_at: tomorrow(11), version: 1 });
    expect(await page.title()).toBe("Kayak · Harbor & Pine");
    await page.close();
  });

  it("asks who comes where something is to be known of each, and keeps who was named", async () => {
    const guest_questions = [
      { id: "size", label: "Shoe size", kind: "number", required: true, options: [], per: "guest" },
    ];
    const attendees = [{ id: "att_1", name: "Ada", email: null, guest_category: null, answers: { size: "38" } }];
    const { page, asked } = await open({
      "GET /v1/managed-bookings/token": () => ({ body: managed({ party: 2, attendees, guest_questions }) }),
      "PUT /v1/managed-bookings/token/attendees": () => ({ body: { booking_id: "bkg_1", version: 2, data: [] } }),
    });
    await page.getByRole("group", { name: "Guest 2" }).getByLabel("Name").fill("Bo");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Please fill this in.").waitFor();
    await page.getByRole("group", { name: "Guest 2" }).getByLabel("Shoe size").fill("41");
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    expect(asked.find(({ method }) => method === "PUT")?.body).toEqual({
      attendees: [
        { id: "att_1", name: "Ada", answers: { size: "38" } },
        { name: "Bo", answers: { size: "41" } },
      ],
      version: 1,
    });
    await page.close();
  });

  it("cancels by name and with a reason, and explains when it is too late", async () => {
    let late = true;
    const { page, asked } = await open({
      "GET /v1/managed-bookings/token": () => ({ body: late ? managed() : managed({ status: "cancelled" }) }),
      "POST /v1/managed-bookings/token/cancellation": () =>
        late ? problem(409, "cancellation_window_passed") : { body: booking({ status: "cancelled" }) },
    });
    await page.getByRole("button", { name: "Cancel booking" }).click();
    const dialog = page.getByRole("dialog", { name: "Cancel Kayak?" });
    await dialog.getByLabel("Why are you cancelling?").fill("Rain");
    await dialog.getByRole("button", { name: "Cancel booking" }).click();
    await dialog.getByText("It is too close to the start").waitFor();
    late = false;
    await dialog.getByRole("button", { name: "Cancel booking" }).click();
    await page.getByText("Your booking is cancelled.").waitFor();
    expect(await page.getByRole("button", { name: "Move" }).count()).toBe(0);
    expect(asked.findLast(({ method }) => method === "POST")?.body).toEqual({ reason: "Rain", version: 1 });
    await page.close();
  });
});
