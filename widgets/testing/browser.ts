import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { cssText } from "../scripts/css-text.ts";

const switches = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: switches });
}

/** Bundles module source (not a file) for the page; imports are relative to `from`, an `import.meta.url`. */
export async function bundle(source: string, from: string, plugins: Plugin[] = []): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: dirname(fileURLToPath(from)), loader: "tsx" },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    plugins: [cssText, ...plugins],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

export interface PageOptions extends BrowserContextOptions {
  /** Body of the page. */
  html?: string;
  /** Bundled module run in it. */
  script?: string;
  /** Path to answer: served beside the page, which lies at `https://shop.test/`. */
  files?: Record<string, { body: string | Buffer; type: string }>;
  /** Attributes of `<html>`. */
  root?: string;
  csp?: string;
}

/** A page of a made-up customer at `https://shop.test/`, with an origin so that storage works. No network is used. */
export async function openPage(
  browser: Browser,
  { html = "", script = "", files = {}, root = 'lang="en"', csp, ...context }: PageOptions,
): Promise<Page> {
  const page = await (await browser.newContext(context)).newPage();
  await page.route("**/*", (route) => {
    const url = new URL(route.request().url());
    if (url.hostname === "shop.test" && url.pathname === "/") {
      const module = script ? '<script type="module" src="/script.js"></script>' : "";
      return route.fulfill({
        contentType: "text/html; charset=utf-8",
        headers: csp ? { "content-security-policy": csp } : {},
        body: `<!doctype html><html ${root}><head><title>Shop</title><meta name="viewport" content="width=device-width"></head><body><main>${html}</main>${module}</body></html>`,
      });
    }
    if (url.pathname === "/script.js")
      return route.fulfill({ contentType: "text/javascript; charset=utf-8", body: script });
    const file = files[url.href] ?? files[url.pathname];
    if (!file) return route.fulfill({ status: 404, body: "" });
    return route.fulfill({
      contentType: file.type,
      body: file.body,
      headers: { "access-control-allow-origin": "*" },
    });
  });
  await page.goto("https://shop.test/");
  return page;
}

/** Everything axe-core finds, as sentences; pass an empty list to expect. */
export async function axe(page: Page, rules: Record<string, { enabled: boolean }> = {}): Promise<string[]> {
  const path = join(import.meta.dirname, "../../node_modules/axe-core/axe.min.js");
  await page.addScriptTag({ path });
  return page.evaluate(async (rules) => {
    type Axe = {
      run(
        options: object,
      ): Promise<{ violations: { id: string; help: string; nodes: { target: unknown; failureSummary: string }[] }[] }>;
    };
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({ rules });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help} at ${JSON.stringify(node.target)} ${node.failureSummary}`),
    );
  }, rules);
}
