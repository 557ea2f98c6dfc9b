import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Diary } from "./diary.ts";

let source: Promise<string> | undefined;

interface Axe {
  run(options: object): Promise<{ violations: { id: string; help: string; nodes: { target: unknown; html: string }[] }[] }>;
}

export type Look = (page: Page, name: string, options?: { dark?: boolean; narrow?: boolean }) => Promise<void>;

/**
 * Looks at a page as it stands: axe must find nothing, in light and, where asked, in dark; nothing may be wider than a
 * phone. With `pictures` everything is photographed.
 */
export function looker(diary: Diary, pictures: boolean): Look {
  return async (page, name, { dark = false, narrow = false } = {}) => {
    const size = page.viewportSize();
    for (const colorScheme of dark ? (["light", "dark"] as const) : (["light"] as const)) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await settled(page);
      for (const found of await axe(page)) diary.complain(`axe on ${name}, ${colorScheme}: ${found}`);
      if (pictures) await photograph(page, `${name}-${colorScheme}`);
      if (!narrow || !size) continue;
      await page.setViewportSize({ width: 390, height: 844 });
      await settled(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) diary.complain(`${name} is ${over} px wider than a phone`);
      if (colorScheme === "light") {
        for (const found of await axe(page)) diary.complain(`axe on ${name}, narrow: ${found}`);
      }
      if (pictures) await photograph(page, `${name}-${colorScheme}-narrow`);
      await page.setViewportSize(size);
    }
    await page.emulateMedia({ colorScheme: "light", reducedMotion: null });
  };

  async function photograph(page: Page, name: string) {
    await page.screenshot({ path: join(await diary.folder(), `${name.replace(/\W+/g, "-")}.png`) });
  }
}

/** Two frames after the last change of what is shown: styles are computed, transitions without motion are over. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    await Promise.all(document.getAnimations().map((one) => (one.effect?.getTiming().iterations === Infinity ? 0 : one.finished.catch(() => 0))));
  });
}

/** Injected by the debugger, not by a script tag, which our pages' policy refuses. */
async function axe(page: Page): Promise<string[]> {
  source ??= readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const loaded = await page.evaluate(() => "axe" in window);
  if (!loaded) await page.evaluate(await source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({ resultTypes: ["violations"] });
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.slice(0, 3).map(({ target, html }) => `${JSON.stringify(target)} ${html.slice(0, 160)}`).join(" and ")}`,
    );
  });
}
