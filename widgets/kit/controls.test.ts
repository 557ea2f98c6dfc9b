import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { axe, bundle, openBrowser, openPage, type PageOptions } from "../testing/browser.ts";

const source = `
import { useState } from "preact/hooks";
import * as kit from "./index.ts";
import * as icons from "./icons.ts";
const { Avatar, Badge, Button, Calendar, Checkbox, Count, Dialog, Empty, ErrorNote, Field, FileDrop, Input, List, Loading, Menu, Row, Select, Skeleton, Tabs, Textarea, Toasts, Tooltip } = kit;
const toasts = kit.createToasts();
window.heard = [];
const tell = (what) => window.heard.push(what);
let next = 0;
function View({ host }) {
  const [month, setMonth] = useState("2026-11");
  const [date, setDate] = useState("2026-11-19");
  const [open, setOpen] = useState(false);
  const [tab, setTab] = useState("a");
  const [text, setText] = useState("");
  const [files, setFiles] = useState([]);
  return <div>
    <h1>Kit</h1>
    <Calendar month={month} onMonth={setMonth} selected={date} onSelect={(to) => { tell(to); setDate(to); }} min="2026-11" max="2026-12" day={(d) => ({ disabled: d.endsWith("5"), note: d.endsWith("8") ? "3 openings" : undefined })} />
    <Field label="Email" hint="For the confirmation." error={text.includes("@") ? undefined : "Add an @."}><Input type="email" value={text} onInput={setText} /></Field>
    <Field label="Message" optional><Textarea value={text} onInput={setText} /></Field>
    <Field label="Zone"><Select value="b" onChange={tell} options={[{ value: "a", label: "A" }, { value: "b", label: "B" }]} /></Field>
    <Checkbox checked={false} onChange={tell}>Remind me</Checkbox>
    <Button variant="primary" onClick={() => setOpen(true)}>Cancel it</Button>
    <Button busy onClick={() => tell("busy")}>Saving</Button>
    <Dialog open={open} onClose={() => setOpen(false)} title="Cancel this?" actions={<Button variant="danger" onClick={() => setOpen(false)}>Yes</Button>}><p>Really.</p></Dialog>
    <Menu label="More" items={[{ label: "Edit", onSelect: () => tell("edit") }, { label: "Off", disabled: true, onSelect() {} }, { label: "Delete", danger: true, divided: true, onSelect: () => tell("delete") }]} />
    <Tabs label="Tickets" tabs={[{ id: "a", label: "Open", count: 2 }, { id: "b", label: "Closed" }]} selected={tab} onSelect={setTab}><p>Panel {tab}</p></Tabs>
    <List label="People"><Row title="Ada" detail="Hello" leading={<Avatar name="Ada Lovelace" />} trailing={<Badge tone="success">Open</Badge>} meta={<Count of={2} />} onClick={() => tell("row")} /></List>
    <Tooltip text="Shown to staff only">{(by) => <Button aria-describedby={by}>Note</Button>}</Tooltip>
    <Loading><Skeleton lines={2} /></Loading><Empty icon={icons.chat} title="Nothing yet" /><ErrorNote requestId="req_1" onRetry={() => tell("retry")} />
    <FileDrop label="Screenshots" files={files} maxFiles={2} maxBytes={10} accept={["image/*"]} onAdd={(added) => setFiles([...files, ...added.map((file) => ({ id: String(next++), name: file.name, size: file.size, source: file }))])} onRemove={(id) => setFiles(files.filter((file) => file.id !== id))} />
    <Button onClick={() => toasts.show("Moved", { undo: () => tell("undone") })}>Move</Button>
    <Toasts of={toasts} />
  </div>;
}
kit.define("foyer-kit", { view: View, styles: ".f-root{background:var(--foyer-paper)}" });
`;

describe("controls", () => {
  let browser: Browser;
  let script: string;
  /** One page for all that is pressed and typed; each test begins with nothing heard. */
  let page: Page;
  beforeAll(async () => {
    [browser, script] = await Promise.all([openBrowser(), bundle(source, import.meta.url)]);
    page = await open();
  });
  beforeEach(() =>
    page.evaluate(() => {
      (window as unknown as { heard: unknown[] }).heard = [];
    }),
  );
  afterAll(() => browser.close());

  const open = async (options: Partial<PageOptions> = {}) => {
    const page = await openPage(browser, {
      html: "<foyer-kit></foyer-kit>",
      script,
      reducedMotion: "reduce",
      ...options,
    });
    await page.getByRole("grid").waitFor();
    return page;
  };
  const heard = () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  const focused = (page: Page) =>
    page.evaluate(() => {
      const inner = document.activeElement?.shadowRoot?.activeElement;
      return (inner as HTMLElement | undefined)?.dataset.date ?? inner?.textContent;
    });

  it.each([
    ["light", { colorScheme: "light" }],
    [
      "dark, right to left, on a phone",
      { colorScheme: "dark", root: 'lang="ar" dir="rtl"', viewport: { width: 390, height: 800 } },
    ],
    ["with a pale accent", { html: '<foyer-kit accent="gold"></foyer-kit>' }],
  ] as [string, Partial<PageOptions>][])("give axe nothing to say: %s", async (_, options) => {
    const page = await open(options);
    expect(await axe(page)).toEqual([]);
  });

  it("calendar: one tab stop, arrows, Home, End and pages, and no step past its months", async () => {
    const grid = page.getByRole("grid", { name: "November 2026" });
    await grid.getByRole("button", { name: /November 19, 2026/ }).focus();
    const press = async (key: string) => {
      await page.keyboard.press(key);
      return focused(page);
    };
    expect(await grid.locator("[tabindex='0']").count()).toBe(1);
    expect(await press("ArrowRight")).toBe("2026-11-20");
    expect(await press("ArrowDown")).toBe("2026-11-27");
    expect(await press("Home")).toBe("2026-11-22");
    expect(await press("End")).toBe("2026-11-28");
    expect(await press("ArrowDown")).toBe("2026-12-05");
    expect(await press("PageDown")).toBe("2026-12-05");
    expect(await press("Enter")).toBe("2026-12-05");
    expect(await press("ArrowLeft")).toBe("2026-12-04");
    expect(await press("Enter")).toBe("2026-12-04");
    expect(await press("PageUp")).toBe("2026-11-04");
    // The 5th is not available: it can be reached and heard, not chosen.
    expect(await heard()).toEqual(["2026-12-04"]);
    expect(await page.getByRole("button", { name: "Previous month" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: /November 18, 2026, 3 openings/ }).waitFor();
  });

  it("calendar: arrows follow the eye from right to left", async () => {
    const page = await open({ root: 'lang="ar"' });
    await page.locator("[data-date='2026-11-19']").focus();
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe("2026-11-20");
  });

  it("field: label, hint and error belong to the input", async () => {
    const input = page.getByLabel("Email");
    const described = () =>
      input.evaluate((one) =>
        (one.getAttribute("aria-describedby") ?? "")
          .split(" ")
          .map((id) => (one.getRootNode() as ShadowRoot).getElementById(id)?.textContent),
      );
    expect(await described()).toEqual(["For the confirmation.", "Add an @."]);
    expect(await input.getAttribute("aria-invalid")).toBe("true");
    await input.fill("ada@example.com");
    expect(await described()).toEqual(["For the confirmation."]);
    expect(await input.getAttribute("aria-invalid")).toBeNull();
  });

  it("textarea grows with its text and stops growing", async () => {
    const area = page.getByLabel(/Message/);
    const height = async (lines: number) => {
      await area.fill("line\n".repeat(lines));
      return (await area.boundingBox())?.height ?? 0;
    };
    const [small, large, huge] = [await height(1), await height(7), await height(60)];
    expect(large).toBeGreaterThan(small + 40);
    expect(huge).toBeLessThan(300);
  });

  it("dialog: modal, read by its title, closed by Escape, focus given back", async () => {
    await page.getByRole("button", { name: "Cancel it" }).click();
    await page.getByRole("dialog", { name: "Cancel this?" }).waitFor();
    for (let step = 0; step < 5; step += 1) await page.keyboard.press("Tab");
    expect(await focused(page)).not.toBe("Cancel it");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await focused(page)).toBe("Cancel it");
  });

  it("menu: arrows skip what is off, letters find, Escape returns to the button", async () => {
    const button = page.getByRole("button", { name: "More", exact: true });
    await button.focus();
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("Edit");
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("Delete");
    await page.keyboard.press("e");
    expect(await focused(page)).toBe("Edit");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("menu").count()).toBe(0);
    expect(await button.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)).toBe(true);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    expect(await heard()).toEqual(["delete"]);
  });

  it("tabs: one tab stop, arrows select", async () => {
    await page.getByRole("tab", { name: /Open/ }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.getByRole("tabpanel", { name: "Closed" }).textContent()).toBe("Panel b");
    await page.keyboard.press("ArrowRight");
    expect(await page.getByRole("tabpanel", { name: /Open/ }).textContent()).toBe("Panel a");
  });

  it("toast: undo takes it back once and the toast goes", async () => {
    await page.getByRole("button", { name: "Move" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await heard()).toEqual(["undone"]);
    expect(await page.getByText("Moved").count()).toBe(0);
  });

  it("a busy button ignores presses", async () => {
    await page.getByRole("button", { name: "Saving" }).click({ force: true });
    expect(await heard()).toEqual([]);
  });

  it("files: chosen or pasted, previewed, refused with the reason, removed by name", async () => {
    const file = (name: string, mimeType = "image/png", size = 4) => ({ name, mimeType, buffer: Buffer.alloc(size) });
    const input = page.locator("input[type=file]");
    await input.setInputFiles([file("notes.pdf", "application/pdf")]);
    await page.getByText("notes.pdf is not a kind of file accepted here.").waitFor();
    await input.setInputFiles([file("big.png", "image/png", 11)]);
    await page.getByText(/big\.png is larger than/).waitFor();
    await input.setInputFiles([file("one.png")]);
    await page.locator("foyer-kit img[src^='blob:']").waitFor();
    await page.evaluate(() => {
      const data = new DataTransfer();
      for (const name of ["two.png", "three.png"]) data.items.add(new File(["abc"], name, { type: "image/png" }));
      const inside = document.querySelector("foyer-kit")?.shadowRoot?.querySelector("textarea");
      inside?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, composed: true }));
    });
    await page.getByText("Only 2 files can be added.").waitFor();
    await page.getByRole("button", { name: "Remove one.png" }).click();
    expect(await page.locator(".f-drop-name").allTextContents()).toEqual(["two.png"]);
  });

  it("touch targets are at least 44 pixels", async () => {
    const page = await open({ viewport: { width: 390, height: 800 }, hasTouch: true });
    const small = await page.evaluate(() => {
      const buttons = document.querySelector("foyer-kit")?.shadowRoot?.querySelectorAll<HTMLElement>("button") ?? [];
      return [...buttons]
        .filter((one) => one.checkVisibility())
        .filter((one) => {
          const after = getComputedStyle(one, "::after");
          const extra =
            after.content !== "none" && after.position === "absolute" ? -2 * Number.parseFloat(after.top) : 0;
          return one.offsetHeight + Math.max(0, extra) < 44;
        })
        .map((one) => one.textContent || one.getAttribute("aria-label"));
    });
    expect(small).toEqual([]);
  });
});
