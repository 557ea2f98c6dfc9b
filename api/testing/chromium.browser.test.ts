import { afterEach, expect, test, vi } from "vitest";
import { chromiumPath, launch } from "./chromium.ts";

afterEach(() => vi.unstubAllEnvs());

test("the browser starts, renders and closes", async () => {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.setContent("<h1>Foyer</h1>");
    expect(await page.getByRole("heading").textContent()).toBe("Foyer");
  } finally {
    await browser.close();
  }
});

test("a wrong CHROME_PATH is named", async () => {
  vi.stubEnv("CHROME_PATH", "/no/such/browser");
  await expect(chromiumPath()).rejects.toThrow("CHROME_PATH is /no/such/browser");
});
