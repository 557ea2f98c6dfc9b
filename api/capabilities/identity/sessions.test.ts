import { expect, test } from "vitest";
import { type TestApp, testApp } from "../../testing/app.ts";
import { testPassword } from "../../testing/member.ts";

interface Session {
  id: string;
  current: boolean;
}

const signIn = async (app: TestApp, email: string, agent: string) => {
  const body = { email, password: testPassword };
  const answer = await app.anyone<{ access_token: string; member: { session_id: string } }>(
    "post",
    "/auth/sign-in",
    body,
    {
      "user-agent": agent,
      "x-test-ip": "198.51.100.4",
    },
  );
  return { id: answer.body.member.session_id, call: app.with(answer.body.access_token) };
};

const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";

test("a person sees where it is signed in, and ends one session or all the others", async () => {
  const app = await testApp();
  const ada = await app.member();
  app.clock.advance("1s");
  const phone = await signIn(app, ada.email, iphone);
  app.clock.advance("1s");
  const shell = await signIn(app, ada.email, "curl/8.5.0");
  const { body } = await phone.call<{ data: Session[] }>("get", "/sessions");
  expect(body.data).toMatchObject([
    { id: shell.id, device: "other", browser: "curl 8", os: "Unknown", current: false },
    { id: phone.id, device: "mobile", browser: "Safari 18", os: "iOS 18", ip: "198.51.100.4", current: true },
    { current: false },
  ]);
  expect(Object.keys(body.data[0] as Session)).not.toContain("refresh_secret");

  expect((await phone.call("delete", `/sessions/${shell.id}`)).status).toBe(204);
  expect((await shell.call("get", "/sessions")).status).toBe(401);
  expect((await phone.call("delete", `/sessions/${shell.id}`)).status).toBe(404);
  expect((await phone.call("delete", "/sessions")).status).toBe(204);
  expect((await ada.call("get", "/auth/me")).status).toBe(401);
  expect((await phone.call<{ data: Session[] }>("get", "/sessions")).body.data.map(({ id }) => id)).toEqual([phone.id]);
  expect((await phone.call("get", `/sessions/${phone.id}`)).body).toMatchObject({ id: phone.id, current: true });
});

test("somebody else's session cannot be seen or ended, except by those who may", async () => {
  const app = await testApp();
  const [owner, admin, user] = [await app.member("owner"), await app.member("admin"), await app.member("user")];
  const phone = await signIn(app, user.email, iphone);
  const boss = await signIn(app, owner.email, iphone);
  expect((await admin.call("get", `/sessions/${phone.id}`)).status).toBe(404);
  expect((await admin.call("delete", `/sessions/${phone.id}`)).status).toBe(404);
  expect((await user.call("get", "/member-sessions")).status).toBe(403);

  const { body } = await admin.call<{ data: Session[] }>("get", `/member-sessions?member_id=${user.id}`);
  expect(body.data).toHaveLength(2);
  const end = (id: string) => admin.call("post", `/member-sessions/${id}/revocation`, { reason: "lost phone" });
  expect((await end(phone.id)).status).toBe(204);
  expect((await phone.call("get", "/auth/me")).status).toBe(401);
  expect((await end(boss.id)).status).toBe(403);
  const control = await app.app.tenancy.control();
  const [row] = await control.read([{ sql: "select revoked_reason from sessions where id = ?", args: [phone.id] }]);
  expect(row?.rows).toEqual([["lost phone"]]);
});

test("use moves the last activity, at most once a minute", async () => {
  const app = await testApp();
  const ada = await app.member();
  const control = await app.app.tenancy.control();
  const seen = async () => {
    const [answer] = await control.read([{ sql: "select last_active_at - created_at from sessions", args: [] }]);
    return answer?.rows[0]?.[0];
  };
  app.clock.advance("50s");
  await ada.call("get", "/auth/me");
  expect(await seen()).toBe(0);
  app.clock.advance("50s");
  await ada.call("get", "/auth/me");
  await expect.poll(seen).toBe(100_000);
});

test("sessions that ended long ago are cleaned up", async () => {
  const app = await testApp();
  const ada = await app.member();
  const control = await app.app.tenancy.control();
  await app.app.tick("control");
  app.clock.advance("36d");
  await app.app.tick("control");
  const count = async () => (await control.read([{ sql: "select count(*) from sessions", args: [] }]))[0]?.rows;
  expect(await count()).toEqual([[1]]);
  app.clock.advance("2d");
  await app.app.tick("control");
  expect(await count()).toEqual([[0]]);
  expect((await ada.call("get", "/auth/me")).status).toBe(200);
});
