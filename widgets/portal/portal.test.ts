import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, type Foyer } from "../../sdk/index.ts";
import { axe } from "../testing/browser.ts";
import { startPortal, type TestPortal } from "./testing/portal.ts";

let portal: TestPortal;
let run: TestPortal["run"];
let context: BrowserContext;
let staff: Foyer;

beforeAll(async () => {
  portal = await startPortal();
  ({ run, staff } = portal);
  context = await portal.context();
});

afterAll(() => portal?.close());

const open = (path: string, where = context): Promise<Page> => portal.open(path, where);
const signIn: TestPortal["signIn"] = (...given) => portal.signIn(...given);
const newContext = ({ width = 1280 } = {}) => portal.context({ viewport: { width, height: 800 } });

async function visitor(name: string): Promise<Foyer> {
  const website = createClient({ key: run.keys.publishable, baseUrl: run.origin });
  const { token } = await website.visitors.create({}, { headers: { origin: run.origin } });
  const client = createClient({ token, baseUrl: run.origin });
  await client.conversations.create({
    contact: { name, email: `${name.toLowerCase()}@example.com` },
    message: { client_msg_id: "1", text: `It is ${name} here` },
  });
  return client;
}

describe("the portal", () => {
  it("has nothing that axe objects to, from the sign-in on, and says when the password is wrong", async () => {
    const page = await open("/contacts");
    await page.waitForSelector("[name=email]");
    expect(await axe(page)).toEqual([]);
    await signIn(page, run.portal.email, "not it");
    await page.waitForSelector("[role=alert]");
    expect(await page.textContent("[role=alert]")).toContain("not right");
    await signIn(page);
    // The address asked for is where one comes out.
    await page.waitForSelector(".p-main h1");
    expect(await page.textContent("h1")).toBe("Contacts");
    await page.close();
  });

  it("keeps no token where scripts could read it, and takes several tabs up at once", async () => {
    const pages = await Promise.all([open("/"), open("/tickets"), open("/inbox")]);
    for (const page of pages) await page.waitForSelector(".p-desk");
    const kept = await pages[0]?.evaluate(
      () => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie,
    );
    expect(kept).not.toMatch(/eyJ|token/);
    await Promise.all(pages.map((page) => page.reload()));
    for (const page of pages) await page.waitForSelector(".p-desk");
    await Promise.all(pages.map((page) => page.close()));
  });

  it("shows a conversation as it starts, answers it, and keeps notes within the team", async () => {
    const page = await open("/inbox");
    await page.waitForSelector(".p-inbox-rows");
    await page.waitForSelector(".p-connection:not(.p-lost)");
    const nadia = await visitor("Nadia");
    await page.click(".p-inbox-row >> text=Nadia");
    await page.waitForSelector(".p-bubble >> text=It is Nadia here");
    await page.fill(".p-composer textarea", "Good to hear from you");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector(".p-said-staff:not(.p-said-faded) >> text=Good to hear from you");
    await page.click(".p-composer-kind >> text=Internal note");
    await page.fill(".p-composer textarea", "She is a regular");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector(".p-said-note:not(.p-said-faded) >> text=She is a regular");
    expect(await axe(page)).toEqual([]);
    const [conversation] = (await nadia.conversations.list()).data;
    const said = (await nadia.messages.list(conversation?.id ?? "")).data.map((message) => message.text);
    expect(said).toEqual(["It is Nadia here", "Good to hear from you"]);
    expect(conversation?.staff_read_seq).toBeGreaterThan(0);
    await page.close();
  });

  it("raises a ticket by keyboard, moves through the list, and changes its status", async () => {
    const page = await open("/tickets");
    await page.waitForSelector(".p-table-box");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("new ticket");
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open] input");
    await page.keyboard.type("The door sticks");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Since Monday.");
    await page.click("dialog[open] .f-dialog-actions .f-primary");
    await page.waitForSelector(".p-pane >> text=Since Monday.");
    await page.click(".p-facts button >> text=Open");
    await page.click("[role=menuitemradio] >> text=In progress");
    await page.waitForSelector(".p-table tr.p-open >> text=In progress");
    const [ticket] = (await staff.tickets.list()).data;
    expect(ticket).toMatchObject({ subject: "The door sticks", status: "in_progress" });
    await page.focus(".p-pane");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".p-pane", { state: "detached" });
    expect(page.url()).toBe(`${run.origin}/portal/tickets`);
    await page.focus(".p-row-link");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".p-pane");
    await page.close();
  });

  it("keeps what was typed when somebody else changed the contact meanwhile", async () => {
    const contact = await staff.contacts.create({ name: "Omar", email: "omar@example.com" });
    const page = await open(`/contacts/${contact.id}`);
    await page.waitForSelector(".p-pane textarea");
    await page.fill(".p-pane textarea", "Likes the corner table");
    await staff.contacts.update(contact.id, { version: contact.version, phone: "+34600100200" });
    await page.waitForSelector(".p-contacts-conflict");
    expect(await page.inputValue(".p-pane textarea")).toBe("Likes the corner table");
    await page.click(".p-pane-bottom .f-primary");
    await page.waitForSelector(".f-toast");
    expect(await staff.contacts.retrieve(contact.id)).toMatchObject({
      notes: "Likes the corner table",
      phone: "+34600100200",
    });
    await page.close();
  });

  it("lets nobody with a temporary password do anything but choose another, and shows a role only its pages", async () => {
    const owner = createClient({ baseUrl: run.origin });
    const { access_token } = await owner.auth.sign_in({
      email: run.portal.email,
      password: run.portal.password,
    });
    const made = await owner.members.create(
      { name: "Vera Viewer", email: "vera@example.com", role: "viewer" },
      { token: access_token },
    );
    const own = await newContext({ width: 390 });
    const page = await open("/", own);
    await signIn(page, "vera@example.com", made.temporary_password ?? "");
    await page.waitForSelector("[autocomplete=new-password]");
    await page.fill("[autocomplete=new-password]", "short");
    await page.click("button[type=submit]");
    await page.waitForSelector(".f-error");
    await page.fill("[autocomplete=new-password]", "4 quiet wooden Boats!");
    await page.click("button[type=submit]");
    await page.waitForSelector(".p-desk");
    await page.waitForSelector(".p-bar");
    expect(await axe(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(390);
    await page.goto(`${run.origin}/portal/developers`);
    await page.waitForSelector("text=Not part of your role");
    await own.close();
  });

  it("leaves every tab when one signs out", async () => {
    const own = await newContext();
    const one = await open("/", own);
    await signIn(one);
    await one.waitForSelector(".p-desk");
    const other = await open("/tickets", own);
    await other.waitForSelector(".p-desk");
    await one.click(".p-account button");
    await one.click("[role=menuitem] >> text=Sign out");
    await other.waitForSelector("[name=email]");
    await other.reload();
    await other.waitForSelector("[name=email]");
    await own.close();
  });
});
