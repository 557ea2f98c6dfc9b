import { expect, test } from "vitest";
import { type Call, testApp } from "../../testing/app.ts";

const opening = { message: { client_msg_id: "first", text: "Hello" } };
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

async function conversation() {
  const app = await testApp();
  const visitor = await app.visitor();
  const staff = await app.as();
  const id = (await visitor.call("post", "/conversations", opening)).body.id as string;
  const say = (call: Call, client_msg_id: string, text: string, kind?: string) =>
    call("post", `/conversations/${id}/messages`, { client_msg_id, text, ...(kind ? { kind } : {}) });
  const seqs = async () => (await app.rows("select seq from messages order by seq")).map(([seq]) => seq);
  return { app, visitor: visitor.call, staff, id, say, seqs };
}

test("a hundred messages at once stand in line without a gap, and events tell the same order", async () => {
  const { app, visitor, staff, id, say, seqs } = await conversation();
  const answers = await Promise.all(
    range(2, 100).map((n) => say(n % 2 ? visitor : staff, `m${n}`, `text ${n}`, n % 10 === 0 ? "note" : undefined)),
  );
  expect(answers.filter((answer) => answer.status !== 201)).toEqual([]);
  expect(await seqs()).toEqual(range(1, 100));
  expect(answers.map((answer) => answer.body.seq as number).sort((a, b) => a - b)).toEqual(range(2, 100));
  const logged = await app.rows(
    "select json_extract(data, '$.seq') from events where type in ('message.created', 'note.created') order by seq",
  );
  expect(logged).toEqual(range(1, 100).map((seq) => [seq]));

  // What the contact sees is a chain: each change names the one before it.
  const chain = await app.rows(
    "select json_extract(data, '$.prev_seq'), json_extract(data, '$.seq') from events where type = 'message.created' order by seq",
  );
  chain.reduce((position, [prev, seq]) => {
    expect(prev).toBe(position);
    return seq as number;
  }, 0);
  const shown = (await staff("get", `/conversations/${id}`)).body;
  expect(shown).toMatchObject({ last_seq: 100, unread: 50 });
  expect((await visitor("get", `/conversations/${id}`)).body.unread).toBe(40);
});

test("a hundred replays of one message at once say it once", async () => {
  const { app, visitor, say, seqs } = await conversation();
  const answers = await Promise.all(range(1, 100).map(() => say(visitor, "same", "Once")));
  expect(new Set(answers.map((answer) => `${answer.status} ${answer.body.id} ${answer.body.seq}`)).size).toBe(1);
  expect(answers[0]?.body).toMatchObject({ seq: 2, client_msg_id: "same" });
  expect(await seqs()).toEqual([1, 2]);
  expect(await app.rows("select count(*) from events where type = 'message.created'")).toEqual([[2]]);
  expect((await app.audit()).length).toBe(2);
});

test("one id with two texts at once: one is said, the other is a conflict", async () => {
  const { visitor, say, seqs } = await conversation();
  const answers = await Promise.all(range(1, 20).map((n) => say(visitor, "same", n % 2 ? "yes" : "no")));
  expect([...new Set(answers.map((answer) => answer.status))].sort()).toEqual([201, 409]);
  expect(answers.find((answer) => answer.status === 409)?.body.code).toBe("message_conflict");
  expect(await seqs()).toEqual([1, 2]);
});

test("two senders may choose the same id", async () => {
  const { visitor, staff, say, seqs } = await conversation();
  await Promise.all([say(visitor, "same", "mine"), say(staff, "same", "mine, too")]);
  expect(await seqs()).toEqual([1, 2, 3]);
});

test("a conversation that is opened a hundred times at once is one, with one contact", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  const answers = await Promise.all(range(1, 100).map(() => visitor.call("post", "/conversations", opening)));
  expect(answers.map((answer) => answer.status)).toEqual(Array(100).fill(201));
  expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  expect(await app.events()).toEqual(["contact.created", "conversation.created", "message.created"]);
  const again = await visitor.call("post", "/conversations", { message: { client_msg_id: "first", text: "Other" } });
  expect(again.body.code).toBe("message_conflict");
});

test("messages that race with resolving never end in a resolved conversation", async () => {
  const { visitor, staff, id, say, seqs } = await conversation();
  const answers = await Promise.all([
    ...range(1, 20).map((n) => say(visitor, `m${n}`, "Wait!")),
    ...range(1, 5).map(() => staff("patch", `/conversations/${id}`, { status: "resolved" })),
    ...range(21, 40).map((n) => say(visitor, `m${n}`, "Wait!")),
  ]);
  // A message is always taken; of two who change the status at once, one may be told so.
  const said = [...answers.slice(0, 20), ...answers.slice(25)];
  expect(said.filter((answer) => answer.status !== 201)).toEqual([]);
  expect([200, 409]).toEqual(expect.arrayContaining(answers.slice(20, 25).map((answer) => answer.status)));
  const all = await seqs();
  expect(all).toEqual(range(1, all.length));
  const thread = await staff<{ data: { kind: string; event: { to: string } | null }[] }>(
    "get",
    `/conversations/${id}/messages?after=0&limit=500`,
  );
  const last = thread.body.data.findLast((entry) => entry.event)?.event?.to;
  const lastText = thread.body.data.findLastIndex((entry) => entry.kind === "text");
  const lastResolved = thread.body.data.findLastIndex((entry) => entry.event?.to === "resolved");
  const status = (await staff("get", `/conversations/${id}`)).body.status;
  expect(status).toBe(last ?? "open");
  expect(status).toBe(lastResolved > lastText ? "resolved" : "open");
});

test("of many changes at once each is made or refused, and the thread tells those that were made", async () => {
  const { staff, id, seqs } = await conversation();
  const answers = await Promise.all(
    range(1, 40).map((n) =>
      staff("patch", `/conversations/${id}`, { tags: [`t${n}`], status: n % 2 ? "pending" : "closed" }),
    ),
  );
  expect([...new Set(answers.map((answer) => answer.status))].sort()).toEqual([200, 409]);
  const made = answers.filter((answer) => answer.status === 200).length;
  const { version, last_seq } = (await staff("get", `/conversations/${id}`)).body;
  expect(version).toBe(1 + made);
  expect(last_seq).toBe(1 + made);
  expect(new Set(await seqs()).size).toBe((await seqs()).length);
});

test("deleting while messages arrive leaves nothing behind", async () => {
  const { app, visitor, staff, id, say } = await conversation();
  const answers = await Promise.all([
    ...range(1, 15).map((n) => say(visitor, `m${n}`, "Hello?")),
    staff("delete", `/conversations/${id}`),
    ...range(16, 30).map((n) => say(visitor, `m${n}`, "Hello?")),
  ]);
  expect(
    [...new Set(answers.map((answer) => answer.status))].filter((status) => ![201, 204, 404].includes(status)),
  ).toEqual([]);
  expect(await app.rows("select count(*) from messages")).toEqual([[0]]);
});

test("read marks that race with messages leave an exact count", async () => {
  const { app, visitor, staff, id, say } = await conversation();
  await Promise.all(
    range(2, 60).flatMap((n) => [
      say(visitor, `m${n}`, "text"),
      staff("put", `/conversations/${id}/read`, { seq: n - 1 }),
    ]),
  );
  const [row] = await app.rows(
    "select staff_unread, (select count(*) from messages m where m.seq > staff_read_seq and kind = 'text' and sender_kind = 'customer'), last_seq from conversations",
  );
  expect(row?.[0]).toBe(row?.[1]);
  const taken = await app.rows(
    "select json_extract(data, '$.seq') from events where type in ('message.created', 'conversation.read') order by seq",
  );
  expect(taken).toEqual(range(1, row?.[2] as number).map((seq) => [seq]));
});
