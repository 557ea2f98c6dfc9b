import { expect, test } from "vitest";
import { testApp } from "../../testing/app.ts";

const raise = {
  subject: "The kayak leaks",
  description: "Number 4, near the stern.",
  contact: { name: "Ada", email: "Ada@Example.com" },
};

test("a visitor raises a ticket, and staff answers it", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  const staff = await app.as();

  const created = await visitor.call("post", "/tickets", raise);
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject({
    number: 1001,
    status: "open",
    priority: "normal",
    scope: "visitor",
    contact: { name: "Ada", email: "ada@example.com" },
  });

  const id = created.body.id as string;
  const reply = await staff("post", `/tickets/${id}/replies`, { text: "On our way." });
  expect(reply.body).toMatchObject({ sender_kind: "staff", internal: false });
  await staff("post", `/tickets/${id}/replies`, { text: "Order a patch.", internal: true });

  const thread = await visitor.call<{ data: { text: string }[] }>("get", `/tickets/${id}/replies`);
  expect(thread.body.data.map((item) => item.text)).toEqual(["On our way."]);
  expect((await visitor.call("get", `/tickets/${id}`)).body).toMatchObject({
    status: "waiting_for_customer",
    version: 2,
  });
  expect(await app.events()).toEqual([
    "contact.created",
    "ticket.created",
    "ticket.updated",
    "ticket.replied",
    "ticket.noted",
  ]);
  expect(await app.audit()).toEqual(["tickets.create", "ticket_replies.create", "ticket_replies.create"]);
});

test("tickets raised at once have numbers of their own", async () => {
  const app = await testApp();
  const staff = await app.as();
  const answers = await Promise.all(Array.from({ length: 40 }, () => staff("post", "/tickets", raise)));
  expect(answers.map((answer) => answer.status)).toEqual(Array(40).fill(201));
  expect(new Set(answers.map((answer) => answer.body.number)).size).toBe(40);
  expect(
    await app.rows("select json_extract(data, '$.number') from events where type = 'ticket.created' order by 1"),
  ).toEqual(Array.from({ length: 40 }, (_, index) => [1001 + index]));
});

test("a visitor sees no ticket but its own, and a wrong id looks like somebody else's", async () => {
  const app = await testApp();
  const [ada, eve] = [await app.visitor(), await app.visitor()];
  const { body } = await ada.call("post", "/tickets", raise);
  expect((await eve.call("get", `/tickets/${body.id}`)).status).toBe(404);
  expect((await eve.call("get", "/tickets/tkt_00000000000000000000")).status).toBe(404);
  expect((await eve.call("post", `/tickets/${body.id}/replies`, { text: "hello" })).status).toBe(404);
  expect((await eve.call<{ data: unknown[] }>("get", "/tickets")).body.data).toEqual([]);
});

test("a change needs the version that was read", async () => {
  const app = await testApp();
  const staff = await app.as();
  const { body, headers } = await staff("post", "/tickets", raise);
  expect(headers.get("etag")).toBe('"1"');
  const resolved = await staff("patch", `/tickets/${body.id}`, { version: 1, status: "resolved" });
  expect(resolved.body).toMatchObject({ status: "resolved", version: 2, resolved_at: "2026-11-23T12:00:00.000Z" });
  expect((await staff("patch", `/tickets/${body.id}`, { version: 1, status: "open" })).body).toMatchObject({
    code: "version_conflict",
    current_version: 2,
  });
  expect((await staff("patch", `/tickets/${body.id}`, { status: "open" }, { "if-match": '"1"' })).status).toBe(412);
  expect((await staff("patch", `/tickets/${body.id}`, { version: 2, status: "resolved" })).body).toMatchObject({
    version: 2,
  });
  expect(await app.events()).toEqual(["contact.created", "ticket.created", "ticket.updated", "ticket.resolved"]);
});

test("a retried ticket is raised once", async () => {
  const app = await testApp();
  const staff = await app.as();
  const key = { "idempotency-key": "a-1" };
  const answers = await Promise.all(Array.from({ length: 10 }, () => staff("post", "/tickets", raise, key)));
  expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  expect(answers.filter((answer) => answer.headers.get("idempotent-replayed")).length).toBe(9);
  expect(answers.every((answer) => answer.body.number === 1001)).toBe(true);
  expect((await staff("post", "/tickets", { ...raise, subject: "Another" }, key)).body).toMatchObject({
    code: "idempotency_mismatch",
  });
  expect(await app.rows("select count(*) from tickets")).toEqual([[1]]);
});

test("a tracking link shows the ticket, takes replies, and cannot be guessed", async () => {
  const app = await testApp();
  const staff = await app.as();
  const { body } = await staff("post", "/tickets", raise);
  const token = (body.tracking_url as string).split("/").at(-1) as string;
  await staff("post", `/tickets/${body.id}/replies`, { text: "A secret note", internal: true });
  const shown = await app.anyone("get", `/tracked-tickets/${token}`);
  expect(shown.body).toMatchObject({ ticket: { number: 1001 }, replies: [] });
  expect((await app.anyone("post", `/tracked-tickets/${token}/replies`, { text: "Thank you" })).status).toBe(201);
  const forged = await app.anyone("get", `/tracked-tickets/${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`);
  const missing = await app.anyone("get", "/tracked-tickets/nothing");
  expect([forged.status, missing.status]).toEqual([404, 404]);
  expect(forged.body.detail).toBe(missing.body.detail);
});

test("bad input is refused with a pointer and changes nothing", async () => {
  const app = await testApp();
  const staff = await app.as();
  const bad = await staff<{ errors: { pointer: string }[] }>("post", "/tickets", {
    subject: " ",
    description: 3,
    colour: "red",
  });
  expect(bad.status).toBe(400);
  expect(bad.body.errors.map((error) => error.pointer).sort()).toEqual(["/colour", "/description", "/subject"]);
  expect(await app.events()).toEqual([]);
  expect(await app.rows("select count(*) from audit")).toEqual([[0]]);
});

test("words and numbers find tickets", async () => {
  const app = await testApp();
  const staff = await app.as();
  await staff("post", "/tickets", raise);
  await staff("post", "/tickets", { ...raise, subject: "Wrong invoice" });
  const found = async (q: string) =>
    (await staff<{ data: { number: number }[] }>("get", `/tickets?q=${encodeURIComponent(q)}`)).body.data.map(
      (ticket) => ticket.number,
    );
  expect(await found("kay")).toEqual([1001]);
  expect(await found("1002")).toEqual([1002]);
  expect(await found('"; drop')).toEqual([]);
});

test("many may answer at once", async () => {
  const app = await testApp();
  const staff = await app.as();
  const { body } = await staff("post", "/tickets", raise);
  const reply = (text: string) => staff("post", `/tickets/${body.id}/replies`, { text });
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => reply(`Answer ${index}`)));
  expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(201));
  expect((await staff("get", `/tickets/${body.id}`)).body).toMatchObject({
    status: "waiting_for_customer",
    version: 21,
  });
  expect(await app.rows("select json_extract(data, '$.version') from events where type = 'ticket.updated'")).toEqual(
    Array.from({ length: 20 }, (_, index) => [index + 2]),
  );
});
