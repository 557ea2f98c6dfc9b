import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import type { Diary } from "./diary.ts";

let source: Promise<string> | undefined;

interface Axe {
  run(
    options: object,
  ): Promise<{ violations: { id: string; help: string; nodes: { target: unknown; html: string }[] }[] }>;
}

/** `at` is what the picture is of, where the page is longer than the window. */
export type Look = (page: Page, name: string, at?: Locator) => Promise<void>;

/** The ways a page is looked at. Dark differs from light by its colours alone, so only they are checked again. */
const views = [
  { name: "light", colorScheme: "light", narrow: false, only: undefined },
  { name: "dark", colorScheme: "dark", narrow: false, only: ["color-contrast", "link-in-text-block"] },
  { name: "dark-narrow", colorScheme: "dark", narrow: true, only: [] },
  { name: "light-narrow", colorScheme: "light", narrow: true, only: undefined },
] as const;

/**
 * Looks at a page as it stands: axe must find nothing, wide and narrow, light and dark, and nothing may be wider than a
 * phone. With `pictures` everything is photographed.
 */
export function looker(diary: Diary, pictures: boolean): Look {
  const glance: Look = async (page, name, at) => {
    const size = page.viewportSize();
    for (const view of views) {
      if (view.only?.length === 0 && !pictures) continue;
      await page.emulateMedia({ colorScheme: view.colorScheme, reducedMotion: "reduce" });
      if (view.narrow) await page.setViewportSize({ width: 390, height: 844 });
      await settled(page);
      if (view.only?.length !== 0) {
        for (const found of await axe(page, view.only)) diary.complain(`axe on ${name}, ${view.name}: ${found}`);
      }
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) diary.complain(`${name}, ${view.name}: ${over} px wider than the window`);
      if (pictures) {
        await at?.scrollIntoViewIfNeeded();
        const file = `${name}-${view.name}`.replace(/\W+/g, "-");
        await page.screenshot({ path: join(await diary.folder(), `${file}.png`) });
      }
    }
    if (size) await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: null });
  };
  return (page, name, at) => diary.step(`a look at: ${name}`, () => glance(page, name, at));
}

/** Two frames after the last change of what is shown: styles are computed, and what was moving or fading is done. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    // A document does not list what moves in the shadow roots inside it.
    const moving = (root: Document | ShadowRoot): Animation[] => [
      ...root.getAnimations(),
      ...[...root.querySelectorAll("*")].flatMap((one) => (one.shadowRoot ? moving(one.shadowRoot) : [])),
    ];
    const ending = moving(document).filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((one) => one.finished.catch(() => undefined)));
  });
}

/** Injected by the debugger, not by a script tag, which our pages' policy refuses. */
async function axe(page: Page, only: readonly string[] | undefined): Promise<string[]> {
  source ??= readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const loaded = await page.evaluate(() => "axe" in window);
  if (!loaded) await page.evaluate(await source);
  return page.evaluate(async (only) => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({
      resultTypes: ["violations"],
      ...(only ? { runOnly: only } : {}),
    });
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes
          .slice(0, 3)
          .map(({ target, html }) => `${JSON.stringify(target)} ${html.slice(0, 160)}`)
          .join(" and ")}`,
    );
  }, only);
}
