import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, bundle, openBrowser, openPage, type PageOptions } from "../testing/browser.ts";

const now = "2026-11-20T09:00:00.000Z";
const ticket = {
  id: "tkt_1",
  number: 1042,
  subject: "The lock sticks",
  description: "Since Monday.",
  category: "bug",
  priority: "normal",
  status: "open",
  attachments: [],
  tracking_url: "https://api.test/track/t.tkt_1.0.s",
  last_reply_at: null,
  resolved_at: null,
  version: 1,
  created_at: now,
  updated_at: now,
};

/** Answers as the API does, and remembers what it was asked. */
class Api {
  readonly raised: { key: string | undefined; body: Record<string, unknown> }[] = [];
  readonly replies: Record<string, unknown>[] = [];
  /** How often the answer to a new ticket is lost. */
  lost = 0;

  async answer(route: Route): Promise<void> {
    const request = route.request();
    const path = `${request.method()} ${new URL(request.url()).pathname}`;
    const json = (body: unknown, status = 200) =>
      route.fulfill({
        status,
        contentType: "application/json",
        headers: { "access-control-allow-origin": "*", "access-control-allow-headers": "*" },
        body: JSON.stringify(body),
      });
    if (request.method() === "OPTIONS") return json({});
    if (path === "GET /v1/widget") return json({ accent_color: "#7c3aed", reply_time: "Usually within an hour." });
    if (path === "POST /v1/visitors")
      return json({ visitor_id: "vis_1", contact_id: null, token: "fy_vt_1", expires_at: "2027-01-01T00:00:00Z" }, 201);
    if (path === "GET /v1/visitors/me") return json({ visitor_id: "vis_1", contact: null });
    if (path === "POST /v1/media")
      return json({ id: "med_1", name: "a.txt", type: "text/plain", size: 5, url: "https://api.test/a" }, 201);
    if (path === "POST /v1/tickets") {
      this.raised.push({ key: request.headers()["idempotency-key"], body: request.postDataJSON() });
      if (this.lost-- > 0) return route.abort();
      return json(ticket, 201);
    }
    if (path === "GET /v1/tickets") return json({ data: [ticket], has_more: false, next_cursor: null });
    if (path === "GET /v1/tickets/tkt_1") return json(ticket);
    if (path === "GET /v1/tickets/tkt_1/replies")
      return json({ data: this.replies, has_more: false, next_cursor: null });
    if (path === "POST /v1/tickets/tkt_1/replies") {
      const { text } = request.postDataJSON() as { text: string };
      const reply = { id: `trp_${this.replies.length}`, sender_kind: "customer", sender_name: "Ada", text };
      this.replies.push({ ...reply, ticket_id: "tkt_1", attachments: [], created_at: now });
      return json(this.replies.at(-1), 201);
    }
    return json({ title: "Not found", status: 404, code: "not_found" }, 404);
  }
}

describe("foyer-ticket", () => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    const source = `import "./element.tsx"; window.heard = []; addEventListener("foyer:ticket", (event) => window.heard.push(event.detail));`;
    [browser, script] = await Promise.all([openBrowser(), bundle(source, import.meta.url)]);
  });
  afterAll(() => browser.close());

  async function open(attributes = "", options: Partial<PageOptions> = {}): Promise<{ page: Page; api: Api }> {
    const api = new Api();
    const page = await openPage(browser, { script, ...options });
    await page.route("https://api.test/**", (route) => api.answer(route));
    await show(page, attributes);
    return { page, api };
  }
  const show = (page: Page, attributes: string) =>
    page.evaluate((html) => {
      (document.querySelector("main") as HTMLElement).innerHTML = html;
    }, `<h1>Help</h1><foyer-ticket api-key="fy_pk_1" api-origin="https://api.test" ${attributes}></foyer-ticket>`);

  async function write(page: Page) {
    await page.getByLabel("Subject").fill("The lock sticks");
    await page.getByLabel("Tell us more").fill("Since Monday.");
    await page.getByLabel("E-mail").fill("ada@example.com");
  }

  it("says what is missing, then takes a ticket with a file once, though the first answer is lost", async () => {
    const { page, api } = await open('category="bug"');
    await page.getByRole("button", { name: "Send ticket" }).click();
    await page.getByText("Say in a few words what it is about.").waitFor();
    await expect.poll(() => page.getByLabel("Subject").evaluate((input) => input.matches(":focus"))).toBe(true);
    expect(await axe(page)).toEqual([]);
    await write(page);
    const file = { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("hello") };
    await page.locator("input[type=file]").setInputFiles(file);
    api.lost = 1;
    await page.getByRole("button", { name: "Send ticket" }).click();
    await page.getByText("No connection").waitFor();
    expect(await page.getByLabel("Subject").isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Try now" }).click();
    await page.getByText("#1042").waitFor();
    expect(await page.getByLabel("Tracking link").inputValue()).toBe(ticket.tracking_url);
    expect(api.raised).toHaveLength(2);
    expect(api.raised[0]).toEqual(api.raised[1]);
    expect(api.raised[0]?.body).toMatchObject({ category: "bug", attachments: ["med_1"] });
    expect(await page.evaluate(() => (window as unknown as { heard: unknown }).heard)).toEqual([
      { id: "tkt_1", number: 1042 },
    ]);
    expect(await axe(page)).toEqual([]);
    await page.close();
  });

  it("keeps what was written, and what was on its way, over a reload", async () => {
    const { page, api } = await open();
    await write(page);
    await page.reload();
    await show(page, "");
    expect(await page.getByLabel("Tell us more").inputValue()).toBe("Since Monday.");
    api.lost = 1;
    await page.getByRole("button", { name: "Send ticket" }).click();
    await page.getByText("No connection").waitFor();
    await page.reload();
    await show(page, "");
    await page.getByText("#1042").waitFor();
    expect(api.raised.map(({ key }) => key)).toEqual([api.raised[0]?.key, api.raised[0]?.key]);
    await page.close();
  });

  it("shows the visitor's tickets and takes a reply", async () => {
    const { page, api } = await open();
    await write(page);
    await page.getByRole("button", { name: "Send ticket" }).click();
    await page.getByRole("button", { name: "See the ticket" }).click();
    await page.getByRole("heading", { name: "The lock sticks" }).waitFor();
    await page.getByLabel("Your reply").fill("It still does.");
    await page.getByLabel("Your reply").press("Control+Enter");
    await page.getByRole("listitem").getByText("It still does.").waitFor();
    expect(api.replies).toHaveLength(1);
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Back" }).click();
    await page.getByRole("list", { name: "My tickets" }).getByText("#1042").waitFor();
    await page.close();
  });

  it("opens as a dialog, in Arabic from right to left, and asks only for what the page has not told", async () => {
    const { page, api } = await open('layout="button" locale="ar"', { viewport: { width: 390, height: 800 } });
    await page.evaluate(() => {
      const element = document.querySelector("foyer-ticket") as HTMLElement & { contact: object; open(): void };
      element.contact = { name: "Ada", email: "ada@example.com" };
      element.open();
    });
    await page.getByRole("dialog", { name: "كيف يمكننا مساعدتك؟" }).waitFor();
    await page.getByLabel("العنوان").fill("القفل");
    await page.getByLabel("أخبرنا بالمزيد").fill("منذ الاثنين");
    expect(await page.locator("input[name=email]").count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "إرسال التذكرة" }).click();
    await page.getByText("#1042").waitFor();
    expect(api.raised[0]?.body.contact).toEqual({ name: "Ada", email: "ada@example.com" });
    await page.close();
  });
});
