import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { light } from "../scripts/light.ts";
import { axe, bundle, openBrowser, openPage } from "../testing/browser.ts";
import { answer, booking, type Handlers, origin, problem, quote, resource, slot, tomorrow } from "./testing/api.ts";

let browser: Browser;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([openBrowser(), bundle(`import "./element.tsx";`, import.meta.url, [light])]);
});
afterAll(() => browser.close());

async function open(attributes = "", handlers: Handlers = {}, html = "") {
  const page = await openPage(browser, { html: "<h1>Shop</h1>", script, timezoneId: "UTC" });
  const asked = await answer(page, handlers);
  await page.evaluate(
    ({ html, attributes, origin }) => {
      const told: unknown[] = [];
      Object.assign(window, { told });
      for (const fact of ["step", "held", "booked"]) {
        addEventListener(`foyer:${fact}`, (event) => told.push([fact, (event as CustomEvent).detail]));
      }
      const main = document.querySelector("main");
      main?.insertAdjacentHTML(
        "beforeend",
        `${html}<foyer-booking api-key="fy_pk_1" api-origin="${origin}" ${attributes}></foyer-booking>`,
      );
    },
    { html, attributes, origin },
  );
  return { page, asked };
}

const told = (page: Page) => page.evaluate(() => (window as unknown as { told: [string, object][] }).told);

/** Reloads, and puts the element back that the page's own HTML would hold. */
async function reload(page: Page, attributes = "") {
  await page.reload();
  await page.evaluate(
    ({ origin, attributes }) =>
      document
        .querySelector("main")
        ?.insertAdjacentHTML("beforeend", `<foyer-booking api-key="fy_pk_1" api-origin="${origin}" ${attributes}>`),
    { origin, attributes },
  );
}

async function fill(page: Page) {
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("Email").fill("ada@example.com");
  await page.getByLabel("I agree").check();
}

describe("<foyer-booking>", { timeout: 15_000 }, () => {
  it("asks nothing before it comes into view, and nothing behind its button before that is pressed", async () => {
    const { page, asked } = await open("", {}, '<div style="height:4000px"></div>');
    await page.waitForTimeout(200);
    expect(asked).toEqual([]);
    await page.locator("foyer-booking").scrollIntoViewIfNeeded();
    await page.getByText("Kayak").first().waitFor();
    expect(asked.map(({ path }) => path)).not.toContain("/v1/visitors");
    const button = await open('layout="button" label="Reserve"');
    await button.page.waitForTimeout(200);
    expect(button.asked).toEqual([]);
    await button.page.getByRole("button", { name: "Reserve" }).click();
    await button.page.getByRole("dialog").getByText("Kayak").first().waitFor();
    expect(await axe(button.page)).toEqual([]);
    await page.close();
  });

  it("leads from what to done, holds the time meanwhile, and tells the page", async () => {
    const { page, asked } = await open();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: /^Kayak/ }).click();
    await page.getByRole("button", { name: "People: one more" }).click();
    await page.locator("output", { hasText: "2" }).waitFor();
    await page.getByRole("button", { name: "9:00 AM" }).click();
    await page.getByRole("button", { name: "Book", exact: true }).click();
    await page.getByText("Please fill this in.").first().waitFor();
    expect(await axe(page)).toEqual([]);
    expect(
      await page.evaluate(() =>
        document.querySelector("foyer-booking")?.shadowRoot?.activeElement?.getAttribute("name"),
      ),
    ).toBe("/contact/name");
    await fill(page);
    await page.getByRole("button", { name: "Book", exact: true }).click();
    await page.getByText("FY-7K3M9Q").waitFor();
    expect(await axe(page)).toEqual([]);
    const sent = asked.find(({ method, path }) => method === "POST" && path === "/v1/bookings");
    expect(sent?.headers.authorization).toBe("Bearer fy_vt_1");
    expect(sent?.body).toEqual({
      resource_id: "res_1",
      starts_at: tomorrow(9),
      party: 2,
      hold_id: "hld_1",
      contact: { name: "Ada", email: "ada@example.com" },
      terms_version: 2,
    });
    expect((await told(page)).map(([fact, detail]) => (fact === "step" ? Object.values(detail)[0] : fact))).toEqual([
      "time",
      "held",
      "details",
      "done",
      "booked",
    ]);
    const file = await page.getByRole("link", { name: "Add to calendar" }).getAttribute("href");
    expect(file).toBe("https://api.test/v1/managed-bookings/token/calendar.ics");
    await page.close();
  });

  it("keeps what was entered over going back and over a reload", async () => {
    const { page, asked } = await open('resource-id="res_1"', {
      "GET /v1/resources/res_1": () => ({ body: resource("res_1", "Kayak") }),
    });
    await page.getByRole("button", { name: "11:00 AM" }).click();
    await fill(page);
    await page.getByRole("button", { name: "Back" }).click();
    await page.getByRole("button", { name: "2:00 PM" }).click();
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Ada");
    expect(asked.some(({ method }) => method === "DELETE")).toBe(true);
    await reload(page, 'resource-id="res_1"');
    await page.getByLabel("Email").waitFor();
    expect(await page.getByLabel("Email").inputValue()).toBe("ada@example.com");
    expect(await page.getByText("2:00 – 3:00 PM").count()).toBe(1);
    await page.close();
  });

  it("asks again with the same key when an answer was lost, even after a reload", async () => {
    let lost = true;
    const { page, asked } = await open("", {
      "GET /v1/resources": () => ({ body: { data: [resource("res_1", "Kayak")], has_more: false, next_cursor: null } }),
      "POST /v1/bookings": () => (lost ? "lost" : { status: 201, body: booking() }),
    });
    await page.getByRole("button", { name: "11:00 AM" }).click();
    await fill(page);
    await page.getByRole("button", { name: "Book", exact: true }).click();
    await page.getByText("We did not get an answer").waitFor();
    expect(await page.getByLabel("Name", { exact: true }).isDisabled()).toBe(true);
    lost = false;
    await reload(page);
    await page.getByText("FY-7K3M9Q").waitFor();
    const sent = asked.filter(({ method, path }) => method === "POST" && path === "/v1/bookings");
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
    expect(new Set(sent.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    await page.close();
  });

  it("offers the nearest times when the chosen one is taken, and holds one of them", async () => {
    const { page } = await open("", {
      "POST /v1/holds": ({ body }) =>
        body?.starts_at === tomorrow(9)
          ? problem(409, "slot_unavailable", { alternatives: [slot(tomorrow(11))] })
          : { status: 201, body: { id: "hld_1", ...slot(tomorrow(11)), expires_at: tomorrow(0) } },
    });
    await page.getByRole("button", { name: /^Kayak/ }).click();
    await page.getByRole("button", { name: "9:00 AM", exact: true }).click();
    const note = page.getByRole("alert").filter({ hasText: "just been taken" });
    await note.getByRole("button", { name: /11:00/ }).click();
    await page.getByLabel("Name", { exact: true }).waitFor();
    await page.close();
  });

  it("counts down in the last three minutes, and is kind when the time is over", async () => {
    const { page, asked } = await open();
    await page.getByRole("button", { name: /^Kayak/ }).click();
    await page.getByRole("button", { name: "9:00 AM" }).click();
    await page.getByLabel("Name", { exact: true }).waitFor();
    expect(await page.getByRole("timer").count()).toBe(0);
    await page.clock.install();
    await page.clock.setSystemTime(Date.now() + 8 * 60_000);
    await reload(page);
    await page.getByText(/keeping this time for you for [12]:\d\d more/).waitFor();
    await page.clock.fastForward(3 * 60_000);
    await page.getByText("We could not keep this time any longer").waitFor();
    await page.getByRole("button", { name: "Keep it again" }).click();
    await page.getByText("We could not keep this time any longer").waitFor({ state: "detached" });
    expect(asked.filter(({ path }) => path === "/v1/holds").length).toBe(2);
    await page.close();
  });

  it("says what could not be loaded, with the request's id, and tries again", async () => {
    let broken = true;
    const { page } = await open("", {
      "GET /v1/venues": () => (broken ? problem(400, "bad") : { body: { data: [], has_more: false } }),
    });
    await page.getByText("Reference req_1").waitFor();
    expect(await axe(page)).toEqual([]);
    broken = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Nothing can be booked here yet").waitFor();
    await page.close();
  });

  it("holds anew when guests, extras or the code change, and keeps what it had where that cannot be", async () => {
    const guest_categories = [
      { id: "adult", name: "Adult", price: 1250, min: 1, max: 10, takes_place: true },
      { id: "child", name: "Child", price: 600, min: 0, max: 10, takes_place: true },
    ];
    const add_ons = [{ id: "lunch", name: "Lunch", description: null, price: 900, per: "guest", stock: null }];
    const tour = resource("res_1", "Tour", { guest_categories, add_ons, private_price: 5000 });
    let held = 0;
    const { page, asked } = await open('resource-id="res_1"', {
      "GET /v1/resources/res_1": () => ({ body: tour }),
      "POST /v1/holds": ({ body }) => {
        if (body?.promotion_code) return problem(409, "promotion_not_valid", { reason: "expired" });
        held += 1;
        const until = new Date(Date.now() + 600_000).toISOString();
        return {
          status: 201,
          body: { id: `hld_${held}`, ...slot(tomorrow(9)), ...body, quote: quote(2), expires_at: until },
        };
      },
    });
    await page.getByRole("button", { name: "Child: one more" }).click();
    await page.getByRole("button", { name: "9:00 AM" }).click();
    await page.getByText("€20 to pay on site, €5 deposit due").waitFor();
    await page.getByRole("button", { name: "Lunch: one more" }).click();
    await page.getByText("Do you have a promotion code?").click();
    await page.getByLabel("Promotion code").fill("old");
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByText("This code does not hold any more.").waitFor();
    expect(await axe(page)).toEqual([]);
    const wishes = asked.filter(({ path }) => path === "/v1/holds").map(({ body }) => body);
    const first = { resource_id: "res_1", guests: { adult: 1, child: 1 }, starts_at: tomorrow(9) };
    const lunch = { ...first, add_ons: [{ id: "lunch", quantity: 1 }] };
    expect(wishes).toEqual([
      first,
      { ...lunch, replaces: "hld_1" },
      { ...lunch, promotion_code: "OLD", replaces: "hld_2" },
    ]);
    await page.close();
  });

  it("asks what the resource asks, of whoever books and of each guest", async () => {
    const questions = [
      { id: "swim", label: "Can you swim?", kind: "choice", required: true, options: ["Yes", "No"], per: "booking" },
      { id: "weight", label: "Weight", kind: "number", required: true, options: [], per: "guest" },
    ];
    const { page, asked } = await open('resource-id="res_1" name="Ada" email="ada@example.com"', {
      "GET /v1/resources/res_1": () => ({ body: resource("res_1", "Dive", { questions }) }),
    });
    await page.getByRole("button", { name: "9:00 AM" }).click();
    await page.getByLabel("Can you swim?").selectOption("Yes");
    await page.getByRole("group", { name: "Guest 1" }).getByLabel("Name").fill("Bo");
    await page.getByLabel("Weight").fill("heavy");
    await page.getByLabel("I agree").check();
    await page.getByRole("button", { name: "Book", exact: true }).click();
    await page.getByText("Enter a number.").waitFor();
    await page.getByLabel("Weight").fill("70");
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Book", exact: true }).click();
    await page.getByText("FY-7K3M9Q").waitFor();
    expect(asked.find(({ method, path }) => method === "POST" && path === "/v1/bookings")?.body).toMatchObject({
      contact: { name: "Ada", email: "ada@example.com" },
      answers: { swim: "Yes" },
      attendees: [{ name: "Bo", answers: { weight: "70" } }],
    });
    await page.close();
  });

  it("lets whoever rents say how long, and holds that", async () => {
    const van = resource("res_1", "Van", { length_unit: "day", min_length: 2, max_length: 5, price_per: "booking" });
    const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    const { page, asked } = await open('resource-id="res_1"', {
      "GET /v1/resources/res_1": () => ({ body: van }),
      "GET /v1/availability": ({ query }) => {
        const days = Number(query.get("length") ?? 2);
        const one = { ...slot(tomorrow(9)), ends_at: `${day(days)}T17:00:00.000Z`, longest: 4, price: 9000 * days };
        return { body: { days: [{ date: day(1), slots: [one] }] } };
      },
    });
    await page.getByRole("button", { name: "Continue · €180" }).waitFor();
    await page.getByRole("button", { name: "Length: one more" }).click();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Continue · €270" }).click();
    await page.getByLabel("Name", { exact: true }).waitFor();
    const hold = asked.find(({ path }) => path === "/v1/holds")?.body;
    expect(hold).toMatchObject({ starts_at: tomorrow(9), ends_at: `${day(3)}T17:00:00.000Z` });
    await page.close();
  });

  it("puts whoever wants a day that is full on its waitlist", async () => {
    const date = tomorrow(9).slice(0, 10);
    const { page, asked } = await open('resource-id="res_1"', {
      "GET /v1/resources/res_1": () => ({ body: resource("res_1", "Kayak") }),
      "GET /v1/availability/calendar": () => ({ body: { data: [{ days: [{ date, status: "full", vacancies: 0 }] }] } }),
    });
    await page.getByText("Nothing is free at the moment").waitFor();
    await page.getByText("Join the waitlist").first().click();
    await page.getByLabel("Name", { exact: true }).fill("Ada");
    await page.getByLabel("Email").fill("ada@example.com");
    await page.getByRole("button", { name: "Join the waitlist" }).click();
    await page.getByText("You are on the waitlist.").waitFor();
    expect(asked.find(({ path }) => path === "/v1/waitlist")?.body).toMatchObject({
      resource_id: "res_1",
      party: 1,
      contact: { name: "Ada", email: "ada@example.com" },
    });
    await page.close();
  });

  it("is told what to do by the page", async () => {
    const { page } = await open();
    await page.getByText("Kayak").first().waitFor();
    const call = (name: string, ...values: string[]) =>
      page.evaluate(
        ([name, values]) => {
          const element = document.querySelector("foyer-booking") as unknown as Record<
            string,
            (...v: string[]) => void
          >;
          element[name]?.(...values);
        },
        [name, values] as const,
      );
    await call("select", "res_2");
    await page.getByRole("heading", { name: "Sailing" }).waitFor();
    await call("reset");
    await page.getByText("What would you like to book?").waitFor();
    await page.close();
  });
});
