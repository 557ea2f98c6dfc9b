import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axe } from "../../../testing/browser.ts";
import { startPortal, type TestPortal } from "../../testing/portal.ts";

let portal: TestPortal;
let page: Page;

beforeAll(async () => {
  portal = await startPortal();
  await portal.staff.venues.create({
    name: "Alpine hut",
    time_zone: "Europe/Berlin",
    hours: (["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const).map((day) => ({
      day,
      from: "00:00",
      to: "24:00",
    })),
  });
  page = await portal.open("/resources/new", await portal.context());
  page.setDefaultTimeout(6000);
  await portal.signIn(page);
});

afterAll(() => portal?.close());

const part = (name: string) => page.getByRole("navigation", { name: /^Parts of/ }).getByRole("link", { name });
const section = (name: string) => page.getByRole("region", { name, exact: true });
const cabins = async () =>
  (await portal.staff.resources.list()).data.filter(({ name }) => name.startsWith("Lake cabin"));
const days = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

it("makes a rental by the night, with a season and a price of its own at weekends", async () => {
  await page.getByRole("textbox", { name: "Name", exact: true }).waitFor();
  await page.getByRole("button", { name: "Add resource" }).click();
  // Nothing was said yet: the field that is needed says so, and has the focus.
  expect(await page.getByRole("textbox", { name: "Name", exact: true }).getAttribute("aria-invalid")).toBe("true");
  await page.keyboard.type("Lake cabin");
  await page.getByLabel("Kind").selectOption("rental");

  await part("Time").click();
  await page.getByLabel("How long").selectOption("night");
  await page.getByLabel("Fewest nights").fill("two");
  await section("Seasons").getByRole("button", { name: "Add season" }).click();
  // What was added is open, with the focus in its first field.
  await page.keyboard.type("Winter");
  await section("Seasons").getByLabel("First day").fill(days(0));
  await section("Seasons").getByLabel("Last day").fill(days(60));

  await part("Prices").click();
  await page.getByRole("textbox", { name: "Price a night" }).fill("120");
  await page.getByLabel("Is for").selectOption("booking");
  await section("Variants").getByRole("button", { name: "Add variant" }).click();
  await page.keyboard.type("With sauna");
  await section("Variants").getByLabel("Price, USD").fill("150");
  await section("Price rules").getByRole("button", { name: "Add rule" }).click();
  await page.keyboard.type("With sauna, from five nights");
  await section("Price rules")
    .getByRole("button", { name: /Add condition/ })
    .click();
  await page.getByRole("menuitem", { name: "Variant" }).click();
  await section("Price rules").getByRole("button", { name: "Remove: Days of the week" }).click();
  await section("Price rules").getByLabel("Percent").fill("-10");

  // What is wrong is in another part: it opens, and the field says what to do.
  await page.getByRole("button", { name: "Add resource" }).click();
  await page.getByText("Enter a number, digits alone.").waitFor();
  expect(page.url()).toMatch(/\/new\/time$/);
  await page.getByLabel("Fewest nights").fill("2");
  await page.getByRole("button", { name: "Add resource" }).click();
  await page.getByText("Lake cabin added").waitFor();

  expect(await cabins()).toMatchObject([
    {
      kind: "rental",
      length_unit: "night",
      min_length: 2,
      max_length: 14,
      check_in: "15:00",
      price: 12_000,
      seasons: [{ name: "Winter", from: days(0), to: days(60) }],
      variants: [{ id: "with_sauna", name: "With sauna", price: 15_000 }],
      price_rules: [{ when: { variant_ids: ["with_sauna"] }, change: { kind: "percent", value: -10 } }],
    },
  ]);
});

it("shows what is offered, what it costs and why", async () => {
  const preview = page.getByRole("region", { name: "What visitors can book" });
  await preview.getByLabel("First day").fill(days(5));
  await preview.getByLabel("Variant").selectOption("with_sauna");
  await preview.getByRole("button", { name: /3:00/ }).first().click();
  await preview.getByText("It can be booked").waitFor();
  // Two nights at 150, less a tenth, and the company's 5.5 percent of tax.
  await preview.getByRole("row", { name: /Total.*284\.85/ }).waitFor();

  await preview.getByLabel("Date", { exact: true }).fill(days(400));
  await preview.getByRole("button", { name: "Ask" }).click();
  await preview.getByText("It cannot be booked").waitFor();
  await preview.getByText("It is too far ahead").waitFor();
  await preview.getByText("Nothing starts at that time").waitFor();
  expect(await axe(page)).toEqual([]);
});

it("shows a refusal of the service at its field", async () => {
  await part("Places").click();
  await page.getByLabel("Largest party").fill("9");
  await page.getByText("Preview after save.").waitFor();
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByText("max_party must not be more than capacity.").waitFor();
  expect(await page.getByLabel("Largest party").getAttribute("aria-invalid")).toBe("true");
  await page.getByRole("button", { name: "Discard" }).click();
  expect(await page.getByLabel("Largest party").inputValue()).toBe("1");
});

it("is copied as a template, which is never offered", async () => {
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Save as template" }).click();
  await page.getByText("Lake cabin is a template now").waitFor();
  await page.getByRole("button", { name: "Back to resources" }).click();
  await page.getByRole("button", { name: "From template" }).click();
  await page.getByRole("menuitem", { name: "Lake cabin" }).click();
  await page.waitForURL(/resources\/res_/);
  const made = await cabins();
  expect(made.map(({ template }) => template).sort()).toEqual([false, false, true]);
  expect(new Set(made.map(({ price }) => price))).toEqual(new Set([12_000]));
});
