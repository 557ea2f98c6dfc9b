import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { type Call, type TestApp, testApp } from "../../testing/app.ts";
import { receiver } from "./testing/receiver.ts";

interface Endpoint extends Record<string, unknown> {
  id: string;
  secret: string;
  version: number;
}

interface Delivery extends Record<string, unknown> {
  id: string;
  status: string;
  attempts: number;
  next_attempt_at: string | null;
  attempt_log: { status: number | null; failure: string | null; response_body: string | null }[];
}

const add = async (staff: Call, url: string, events: string[] = ["contact.created"]) =>
  (await staff<Endpoint>("post", "/webhook-endpoints", { url, events })).body;

const happen = (staff: Call, name = "Ada") => staff("post", "/contacts", { name });

const deliveriesOf = async (staff: Call, id: string, query = "") =>
  (await staff<{ data: Delivery[] }>("get", `/webhook-endpoints/${id}/deliveries${query}`)).body.data;

const retrieve = async (staff: Call, id: string) => (await staff<Delivery>("get", `/webhook-deliveries/${id}`)).body;

/** Moves on to each next attempt until there is none, and answers the waits between them in milliseconds. */
async function exhaust(app: TestApp, staff: Call, id: string): Promise<number[]> {
  const waits: number[] = [];
  for (;;) {
    await app.settle();
    const { next_attempt_at } = await retrieve(staff, id);
    if (next_attempt_at === null) return waits;
    waits.push(Date.parse(next_attempt_at) - app.clock.now());
    app.clock.set(new Date(Date.parse(next_attempt_at) + 1).toISOString());
  }
}

test("an event reaches every endpoint that asked for it, signed, as the log tells it", async () => {
  const app = await testApp({ start: new Date().toISOString() });
  const staff = await app.as();
  const [all, one, other] = [await receiver(), await receiver(), await receiver()];
  await add(staff, all.url, []);
  const endpoint = await add(staff, one.url);
  await add(staff, other.url, ["booking.created"]);
  await happen(staff);
  await app.settle();

  const sent = one.received[0];
  expect(one.received).toHaveLength(1);
  const verified = new Webhook(endpoint.secret).verify(sent?.body ?? "", sent?.headers as Record<string, string>);
  const [event] = (await staff<{ data: unknown[] }>("get", "/events?type=contact.created")).body.data;
  expect(verified).toEqual(event);
  expect(sent?.headers["webhook-id"]).toBe((event as { id: string }).id);
  expect(sent?.headers["content-type"]).toBe("application/json");
  expect(all.types().sort()).toEqual(["contact.created", ...Array(3).fill("webhook_endpoint.created")]);
  expect(other.received).toHaveLength(0);

  expect(() => new Webhook(endpoint.secret).verify(`${sent?.body} `, sent?.headers as never)).toThrow();
  const [delivery] = await deliveriesOf(staff, endpoint.id);
  expect(delivery).toMatchObject({
    status: "sent",
    attempts: 1,
    next_attempt_at: null,
    last_status: 204,
    payload: event,
  });
  await app.settle();
  expect(one.received).toHaveLength(1);
});

test("the secret is shown once and stands nowhere in the clear", async () => {
  const app = await testApp();
  const staff = await app.as();
  const { body } = await staff<Endpoint>(
    "post",
    "/webhook-endpoints",
    { url: (await receiver()).url },
    { "idempotency-key": "a" },
  );
  const { id, secret } = body;
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect((await staff("get", `/webhook-endpoints/${id}`)).body).not.toHaveProperty("secret");
  const stored = JSON.stringify([
    await app.rows("select * from webhook_endpoints"),
    await app.rows("select * from events"),
    await app.rows("select * from audit"),
    await app.rows("select * from idempotency"),
  ]);
  expect(stored).not.toContain(secret.slice(6));
});

test("a failing delivery is tried ten times over three days, and then given up", async () => {
  const app = await testApp();
  const staff = await app.as();
  const down = await receiver();
  down.answer = () => ({ status: 503, body: "x".repeat(10_000) });
  const { id } = await add(staff, down.url);
  await happen(staff);
  await app.settle();
  const [first] = await deliveriesOf(staff, id, "?status=pending");
  const waits = await exhaust(app, staff, first?.id ?? "");

  const minutes = [5 / 60, 5, 30, 120, 300, 600, 840, 1200, 1440];
  expect(waits).toHaveLength(minutes.length);
  waits.forEach((wait, index) => {
    const planned = (minutes[index] ?? 0) * 60_000;
    expect(wait).toBeGreaterThanOrEqual(Math.floor(planned));
    expect(wait).toBeLessThanOrEqual(planned * 1.1);
  });
  expect(down.received).toHaveLength(10);
  expect(new Set(down.received.map((request) => request.headers["webhook-id"])).size).toBe(1);
  expect(new Set(down.received.map((request) => request.headers["webhook-timestamp"])).size).toBe(10);
  const failed = await retrieve(staff, first?.id ?? "");
  expect(failed).toMatchObject({ status: "failed", attempts: 10, last_status: 503 });
  expect(failed.attempt_log).toHaveLength(10);
  expect(failed.attempt_log[0]?.response_body?.length).toBeLessThanOrEqual(2_048);
  expect(await deliveriesOf(staff, id, "?status=failed")).toHaveLength(1);
  expect(await app.rows("select count(*) from jobs where state = 'dead'")).toEqual([[0]]);
});

test("a redirect is a failure and is not followed", async () => {
  const app = await testApp();
  const staff = await app.as();
  const [moved, target] = [await receiver(), await receiver()];
  moved.answer = () => ({ status: 302, headers: { location: target.url } });
  const { id } = await add(staff, moved.url);
  await happen(staff);
  await app.settle();
  expect(await deliveriesOf(staff, id)).toMatchObject([{ status: "pending", attempts: 1, last_status: 302 }]);
  expect(target.received).toHaveLength(0);
});

test("a receiver that asks for time is given it", async () => {
  const app = await testApp();
  const staff = await app.as();
  const busy = await receiver();
  busy.answer = () => ({ status: 429, headers: { "retry-after": "3600" } });
  const { id } = await add(staff, busy.url);
  await happen(staff);
  await app.settle();
  const [delivery] = await deliveriesOf(staff, id);
  expect(Date.parse(delivery?.next_attempt_at ?? "") - app.clock.now()).toBe(3_600_000);
  app.clock.advance("59m");
  await app.settle();
  expect(busy.received).toHaveLength(1);
  busy.answer = () => ({ status: 200 });
  app.clock.advance("2m");
  await app.settle();
  expect(await deliveriesOf(staff, id)).toMatchObject([{ status: "sent", attempts: 2, last_status: 200 }]);
});

test("an address that is gone is switched off at once, and staff is told once", async () => {
  const app = await testApp();
  const staff = await app.as();
  const [developer, user] = [await app.member("developer"), await app.member("user")];
  const gone = await receiver();
  gone.answer = () => ({ status: 410 });
  const { id } = await add(staff, gone.url);
  await Promise.all([happen(staff), happen(staff), happen(staff)]);
  await app.settle();
  expect((await staff("get", `/webhook-endpoints/${id}`)).body).toMatchObject({
    status: "disabled",
    disabled_reason: "The address answered 410 Gone.",
  });
  expect((await app.events()).filter((type) => type === "webhook_endpoint.disabled")).toHaveLength(1);
  const told = await developer.call<{ data: unknown[] }>("get", "/notifications");
  expect(told.body.data).toMatchObject([{ type: "system_alert", entity_id: id }]);
  expect((await user.call<{ data: unknown[] }>("get", "/notifications")).body.data).toEqual([]);
  expect(await deliveriesOf(staff, id, "?status=failed")).toHaveLength(3);
  await happen(staff);
  await app.settle();
  expect(await deliveriesOf(staff, id)).toHaveLength(3);
});

test("an endpoint that took nothing for five days is switched off; one success starts the count anew", async () => {
  const app = await testApp();
  const staff = await app.as();
  const flaky = await receiver();
  flaky.answer = () => ({ status: 500 });
  const { id } = await add(staff, flaky.url);
  const fail = async () => {
    app.clock.advance("1m");
    await happen(staff);
    await app.settle();
    const [newest] = await deliveriesOf(staff, id);
    await exhaust(app, staff, newest?.id ?? "");
  };
  await fail();
  flaky.answer = () => ({ status: 200 });
  await happen(staff);
  await app.settle();
  flaky.answer = () => ({ status: 500 });
  await fail();
  expect((await staff("get", `/webhook-endpoints/${id}`)).body).toMatchObject({ status: "enabled" });
  await fail();
  expect((await staff("get", `/webhook-endpoints/${id}`)).body).toMatchObject({
    status: "disabled",
    disabled_reason: "Nothing was accepted for five days.",
  });

  const enabled = await staff("patch", `/webhook-endpoints/${id}`, { version: 2, status: "enabled" });
  expect(enabled.body).toMatchObject({ status: "enabled", disabled_reason: null, version: 3 });
  expect(await app.rows("select failing_since from webhook_endpoints")).toEqual([[null]]);
});

test("both secrets sign while one replaces the other", async () => {
  const app = await testApp({ start: new Date().toISOString() });
  const staff = await app.as();
  const box = await receiver();
  const { id, secret: old } = await add(staff, box.url);
  const rotated = await staff<{ secret: string }>("post", `/webhook-endpoints/${id}/rotation`);
  expect(rotated.status).toBe(201);
  await happen(staff);
  await app.settle();
  const during = box.received[0];
  for (const secret of [old, rotated.body.secret]) {
    new Webhook(secret).verify(during?.body ?? "", during?.headers as Record<string, string>);
  }
  app.clock.advance("25h");
  await happen(staff);
  await app.settle();
  expect(during?.headers["webhook-signature"]?.toString().split(" ")).toHaveLength(2);
  const after = box.received[1]?.headers ?? {};
  const signed = new Webhook(rotated.body.secret).sign(
    String(after["webhook-id"]),
    new Date(Number(after["webhook-timestamp"]) * 1000),
    box.received[1]?.body ?? "",
  );
  expect(after["webhook-signature"]).toBe(signed);
});

test("private addresses are refused when they are saved, and again when they are called", async () => {
  const app = await testApp();
  const staff = await app.as();
  for (const url of ["https://10.0.0.1/", "https://169.254.169.254/latest", "https://[::1]/", "https://localhost/"]) {
    const refused = await staff<{ errors: { pointer: string }[] }>("post", "/webhook-endpoints", { url });
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([400, "/url"]);
  }
  const { id } = await add(staff, (await receiver()).url);
  const patched = await staff("patch", `/webhook-endpoints/${id}`, { version: 1, url: "https://192.168.1.1/" });
  expect(patched.status).toBe(400);

  await app.database.commit([{ sql: "update webhook_endpoints set url = 'http://10.0.0.1/'", args: [] }]);
  await happen(staff);
  await app.settle();
  const [delivery] = await deliveriesOf(staff, id);
  const { attempt_log } = await retrieve(staff, delivery?.id ?? "");
  expect(attempt_log).toMatchObject([{ status: null, failure: expect.stringContaining("address_not_allowed") }]);
});

test("one delivery can be replayed, also one that was sent", async () => {
  const app = await testApp();
  const staff = await app.as();
  const box = await receiver();
  const { id } = await add(staff, box.url);
  await happen(staff);
  await app.settle();
  const [delivery] = await deliveriesOf(staff, id);
  const replays = await Promise.all([
    staff("post", `/webhook-deliveries/${delivery?.id}/replay`),
    staff("post", `/webhook-deliveries/${delivery?.id}/replay`),
  ]);
  expect(replays.map((answer) => [answer.status, answer.body.status])).toEqual(Array(2).fill([202, "pending"]));
  await app.settle();
  // Of two rounds begun at once, the first finds that it is over.
  expect(box.received).toHaveLength(2);
  expect(new Set(box.received.map((request) => request.body)).size).toBe(1);
  expect(await deliveriesOf(staff, id)).toMatchObject([{ status: "sent", attempts: 2 }]);
});

test("what an endpoint missed is sent when it is asked for, and only that", async () => {
  const app = await testApp();
  const staff = await app.as();
  const box = await receiver();
  const { id } = await add(staff, box.url);
  await happen(staff, "before");
  await app.settle();
  app.clock.advance("1h");
  const since = new Date(app.clock.now()).toISOString();
  await staff("patch", `/webhook-endpoints/${id}`, { version: 1, status: "disabled" });
  for (let index = 0; index < 230; index++) await happen(staff, `missed ${index}`);
  await app.settle();
  expect(box.received).toHaveLength(1);
  expect((await staff("post", `/webhook-endpoints/${id}/replay`, { since })).body).toMatchObject({
    code: "endpoint_disabled",
  });

  await staff("patch", `/webhook-endpoints/${id}`, { version: 2, status: "enabled" });
  await app.settle();
  expect((await staff("post", `/webhook-endpoints/${id}/replay`, { since })).status).toBe(202);
  await app.settle();
  expect(box.received).toHaveLength(231);
  await staff("post", `/webhook-endpoints/${id}/replay`, { since: "2020-01-01T00:00:00Z" });
  await app.settle();
  expect(box.received).toHaveLength(231);
});

test("a test goes to one endpoint alone, once, whether it is enabled or not", async () => {
  const app = await testApp({ start: new Date().toISOString() });
  const staff = await app.as();
  const [one, other] = [await receiver(), await receiver()];
  one.answer = () => ({ status: 500 });
  const { id, secret } = await add(staff, one.url);
  await add(staff, other.url, []);
  await staff("patch", `/webhook-endpoints/${id}`, { version: 1, status: "disabled" });
  const sent = await staff<Delivery>("post", `/webhook-endpoints/${id}/test`);
  expect([sent.status, sent.body.status]).toEqual([202, "pending"]);
  await app.settle();
  app.clock.advance("1h");
  await app.settle();
  expect(one.types()).toEqual(["webhook.test"]);
  new Webhook(secret).verify(one.received[0]?.body ?? "", one.received[0]?.headers as Record<string, string>);
  expect(other.types()).not.toContain("webhook.test");
  expect(await retrieve(staff, sent.body.id)).toMatchObject({ status: "failed", attempts: 1 });
  expect(await app.events()).not.toContain("webhook.test");
});

test("an endpoint that was removed hears nothing more, and is not there any more", async () => {
  const app = await testApp();
  const staff = await app.as();
  const box = await receiver();
  box.answer = () => ({ status: 500 });
  const { id } = await add(staff, box.url);
  await happen(staff);
  await app.settle();
  expect((await staff("delete", `/webhook-endpoints/${id}`)).status).toBe(204);
  app.clock.advance("1d");
  await happen(staff);
  await app.settle();
  expect(box.received).toHaveLength(1);
  expect((await staff("get", `/webhook-endpoints/${id}`)).status).toBe(404);
  expect((await staff("get", `/webhook-endpoints/${id}/deliveries`)).status).toBe(404);
  expect((await staff<{ data: unknown[] }>("get", "/webhook-endpoints")).body.data).toEqual([]);
  expect(await app.rows("select status from webhook_deliveries")).toEqual([["failed"]]);
});

test("changes need the version and the permission, and there is a limit to endpoints", async () => {
  const app = await testApp();
  const staff = await app.as("webhooks:read", "webhooks:write");
  const reader = await app.as("webhooks:read");
  const { url } = await receiver();
  const { id } = await add(staff, url);
  expect((await reader("delete", `/webhook-endpoints/${id}`)).status).toBe(403);
  expect((await (await app.visitor()).call("get", "/webhook-endpoints")).status).toBe(403);
  await staff("patch", `/webhook-endpoints/${id}`, { version: 1, description: "ours" });
  expect((await staff("patch", `/webhook-endpoints/${id}`, { version: 1, events: [] })).body.code).toBe(
    "version_conflict",
  );
  const bad = await staff("post", "/webhook-endpoints", { url, events: ["Booking Created"] });
  expect(bad.status).toBe(400);
  const more = await Promise.all(Array.from({ length: 60 }, () => staff("post", "/webhook-endpoints", { url })));
  expect(more.filter((answer) => answer.status === 201)).toHaveLength(49);
  expect(more.find((answer) => answer.status !== 201)?.body.code).toBe("too_many_endpoints");
});

test("old deliveries are forgotten, those that are still tried are not", async () => {
  const app = await testApp();
  const staff = await app.as();
  const box = await receiver();
  await add(staff, box.url);
  await happen(staff);
  await app.settle();
  await app.database.commit([{ sql: "update webhook_deliveries set created_at = 0", args: [] }]);
  box.answer = () => ({ status: 500 });
  await happen(staff);
  app.clock.advance("2h");
  await app.settle();
  expect(await app.rows("select status from webhook_deliveries")).toEqual([["pending"]]);
  expect(await app.rows("select count(*) from webhook_attempts")).toEqual([[1]]);
});

test("the types that can be asked for are listed, and no others are taken", async () => {
  const app = await testApp();
  const staff = await app.as();
  const { body } = await staff<{ data: { type: string }[] }>("get", "/webhook-endpoints/event-types");
  const types = body.data.map((kind) => kind.type);
  expect(types).toEqual([...new Set(types)].sort());
  expect(types).toEqual(expect.arrayContaining(["booking.created", "ticket.replied", "webhook_endpoint.disabled"]));
  const { url } = await receiver();
  const wrong = await staff<{ errors: { pointer: string }[] }>("post", "/webhook-endpoints", {
    url,
    events: ["booking.created", "booking.creatd"],
  });
  expect([wrong.status, wrong.body.errors[0]?.pointer]).toEqual([400, "/events/1"]);
});

test("a receiver that hangs holds up nobody else, and nothing that happens meanwhile", async () => {
  const app = await testApp();
  const staff = await app.as();
  const [hanging, quick] = [await receiver(), await receiver()];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { send } = app.ports.outside;
  app.ports.outside.send = async (request) => {
    if (request.url === hanging.url) await held;
    return send.call(app.ports.outside, request);
  };
  await add(staff, hanging.url);
  await add(staff, quick.url);
  await happen(staff);
  const settled = app.settle();
  await expect.poll(() => quick.received.length).toBe(1);
  await happen(staff);
  await expect.poll(() => quick.received.length).toBe(2);
  expect(hanging.received).toHaveLength(0);
  release();
  await settled;
  expect(hanging.received).toHaveLength(2);
});
