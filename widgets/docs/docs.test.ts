import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { axe, openBrowser } from "../testing/browser.ts";
import { docsFiles } from "./build.ts";
import { html } from "./html.ts";
import type { Spec } from "./spec.ts";

const root = join(import.meta.dirname, "../..");
const spec = parse(readFileSync(join(root, "openapi.yaml"), "utf8")) as Spec;
const operations = Object.values(spec.paths).flatMap((methods) => Object.values(methods));
let files: Record<string, string>;
let browser: Browser;

beforeAll(async () => {
  [files, browser] = await Promise.all([docsFiles(root), openBrowser()]);
}, 60_000);
afterAll(() => browser.close());

async function open(name: string, options = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.route("**/*", (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    const contentType = path.endsWith(".css") ? "text/css" : path.endsWith(".js") ? "text/javascript" : "text/html";
    return route.fulfill({ body: files[path] ?? "", contentType: `${contentType}; charset=utf-8` });
  });
  await page.goto(`https://docs.test/${name}`);
  return page;
}

test("what is put into a page is escaped", () => {
  expect(html`<p title="${'"'}">${"<script>"}${html`<b>${1}</b>`}</p>`.text).toBe(
    '<p title="&quot;">&lt;script&gt;<b>1</b></p>',
  );
});

test("every operation, schema and event has its place, and every problem its title", () => {
  const page = files["docs/api.html"] ?? "";
  for (const { operationId } of operations) expect(page).toContain(`id="${operationId}"`);
  for (const name of Object.keys(spec.components.schemas)) expect(page).toContain(`id="schema-${name}"`);
  for (const type of Object.keys(spec.webhooks)) expect(page).toContain(`id="event-${type}"`);
  expect(page.match(/<li><code>\w+<\/code> <\/li>/g)).toBeNull();
});

test("every anchor that the reference links to exists", () => {
  const page = files["docs/api.html"] ?? "";
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const missing = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id));
  expect(missing).toEqual([]);
});

test("the reference stays light", () => {
  expect(gzipSync(files["docs/api.html"] ?? "").length).toBeLessThan(150 * 1024);
});

test("the filter leaves what has all the words", async () => {
  const page = await open("docs/api.html");
  await page.getByLabel("Filter").fill("cancel managed");
  const shown = await page.locator(".operation:visible").evaluateAll((list) => list.map(({ id }) => id));
  expect(shown).toEqual(["managed_bookings.cancel"]);
  await page.getByLabel("Filter").fill("no such thing");
  expect(await page.getByText("Nothing matches.").isVisible()).toBe(true);
  expect(await page.locator(".operation:visible").count()).toBe(0);
});

test("a phone scrolls in one direction, and axe finds nothing", async () => {
  const phone = await open("docs/api.html", { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  const beyond = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
  expect(await axe(await open("docs/quickstart.html"))).toEqual([]);
  expect(await axe(await open("docs/index.html", { colorScheme: "dark" }))).toEqual([]);
});
