import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildLoader } from "../scripts/bundles.ts";
import { bundle, openBrowser, openPage } from "../testing/browser.ts";

const cdn = "https://desk.test/widgets";
const elements = `
import { define } from "../kit/index.ts";
const view = ({ host }) => <button class="real">{[host.apiKey, host.apiOrigin, host.locale, host.open].join(" ")}</button>;
define("foyer-NAME", { attributes: { open: "boolean", launcher: "boolean" }, methods: { hello: () => "hi" }, view });
`;

describe("embed.js", () => {
  let browser: Browser;
  let loader: string;
  let modules: Record<string, { body: string; type: string }>;
  const type = "text/javascript";

  beforeAll(async () => {
    browser = await openBrowser();
    const chunks = Object.fromEntries(
      ["booking", "chat", "ticket"].map((name, at) => [
        name,
        ["a", "b", "c", "d", "e", "f"].map((letter) => `${letter}7KQ2M9${at}`),
      ]),
    );
    const built = await buildLoader(chunks, "/");
    loader = built.outputFiles[0]?.text ?? "";
    modules = { [`${cdn}/embed.js`]: { body: loader, type } };
    for (const name of ["booking", "chat", "ticket"]) {
      modules[`${cdn}/${name}.js`] = { body: await bundle(elements.replace("NAME", name), import.meta.url), type };
    }
  });
  afterAll(() => browser.close());

  const tag = `<script src="${cdn}/embed.js" data-key="fy_pk_test_1" data-locale="de"`;
  /** A customer's page, what it asked for, and what went wrong in it. */
  async function visit(html: string, options: Partial<Parameters<typeof openPage>[1]> = {}) {
    const asked: string[] = [];
    const wrong: string[] = [];
    const page = await openPage(browser, { files: modules, ...options });
    page.on("request", (request) => asked.push(request.url().replace(cdn, "")));
    page.on("pageerror", (error) => wrong.push(error.message));
    await page.evaluate((html) => document.body.append(document.createRange().createContextualFragment(html)), html);
    await page.waitForTimeout(150);
    return { page, asked: () => asked.filter((one) => !one.includes("chunks/")), wrong };
  }
  const inside = (page: Page, tag: string) =>
    page.evaluate((tag) => document.querySelector(tag)?.shadowRoot?.querySelector(".real")?.textContent, tag);

  it("is at most 2 kB gzip, chunk names included", () => {
    expect(gzipSync(loader, { level: 9 }).length).toBeLessThanOrEqual(2048);
  });

  it("loads only what the page uses, and tells it key, origin and locale", async () => {
    const { page, asked, wrong } = await visit(`${tag} async></script><foyer-booking></foyer-booking>`);
    expect(await inside(page, "foyer-booking")).toBe("fy_pk_test_1 https://desk.test de false");
    expect(new Set(asked())).toEqual(new Set(["/embed.js", "/booking.js"]));
    expect(wrong).toEqual([]);
    const globals = await page.evaluate(() => Object.keys(window).filter((name) => /foyer/i.test(name)));
    expect(globals).toEqual(["Foyer"]);
    expect(await page.evaluate(() => document.cookie)).toBe("");
  });

  it("finds elements that are added later, also inside a shadow root", async () => {
    const { page, asked } = await visit(`${tag}></script>`);
    expect(asked()).toEqual(["/embed.js"]);
    const text = await page.evaluate(async () => {
      const card = document.createElement("div");
      card.attachShadow({ mode: "open" }).append(document.createElement("foyer-ticket"));
      document.body.append(card);
      await new Promise((done) => card.addEventListener("foyer:ready", done, { once: true }));
      return card.shadowRoot?.querySelector("foyer-ticket")?.shadowRoot?.textContent;
    });
    expect(text).toContain("fy_pk_test_1");
  });

  it("draws the launcher without asking for anything, and loads the chat when it is pressed", async () => {
    const { page, asked } = await visit("", {});
    await page.evaluate(() => localStorage.setItem("foyer:fy_pk_test_1:unread", "3"));
    await page.evaluate(
      (html) => document.body.append(document.createRange().createContextualFragment(html)),
      `${tag} data-chat data-accent="gold"></script>`,
    );
    const button = page.getByRole("button", { name: "Chat öffnen (3)" });
    await button.waitFor();
    expect(asked()).toEqual(["/embed.js"]);
    await button.focus();
    await page.keyboard.press("Enter");
    await page.locator("foyer-chat .real").waitFor();
    expect(await inside(page, "foyer-chat")).toBe("fy_pk_test_1 https://desk.test de true");
    expect(await page.getByRole("button").count()).toBe(1);
  });

  it("loads a closed chat that has something to hear or to send", async () => {
    const { page, asked } = await visit("");
    await page.evaluate(() => localStorage.setItem("foyer:fy_pk_test_1:talk", "true"));
    await page.evaluate(
      (html) => document.body.append(document.createRange().createContextualFragment(html)),
      `${tag} data-chat></script>`,
    );
    await page.locator("foyer-chat .real").waitFor();
    expect(await inside(page, "foyer-chat")).toBe("fy_pk_test_1 https://desk.test de false");
    expect(asked()).toContain("/chat.js");
  });

  it("offers the methods of an element once it is loaded", async () => {
    const { page } = await visit(`${tag} data-chat></script>`);
    const answer = await page.evaluate(async () => {
      const { Foyer } = window as unknown as { Foyer: { load(name: string): Promise<{ hello(): string }> } };
      return (await Foyer.load("chat")).hello();
    });
    expect(answer).toBe("hi");
  });

  it("survives being included twice, blocked storage and modules that do not arrive", async () => {
    const files = { ...modules };
    delete files[`${cdn}/chat.js`];
    const blocked = `<script>Object.defineProperty(window, "localStorage", { get() { throw new Error("blocked"); } })</script>`;
    const { page, wrong } = await visit(`${blocked}${tag} data-chat></script>${tag} data-chat></script>`, { files });
    expect(await page.locator("foyer-chat").count()).toBe(1);
    const button = page.getByRole("button", { name: "Chat öffnen" });
    await button.click();
    await page.waitForTimeout(150);
    expect(await page.locator("foyer-chat[open]").count()).toBe(0);
    expect(await button.getAttribute("aria-busy")).toBeNull();
    expect(wrong).toEqual([]);
  });

  it("works under a Content-Security-Policy that names only its origin", async () => {
    const html = `${tag} data-chat data-accent="gold"></script><foyer-booking></foyer-booking>`;
    const page = await openPage(browser, {
      html,
      files: modules,
      csp: "default-src 'none'; script-src https://desk.test",
    });
    await page.locator("foyer-booking .real").waitFor();
    const launcher = page.locator("foyer-chat .launcher");
    expect(await launcher.evaluate((button) => getComputedStyle(button).backgroundColor)).toBe("rgb(255, 215, 0)");
    expect(await launcher.evaluate((button) => getComputedStyle(button).color)).toMatch(/^oklch\(0 /);
  });
});
