import type { BrowserContext, Page } from "playwright-core";
import { launch } from "../chromium.ts";
import { type Api, apiOf } from "./api.ts";
import { type Customer, newCustomer } from "./customer.ts";
import { type Diary, openDiary } from "./diary.ts";
import { type Look, looker } from "./look.ts";
import { type Receiver, startReceiver } from "./receiver.ts";
import { type RuntimeName, type Service, startService } from "./service.ts";
import { openTab, signIn, type Tab } from "./staff.ts";
import { bookAndMove, raise, talk } from "./story.ts";
import { tour } from "./tour.ts";
import { until } from "./until.ts";

/** Everything that a journey has at hand. */
export interface World {
  service: Service;
  diary: Diary;
  look: Look;
  api: Api;
  visitor: { context: BrowserContext; page: Page };
  staff: { context: BrowserContext; bookings: Tab; inbox: Tab; tickets: Tab };
}

export interface JourneyOptions {
  /** Photographs every page that is looked at. */
  pictures?: boolean;
  say?: (line: string) => void;
}

/**
 * The whole product, once through, in a real browser against a real runtime. Throws at the step that fails, or in the
 * end when something was wrong on the way that did not stop it.
 */
export async function journey(name: RuntimeName, { pictures = false, say = console.log }: JourneyOptions = {}) {
  const began = performance.now();
  const browser = await launch();
  const diary = openDiary(browser, name, say);
  const receiver = await startReceiver();
  const packed = newCustomer();
  // Awaited far below; until then its failure must not end the process.
  packed.catch(() => {});
  let service: Service | undefined;
  try {
    service = await diary.step("the runtime starts on an empty folder", () => startService(name));
    await travel(service, diary, receiver, packed, looker(diary, pictures));
  } catch (error) {
    if (service?.output()) say(service.output());
    throw error;
  } finally {
    await Promise.allSettled([browser.close(), receiver.close(), packed.then((one) => one.remove())]);
    await service?.stop();
  }
  if (pictures) say(`       pictures in ${await diary.folder()}`);
  if (diary.complaints.length) throw new Error(`${name}: on the way:\n${[...new Set(diary.complaints)].join("\n")}`);
  say(`ok     ${name.padEnd(8)} ${Math.round((performance.now() - began) / 1000)} s in all`);
}

async function travel(service: Service, diary: Diary, receiver: Receiver, packed: Promise<Customer>, look: Look) {
  const { firstRun, origin } = service;
  const api = apiOf(service);
  const start = await diary.step("a webhook endpoint is registered", async () => {
    const body = { url: receiver.url, events: [] };
    const { secret } = await api<{ secret: string }>("POST", "/webhook-endpoints", body);
    receiver.trust(secret);
    const { next_cursor } = await api<{ next_cursor: string }>("GET", "/events?after=latest&limit=1");
    return next_cursor;
  });

  const desk = await diary.person("staff");
  const door = await desk.newPage();
  await diary.step("staff comes to the portal", async () => {
    await door.goto(firstRun.portal.url);
    await door.getByRole("heading", { name: "Sign in" }).waitFor();
  });
  await look(door, "portal sign-in");
  const staff = await diary.step("staff signs in and opens three pages of the portal", async () => {
    await signIn(door, firstRun.portal);
    await door.close();
    const open = (path: string, title: string) => openTab(desk, `${origin}/portal/${path}`, title);
    const bookings = await open("bookings", "Bookings");
    const inbox = await open("inbox", "Inbox");
    return { context: desk, bookings, inbox, tickets: await open("tickets", "Tickets") };
  });

  const context = await diary.person("visitor");
  const page = await context.newPage();
  await diary.step("a visitor comes to the demo site", async () => {
    await page.goto(`${origin}/demo`);
    await page.getByRole("button", { name: "Open chat" }).waitFor();
  });
  await look(page, "demo site");

  const world: World = { service, diary, look, api, visitor: { context, page }, staff };
  const booked = await bookAndMove(world);
  await talk(world);
  const ticket = await raise(world);
  await diary.step("no page of the portal was loaded again", async () => {
    for (const tab of [staff.bookings, staff.inbox, staff.tickets]) await tab.untouched();
  });

  const outcome = await diary.step("a program with the packed SDK lists, books and cancels", async () => {
    const customer = await packed;
    const done = await customer.run(service, firstRun.resources[0] ?? "");
    if (!done.listed || done.status !== "cancelled") throw new Error(`It came to ${JSON.stringify(done)}`);
    return done;
  });

  await tour(world, { manageUrl: booked.manageUrl, trackingUrl: ticket.trackingUrl });
  await diary.step("every event reached the webhook, signed", () =>
    arrivals(api, receiver, start, [booked.reference, outcome.reference]),
  );
}

interface Event {
  id: string;
  type: string;
  data: { reference?: string };
}

/** What a journey causes; each at least once. */
const caused = [
  "booking.created",
  "booking.updated",
  "booking.cancelled",
  "contact.created",
  "conversation.created",
  "message.created",
  "media.uploaded",
  "ticket.created",
  "ticket.replied",
];

/** Every event of the log since `start` must have been delivered, and those that the journey caused be among them. */
async function arrivals(api: Api, receiver: Receiver, start: string, references: string[]): Promise<void> {
  const events: Event[] = [];
  for (let after = start, more = true; more; ) {
    const page = await api<{ data: Event[]; has_more: boolean; next_cursor: string }>(
      "GET",
      `/events?after=${after}&limit=200`,
    );
    events.push(...page.data);
    more = page.has_more;
    after = page.next_cursor;
  }
  const absent = caused.filter((type) => !events.some((event) => event.type === type));
  if (absent.length) throw new Error(`The log has no ${absent.join(", ")}`);
  for (const reference of references) {
    if (!events.some(({ type, data }) => type === "booking.created" && data.reference === reference))
      throw new Error(`The log has no booking.created of ${reference}`);
  }
  const missing = () => events.filter(({ id, type }) => !receiver.events(type).has(id));
  try {
    // What was under way as the service fell is tried again once its lease, a minute, ran out.
    await until("every event has been delivered", () => missing().length === 0, 120_000);
  } catch (error) {
    const list = missing().map(({ id, type }) => `${type} ${id}`);
    throw new Error(`Of ${events.length} events these did not arrive: ${list.join(", ")}`, { cause: error });
  }
  if (receiver.refused.length) throw new Error(`Signatures were wrong: ${receiver.refused.join("; ")}`);
}
