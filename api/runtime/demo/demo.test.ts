import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { passwordProblem } from "../../core/password.ts";
import { readConfig } from "../config.ts";
import { type FirstRun, prepare } from "../first-run.ts";
import { type Running, serve } from "../node.ts";
import { withKey } from "./page.ts";

const folder = mkdtempSync(join(tmpdir(), "foyer-demo-"));
const config = readConfig({ FOYER_DATA: folder, PORT: "0", FOYER_LOG: "error", FOYER_DEMO: "yes" });
let running: Running;
let first: FirstRun;

beforeAll(async () => {
  running = await serve(config, (app, origin) => prepare(app, origin, config));
  first = JSON.parse(readFileSync(join(folder, "first-run.json"), "utf8")) as FirstRun;
}, 120_000);

afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true });
});

async function list<T>(path: string): Promise<T[]> {
  const response = await fetch(`${running.origin}/v1${path}?limit=500`, {
    headers: { authorization: `Bearer ${first.keys.secret}` },
  });
  return ((await response.json()) as { data: T[] }).data;
}

const statuses = async (path: string) => (await list<{ status: string }>(path)).map(({ status }) => status);

test.each([
  ["/bookings", ["completed", "confirmed", "cancelled", "no_show", "pending"]],
  ["/conversations", ["open", "pending", "resolved", "closed"]],
  ["/waitlist", ["waiting"]],
  ["/tickets", ["open", "in_progress", "waiting_for_customer", "resolved", "closed"]],
])("the demo has %s in every state that people leave them in", async (path, states) => {
  expect(await statuses(path)).toEqual(expect.arrayContaining(states));
});

interface Row {
  id: string;
  resource_id: string;
  status: string;
  paid: number;
  balance: number;
  group_id: string | null;
  promotion_code: string | null;
}

test("what is over is paid, what was called off owes nothing, and one booking comes again", async () => {
  const bookings = await list<Row>("/bookings");
  for (const { status, balance, paid } of bookings) {
    if (status === "completed") expect([balance, paid > 0]).toEqual([0, true]);
    if (status === "cancelled") expect(balance).toBe(0);
  }
  expect(bookings.filter(({ group_id }) => group_id !== null)).toHaveLength(4);
  expect(bookings.some(({ promotion_code }) => promotion_code === "WELCOME10")).toBe(true);
});

test("every way to book is there: by the piece, the hour and the night, alone and together, with people", async () => {
  const resources = await list<Record<string, unknown>>("/resources");
  const all = (name: string) => new Set(resources.map((one) => one[name]));
  expect(all("length_unit")).toEqual(new Set(["fixed", "hour", "night"]));
  expect(all("kind")).toEqual(new Set(["experience", "service", "rental"]));
  expect(all("sharing")).toEqual(new Set(["shared", "private"]));
  for (const part of ["guest_categories", "add_ons", "variants", "requirements", "price_rules", "also_at", "questions"])
    expect(resources.some((one) => (one[part] as unknown[]).length > 0)).toBe(true);
  expect(await list("/blocks")).toHaveLength(2);
  expect(await list("/promotions")).toHaveLength(2);
});

test("its past left no mails behind, and no work that failed", async () => {
  expect(existsSync(join(folder, "mailbox"))).toBe(false);
  expect(await list("/jobs")).toEqual([]);
});

test("passwords are strong, and for their owner's eyes", () => {
  for (const { password } of [first.portal, ...first.staff]) expect(passwordProblem(password)).toBeUndefined();
  expect(statSync(join(folder, "first-run.json")).mode & 0o077).toBe(0);
});

test("the demo site carries the demo's key", async () => {
  const template = new Response('<script src="/embed.js" data-key="YOUR-PUBLISHABLE-KEY"></script>', {
    headers: { etag: '"1"', "content-type": "text/html" },
  });
  const page = await withKey(template, first.keys.publishable);
  expect(await page.text()).toContain(`data-key="${first.keys.publishable}"`);
  expect(page.headers.get("etag")).toBeNull();
});
