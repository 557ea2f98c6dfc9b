import { expect, test } from "vitest";
import { testApp } from "../../testing/app.ts";

interface Job extends Record<string, unknown> {
  id: string;
  kind: string;
}
interface List {
  data: Job[];
}

const raise = {
  subject: "The kayak leaks",
  description: "Number 4, near the stern.",
  contact: { name: "Ada", email: "ada@example.com" },
};

test("a job that was given up is seen, and does its work when it is tried again", async () => {
  const app = await testApp();
  const staff = await app.as();
  const { send } = app.ports.mailer;
  app.ports.mailer.send = async () => {
    throw new Error("the provider is away");
  };
  await staff("post", "/tickets", raise);
  for (let attempt = 0; attempt < 10; attempt++) {
    await app.settle();
    app.clock.advance("1d");
  }
  const dead = (await staff<List>("get", "/jobs")).body.data;
  expect(dead).toMatchObject([{ kind: "mail.send", state: "dead", attempts: 10, error: "the provider is away" }]);
  expect(await app.rows("select status, error, attempts from mail_deliveries")).toEqual([
    ["failed", "the provider is away", 10],
  ]);

  app.ports.mailer.send = send;
  const retried = await staff("post", `/jobs/${dead[0]?.id}/retry`);
  expect([retried.status, retried.body.state, retried.body.attempts]).toEqual([202, "waiting", 0]);
  expect((await staff("post", `/jobs/${dead[0]?.id}/retry`)).body.code).toBe("job_not_dead");
  await app.settle();
  expect((await staff<List>("get", "/jobs")).body.data).toEqual([]);
  expect((await app.mail()).map((mail) => mail.to)).toEqual(["ada@example.com"]);
  expect(await app.rows("select status, error, attempts from mail_deliveries")).toEqual([["sent", null, 11]]);
  expect(await app.audit()).toContain("jobs.retry");
});

test("waiting jobs are listed by when they are due, and say nothing of their contents", async () => {
  const app = await testApp();
  const staff = await app.as();
  await app.settle();
  const waiting = (await staff<List>("get", "/jobs?state=waiting")).body.data;
  expect(waiting.map((job) => job.kind)).toContain("ops.clean_up");
  expect(waiting.every((job) => !("input" in job))).toBe(true);
});

test("jobs are for those who look after the system", async () => {
  const app = await testApp();
  const reader = await app.as("jobs:read");
  expect((await reader("get", "/jobs")).status).toBe(200);
  expect((await reader("post", "/jobs/job_00000000000000000000/retry")).status).toBe(403);
  expect((await (await app.as())("post", "/jobs/job_00000000000000000000/retry")).status).toBe(404);
  expect((await (await app.visitor()).call("get", "/jobs")).status).toBe(403);
});

test("answers kept for replays are forgotten after their day", async () => {
  const app = await testApp();
  const staff = await app.as();
  await staff("post", "/contacts", { name: "Ada" }, { "idempotency-key": "a" });
  await app.settle();
  app.clock.advance("23h");
  await app.settle();
  expect(await app.rows("select count(*) from idempotency")).toEqual([[1]]);
  app.clock.advance("2h");
  await app.settle();
  expect(await app.rows("select count(*) from idempotency")).toEqual([[0]]);
});

test("an event that a reader gave up on is a dead job, and is read when it is tried again", async () => {
  const app = await testApp();
  const [staff, owner] = [await app.as(), await app.member("owner")];
  await staff("post", "/tickets", raise);
  const [[data] = []] = await app.rows("select data from events where type = 'ticket.created'");
  await app.database.commit([{ sql: "update events set data = '{}' where type = 'ticket.created'", args: [] }]);
  for (let turn = 0; turn < 10; turn++) {
    await app.settle();
    app.clock.advance("10m");
  }
  const [dead] = (await staff<List>("get", "/jobs")).body.data;
  expect(dead).toMatchObject({ kind: "reader:notifications", state: "dead" });
  await app.database.commit([
    { sql: "update events set data = ? where type = 'ticket.created'", args: [data as string] },
  ]);
  await staff("post", `/jobs/${dead?.id}/retry`);
  await app.settle();
  expect((await owner.call<{ data: unknown[] }>("get", "/notifications")).body.data).toHaveLength(1);
  expect((await staff<List>("get", "/jobs")).body.data).toEqual([]);
});
