import type { Page } from "playwright-core";
import type { World } from "./journey.ts";
import { until } from "./until.ts";
import { guest } from "./visitor.ts";

/** Pages of the portal with their headings. */
const portal = [
  ["", /^Good /],
  ["inbox", "Inbox"],
  ["today", "Today"],
  ["calendar", /./],
  ["bookings", "Bookings"],
  ["waitlist", /./],
  ["tickets", "Tickets"],
  ["contacts", "Contacts"],
  ["resources", "Resources"],
  ["venues", "Venues"],
  ["promotions", /./],
  ["staff", "Staff and closures"],
  ["staff/closures", "Staff and closures"],
  ["staff/calendars", "Staff and closures"],
  ["reports", "Reports"],
  ["developers", "Developers"],
  ["developers/webhooks", "Developers"],
  ["developers/events", "Developers"],
  ["settings", "Settings"],
  ["settings/members", "Settings"],
  ["notifications", "Notifications"],
] as const;

interface Links {
  manageUrl: string;
  trackingUrl: string;
}

/** Goes through every page that was not on the way, and looks at it. */
export async function tour({ diary, look, service, staff, visitor }: World, links: Links): Promise<void> {
  const { origin } = service;
  const desk = await staff.context.newPage();
  for (const [path, heading] of portal) {
    await diary.step(`/portal/${path} opens`, async () => {
      await desk.goto(`${origin}/portal/${path}`);
      await desk.getByRole("heading", { name: heading, level: 1 }).first().waitFor();
      await loaded(desk);
    });
    await look(desk, `portal ${path || "home"}`);
  }
  // Workers send their mail, so there is nothing to look into.
  if (service.name === "node") {
    await diary.step("the mails to the visitor are in the mailbox", async () => {
      await desk.goto(`${origin}/portal/mailbox`);
      const mails = desk.getByRole("row").filter({ hasText: guest.email });
      for (const about of ["Confirmed: Electric bike", "We have received your request", "Re: The page jumps"])
        await mails.filter({ hasText: about }).first().waitFor();
    });
    await look(desk, "portal mailbox");
  }
  await desk.close();

  const page = await visitor.context.newPage();
  const open = (url: string, role: "button" | "textbox" | "heading", name?: string) =>
    diary.step(`${new URL(url, origin).pathname.split("/").slice(0, 3).join("/").slice(0, 20)} opens`, async () => {
      await page.goto(new URL(url, origin).href);
      await page
        .getByRole(role, name ? { name } : {})
        .first()
        .waitFor();
    });
  await open(links.manageUrl, "button", "Cancel booking");
  await look(page, "manage");
  await page.getByRole("button", { name: "Cancel booking" }).click();
  await page.getByRole("dialog").waitFor();
  await look(page, "manage cancelling");
  await open(links.trackingUrl, "textbox", "Your reply");
  await look(page, "track");
  await open("/docs/api", "heading");
  await shorten(page);
  await look(page, "docs api");
  await page.close();
}

/** Leaves a few of each kind: all are made by the same few functions, and axe would take a minute for every one. */
function shorten(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const kind of ["section.operation:not(.event)", "section.event", "section.schema"])
      for (const one of [...document.querySelectorAll(kind)].slice(12)) one.remove();
  });
}

/** Nothing on the page is still on its way. */
function loaded(page: Page): Promise<true> {
  return until(`${page.url()} is loaded`, async () => (await page.locator("[aria-busy=true]").count()) === 0);
}
