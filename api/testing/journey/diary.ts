import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

/** What happens on the way: every step is a line with its time, a failed one leaves a picture of every open page. */
export interface Diary {
  step<T>(name: string, run: () => Promise<T>): Promise<T>;
  /** A browser of somebody else. */
  person(name: string, options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Sentences that do not stop the journey, and fail it in the end. */
  complain(sentence: string): void;
  complaints: readonly string[];
  /** Folder for pictures; made when the first is taken. */
  folder(): Promise<string>;
}

export function openDiary(browser: Browser, title: string, say: (line: string) => void): Diary {
  const people = new Map<string, BrowserContext>();
  const complaints: string[] = [];
  let made: Promise<string> | undefined;
  const folder = () => {
    made ??= mkdtemp(join(tmpdir(), `foyer-journey-${title}-pictures-`));
    return made;
  };

  async function picture(step: string): Promise<string> {
    const into = await folder();
    const pages = [...people].flatMap(([name, context]) => context.pages().map((page, at) => ({ name, page, at })));
    for (const { name, page, at } of pages) {
      const file = `${step.replace(/\W+/g, "-")}-${name}-${at + 1}.png`;
      await page.screenshot({ path: join(into, file), timeout: 5_000 }).catch(() => undefined);
    }
    return into;
  }

  return {
    complaints,
    folder,
    complain: (sentence) => void complaints.push(sentence),
    async step(name, run) {
      const began = performance.now();
      const line = (mark: string) =>
        say(`${mark} ${title.padEnd(8)} ${`${Math.round(performance.now() - began)} ms`.padStart(8)}  ${name}`);
      try {
        const result = await run();
        line("ok    ");
        return result;
      } catch (error) {
        line("FAILED");
        const where = await picture(name);
        say(`       pictures in ${where}`);
        throw new Error(`${title}: ${name}: ${error instanceof Error ? error.message : error} (pictures in ${where})`, {
          cause: error,
        });
      }
    },
    async person(name, options = {}) {
      const context = await browser.newContext({ locale: "en-US", viewport: { width: 1280, height: 900 }, ...options });
      context.setDefaultTimeout(20_000);
      context.on("page", (page: Page) => {
        page.on("pageerror", (error) => complaints.push(`${name}, ${new URL(page.url()).pathname}: ${error.message}`));
      });
      people.set(name, context);
      return context;
    },
  };
}
