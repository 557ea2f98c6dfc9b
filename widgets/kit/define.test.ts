import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle, openBrowser, openPage } from "../testing/browser.ts";

const source = `
import { createStore, define, event, useI18n, useStore } from "./index.ts";
window.seen = [];
const en = { hi: "Hello" };
const view = ({ host, state }) => {
  const { count } = useStore(state);
  const { t } = useI18n();
  if (host.fail) throw new Error("broken view");
  window.renders = (window.renders ?? 0) + 1;
  return <button onClick={() => host.emit("pressed", { count }, { cancelable: true })}>{t("hi")} {String(host.party)} {String(host.openNow)} {host.contact.name} {count}</button>;
};
const declaration = {
  attributes: { party: "number", "open-now": "boolean", fail: "boolean" },
  properties: { contact: { name: "nobody" } },
  events: { pressed: event() },
  setup: () => { window.seen.push("setup"); return createStore({ count: 0 }); },
  dispose: () => window.seen.push("dispose"),
  changed: (state, host) => window.seen.push("changed " + host.party),
  methods: { add: (state, by) => state.set(({ count }) => ({ count: count + by })) },
  strings: { en, de: async () => ({ default: { hi: "Guten Tag" } }) },
  view,
};
const first = define("foyer-test", declaration);
window.same = define("foyer-test", declaration) === first;
`;

describe("define", () => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    [browser, script] = await Promise.all([openBrowser(), bundle(source, import.meta.url)]);
  });
  afterAll(() => browser.close());

  type Element = HTMLElement & Record<string, unknown> & { add(by: number): void; contact: unknown };
  const open = async (html: string, options: Partial<Parameters<typeof openPage>[1]> = {}) => {
    const page = await openPage(browser, { html, script, ...options });
    await page.waitForFunction(() => document.querySelector("foyer-test")?.shadowRoot?.querySelector("button, [role]"));
    return page;
  };
  const text = (page: Page) =>
    page.evaluate(async () => {
      await new Promise((done) => setTimeout(done, 30));
      return document.querySelector("foyer-test")?.shadowRoot?.querySelector("button")?.textContent;
    });

  it("reads attributes by kind, reflects properties, and calls methods", async () => {
    const page = await open('<foyer-test party="4"></foyer-test>');
    expect(await text(page)).toBe("Hello 4 false nobody 0");
    await page.evaluate(() => {
      const element = document.querySelector("foyer-test") as Element;
      element.party = 6;
      element.openNow = true;
      element.contact = { name: "Ada" };
      element.add(2);
    });
    expect(await text(page)).toBe("Hello 6 true Ada 2");
    expect(await page.evaluate(() => document.querySelector("foyer-test")?.outerHTML)).toContain(
      'party="6" open-now=""',
    );
    await page.evaluate(() => document.querySelector("foyer-test")?.setAttribute("party", "many"));
    expect(await text(page)).toBe("Hello undefined true Ada 2");
    expect(await page.evaluate(() => (window as unknown as { same: boolean }).same)).toBe(true);
  });

  it("renders once for several changes", async () => {
    const page = await open("<foyer-test></foyer-test>");
    const renders = await page.evaluate(async () => {
      const counter = window as unknown as { renders: number };
      const before = counter.renders;
      const element = document.querySelector("foyer-test") as Element;
      for (let party = 1; party < 20; party += 1) element.party = party;
      await new Promise((done) => setTimeout(done, 30));
      return counter.renders - before;
    });
    expect(renders).toBe(1);
  });

  it("keeps its state when moved, and ends when it leaves", async () => {
    const page = await open("<foyer-test></foyer-test><div id=other></div>");
    const seen = await page.evaluate(async () => {
      const element = document.querySelector("foyer-test") as Element;
      element.add(5);
      document.querySelector("#other")?.append(element);
      await new Promise((done) => setTimeout(done, 30));
      const moved = element.shadowRoot?.textContent;
      element.remove();
      await new Promise((done) => setTimeout(done, 30));
      return [moved, ...(window as unknown as { seen: string[] }).seen];
    });
    expect(seen).toEqual(["Hello undefined false nobody 5", "setup", "dispose"]);
  });

  it("tells the page by a composed, cancellable event", async () => {
    const page = await open("<foyer-test></foyer-test>");
    const heard = await page.evaluate(() => {
      let detail: unknown;
      document.addEventListener("foyer:pressed", (event) => {
        detail = [(event as CustomEvent).detail, event.composed, event.cancelable];
      });
      document.querySelector("foyer-test")?.shadowRoot?.querySelector("button")?.click();
      return detail;
    });
    expect(heard).toEqual([{ count: 0 }, true, true]);
  });

  it("takes properties that were set before it was defined", async () => {
    const early =
      "<foyer-test></foyer-test><script>document.querySelector('foyer-test').contact={name:'Early'}</script>";
    expect(await text(await open(early))).toBe("Hello undefined false Early 0");
  });

  it("speaks the page's language, in its direction, unless told another", async () => {
    expect(await text(await open("<foyer-test></foyer-test>", { root: 'lang="de-AT"' }))).toMatch(/^Guten Tag/);
    const page = await open('<foyer-test locale="ar"></foyer-test>', { root: 'lang="de"' });
    const root = await page.evaluate(() => {
      const inner = document.querySelector("foyer-test")?.shadowRoot?.querySelector<HTMLElement>(".f-root");
      return [inner?.lang, inner?.dir];
    });
    expect(root).toEqual(["ar", "rtl"]);
  });

  it("keeps a broken view to itself and recovers on retry", async () => {
    const page = await open("<foyer-test fail></foyer-test>");
    await page.evaluate(() => {
      (document.querySelector("foyer-test") as Element).fail = false;
    });
    await page.getByRole("button", { name: "Try again" }).click();
    expect(await text(page)).toBe("Hello undefined false nobody 0");
  });

  it("paints by theme, page scheme and preference in that order, with readable accents", async () => {
    const surface = async (html: string, options: object) => {
      const page = await open(html, options);
      return page.evaluate(() => {
        const host = document.querySelector("foyer-test");
        const root = host?.shadowRoot?.querySelector(".f-root");
        if (!host || !root) throw new Error("not rendered");
        const style = getComputedStyle(host);
        return [getComputedStyle(root).columnRuleColor, style.getPropertyValue("--foyer-on-accent")];
      });
    };
    const white = "color(srgb 1 1 1)";
    const dark = "color(srgb 0.117647 0.113725 0.101961)";
    const plain = "<foyer-test></foyer-test>";
    expect(await surface(plain, { colorScheme: "light" })).toEqual([white, "#ffffff"]);
    expect(await surface(plain, { colorScheme: "dark" })).toEqual([dark, "#ffffff"]);
    expect(await surface(`<style>:root{color-scheme:light}</style>${plain}`, { colorScheme: "dark" })).toEqual([
      white,
      "#ffffff",
    ]);
    expect(await surface('<foyer-test theme="dark" accent="gold"></foyer-test>', { colorScheme: "light" })).toEqual([
      dark,
      "#000000",
    ]);
    const themed = `<style>foyer-test{--foyer-accent:oklch(0.9 0.1 100)}</style><foyer-test accent="navy"></foyer-test>`;
    expect(await surface(themed, { colorScheme: "light" })).toEqual([white, "#000000"]);
  });

  it("works under a strict Content-Security-Policy", async () => {
    const csp = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'";
    const page = await open('<foyer-test accent="navy" party="2"></foyer-test>', { csp });
    expect(await text(page)).toBe("Hello 2 false nobody 0");
  });
});
