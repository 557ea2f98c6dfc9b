import type { BrowserContext, Locator, Page } from "playwright-core";
import { until } from "./until.ts";

export interface Booked {
  reference: string;
  manageUrl: string;
}

/** Somebody who visits the demo site. */
export const guest = { name: "Ada Nordström", email: "ada.nordstrom@example.com", phone: "+12075550177" };

export const bookingOn = (page: Page) => page.locator("foyer-booking");
export const chatOn = (page: Page) => page.locator("foyer-chat");
export const ticketOn = (page: Page) => page.locator("foyer-ticket");

/** Chooses what, and waits until its free times are there. */
export async function chooseResource(page: Page, resource: string): Promise<void> {
  const widget = bookingOn(page);
  await widget.scrollIntoViewIfNeeded();
  await widget.getByRole("button", { name: resource }).click();
  await slots(widget).first().waitFor();
}

const slots = (widget: Locator) => widget.getByRole("list").getByRole("button", { name: /^\d{1,2}:\d{2}/ });

/** Takes the last time of the day that is shown: far enough away for everything that follows. */
export async function chooseTime(page: Page): Promise<void> {
  const widget = bookingOn(page);
  await slots(widget).last().click();
  await widget.getByRole("heading", { name: "Your details" }).waitFor();
}

export async function enterDetails(page: Page): Promise<void> {
  const widget = bookingOn(page);
  await widget.getByRole("textbox", { name: "Name" }).fill(guest.name);
  await widget.getByRole("textbox", { name: "Email" }).fill(guest.email);
  await widget.getByRole("textbox", { name: /^Phone/ }).fill(guest.phone);
  await widget.getByRole("checkbox", { name: "I agree to the terms of service." }).check();
}

export async function confirm(page: Page): Promise<Booked> {
  const widget = bookingOn(page);
  await widget.getByRole("button", { name: "Book", exact: true }).click();
  await widget.getByRole("heading", { name: "You are booked" }).waitFor();
  const text = await textOf(widget.getByText(/^Reference /));
  const manageUrl = await widget.getByRole("link", { name: "Change or cancel" }).getAttribute("href");
  return { reference: text.replace("Reference ", ""), manageUrl: manageUrl ?? "" };
}

export async function openChat(page: Page): Promise<void> {
  const chat = chatOn(page);
  await chat.getByRole("button", { name: /^Open chat/ }).click();
  await chat.getByRole("button", { name: "Start a conversation" }).click();
  await chat.getByRole("textbox", { name: "Message" }).waitFor();
}

export async function say(page: Page, text: string): Promise<void> {
  const box = chatOn(page).getByRole("textbox", { name: "Message" });
  await box.fill(text);
  await box.press("Enter");
}

export const textOf = async (where: Locator) => (await where.textContent())?.trim() ?? "";

/** What stands in the chat, from the first message to the last. */
export const said = (page: Page) => chatOn(page).getByRole("log").locator(".bubble").allTextContents();

/** Waits until the chat says exactly this, in this order, with nothing on its way any more. */
export async function hears(page: Page, texts: readonly string[]): Promise<void> {
  await agree("the visitor's chat", () => said(page), texts);
  await until("everything the visitor said has arrived", async () => {
    const log = await textOf(chatOn(page).getByRole("log"));
    return !/Sending|Waiting for a connection|Could not be sent/.test(log);
  });
}

/** Waits until a list is the expected one, and shows both when it does not become so. */
export async function agree(what: string, ask: () => Promise<string[]>, expected: readonly string[]): Promise<void> {
  let last: string[] = [];
  try {
    await until(`${what} says what was said`, async () => {
      last = await ask();
      return JSON.stringify(last) === JSON.stringify(expected);
    });
  } catch (error) {
    throw new Error(`${what} says\n  ${last.join("\n  ")}\nand not\n  ${expected.join("\n  ")}`, { cause: error });
  }
}

/** A screenshot on the real clipboard, pasted by the keyboard. */
async function paste(context: BrowserContext, page: Page, into: Locator, png: Buffer): Promise<void> {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = new Blob([bytes], { type: "image/png" });
    await navigator.clipboard.write([new ClipboardItem({ "image/png": image })]);
  }, png.toString("base64"));
  await into.focus();
  await page.keyboard.press("ControlOrMeta+V");
}

export interface Draft {
  subject: string;
  description: string;
}

export async function writeTicket(context: BrowserContext, page: Page, draft: Draft): Promise<void> {
  const widget = ticketOn(page);
  await widget.scrollIntoViewIfNeeded();
  await widget.getByRole("radio", { name: "A problem" }).check({ force: true });
  await widget.getByRole("textbox", { name: "Subject" }).fill(draft.subject);
  const description = widget.getByRole("textbox", { name: "Tell us more" });
  await description.fill(draft.description);
  await paste(context, page, description, await page.screenshot());
  await widget.getByRole("button", { name: /^Remove .*png/ }).waitFor();
}

/** Sends it, and answers with its number. */
export async function sendTicket(page: Page): Promise<{ number: string; trackingUrl: string }> {
  const widget = ticketOn(page);
  const email = widget.getByRole("textbox", { name: "E-mail" });
  if (await email.isVisible()) await email.fill(guest.email);
  await widget.getByRole("button", { name: "Send ticket" }).click();
  await widget.getByRole("heading", { name: "Thank you, we have it" }).waitFor();
  const number = await textOf(widget.getByText(/^#\d+$/));
  const trackingUrl = await widget.getByRole("textbox", { name: "Tracking link" }).inputValue();
  return { number, trackingUrl };
}

/** Goes on to the ticket's thread in the same widget. */
export async function seeTicket(page: Page): Promise<void> {
  const widget = ticketOn(page);
  await widget.getByRole("button", { name: "See the ticket" }).click();
  await widget.getByRole("article").getByRole("listitem").first().waitFor();
}

/** True when the picture in a list of what was said is really there. */
export function showsPicture(where: Locator): Promise<true> {
  const image = where.getByRole("img", { name: /png/ }).first();
  return until("the screenshot is shown", async () => {
    if (!(await image.isVisible())) return false;
    return image.evaluate((node) => (node as HTMLImageElement).naturalWidth > 600);
  });
}
