import { expect, onTestFinished, test } from "vitest";
import { launch } from "../../api/testing/chromium.ts";
import { bundle, expected, probed } from "./runtime.ts";

test("works in a page", async () => {
  const script = await bundle("window.found = probe(location.origin);");
  const browser = await launch();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(await probed(`<!doctype html><script type="module">${script}</script>`));
  expect(await page.evaluate("window.found")).toEqual(expected);
});
