import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import type { FirstRun } from "../runtime/first-run.ts";
import { availabilityCost } from "./availability.ts";
import { calendarCost, caller, holdsPerSecond } from "./calendar.ts";
import { type Child, startChild } from "./child.ts";
import { deliveriesPerSecond } from "./deliveries.ts";
import { messageLatency } from "./latency.ts";
import { compare } from "./load.ts";
import { sizes } from "./sizes.ts";

/** `npm run bench`: every figure beside its baseline or its goal, all of one run. */
const folder = mkdtempSync(join(tmpdir(), "foyer-bench-"));
const rows: string[] = [];
const report = (what: string, figure: string, against: string) => {
  rows.push(`| ${what} | ${figure} | ${against} |`);
  console.log(`${what}: ${figure} (${against})`);
};
const count = (value: number) => Math.round(value).toLocaleString("en-US");

async function measure(): Promise<void> {
  const data = join(folder, "data");
  const first = await startChild("ours.ts", [], { FOYER_DATA: data });
  await first.stop();
  const ours = await startChild("ours.ts", [], { FOYER_DATA: data });
  try {
    const idle = await ours.ask<number>("memory");
    const { keys, tenant } = JSON.parse(readFileSync(join(data, "first-run.json"), "utf8")) as FirstRun;
    await reads(ours, keys.secret, join(data, "databases", `t_${tenant.routing}.db`));
    availability();
    const latency = await messageLatency(ours.origin, keys);
    report(
      "message, from send to the other side's socket",
      `median ${latency.median.toFixed(1)} ms, p99 ${latency.p99.toFixed(1)} ms`,
      "500 messages, one at a time",
    );
    report(
      "webhook deliveries",
      `${count(await deliveriesPerSecond(ours.origin, keys.secret))} a second`,
      "signed, logged, to a receiver on loopback",
    );
    report("second start, spawned to listening", `${count(ours.start)} ms`, "goal 1,000 ms");
    await memory(ours, idle, `t_${tenant.routing}`);
    // Last: a database of a million bookings is nothing to copy a thousand times.
    await calendars(ours, keys.secret, tenant.routing);
  } finally {
    await ours.stop();
  }
  for (const { name, bytes, goal } of await sizes()) report(name, `${(bytes / 1024).toFixed(1)} kB gzip`, goal);
}

async function reads(ours: Child, secret: string, file: string): Promise<void> {
  const bare = await startChild("bare.ts", [file, join(folder, "bare.db")]);
  const headers = { authorization: `Bearer ${secret}` };
  try {
    const id = await book(ours.origin, headers);
    const one = await compare(
      { url: `${ours.origin}/v1/bookings/${id}`, headers },
      { url: `${bare.origin}/bookings/${id}` },
    );
    report(
      "authenticated read of one booking",
      `${one.ratio.toFixed(2)} × (${count(one.ours)} against ${count(one.bare)} a second)`,
      "bare Hono and @libsql/client, same query, no credentials; goal 1.0",
    );
    const list = await compare(
      { url: `${ours.origin}/v1/bookings?limit=20`, headers },
      { url: `${bare.origin}/bookings` },
    );
    report(
      "authenticated list of 20 bookings",
      `${list.ratio.toFixed(2)} × (${count(list.ours)} against ${count(list.bare)} a second)`,
      "the same; goal 1.0",
    );
    const body = JSON.stringify({
      subject: "The kayak leaks",
      description: "Number 4, near the stern.",
      contact: { email: "ada@example.com" },
    });
    const json = { "content-type": "application/json" };
    const write = await compare(
      { url: `${ours.origin}/v1/tickets`, headers: { ...headers, ...json }, body },
      { url: `${bare.origin}/three`, headers: json, body },
    );
    report(
      "creating a ticket, with events, audit and notices",
      `${write.ratio.toFixed(2)} × (${count(write.ours)} against ${count(write.bare)} a second)`,
      "the bare server inserting three rows in a batch, same durability; goal 0.7",
    );
  } finally {
    await bare.stop();
  }
}

/** Fifty bookings to read, on fifty days; answers one of them. */
async function book(origin: string, headers: Record<string, string>): Promise<string> {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const json = { ...headers, "content-type": "application/json" };
    const response = await fetch(`${origin}/v1${path}`, {
      method,
      headers: json,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const venue = await call<{ id: string }>("POST", "/venues", { name: "Bench", time_zone: "Europe/Berlin" });
  const wanted = {
    venue_id: venue.id,
    name: "Bench",
    duration_minutes: 60,
    capacity: 100,
    price: 1000,
    currency: "EUR",
  };
  const resource = await call<{ id: string }>("POST", "/resources", wanted);
  let id = "";
  for (let day = 1; day <= 50; day++) {
    const starts_at = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + day * 86_400_000).toISOString();
    const contact = { name: `Guest ${day}`, email: `guest${day}@example.com` };
    id = (await call<{ id: string }>("POST", "/bookings", { resource_id: resource.id, starts_at, party: 2, contact }))
      .id;
  }
  return id;
}

async function calendars(ours: Child, secret: string, tenant: string): Promise<void> {
  const call = caller(ours.origin, secret);
  const holds = await holdsPerSecond(ours, call, tenant, 5);
  report(
    "holds on one resource's calendar, every one with guard, event and audit",
    `${count(holds.rate)} a second`,
    `twenty callers, starts that overlap, at most ${holds.peak} of ${holds.capacity} places at once; goal 500`,
  );
  const million = 1_000_000;
  const { few, many } = await calendarCost(ours, call, tenant, million);
  report(
    "month calendar of 50 resources with 10,000 bookings in it, through HTTP",
    `median ${few.month.toFixed(1)} ms`,
    "goal 15 ms",
  );
  report(
    "the same with 1,000,000 bookings in the database",
    `median ${many.month.toFixed(1)} ms, ${(many.month / few.month).toFixed(2)} × that`,
    "goal flat",
  );
  report(
    "slots of one of them for 31 days, with 10,000 and 1,000,000 bookings",
    `median ${few.slots.toFixed(1)} and ${many.slots.toFixed(1)} ms`,
    "goal flat",
  );
}

function availability(): void {
  const goals = { 0: 0.6, 100: 0.7, 1000: 1.0 } as const;
  for (const [spans, goal] of Object.entries(goals)) {
    report(
      `availability, 31 days of 15-minute slots, ${spans} busy spans`,
      `${availabilityCost(Number(spans)).toFixed(2)} ms of CPU`,
      `goal ${goal} ms`,
    );
  }
}

async function memory(ours: Child, idle: number, template: string): Promise<void> {
  const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
  report("memory, idle after a start", megabytes(idle), "resident");
  const tokens = await ours.ask<string[]>("tenants", { count: 1000, template });
  for (const token of tokens) {
    const response = await fetch(`${ours.origin}/v1/tickets?limit=1`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`a tenant answered ${response.status}`);
    await response.arrayBuffer();
  }
  report("memory, after 1,000 tenants were touched", megabytes(await ours.ask<number>("memory")), "resident");
}

try {
  await measure();
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}`;
  const page = [
    "# Benchmarks",
    "",
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}. Both sides of a ratio ran in turns, in the same run, over loopback, the load from a process of its own.`,
    "",
    "| what | figure | against |",
    "| --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
  writeFileSync(join(import.meta.dirname, "../../docs/benchmarks.md"), page);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
