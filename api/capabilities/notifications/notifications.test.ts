import { expect, test } from "vitest";
import { type Call, testApp } from "../../testing/app.ts";

interface Notice {
  id: string;
  type: string;
  title: string;
  url: string;
  read_at: string | null;
}

const raise = {
  subject: "The kayak leaks",
  description: "Number 4, near the stern.",
  contact: { name: "Ada", email: "ada@example.com" },
};

const inbox = async (call: Call, query = "") =>
  (await call<{ data: Notice[] }>("get", `/notifications${query}`)).body.data;
const typesOf = async (call: Call) => (await inbox(call)).map((notice) => notice.type);

test("members who may read tickets hear of a new one once, whatever runs again", async () => {
  const app = await testApp();
  const [owner, viewer] = [await app.member("owner"), await app.member("viewer")];
  const visitor = await app.visitor();
  const { body } = await visitor.call("post", "/tickets", raise);
  await app.settle();
  expect(await inbox(owner.call)).toMatchObject([
    {
      type: "ticket_created",
      title: "New ticket #1001",
      text: "The kayak leaks",
      entity_type: "ticket",
      entity_id: body.id,
      url: `/portal/tickets/${body.id}`,
      read_at: null,
    },
  ]);
  expect(await typesOf(viewer.call)).toEqual(["ticket_created"]);

  // As after a crash between the work and the cursor: the whole log is read again.
  await app.database.commit([{ sql: "update cursors set seq = 0 where reader = 'notifications'", args: [] }]);
  await app.settle();
  expect(await app.rows("select count(*) from notifications")).toEqual([[2]]);
  expect(await app.mail()).toHaveLength(1);
});

test("whoever did something is not told of it, and who is asked is told alone", async () => {
  const app = await testApp();
  const [owner, user, other] = [await app.member("owner"), await app.member("user"), await app.member("user")];
  const { body } = await owner.call("post", "/tickets", raise);
  await owner.call("patch", `/tickets/${body.id}`, { version: 1, assignee_id: user.id });
  await app.settle();
  expect(await typesOf(owner.call)).toEqual([]);
  expect((await typesOf(user.call)).sort()).toEqual(["ticket_assigned", "ticket_created"]);
  expect(await typesOf(other.call)).toEqual(["ticket_created"]);

  const token = (body.tracking_url as string).split("/").at(-1);
  await app.anyone("post", `/tracked-tickets/${token}/replies`, { text: "Any news?" });
  await app.settle();
  expect(await typesOf(user.call)).toContain("ticket_replied");
  expect(await typesOf(other.call)).toEqual(["ticket_created"]);
});

test("a member reads, counts and tidies its own list, and reaches nobody else's", async () => {
  const app = await testApp();
  const [owner, user] = [await app.member("owner"), await app.member("user")];
  const staff = await app.as();
  for (let index = 0; index < 3; index++) await staff("post", "/tickets", raise);
  await app.settle();
  const [first, second] = await inbox(owner.call);
  const counts = async (call: Call) => (await call("get", "/notifications/counts")).body.unread;
  expect(await counts(owner.call)).toBe(3);
  expect((await owner.call("put", `/notifications/${first?.id}/read`)).body.read_at).toBe("2026-11-23T12:00:00.000Z");
  expect((await owner.call("put", `/notifications/${first?.id}/read`)).status).toBe(200);
  expect(await counts(owner.call)).toBe(2);
  expect(await inbox(owner.call, "?unread=true")).toHaveLength(2);
  expect(await inbox(owner.call, "?unread=false")).toHaveLength(3);
  expect((await owner.call("delete", `/notifications/${second?.id}`)).status).toBe(204);
  expect(await inbox(owner.call)).toHaveLength(2);

  const [foreign] = await inbox(user.call);
  expect((await owner.call("put", `/notifications/${foreign?.id}/read`)).status).toBe(404);
  expect((await owner.call("delete", `/notifications/${foreign?.id}`)).status).toBe(404);
  await owner.call("put", "/notifications/read");
  expect([await counts(owner.call), await counts(user.call)]).toEqual([0, 3]);
  expect((await staff("get", "/notifications")).status).toBe(403);
  expect((await (await app.visitor()).call("get", "/notifications")).status).toBe(403);
});

test("a customer's conversation is told to everybody, its later messages to whoever has it", async () => {
  const app = await testApp();
  const [user, other] = [await app.member("user"), await app.member("user")];
  const visitor = await app.visitor();
  const { body } = await visitor.call("post", "/conversations", {
    message: { client_msg_id: "c-1", text: "Is the pier open?" },
  });
  await app.settle();
  expect(await typesOf(user.call)).toEqual(["conversation_created"]);
  await other.call("patch", `/conversations/${body.id}`, { assignee_id: user.id });
  await visitor.call("post", `/conversations/${body.id}/messages`, { client_msg_id: "c-2", text: "Hello?" });
  await app.settle();
  expect((await typesOf(user.call)).sort()).toEqual(["conversation_assigned", "conversation_created", "new_message"]);
  expect(await typesOf(other.call)).toEqual(["conversation_created"]);
});

test("an answer that was not read within five minutes is mailed once, together with what followed", async () => {
  const app = await testApp();
  const staff = await app.as();
  const { body: contact } = await staff("post", "/contacts", { name: "Ada", email: "ada@example.com" });
  const open = async (id: string) =>
    (
      await staff("post", "/conversations", {
        contact_id: contact.id,
        message: { client_msg_id: id, text: "We open." },
      })
    ).body.id as string;
  const id = await open("s-1");
  app.clock.advance("1m");
  await staff("post", `/conversations/${id}/messages`, { client_msg_id: "s-2", text: "At nine." });
  await staff("post", `/conversations/${id}/messages`, { client_msg_id: "s-3", text: "secret", kind: "note" });
  await app.settle();
  expect(await app.mail()).toEqual([]);
  app.clock.advance("6m");
  await app.settle();
  app.clock.advance("1h");
  await app.settle();
  const mails = await app.mail();
  expect(mails.map((mail) => mail.to)).toEqual(["ada@example.com"]);
  expect(mails[0]?.text).toContain("> We open.\n> \n> At nine.");
  expect(mails[0]?.text).not.toContain("secret");
});

test("an answer that was read is not mailed", async () => {
  const app = await testApp();
  const [visitor, staff] = [await app.visitor(), await app.as()];
  await visitor.call("post", "/tickets", raise);
  await app.settle();
  const { body } = await visitor.call("post", "/conversations", { message: { client_msg_id: "c-1", text: "Open?" } });
  const answer = await staff("post", `/conversations/${body.id}/messages`, { client_msg_id: "s-1", text: "Yes." });
  await app.settle();
  await visitor.call("put", `/conversations/${body.id}/read`, { seq: answer.body.seq });
  app.clock.advance("10m");
  await app.settle();
  expect((await app.mail()).map((mail) => mail.subject)).toEqual([expect.stringContaining("#1001")]);
});

test("a ticket is confirmed with its number and its link, and answered by mail without the notes", async () => {
  const app = await testApp();
  const staff = await app.as();
  await staff("patch", "/company", { version: 1, name: 'Harbor "Pines" <&>', email: "desk@harbor.example" });
  const { body } = await (await app.visitor()).call("post", "/tickets", {
    ...raise,
    subject: "<script>alert(1)</script>",
  });
  await staff("post", `/tickets/${body.id}/replies`, { text: "Order a patch.", internal: true });
  await app.settle();
  const [confirmation] = await app.mail();
  expect(confirmation).toMatchObject({
    to: "ada@example.com",
    from: '"Harbor Pines <&>" <no-reply@localhost>',
    reply_to: "desk@harbor.example",
    subject: "We have received your request (#1001): <script>alert(1)</script>",
  });
  expect(confirmation?.text).toContain(body.tracking_url);
  expect(confirmation?.html).toContain(`href="${body.tracking_url}"`);
  expect(confirmation?.html).not.toContain("<script>");
  expect(confirmation?.html).toContain("&lt;script&gt;");

  app.clock.advance("1m");
  await staff("post", `/tickets/${body.id}/replies`, { text: "On our way." });
  await staff("patch", `/tickets/${body.id}`, { version: 2, status: "resolved" });
  await app.settle();
  const mails = await app.mail();
  expect(mails.map((mail) => mail.subject.split(" ")[0]).sort()).toEqual(["Re:", "Resolved:", "We"]);
  expect(mails.find((mail) => mail.subject.startsWith("Re:"))?.text).toContain("> On our way.");
  expect(JSON.stringify(mails)).not.toContain("patch");
});

test("an outage of the mail provider delays a mail and loses none", async () => {
  const app = await testApp();
  const staff = await app.as();
  const { send } = app.ports.mailer;
  app.ports.mailer.send = async () => {
    throw new Error("421 try again");
  };
  await staff("post", "/tickets", raise);
  await app.settle();
  const row = "select status, error, attempts, sent_at from mail_deliveries";
  expect(await app.rows(row)).toEqual([["pending", "421 try again", 1, null]]);
  app.ports.mailer.send = send;
  app.clock.advance("11s");
  await app.settle();
  expect(await app.rows(row)).toEqual([["sent", null, 2, app.clock.now()]]);
  expect(await app.mail()).toHaveLength(1);
});

test("without a mailer a mail says that none is connected, and is not tried again", async () => {
  const app = await testApp();
  Object.assign(app.ports.mailer, { kind: "none" });
  await (await app.as())("post", "/tickets", raise);
  await app.settle();
  app.clock.advance("1d");
  await app.settle();
  expect(await app.rows("select status, error, attempts from mail_deliveries")).toEqual([
    ["failed", "not connected", 0],
  ]);
  expect(await app.mail()).toEqual([]);
});

test("development shows this tenant's mails, production shows nothing", async () => {
  const app = await testApp();
  const owner = await app.member("owner");
  await (await app.as())("post", "/tickets", raise);
  await app.ports.mailer.send({
    id: "of-another-tenant",
    from: "a@b.example",
    to: "x@y.example",
    subject: "",
    text: "",
    html: "",
  });
  await app.settle();
  const shown = await owner.call<{ data: { to: string; at: string }[] }>("get", "/mailbox");
  expect(shown.body.data).toMatchObject([{ to: "ada@example.com", at: expect.stringContaining("2026-11-23T12:00") }]);
  expect((await (await app.as())("get", "/mailbox")).status).toBe(403);
  app.ports.settings.production = true;
  expect((await owner.call("get", "/mailbox")).status).toBe(404);
});

test("old mails and notifications are forgotten", async () => {
  const app = await testApp();
  await app.member("owner");
  await (await app.as())("post", "/tickets", raise);
  await app.settle();
  app.clock.advance("91d");
  await app.settle();
  expect(await app.rows("select (select count(*) from mail_deliveries), (select count(*) from notifications)")).toEqual(
    [[0, 0]],
  );
});
