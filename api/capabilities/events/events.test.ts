import { expect, test } from "vitest";
import { type Call, testApp } from "../../testing/app.ts";

interface Log {
  data: { id: string; seq: number; type: string; data: Record<string, unknown> }[];
  has_more: boolean;
  next_cursor: string;
}

let sent = 0;
const open = (call: Call) =>
  call<{ id: string }>("post", "/conversations", { message: { client_msg_id: `m${++sent}`, text: "Hello" } });
const log = async (call: Call, query = "") => (await call<Log>("get", `/events${query}`)).body;

test("the log is read in the order of commits, page after page", async () => {
  const app = await testApp();
  const staff = await app.as();
  await open((await app.visitor()).call);
  const whole = await log(staff);
  expect(whole.data.map((event) => event.type)).toEqual(["contact.created", "conversation.created", "message.created"]);
  expect(whole).toMatchObject({ has_more: false, next_cursor: String(whole.data.at(-1)?.seq) });
  const first = await log(staff, "?limit=2");
  expect(first.has_more).toBe(true);
  expect((await log(staff, `?limit=2&cursor=${first.next_cursor}`)).data).toEqual(whole.data.slice(2));
  expect((await log(staff, `?after=${whole.next_cursor}`)).data).toEqual([]);
  expect(await log(staff, "?after=latest")).toEqual({ data: [], has_more: false, next_cursor: whole.next_cursor });
  const one = whole.data[1];
  expect((await staff("get", `/events/${one?.id}`)).body).toEqual(one);
});

test("filters narrow, and the cursor moves past what they leave out", async () => {
  const app = await testApp();
  const staff = await app.as();
  const mine = (await open((await app.visitor()).call)).body.id;
  await open((await app.visitor()).call);
  const types = await log(staff, "?type=message.created,conversation.read");
  expect(types.data.map((event) => event.type)).toEqual(["message.created", "message.created"]);
  expect(await log(staff, "?type=ticket.created")).toEqual({ data: [], has_more: false, next_cursor: "6" });
  expect((await log(staff, `?subject=${mine}`)).data.map((event) => event.type)).toEqual([
    "conversation.created",
    "message.created",
  ]);
  for (const bad of ["?type=;", "?after=-1", "?after=x", "?wait=26", "?cursor=x", "?colour=red"]) {
    expect((await staff("get", `/events${bad}`)).status).toBe(400);
  }
});

test("a visitor sees its own visible events and nothing else", async () => {
  const app = await testApp();
  const [ada, eve] = [await app.visitor(), await app.visitor()];
  const id = (await open(ada.call)).body.id;
  const staff = await app.as();
  await staff("post", `/conversations/${id}/messages`, { client_msg_id: "n", text: "A note", kind: "note" });
  expect((await log(ada.call)).data.map((event) => event.type)).toEqual(["message.created"]);
  expect(await log(eve.call)).toEqual({ data: [], has_more: false, next_cursor: "4" });
  expect((await log(eve.call, `?subject=${id}`)).data).toEqual([]);
  const all = (await log(staff)).data;
  const seen = await Promise.all(all.map((event) => eve.call("get", `/events/${event.id}`)));
  expect(seen.map((answer) => answer.status)).toEqual(all.map(() => 404));
  const own = await Promise.all(all.map((event) => ada.call("get", `/events/${event.id}`)));
  expect(own.map((answer) => answer.status)).toEqual([404, 404, 200, 404]);
  expect((await (await app.as("conversations:read"))("get", "/events")).status).toBe(403);
  expect((await app.anyone("get", "/events")).status).toBe(401);
});

test("a waiting call is answered as soon as something visible is committed", async () => {
  const app = await testApp();
  const [ada, eve] = [await app.visitor(), await app.visitor()];
  const staff = await app.as();
  const id = (await open(ada.call)).body.id;
  const { next_cursor } = await log(ada.call);
  const started = performance.now();
  let answered = false;
  const waiting = log(ada.call, `?after=${next_cursor}&wait=20`).then((page) => {
    answered = true;
    return page;
  });
  await open(eve.call);
  await staff("post", `/conversations/${id}/messages`, { client_msg_id: "n", text: "A note", kind: "note" });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(answered).toBe(false);
  const before = performance.now();
  await staff("post", `/conversations/${id}/messages`, { client_msg_id: "t", text: "At last" });
  const page = await waiting;
  expect(performance.now() - before).toBeLessThan(1_000);
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(page.data.map((event) => event.data.text)).toEqual(["At last"]);
});

test("a wait in vain ends when its time is over, and one that is not needed does not begin", async () => {
  const app = await testApp();
  const ada = await app.visitor();
  await open(ada.call);
  const started = performance.now();
  expect((await log(ada.call, "?wait=20")).data.length).toBe(1);
  expect(performance.now() - started).toBeLessThan(1_000);
  const page = await log(ada.call, "?after=latest&wait=1");
  expect(page.data).toEqual([]);
  expect(performance.now() - started).toBeGreaterThan(950);
});

test("nothing is lost between one call and the next while others write", async () => {
  const app = await testApp();
  const ada = await app.visitor();
  const staff = await app.as();
  const id = (await open(ada.call)).body.id;
  let cursor = (await log(ada.call)).next_cursor;
  const seen: number[] = [];
  const follow = async () => {
    while (seen.length < 40) {
      const page = await log(ada.call, `?after=${cursor}&wait=5&limit=3`);
      seen.push(...page.data.map((event) => event.data.seq as number));
      cursor = page.next_cursor;
    }
  };
  const write = async () => {
    for (let n = 0; n < 40; n++) {
      await staff("post", `/conversations/${id}/messages`, { client_msg_id: `w${n}`, text: `${n}` });
    }
  };
  await Promise.all([follow(), write()]);
  expect(seen).toEqual(Array.from({ length: 40 }, (_, index) => index + 2));
});

test("one caller keeps at most four calls waiting; more are answered at once", async () => {
  const app = await testApp();
  const ada = await app.visitor();
  await open(ada.call);
  const started = performance.now();
  const waits = Array.from({ length: 6 }, () =>
    log(ada.call, "?after=latest&wait=1").then(() => performance.now() - started),
  );
  const times = await Promise.all(waits);
  expect(times.filter((time) => time < 700).length).toBe(2);
  const again = performance.now();
  await log(ada.call, "?after=latest&wait=1");
  expect(performance.now() - again).toBeGreaterThan(900);
});

test("a position that the log does not hold is answered with where it is", async () => {
  const app = await testApp();
  const staff = await app.as();
  await open((await app.visitor()).call);
  const ahead = await staff("get", "/events?after=99");
  expect([ahead.status, ahead.body.code, ahead.body.last_seq]).toEqual([410, "cursor_too_old", 3]);
  await app.database.commit([{ sql: "delete from events where seq <= 2", args: [] }]);
  const behind = await staff("get", "/events?after=1");
  expect([behind.status, behind.body.last_seq]).toEqual([410, 3]);
  expect((await log(staff, "?after=2")).data.length).toBe(1);
  expect((await log(staff)).data.length).toBe(1);
});
