import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, bundle, openBrowser, openPage } from "../../../testing/browser.ts";
import { csvOf } from "./csv.ts";
import { nearest, spread, ticks } from "./scale.ts";

describe("an axis", () => {
  it("ends at the first round number that holds everything", () => {
    expect(ticks(870)).toEqual([0, 250, 500, 750, 1000]);
    expect(ticks(4)).toEqual([0, 1, 2, 3, 4]);
    expect(ticks(0.3)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticks(123_456).at(-1)).toBe(150_000);
    expect(ticks(0)).toEqual([0, 1]);
  });

  it("names no more places than fit", () => {
    expect(spread(5, 10)).toEqual([0, 1, 2, 3, 4]);
    expect(spread(10, 4)).toEqual([0, 3, 6, 9]);
    expect(spread(3, 0)).toEqual([0]);
  });

  it("finds the value under a pointer", () => {
    expect([0, 24, 26, 100, 140, -9].map((x) => nearest(x, 100, 3))).toEqual([0, 0, 1, 2, 2, 0]);
    expect(nearest(50, 100, 1)).toBe(0);
  });
});

describe("a file of a chart", () => {
  it("quotes what would break it and disarms formulas, but leaves numbers alone", () => {
    const rows = [
      ["Resource", "Revenue"],
      ['Kayak "Sea", two', -12.5],
      ["=HYPERLINK(1)", null],
    ];
    expect(csvOf(rows)).toBe('Resource,Revenue\r\n"Kayak ""Sea"", two",-12.5\r\n\'=HYPERLINK(1),\r\n');
  });
});

/** A card with each kind of chart, as a page of the portal draws them. */
const drawn = `
  import { define } from "../../../kit/index.ts";
  import { en } from "../../strings/en.ts";
  import { Bars } from "./bars.tsx";
  import { ChartCard } from "./chart-card.tsx";
  import { HeatStrip } from "./heat-strip.tsx";
  import { Line } from "./line.tsx";
  const rows = [{ key: "a", label: "Kayak", value: 30, text: "$30" }, { key: "b", label: "=Bike", value: 0, text: "$0" }];
  const columns = [{ label: "Resource", text: (row) => row.label }, { label: "Revenue", text: (row) => row.text, value: (row) => row.value, end: true }];
  define("x-charts", { setup: () => undefined, strings: { en }, styles: ":host { background: var(--foyer-surface); }", view: () => (
    <div>
      <ChartCard title="Bars" note="Of money" columns={columns} rows={rows} file="bars"><Bars label="Bars" bars={rows} /></ChartCard>
      <ChartCard title="Course" columns={columns} rows={rows} file="course"><Line label="Course" points={rows} text={(value) => "$" + value} /></ChartCard>
      <ChartCard title="Times" columns={columns} rows={undefined} file="times"><HeatStrip label="Times" cells={rows} least={40} /></ChartCard>
    </div>
  ) });
`;

describe("a chart", { timeout: 15_000 }, () => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    [browser, script] = await Promise.all([openBrowser(), bundle(drawn, import.meta.url)]);
  });
  afterAll(() => browser.close());

  it.each(["light", "dark"] as const)(
    "tells its values in words, and is a table and a file as well, %s",
    async (colorScheme) => {
      const html = "<h1>Reports</h1><x-charts></x-charts>";
      const page = await openPage(browser, { html, script, colorScheme, viewport: { width: 390, height: 800 } });
      page.setDefaultTimeout(5_000);
      await page.getByRole("img", { name: "Course. Kayak: $30" }).waitFor();
      expect(await page.getByRole("list", { name: "Bars" }).textContent()).toBe("Kayak$30=Bike$0");
      expect(await page.getByRole("list", { name: "Times" }).textContent()).toBe("Kayak$30=Bike$0");
      expect(await axe(page)).toEqual([]);
      await page.getByRole("button", { name: "Show Course as a table" }).click();
      expect(await page.getByRole("row").allInnerTexts()).toEqual(["Resource\tRevenue", "Kayak\t$30", "=Bike\t$0"]);
      expect(await axe(page)).toEqual([]);
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Download Bars as CSV" }).click(),
      ]);
      expect(file.suggestedFilename()).toBe("bars.csv");
      const chunks: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
      expect(Buffer.concat(chunks).toString()).toBe("Resource,Revenue\r\nKayak,30\r\n'=Bike,0\r\n");
      expect(await page.getByRole("button", { name: "Download Times as CSV" }).isDisabled()).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await page.close();
    },
  );
});
