import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { createClient, type Foyer } from "../../../sdk/index.ts";
import { bundle, openBrowser } from "../../testing/browser.ts";

interface FirstRun {
  origin: string;
  portal: { email: string; password: string };
  keys: { publishable: string; secret: string };
}

export interface TestPortal {
  run: FirstRun;
  browser: Browser;
  /** The API with a secret key. */
  staff: Foyer;
  /** A browser of its own, that runs these sources instead of what was built last. */
  context(options?: BrowserContextOptions): Promise<BrowserContext>;
  open(path: string, where: BrowserContext): Promise<Page>;
  signIn(page: Page, email?: string, password?: string): Promise<void>;
  close(): Promise<void>;
}

/** The real service with an empty tenant, and a browser to look at its portal with. */
export async function startPortal(): Promise<TestPortal> {
  const folder = await mkdtemp(join(tmpdir(), "foyer-portal-"));
  const env = {
    ...process.env,
    PORT: "0",
    FOYER_DATA: folder,
    FOYER_RATE_LIMIT_FACTOR: "1000",
    FOYER_LOG: "error",
    FOYER_DEMO: "no",
  };
  const service = spawn(process.execPath, ["api/runtime/start.ts"], {
    cwd: join(import.meta.dirname, "../../.."),
    env,
  });
  const started = new Promise<void>((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (said.includes("/portal")) resolve();
    };
    service.stdout.on("data", hear);
    service.stderr.on("data", hear);
    service.once("exit", () => reject(new Error(said)));
  });
  const [script, browser] = await Promise.all([
    bundle('import "../element.tsx";', import.meta.url),
    openBrowser(),
    started,
  ]);
  const run = JSON.parse(await readFile(join(folder, "first-run.json"), "utf8")) as FirstRun;
  const html = await readFile(join(import.meta.dirname, "../index.html"), "utf8");
  return {
    run,
    browser,
    staff: createClient({ key: run.keys.secret, baseUrl: run.origin }),
    async context(options = {}) {
      // Half-way through an animation colours are others than they will be.
      const still = { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" } as const;
      const made = await browser.newContext({ ...still, ...options });
      await made.route(/\/portal(\/[^.]*)?(\?.*)?$/, (route) =>
        route.request().resourceType() === "document"
          ? route.fulfill({ contentType: "text/html", body: html })
          : route.continue(),
      );
      await made.route("**/portal.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
      return made;
    },
    async open(path, where) {
      const page = await where.newPage();
      await page.goto(`${run.origin}/portal${path}`);
      return page;
    },
    async signIn(page, email = run.portal.email, password = run.portal.password) {
      await page.fill("[name=email]", email);
      await page.fill("[name=password]", password);
      await page.click("button[type=submit]");
    },
    async close() {
      await browser.close();
      service.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
