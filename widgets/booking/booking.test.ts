import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, bundle, openBrowser, openPage } from "../testing/browser.ts";
import { answer, booking, type Handlers, origin, problem, resource, slot, tomorrow } from "./testing/api.ts";

let browser: Browser;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([openBrowser(), bundle(`import "./element.tsx";`, import.meta.url)]);
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
  await page.getByLabel("Name").fill("Ada");
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
    await page.getByRole("button", { name: "One more" }).click();
    await page.getByText("€25", { exact: true }).waitFor();
    await page.getByRole("button", { name: "9:00 AM" }).click();
    await page.getByRole("button", { name: "Book", exact: true }).click();
    await page.getByText("Please tell us your name.").waitFor();
    expect(await axe(page)).toEqual([]);
    expect(
      await page.evaluate(() =>
        document.querySelector("foyer-booking")?.shadowRoot?.activeElement?.getAttribute("name"),
      ),
    ).toBe("name");
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
      answers: { accepted_terms_version: "2" },
    });
    expect((await told(page)).map(([fact, detail]) => (fact === "step" ? Object.values(detail)[0] : fact))).toEqual([
      "time",
      "held",
      "details",
      "done",
      "booked",
    ]);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Add to calendar" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("FY-7K3M9Q.ics");
    expect(await readFile(await file.path(), "utf8")).toContain("UID:bkg_1@api.test\r\n");
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
    expect(await page.getByLabel("Name").inputValue()).toBe("Ada");
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
    expect(await page.getByLabel("Name").isDisabled()).toBe(true);
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
    await page.getByLabel("Name").waitFor();
    await page.close();
  });

  it("counts down in the last three minutes, and is kind when the time is over", async () => {
    const { page, asked } = await open();
    await page.getByRole("button", { name: /^Kayak/ }).click();
    await page.getByRole("button", { name: "9:00 AM" }).click();
    await page.getByLabel("Name").waitFor();
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
