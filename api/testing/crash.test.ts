import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { fileDatabases } from "../adapters/database/file.ts";
import { receiver } from "../capabilities/webhooks/testing/receiver.ts";
import { databaseName } from "../kernel/index.ts";
import type { Call } from "./app.ts";
import { afternoon, place } from "./behaviours.ts";
import { clientOf, ok, until } from "./client.ts";
import { type Runtime, startNode } from "./runtimes.ts";

/** One thing that a client wants done once, however often it has to ask. */
interface Errand {
  kind: "booking" | "group" | "message" | "ticket";
  /** Its mark in the data, and its key for asking again. */
  mark: string;
  /** What was acknowledged. */
  id?: string;
}

interface Thing extends Record<string, unknown> {
  id: string;
}

const ada = { name: "Ada Lovelace", email: "ada@example.com" };
const kinds = ["booking", "group", "message", "ticket"] as const;
const rounds = 4;
const hands = 12;

/** Runs one errand, and says whether it was acknowledged: a line that broke tells nothing. */
async function run(call: Call, errand: Errand, resource: string, conversation: string): Promise<boolean> {
  const { kind, mark } = errand;
  const key = { "idempotency-key": mark };
  const ask = () => {
    if (kind === "ticket")
      return call<Thing>("post", "/tickets", { subject: mark, description: "Under load", contact: ada }, key);
    if (kind === "message")
      return call<Thing>("post", `/conversations/${conversation}/messages`, { client_msg_id: mark, text: mark });
    const minutes = (Number(mark.split("-")[1]) * 5) % 600;
    const item = { resource_id: resource, starts_at: afternoon(9, minutes) };
    if (kind === "booking") return call<Thing>("post", "/bookings", { ...item, contact: ada, notes: mark }, key);
    const items = [
      item,
      { ...item, party: 2, add_ons: [{ id: "lunch" }] },
      { ...item, recurrence: "FREQ=DAILY;COUNT=2" },
    ];
    return call<Thing>("post", "/booking-groups", { items, contact: ada, notes: mark }, key);
  };
  const answer = await ask().catch(() => undefined);
  if (!answer) return false;
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  errand.id = kind === "group" ? String(answer.body.group_id) : answer.body.id;
  return true;
}

/** Keeps errands under way until the process dies; those that were not acknowledged stay to be asked again. */
async function load(runtime: Runtime, errands: Errand[], open: Errand[], where: [string, string]): Promise<void> {
  const call = clientOf(runtime.origin, runtime.keys.secret);
  const hand = async (): Promise<void> => {
    for (;;) {
      const kind = kinds[errands.length % kinds.length] as Errand["kind"];
      const errand = open.pop() ?? { kind, mark: `${kind}-${errands.length}` };
      if (!errands.includes(errand)) errands.push(errand);
      if (!(await run(call, errand, ...where))) {
        open.push(errand);
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
}

/** Every row of a query on the tenant's database, while nobody serves it. */
async function rowsOf(runtime: Runtime, sql: string): Promise<unknown[][]> {
  const databases = fileDatabases({ folder: join(runtime.data, "databases") });
  const database = await databases.open(databaseName(runtime.tenant));
  const [answer] = (await database?.commit([{ sql, args: [] }])) ?? [];
  await databases.close();
  return answer?.rows ?? [];
}

test("whatever was acknowledged survives kill -9, once, and all that follows from it happens", async () => {
  const runtime = await startNode();
  onTestFinished(() => runtime.stop());
  const staff = clientOf(runtime.origin, runtime.keys.secret);
  const box = await receiver();
  const events = ["booking.created", "message.created", "ticket.created"];
  await ok(staff("post", "/webhook-endpoints", { url: box.url, events }));
  const lunch = { id: "lunch", name: "Lunch", price: 500, per: "guest", stock: 10_000 };
  const resource = await place(staff, { capacity: 10_000, add_ons: [lunch] });
  const opening = { contact: ada, message: { client_msg_id: "first", text: "first" } };
  const conversation = (await ok(staff<Thing>("post", "/conversations", opening))).id;

  const errands: Errand[] = [];
  const open: Errand[] = [];
  for (let round = 0; round < rounds; round++) {
    const running = load(runtime, errands, open, [resource, conversation]);
    await sleep(500 + Math.random() * 1_000);
    await runtime.kill();
    await running;
    // A job that was under way belongs to the dead process until its lease runs out: that time passes here.
    await rowsOf(runtime, "update jobs set lease_until = null");
    await runtime.restart();
  }
  for (const errand of open) expect(await run(staff, errand, resource, conversation)).toBe(true);
  expect(errands.length).toBeGreaterThan(rounds * hands);
  expect(errands.filter(({ id }) => id === undefined)).toEqual([]);

  const wanted = new Set(errands.map(({ id }) => id));
  const told = () =>
    new Set(
      box.received.flatMap(({ body }) => {
        const { id, group_id } = (JSON.parse(body) as { data: Thing }).data;
        return [id, group_id];
      }),
    );
  await until(40, () => [...wanted].every((id) => told().has(id as string)));
  await until(20, async () => (await ok(staff<{ data: Thing[] }>("get", "/jobs"))).data.length === 0);

  await runtime.kill();
  const marks = (kind: Errand["kind"]) =>
    errands
      .filter((errand) => errand.kind === kind)
      .map(({ mark, id }) => [mark, id])
      .sort();
  const rows = async (sql: string) => (await rowsOf(runtime, sql)).sort();
  expect(await rows("select notes, id from bookings where group_id is null")).toEqual(marks("booking"));
  const groups = "select notes, group_id from bookings where group_id is not null group by notes, group_id";
  expect(await rows(groups)).toEqual(marks("group"));
  expect(await rows("select subject, id from tickets")).toEqual(marks("ticket"));
  expect(await rows("select client_msg_id, id from messages where text <> 'first'")).toEqual(marks("message"));
  const none = {
    "a group that is not whole": `${groups} having count(*) <> 4 or sum(party) <> 5`,
    "a booking without its places": "select id, party from bookings except select owner_id, people from spans",
    "an add-on without its pieces": `
      select id, party from bookings where add_ons <> '[]' except select owner_id, places from spans where people = 0`,
    "places taken twice": "select owner_id, subject_id from spans group by 1, 2 having count(*) > 1",
    "places without their booking": "select owner_id from spans except select id from bookings",
    "a row without its event": `
      select id from (select id from bookings union all select id from tickets union all select id from messages)
      except select data ->> 'id' from events`,
    "an event without its row": `
      select data ->> 'id' from events where type in ('booking.created', 'ticket.created', 'message.created')
      except select id from (select id from bookings union all select id from tickets union all select id from messages)`,
    "a fact that was told twice": `
      select data ->> 'id' from events where type in ('booking.created', 'ticket.created', 'message.created')
      group by 1 having count(*) <> 1`,
    "a change without one audit entry": `
      select b.id from (select coalesce(group_id, id) id from bookings union select id from tickets) b
      where (select count(*) from audit a where a.entity_id = b.id and a.outcome = 'success') <> 1`,
    "a gap in the thread": "select count(*), max(seq) from messages having count(*) <> max(seq)",
    "a broken database": "select * from pragma_integrity_check where integrity_check <> 'ok'",
  };
  for (const [what, sql] of Object.entries(none)) expect(await rows(sql), what).toEqual([]);
}, 180_000);
