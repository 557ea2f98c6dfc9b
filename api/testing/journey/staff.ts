import type { BrowserContext, Page } from "playwright-core";
import type { FirstRun } from "../../runtime/first-run.ts";
import { until } from "./until.ts";
import { agree, textOf } from "./visitor.ts";

/** A tab of the portal that has been open all the time: what it shows arrived live. */
export interface Tab {
  page: Page;
  /** Throws when the page was loaded again. */
  untouched(): Promise<void>;
}

const mark = "journey: this page was not loaded again";

export async function signIn(page: Page, portal: FirstRun["portal"]): Promise<void> {
  await page.getByRole("textbox", { name: "Email" }).fill(portal.email);
  await page.getByRole("textbox", { name: "Password" }).fill(portal.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Main" }).waitFor();
}

/** Opens a page of the portal for somebody who is signed in, and waits until it follows what happens. */
export async function openTab(context: BrowserContext, url: string, heading: string): Promise<Tab> {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
  await page
    .getByRole("status")
    .filter({ hasText: /^Live$/ })
    .waitFor();
  await page.evaluate((text) => Object.assign(window, { journey: text }), mark);
  return {
    page,
    async untouched() {
      const found = await page.evaluate(() => (window as { journey?: string }).journey);
      if (found !== mark) throw new Error(`${page.url()} was loaded again.`);
    },
  };
}

export const inboxThread = (page: Page) => page.getByRole("log", { name: /^Conversation with/ });

/** What stands in the open conversation, from the first message to the last. */
export const read = (page: Page) => inboxThread(page).locator(".p-bubble").allTextContents();

/** Waits until the conversation says exactly this, in this order, with nothing on its way any more. */
export async function reads(page: Page, texts: readonly string[]): Promise<void> {
  await agree("the inbox", () => read(page), texts);
  await until("everything that staff said has arrived", async () => {
    const log = await textOf(inboxThread(page));
    return !/ Sending| Not sent:/.test(log);
  });
}

export async function answer(page: Page, text: string): Promise<void> {
  const box = page.getByRole("textbox", { name: /^Reply to/ });
  await box.fill(text);
  await box.press("ControlOrMeta+Enter");
}
