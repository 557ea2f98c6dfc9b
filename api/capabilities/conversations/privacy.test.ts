import { expect, test } from "vitest";
import { testApp } from "../../testing/app.ts";

interface Page<T = { id: string }> {
  data: T[];
}

async function threadWithNote() {
  const app = await testApp();
  const ada = await app.visitor();
  const staff = await app.as();
  const opening = { contact: { name: "Ada" }, message: { client_msg_id: "1", text: "Hello" } };
  const id = (await ada.call("post", "/conversations", opening)).body.id as string;
  const note = { client_msg_id: "n", text: "A difficult customer", kind: "note" };
  expect((await staff("post", `/conversations/${id}/messages`, note)).body).toMatchObject({ kind: "note", seq: 2 });
  await staff("patch", `/conversations/${id}`, { priority: "low", tags: ["difficult"] });
  return { app, ada, staff, id };
}

test("no visitor reaches another's conversation, by any way", async () => {
  const { app, ada, id } = await threadWithNote();
  const eve = await app.visitor();
  await eve.call("post", "/conversations", { message: { client_msg_id: "1", text: "I am Eve" } });
  const anonymous = await app.visitor();
  for (const { call } of [eve, anonymous]) {
    const answers = await Promise.all([
      call("get", `/conversations/${id}`),
      call("get", `/conversations/${id}/messages`),
      call("get", `/conversations/${id}/messages?after=0`),
      call("post", `/conversations/${id}/messages`, { client_msg_id: "1", text: "Hello" }),
      call("put", `/conversations/${id}/read`, { seq: 1 }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404]);
    const missing = await call("get", "/conversations/cnv_00000000000000000000");
    expect(missing.body.detail).toBe(answers[0]?.body.detail);
    const { data } = (await call<Page>("get", "/conversations")).body;
    expect(data.map((item) => item.id)).not.toContain(id);
    expect((await call<Page>("get", "/conversations?q=hello")).body.data).toEqual([]);
    for (const [method, path] of [
      ["patch", `/conversations/${id}`],
      ["get", `/conversations/${id}/metrics`],
      ["get", "/conversations/counts"],
    ] as const) {
      expect((await call(method, path, method === "patch" ? { status: "closed" } : undefined)).status).toBe(403);
    }
  }
  const contact = (await ada.call("get", `/conversations/${id}`)).body.contact_id;
  const { data } = (await eve.call<Page>("get", `/conversations?contact_id=${contact}`)).body;
  expect(data).toEqual([]);
});

test("notes, tags and priority never reach the customer", async () => {
  const { ada, staff, id } = await threadWithNote();
  await staff("post", `/conversations/${id}/messages`, { client_msg_id: "a", text: "Good morning" });
  await staff("patch", `/conversations/${id}`, { status: "resolved" });
  const answers = await Promise.all([
    ada.call("get", `/conversations/${id}`),
    ada.call("get", "/conversations"),
    ada.call("get", `/conversations/${id}/messages`),
    ada.call("get", `/conversations/${id}/messages?after=1`),
    ada.call("get", `/conversations/${id}/messages?before=9`),
    ada.call("get", "/events"),
    ada.call("get", "/events?type=note.created,conversation.updated"),
    ada.call<Page>("get", "/conversations?q=difficult"),
    ada.call<Page>("get", "/conversations?tag=difficult"),
  ]);
  expect(answers.map((answer) => answer.status)).toEqual(Array(9).fill(200));
  for (const { body } of answers) expect(JSON.stringify(body)).not.toMatch(/difficult|"low"|"note"/i);
  expect(answers.at(-1)?.body).toMatchObject({ data: [] });
  expect(answers[0]?.body).toMatchObject({ unread: 1, last_message: { text: "Good morning" }, priority: "normal" });
  const told = answers[5]?.body as unknown as Page<{ type: string }>;
  expect(told.data.map((event) => event.type)).toEqual([
    "message.created",
    "message.created",
    "message.created",
    "conversation.status_changed",
  ]);
  const refused = await ada.call("post", `/conversations/${id}/messages`, {
    client_msg_id: "x",
    text: "psst",
    kind: "note",
  });
  expect(refused.status).toBe(403);
});

test("a note moves nothing that the customer can see", async () => {
  const { ada, staff, id } = await threadWithNote();
  const before = (await ada.call("get", `/conversations/${id}`)).body;
  await staff("post", `/conversations/${id}/messages`, { client_msg_id: "n2", text: "Another", kind: "note" });
  expect((await ada.call("get", `/conversations/${id}`)).body).toEqual(before);
  expect((await staff("get", `/conversations/${id}`)).body.last_message).toMatchObject({ text: "Hello" });
  expect((await ada.call<Page>("get", `/conversations/${id}/messages`)).body).toMatchObject({ last_seq: 1 });
});

test("a contact can tell a hole of its thread from a loss", async () => {
  const { ada, staff, id } = await threadWithNote();
  const said = await staff("post", `/conversations/${id}/messages`, { client_msg_id: "a", text: "Good morning" });
  expect(said.body).toMatchObject({ seq: 4, prev_seq: 1 });
  await ada.call("put", `/conversations/${id}/read`, { seq: 4 });
  const next = await staff("post", `/conversations/${id}/messages`, { client_msg_id: "b", text: "And welcome" });
  expect(next.body).toMatchObject({ seq: 6, prev_seq: 5 });
  type Logged = { type: string; data: { seq: number; prev_seq: number } };
  const { data } = (await ada.call<Page<Logged>>("get", "/events?type=message.created,conversation.read")).body;
  expect(data.map((event) => [event.data.prev_seq, event.data.seq])).toEqual([
    [0, 1],
    [1, 4],
    [4, 5],
    [5, 6],
  ]);
});
