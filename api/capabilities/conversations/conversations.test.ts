import { expect, test } from "vitest";
import { type Call, testApp } from "../../testing/app.ts";

interface Said {
  id: string;
  seq: number;
  prev_seq: number;
  kind: string;
  text: string;
  event: unknown;
  sender_kind: string;
  attachments: { name: string; url: string }[];
}
interface Thread {
  data: Said[];
  has_more: boolean;
  next_cursor: string | null;
  last_seq: number;
  customer_read_seq: number;
  staff_read_seq: number;
}

const hello = { message: { client_msg_id: "first", text: "Is the pier open?" } };

const open = async (call: Call, body: object = hello) => (await call("post", "/conversations", body)).body.id as string;
let sent = 0;
const say = (call: Call, id: string, text: string, more: object = {}) =>
  call("post", `/conversations/${id}/messages`, { client_msg_id: `m${++sent}`, text, ...more });
const thread = async (call: Call, id: string, query = "") =>
  (await call<Thread>("get", `/conversations/${id}/messages${query}`)).body;
const texts = (page: Thread) => page.data.map((message) => message.text);

test("a visitor opens a conversation, staff answers, and both see how far the other has read", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  const staff = await app.as();

  const opened = await visitor.call("post", "/conversations", { ...hello, contact: { name: "Ada" } });
  expect(opened.status).toBe(201);
  expect(opened.body).toMatchObject({
    status: "open",
    channel: "chat",
    contact: { name: "Ada" },
    last_message: { text: "Is the pier open?", sender_kind: "customer" },
    last_seq: 1,
    unread: 0,
  });
  const id = opened.body.id as string;
  expect((await staff("get", `/conversations/${id}`)).body).toMatchObject({ unread: 1, last_seq: 1 });

  app.clock.advance("90s");
  const answer = await say(staff, id, "From nine to five.");
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({ seq: 2, prev_seq: 1, sender_kind: "staff", kind: "text", event: null });
  expect((await visitor.call("get", `/conversations/${id}`)).body).toMatchObject({ unread: 1, last_seq: 2 });

  expect((await visitor.call("put", `/conversations/${id}/read`, { seq: 2 })).body).toEqual({ read_seq: 2, unread: 0 });
  expect(await thread(staff, id)).toMatchObject({ last_seq: 3, customer_read_seq: 2, staff_read_seq: 0 });
  expect(texts(await thread(visitor.call, id))).toEqual(["Is the pier open?", "From nine to five."]);

  expect((await staff("get", `/conversations/${id}/metrics`)).body).toMatchObject({
    first_response_seconds: 90,
    resolution_seconds: null,
    messages: { customer: 1, staff: 1, agent: 0, notes: 0 },
  });
  expect(await app.events()).toEqual([
    "contact.created",
    "conversation.created",
    "message.created",
    "message.created",
    "conversation.read",
  ]);
  expect(await app.audit()).toEqual(["conversations.create", "messages.create"]);
});

test("a read mark goes forward only, to the newest text at most, and unread is exact", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  const staff = await app.as();
  const id = await open(visitor.call);
  for (const text of ["two", "three", "four"]) await say(visitor.call, id, text);
  await say(staff, id, "a note", { kind: "note" });
  const read = async (seq: number) => (await staff("put", `/conversations/${id}/read`, { seq })).body;
  expect(await read(3)).toEqual({ read_seq: 3, unread: 1 });
  expect(await read(2)).toEqual({ read_seq: 3, unread: 1 });
  expect(await read(9_999)).toEqual({ read_seq: 4, unread: 0 });
  expect(await read(9_999)).toEqual({ read_seq: 4, unread: 0 });
  expect((await app.events()).filter((type) => type === "conversation.read").length).toBe(2);
  await say(visitor.call, id, "five");
  expect((await staff("get", `/conversations/${id}`)).body.unread).toBe(1);
  expect((await staff("put", `/conversations/${id}/read`, { seq: -1 })).status).toBe(400);
});

test("changes of status, assignment and priority are entries that say who and what", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  const [ada, bob] = [await app.member("team_lead"), await app.member("user")];
  const staff = ada.call;
  const id = await open(visitor.call);
  const changed = await staff("patch", `/conversations/${id}`, {
    version: 1,
    status: "resolved",
    assignee_id: bob.id,
    priority: "medium",
    tags: ["pier"],
  });
  expect(changed.body).toMatchObject({
    status: "resolved",
    assignee_id: bob.id,
    priority: "normal",
    assigned_by: ada.id,
    tags: ["pier"],
    resolved_at: "2026-11-23T12:00:00.000Z",
    last_seq: 3,
    version: 2,
  });
  await staff("patch", `/conversations/${id}`, { priority: "urgent" });

  const entries = (await thread(staff, id)).data.slice(1);
  expect(entries.map(({ seq, sender_kind, text, event }) => [seq, sender_kind, text, event])).toEqual([
    [2, "system", "team_lead 1 marked this as resolved", { type: "status", from: "open", to: "resolved" }],
    [3, "system", "team_lead 1 assigned this to user 2", { type: "assignee", from: null, to: bob.id }],
    [4, "system", "team_lead 1 set the priority to urgent", { type: "priority", from: "normal", to: "urgent" }],
  ]);
  expect(await app.events()).toEqual([
    "contact.created",
    "conversation.created",
    "message.created",
    "message.created",
    "message.created",
    "conversation.updated",
    "conversation.assigned",
    "conversation.status_changed",
    "note.created",
    "conversation.updated",
  ]);
  expect((await staff("patch", `/conversations/${id}`, { version: 1, status: "open" })).body).toMatchObject({
    code: "version_conflict",
    current_version: 3,
  });
  const [audit] = await app.rows("select changes from audit where action = 'conversations.update' order by seq");
  expect(JSON.parse(audit?.[0] as string).status).toEqual({ from: "open", to: "resolved" });
  expect((await bob.call("get", "/conversations/counts")).body).toMatchObject({ mine: 0, unread: 1 });
  await say(visitor.call, id, "One more thing");
  expect((await bob.call("get", "/conversations/counts")).body).toMatchObject({ open: 1, mine: 1, unassigned: 0 });
  await bob.call("patch", `/conversations/${id}`, { assignee_id: null });
  await bob.call("patch", `/conversations/${id}`, { assignee_id: bob.id });
  expect(texts(await thread(staff, id)).slice(-2)).toEqual(["user 2 unassigned this", "user 2 took this"]);
  const stranger = { assignee_id: "mem_0QvPqFbT4kZx81LmWc3R9a" };
  expect((await staff("patch", `/conversations/${id}`, stranger)).body.errors).toMatchObject([
    { pointer: "/assignee_id" },
  ]);
  const booking = { booking_id: "bkg_0QvPqFbT4kZx81LmWc3R9a" };
  expect((await staff("patch", `/conversations/${id}`, booking)).body.errors).toMatchObject([
    { pointer: "/booking_id" },
  ]);
});

test("a change that changes nothing leaves no trace", async () => {
  const app = await testApp();
  const staff = await app.as();
  const id = await open((await app.visitor()).call);
  const same = await staff("patch", `/conversations/${id}`, { status: "open", priority: "normal", tags: [] });
  expect(same.body).toMatchObject({ version: 1, last_seq: 1 });
  expect(await app.audit()).toEqual(["conversations.create"]);
});

test("a customer who writes to what is resolved opens it again; staff does not", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  const staff = await app.as();
  const id = await open(visitor.call);
  await staff("patch", `/conversations/${id}`, { status: "resolved" });
  await say(staff, id, "Anything else?");
  expect((await staff("get", `/conversations/${id}`)).body.status).toBe("resolved");
  expect((await say(visitor.call, id, "Yes!")).body).toMatchObject({ seq: 4 });
  expect((await staff("get", `/conversations/${id}`)).body).toMatchObject({
    status: "open",
    resolved_at: null,
    version: 3,
    last_seq: 5,
  });
  expect(texts(await thread(visitor.call, id)).slice(-2)).toEqual(["Yes!", "Visitor reopened this"]);
  expect((await staff("get", `/conversations/${id}/metrics`)).body.reopened).toBe(1);
  const [told] = await app.rows(
    "select data from events where type = 'conversation.updated' order by seq desc limit 1",
  );
  expect(JSON.parse(told?.[0] as string)).toMatchObject({
    status: "open",
    last_seq: 5,
    unread: 2,
    last_message: { text: "Yes!", sender_kind: "customer", at: "2026-11-23T12:00:00.000Z" },
  });
});

test("a snoozed conversation opens again when its time has come, and not before", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  const staff = await app.as();
  const id = await open(visitor.call);
  const status = async () => (await staff("get", `/conversations/${id}`)).body;
  const until = "2026-11-24T09:00:00.000Z";
  expect((await staff("patch", `/conversations/${id}`, { snoozed_until: "2026-11-01T00:00:00Z" })).status).toBe(400);
  expect((await staff("patch", `/conversations/${id}`, { snoozed_until: until })).body).toMatchObject({
    status: "pending",
    snoozed_until: until,
  });
  await app.settle();
  expect((await status()).status).toBe("pending");
  app.clock.advance("1d");
  await app.settle();
  expect(await status()).toMatchObject({ status: "open", snoozed_until: null });
  expect((await thread(staff, id)).data.at(-1)).toMatchObject({ text: "This is open again", sender_kind: "system" });

  await staff("patch", `/conversations/${id}`, { snoozed_until: "2026-11-26T09:00:00Z" });
  await say(visitor.call, id, "Hello?");
  expect(await status()).toMatchObject({ status: "open", snoozed_until: null });
  await staff("patch", `/conversations/${id}`, { status: "closed" });
  app.clock.advance("5d");
  await app.settle();
  expect((await status()).status).toBe("closed");
  expect(app.failures).toEqual([]);
});

test("a thread is read in pages from either end, and since a position", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  const id = await open(visitor.call, { message: { client_msg_id: "1", text: "1" } });
  for (let n = 2; n <= 7; n++) await say(visitor.call, id, String(n));
  const newest = await thread(visitor.call, id, "?limit=3");
  expect([texts(newest), newest.has_more, newest.last_seq]).toEqual([["5", "6", "7"], true, 7]);
  const earlier = await thread(visitor.call, id, `?limit=3&cursor=${newest.next_cursor}`);
  expect(texts(earlier)).toEqual(["2", "3", "4"]);
  const oldest = await thread(visitor.call, id, `?limit=3&before=2`);
  expect([texts(oldest), oldest.has_more, oldest.next_cursor]).toEqual([["1"], false, null]);
  const since = await thread(visitor.call, id, "?after=2&limit=2");
  expect([texts(since), since.has_more]).toEqual([["3", "4"], true]);
  expect(texts(await thread(visitor.call, id, `?limit=9&cursor=${since.next_cursor}`))).toEqual(["5", "6", "7"]);
  expect(await thread(visitor.call, id, "?after=7")).toMatchObject({ data: [], has_more: false, last_seq: 7 });
  for (const bad of ["?cursor=x", "?after=-1", "?before=a", "?after=9e99"]) {
    expect((await visitor.call("get", `/conversations/${id}/messages${bad}`)).status).toBe(400);
  }
});

test("the list shows the newest activity first and narrows to what is asked for", async () => {
  const app = await testApp();
  const staff = await app.as();
  const opened = [];
  for (const name of ["Ada", "Grace", "Linus"]) {
    app.clock.advance("1m");
    const contact = { name, email: `${name}@example.com` };
    const message = { client_msg_id: name, text: `I am ${name}` };
    opened.push(await open((await app.visitor()).call, { contact, message }));
  }
  const [ada, grace, linus] = opened as [string, string, string];
  app.clock.advance("1m");
  await say(staff, ada, "The harbour master is in.");
  await staff("patch", `/conversations/${grace}`, { tags: ["vip"], status: "pending" });
  const list = async (query = "") =>
    (await staff<{ data: { id: string }[] }>("get", `/conversations${query}`)).body.data.map((item) => item.id);
  expect(await list()).toEqual([ada, linus, grace]);
  expect(await list("?status=pending")).toEqual([grace]);
  expect(await list("?tag=vip")).toEqual([grace]);
  expect(await list("?assignee_id=none")).toEqual([ada, linus, grace]);
  expect(await list("?q=linus%40ex")).toEqual([linus]);
  expect(await list("?q=harbour%20mas")).toEqual([ada]);
  expect(await list("?q=%22%3B%20drop")).toEqual([]);
  const page = (await staff("get", "/conversations?limit=2")).body;
  expect(await list(`?limit=2&cursor=${page.next_cursor}`)).toEqual([grace]);
  expect((await staff("get", "/conversations/counts")).body).toEqual({
    open: 2,
    pending: 1,
    unread: 3,
    unassigned: 3,
    mine: 0,
  });
});

test("the list, the counts and the thread are served by indexes", async () => {
  const app = await testApp();
  const plan = async (sql: string) => (await app.rows(`explain query plan ${sql}`)).map((row) => row.at(-1)).join("; ");
  const newest = "order by last_message_at desc, id desc limit 26";
  expect(await plan(`select * from conversations ${newest}`)).toMatch(/^SCAN .*by_activity$/);
  for (const column of ["status", "assignee_id", "contact_id"]) {
    const text = await plan(`select * from conversations where ${column} = 'x' ${newest}`);
    expect(text).toMatch(/^SEARCH .*USING INDEX conversations_by_\w+ \(\w+=\?\)$/);
  }
  expect(await plan("select count(*) from conversations where staff_unread > 0")).toContain("conversations_unread");
  expect(
    await plan(
      "select count(*) filter (where assignee_id is null) from conversations where status in ('open', 'pending')",
    ),
  ).toContain("COVERING INDEX conversations_live");
  expect(await plan("select * from messages where conversation_id = 'x' and seq > 3 order by seq")).toMatch(
    /^SEARCH [^;]*$/,
  );
});

test("staff opens a conversation with a contact, once, however often it tries", async () => {
  const app = await testApp();
  const staff = await app.as();
  const contact = (await staff("post", "/contacts", { name: "Ada" })).body.id;
  const body = { contact_id: contact, subject: "Your kayak", message: { client_msg_id: "k", text: "It is ready." } };
  const first = await staff("post", "/conversations", body);
  expect(first.body).toMatchObject({ channel: "api", unread: 0, contact: { name: "Ada" }, subject: "Your kayak" });
  expect((await staff("post", "/conversations", body)).body.id).toBe(first.body.id);
  const other = await staff("post", "/conversations", { ...body, message: { ...body.message, text: "It is not." } });
  expect([other.status, other.body.code]).toEqual([409, "message_conflict"]);
  expect((await staff("post", "/conversations", hello)).body.errors).toMatchObject([{ pointer: "/contact_id" }]);
  const nobody = { ...body, contact_id: "con_00000000000000000000", message: { client_msg_id: "z", text: "x" } };
  expect((await staff("post", "/conversations", nobody)).status).toBe(400);
});

test("a message may be a file alone, and never nothing", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  const staff = await app.as();
  const id = await open(visitor.call);
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
  const headers = { "content-type": "image/png", "foyer-filename": "leak.png" };
  const media = (await visitor.call("post", "/media", png, headers)).body.id as string;
  const answer = await visitor.call<Said>("post", `/conversations/${id}/messages`, {
    client_msg_id: "file",
    attachments: [media],
  });
  expect(answer.body).toMatchObject({ text: "", attachments: [{ media_id: media, name: "leak.png" }] });
  expect((await staff("get", `/conversations/${id}`)).body.last_message).toMatchObject({ text: "leak.png" });
  expect((await thread(staff, id)).data.at(-1)?.attachments[0]?.url).toContain("/v1/files/");
  const [logged] = await app.rows("select data from events where type = 'message.created' order by seq desc limit 1");
  expect(JSON.parse(logged?.[0] as string).attachments).toEqual([
    { media_id: media, name: "leak.png", type: "image/png", size: png.length },
  ]);
  expect((await visitor.call("post", `/conversations/${id}/messages`, { client_msg_id: "n", text: " " })).status).toBe(
    400,
  );
  const stranger = await app.visitor();
  const other = await open(stranger.call);
  expect((await say(stranger.call, other, "mine?", { attachments: [media] })).status).toBe(400);

  expect((await staff("delete", `/conversations/${id}`)).status).toBe(204);
  expect((await staff("get", `/media/${media}`)).status).toBe(404);
});

test("deleting removes the thread, and needs a permission of its own", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  const id = await open(visitor.call);
  await say(visitor.call, id, "Forget me");
  const clerk = await app.as("conversations:read", "conversations:write");
  expect((await clerk("delete", `/conversations/${id}`)).status).toBe(403);
  expect((await visitor.call("delete", `/conversations/${id}`)).status).toBe(403);
  const admin = await app.as();
  expect((await admin("delete", `/conversations/${id}`)).status).toBe(204);
  expect((await admin("delete", `/conversations/${id}`)).status).toBe(404);
  expect((await visitor.call("get", `/conversations/${id}/messages`)).status).toBe(404);
  expect((await say(visitor.call, id, "Still there?")).status).toBe(404);
  expect(await app.rows("select count(*) from messages union all select count(*) from messages_search")).toEqual([
    [0],
    [0],
  ]);
  expect((await app.events()).at(-1)).toBe("conversation.deleted");
});

test("bad input is refused with a pointer and changes nothing", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  const id = await open(visitor.call);
  const bad = await visitor.call<{ errors: { pointer: string }[] }>("post", `/conversations/${id}/messages`, {
    client_msg_id: "no spaces",
    text: "x".repeat(10_001),
    colour: "red",
  });
  expect(bad.status).toBe(400);
  expect(bad.body.errors.map((error) => error.pointer).sort()).toEqual(["/client_msg_id", "/colour", "/text"]);
  expect((await say(visitor.call, id, "y".repeat(10_000))).status).toBe(201);
  expect((await say(visitor.call, "cnv_00000000000000000000", "hello")).status).toBe(404);
  expect((await visitor.call("post", "/conversations", { subject: "nothing" })).status).toBe(400);
});
