import type { WaitlistOffer } from "@foyer/sdk";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer, booking, type Handlers, origin, problem, tomorrow } from "../../booking/testing/api.ts";
import { axe, bundle, openBrowser } from "../../testing/browser.ts";
import { countdown, standing, wrongAnswers } from "./state.ts";

const hour = 3_600_000;
const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
const entry = (more: object = {}) => ({
  id: "wle_1",
  resource_id: "res_1",
  resource_name: "Kayak",
  venue_id: "ven_1",
  time_zone: "UTC",
  variant_id: null,
  contact: { name: "Ada", email: "ada@example.com", phone: null },
  from_date: "2026-12-04",
  to_date: "2026-12-06",
  starts_at: null,
  party: 2,
  guests: {},
  status: "waiting",
  offered_at: null,
  offer_starts_at: null,
  offer_expires_at: null,
  booking_id: null,
  business: { name: "Harbor & Pine", accent_color: "#7c2d12" },
  venue: { name: "Harbor", address: "1 Quay" },
  price: null,
  currency: null,
  questions: [],
  ...more,
});
const offer = (more: object = {}) =>
  entry({
    status: "offered",
    offered_at: soon(-hour),
    offer_starts_at: tomorrow(9),
    offer_expires_at: soon(3 * hour),
    price: 2500,
    currency: "EUR",
    ...more,
  });
const diet = { id: "diet", label: "What do you not eat?", kind: "text", required: true, options: [], per: "booking" };

describe("an entry", () => {
  it("is offered until the clock says otherwise, and ended once it expired", () => {
    const now = Date.now();
    const one = offer() as unknown as WaitlistOffer;
    expect(standing(one, now)).toBe("offered");
    expect(standing(one, now + 4 * hour)).toBe("ended");
    expect(standing({ ...one, status: "expired" }, now)).toBe("ended");
    expect(standing({ ...one, status: "cancelled" }, now)).toBe("left");
    expect(standing({ ...one, status: "booked" }, now)).toBe("booked");
  });

  it("counts down in hours only where there are any", () => {
    expect(countdown(4 * hour - 1)).toBe("4:00:00");
    expect(countdown(245_000)).toBe("4:05");
    expect(countdown(-5)).toBe("0:00");
  });

  it("tells refused answers apart from whatever else was refused", () => {
    const refused = (...pointers: string[]) =>
      ({ errors: pointers.map((pointer) => ({ in: "body", pointer, detail: "No." })) }) as never;
    expect(wrongAnswers(refused("/answers/diet"))).toEqual({ diet: "No." });
    expect(wrongAnswers(refused("/answers/diet", "/terms_version"))).toBeUndefined();
    expect(wrongAnswers(refused())).toBeUndefined();
  });
});

describe("its page", { timeout: 15_000 }, () => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    [browser, script] = await Promise.all([openBrowser(), bundle(`import "./element.tsx";`, import.meta.url)]);
  });
  afterAll(() => browser.close());

  async function open(handlers: Handlers, options: BrowserContextOptions = {}) {
    const page = await (
      await browser.newContext({ timezoneId: "UTC", locale: "en-US", reducedMotion: "reduce", ...options })
    ).newPage();
    page.setDefaultTimeout(5_000);
    const asked = await answer(page, handlers);
    const body =
      '<!doctype html><html lang="en"><title>x</title><main><foyer-waitlist-entry></foyer-waitlist-entry></main><script type="module" src="/pages/waitlist.js"></script></html>';
    await page.route("**/waitlist/token", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
    await page.route("**/pages/waitlist.js", (route) =>
      route.fulfill({ contentType: "text/javascript; charset=utf-8", body: script }),
    );
    await page.goto(`${origin}/waitlist/token`);
    return { page, asked };
  }
  const retrieve = "GET /v1/waitlist-offers/token";
  const take = "POST /v1/waitlist-offers/token/acceptance";

  it("looks the same for a wrong and a missing link", async () => {
    const { page } = await open({});
    await page.getByText("This link does not open anything").waitFor();
    expect(await axe(page)).toEqual([]);
    await page.close();
  });

  it("shows what somebody waits for, and lets them leave after asking once more", async () => {
    let left = false;
    const { page, asked } = await open({
      [retrieve]: () => ({ body: entry(left ? { status: "cancelled" } : {}) }),
      "DELETE /v1/waitlist-offers/token": () => {
        left = true;
        return { status: 204, body: undefined };
      },
    });
    await page.getByRole("heading", { name: "You are on the waitlist" }).waitFor();
    expect(await page.title()).toBe("Kayak · Harbor & Pine");
    await page.getByText("Friday, December 4 – Sunday, December 6, 2026").waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Leave the waitlist" }).click();
    const dialog = page.getByRole("dialog", { name: "Stop waiting for Kayak?" });
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Leave the waitlist" }).click();
    await page.getByRole("heading", { name: "You left the waitlist" }).waitFor();
    expect(await page.getByRole("button", { name: "Leave the waitlist" }).count()).toBe(0);
    expect(asked.filter(({ method }) => method === "DELETE")).toHaveLength(1);
    await page.close();
  });

  it("takes the place with what has to be answered, once, whatever the line does", async () => {
    let tries = 0;
    const { page, asked } = await open({
      [retrieve]: () => ({ body: offer({ questions: [diet] }) }),
      [take]: ({ body }) => {
        tries++;
        if (!body?.answers) {
          const errors = [{ in: "body", pointer: "/answers/diet", detail: "This has to be answered." }];
          return problem(400, "validation_failed", { errors });
        }
        if (tries === 2) return problem(400, "too_late", { detail: "Not now." });
        return { body: booking({ party: 2, price: 2500 }) };
      },
    });
    await page.getByRole("heading", { name: "A place is free for you" }).waitFor();
    expect(await page.getByRole("timer").textContent()).toMatch(/^2:59:5\d$|^3:00:00$/);
    await page.getByText("€25").waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Take the place" }).click();
    await page.getByText("This has to be answered.").waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByLabel("What do you not eat?").fill("Fish");
    expect(await page.getByText("This has to be answered.").count()).toBe(0);
    await page.getByRole("button", { name: "Take the place" }).click();
    await page.getByText("Not now.").waitFor();
    await page.getByRole("button", { name: "Take the place" }).click();
    await page.getByRole("heading", { name: "You are booked" }).waitFor();
    expect(await page.getByRole("link", { name: "See or change the booking" }).getAttribute("href")).toContain(
      "/manage/",
    );
    expect(await axe(page)).toEqual([]);
    expect(asked.findLast(({ method }) => method === "POST")?.body).toEqual({ answers: { diet: "Fish" } });
    await page.close();
  });

  it("says that a request is none but a request", async () => {
    const { page } = await open({
      [retrieve]: () => ({ body: offer() }),
      [take]: () => ({ body: booking({ status: "pending" }) }),
    });
    await page.getByRole("button", { name: "Take the place" }).click();
    await page.getByRole("heading", { name: "Your request is in" }).waitFor();
    await page.getByText("Awaiting confirmation").waitFor();
    await page.close();
  });

  it("says so when the place is gone, and when there was no answer tries the same thing again", async () => {
    let gone = false;
    let lost = true;
    const { page, asked } = await open({
      [retrieve]: () => ({ body: gone ? entry({ status: "expired", offer_starts_at: tomorrow(9) }) : offer() }),
      [take]: () => {
        if (lost) return "lost";
        gone = true;
        return problem(409, "no_offer");
      },
    });
    await page.getByRole("button", { name: "Take the place" }).click();
    await page.getByText("There was no answer.").waitFor();
    lost = false;
    await page.getByRole("button", { name: "Take the place" }).click();
    await page.getByText("The place is no longer kept for you").waitFor();
    await page.getByRole("heading", { name: "You are no longer waiting" }).waitFor();
    expect(await page.getByRole("button", { name: "Take the place" }).count()).toBe(0);
    const keys = asked.filter(({ method }) => method === "POST").map(({ headers }) => headers["idempotency-key"]);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    await page.close();
  });

  it("ends by its own clock while it is looked at, in the reader's language and direction", async () => {
    const { page } = await open(
      { [retrieve]: () => ({ body: offer({ offer_expires_at: soon(4_000) }) }) },
      { locale: "ar" },
    );
    await page.getByRole("heading", { name: "يوجد مكان متاح لك" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dir)).toBe("rtl");
    await page.getByRole("heading", { name: "لم تعد في الانتظار" }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.close();
  });
});
