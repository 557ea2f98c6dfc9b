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
  ["/tickets", ["open", "in_progress", "waiting_for_customer", "resolved", "closed"]],
])("the demo has %s in every state that people leave them in", async (path, states) => {
  expect(await statuses(path)).toEqual(expect.arrayContaining(states));
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
