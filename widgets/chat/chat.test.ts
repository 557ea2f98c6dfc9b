import type { Conversation, ListBody, Message } from "@foyer/sdk";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, bundle, openBrowser } from "../testing/browser.ts";
import { type Desk, openDesk } from "./testing/desk.ts";

describe("<foyer-chat>", () => {
  let browser: Browser;
  let desk: Desk;
  beforeAll(async () => {
    const script = bundle('import "./element.tsx";', import.meta.url);
    [browser, desk] = await Promise.all([openBrowser(), script.then(openDesk)]);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  async function visit(query = "", options: BrowserContextOptions = {}) {
    const context = await browser.newContext(options);
    const wrong: string[] = [];
    const asked: string[] = [];
    context.on("weberror", (error) => wrong.push(error.error().message));
    context.on("request", (request) => {
      if (request.url().startsWith(desk.api)) asked.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    return { page: await tab(context, query), context, wrong, asked };
  }
  async function tab(context: BrowserContext, query = "") {
    const page = await context.newPage();
    await page.goto(`${desk.site}/${query}`);
    await page.evaluate(() => customElements.whenDefined("foyer-chat"));
    return page;
  }
  const launcher = (page: Page) => page.locator("foyer-chat .launcher");
  const open = (page: Page) => launcher(page).click();
  const begin = (page: Page) => page.getByRole("button", { name: "Start a conversation" }).click();
  async function write(page: Page, text: string) {
    await page.getByRole("textbox", { name: "Message" }).fill(text);
    await page.keyboard.press("Enter");
  }
  const bubbles = (page: Page) => page.locator("foyer-chat .bubble").allTextContents();
  const conversationOf = async (text: string) => {
    const { data } = await desk.staff<ListBody<Conversation>>("GET", `/conversations?limit=50`);
    const found = data.find((one) => one.last_message?.text === text);
    if (!found) throw new Error(`Nobody said ${text}.`);
    return found;
  };
  const said = async (id: string) => {
    const { data } = await desk.staff<ListBody<Message>>("GET", `/conversations/${id}/messages?limit=500`);
    return data.filter((message) => message.kind === "text").map((message) => message.text);
  };

  it("asks nothing while it is closed and nobody has a conversation", async () => {
    const { page, asked, context } = await visit();
    await launcher(page).waitFor();
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    await open(page);
    await page.getByText("Harbor & Pine", { exact: true }).waitFor();
    await expect.poll(() => asked).toContain("GET /v1/widget");
    await page.keyboard.press("Escape");
    await page.locator("foyer-chat .panel").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.querySelector("foyer-chat")?.shadowRoot?.activeElement?.className)).toBe(
      "launcher",
    );
    await context.close();
  });

  it("holds a conversation: answers, typing, read marks, and the number on the launcher", async () => {
    const { page, context, wrong } = await visit();
    await open(page);
    await begin(page);
    await write(page, "Is the kayak free?");
    await page.getByText("Sent", { exact: true }).waitFor();
    const { id } = await conversationOf("Is the kayak free?");
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      for (const name of ["foyer:message", "foyer:unread", "foyer:close"])
        document.addEventListener(name, (event) => heard.push([name, (event as CustomEvent).detail]));
    });

    await desk.staff("POST", `/conversations/${id}/messages`, {
      client_msg_id: "n1",
      text: "They again",
      kind: "note",
    });
    await desk.staff("POST", `/conversations/${id}/messages`, { client_msg_id: "a1", text: "It is." });
    await page.getByText("It is.", { exact: true }).waitFor();
    await expect
      .poll(async () => (await desk.staff<Conversation>("GET", `/conversations/${id}`)).customer_read_seq)
      .toBe(3);
    const stop = await desk.types(id);
    await page.getByText("Maya Lindqvist is typing").waitFor({ state: "attached" });
    await page.getByText("Here now").waitFor();
    stop();
    await desk.staff("PUT", `/conversations/${id}/read`, { seq: 1 });
    await page.getByText("Seen", { exact: true }).waitFor();
    expect(await bubbles(page)).toEqual(["Is the kayak free?", "It is."]);
    expect(await axe(page)).toEqual([]);

    await page.getByRole("button", { name: "Close chat" }).first().click();
    await desk.staff("POST", `/conversations/${id}/messages`, { client_msg_id: "a2", text: "Shall I book it?" });
    await page.getByRole("button", { name: "Open chat, 1 unread message" }).waitFor();
    const stored = await page.evaluate((key) => localStorage.getItem(`foyer:${key}:unread`), desk.key);
    expect(stored).toBe("1");
    await page.reload();
    await page.getByRole("button", { name: "Open chat, 1 unread message" }).click();
    await page.getByRole("button", { name: /Shall I book it/ }).click();
    await page.getByText("Shall I book it?").waitFor();
    await expect
      .poll(async () => (await desk.staff<Conversation>("GET", `/conversations/${id}`)).customer_read_seq)
      .toBe(6);
    expect(await page.evaluate((key) => localStorage.getItem(`foyer:${key}:unread`), desk.key)).toBe("0");
    expect(wrong).toEqual([]);
    await context.close();
  });

  it("sends what was written while the server was dead exactly once and in order, over a reload and in two tabs", async () => {
    const { page, context, wrong } = await visit();
    await open(page);
    await begin(page);
    await write(page, "one");
    await page.getByText("Sent", { exact: true }).waitFor();
    const { id } = await conversationOf("one");

    await desk.kill();
    for (const text of ["two", "three", "four"]) await write(page, text);
    await page.getByText("Waiting for a connection").first().waitFor();
    expect(await bubbles(page)).toEqual(["one", "two", "three", "four"]);
    await page.reload();
    const other = await tab(context);
    for (const each of [page, other]) await each.locator("foyer-chat .launcher").waitFor();
    await desk.start();
    await expect.poll(() => said(id), { timeout: 8000 }).toEqual(["one", "two", "three", "four"]);

    await open(other);
    await other.getByRole("button", { name: /four/ }).click();
    await other.getByText("Sent", { exact: true }).waitFor();
    expect(await bubbles(other)).toEqual(["one", "two", "three", "four"]);
    const outbox = await other.evaluate((key) => localStorage.getItem(`foyer:${key}:outbox`), desk.key);
    expect(JSON.parse(outbox ?? "").items).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it("opens one conversation for a first message that nobody could answer", async () => {
    const { page, context } = await visit();
    await open(page);
    await begin(page);
    let cut = 0;
    // The message arrives, and its answer does not: twice.
    await page.route("**/v1/conversations", async (route) => {
      if (route.request().method() !== "POST" || cut >= 2) return route.continue();
      cut++;
      await route.fetch();
      await route.abort();
    });
    await write(page, "only once");
    await write(page, "and this behind it");
    await page.getByText("Sent", { exact: true }).waitFor();
    expect(cut).toBe(2);
    const { id } = await conversationOf("and this behind it");
    expect(await said(id)).toEqual(["only once", "and this behind it"]);
    const { data } = await desk.staff<ListBody<Conversation>>("GET", "/conversations?q=once");
    expect(data).toHaveLength(1);
    await context.close();
  });

  it("sends files, and shows them", async () => {
    const { page, context } = await visit();
    await open(page);
    await begin(page);
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    await page.locator('foyer-chat input[type="file"]').setInputFiles([
      { name: "dent.png", mimeType: "image/png", buffer: png },
      { name: "list.txt", mimeType: "text/plain", buffer: Buffer.from("a list") },
      { name: "film.mp4", mimeType: "video/mp4", buffer: Buffer.from("no") },
    ]);
    await page.getByRole("alert").getByText("film.mp4").waitFor();
    await expect.poll(() => page.locator("foyer-chat .tray-file .file-size").count()).toBe(2);
    await page.getByRole("button", { name: "Send" }).click();
    const image = page.getByRole("img", { name: "dent.png" });
    await image.waitFor();
    await page.getByText("Sent", { exact: true }).waitFor();
    expect(await image.evaluate((one: HTMLImageElement) => one.decode().then(() => one.naturalWidth))).toBe(1);
    await page.getByRole("link", { name: /list\.txt/ }).waitFor();
    await context.close();
  });

  it("takes a message with an address while nobody is there", async () => {
    const { page, context } = await visit();
    await open(page);
    await begin(page);
    await page.getByText("We are away right now.").waitFor();
    await page.getByRole("textbox", { name: "Name" }).fill("Ada");
    await page.getByRole("textbox", { name: "E-mail" }).fill("ada@");
    await page.getByRole("textbox", { name: "Message" }).focus();
    await page.getByText("Enter an address such as").waitFor();
    await page.getByRole("textbox", { name: "E-mail" }).fill("ada@example.com");
    expect(await axe(page)).toEqual([]);
    await write(page, "Call me when you are back");
    await page.getByText("Sent", { exact: true }).waitFor();
    expect((await conversationOf("Call me when you are back")).contact).toMatchObject({
      name: "Ada",
      email: "ada@example.com",
    });
    expect(await page.getByRole("textbox", { name: "E-mail" }).count()).toBe(0);
    await context.close();
  });

  it("forgets the visitor who signs out, in every tab", async () => {
    const { page, context } = await visit();
    await open(page);
    await begin(page);
    await write(page, "a secret");
    await page.getByText("Sent", { exact: true }).waitFor();
    await page.evaluate(() =>
      (document.querySelector("foyer-chat") as unknown as { signOut(): Promise<void> }).signOut(),
    );
    await page.getByRole("button", { name: "Start a conversation" }).waitFor();
    expect(await page.getByText("a secret").count()).toBe(0);
    const left = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    expect(left).not.toContain("a secret");
    await context.close();
  });

  it("speaks Arabic from right to left on a phone, accessibly", async () => {
    const { page, context } = await visit("?lang=ar", { viewport: { width: 390, height: 780 } });
    await open(page);
    await page.getByRole("button", { name: "ابدأ محادثة" }).waitFor();
    expect(await axe(page)).toEqual([]);
    const panel = await page.locator("foyer-chat .panel").boundingBox();
    expect(panel).toMatchObject({ x: 0, width: 390 });
    await page.getByRole("button", { name: "ابدأ محادثة" }).click();
    await page.getByRole("textbox", { name: "رسالة" }).waitFor();
    expect(await axe(page)).toEqual([]);
    await context.close();
  });
});
