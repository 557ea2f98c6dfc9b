import { scryptSync } from "node:crypto";
import { expect, test } from "vitest";
import { type Answer, type TestApp, testApp, testOrigin } from "../../testing/app.ts";
import { testPassword } from "../../testing/member.ts";

interface SignedIn {
  access_token: string;
  expires_at: string;
  member: { id: string; permissions: string[]; session_id: string; must_change_password: boolean };
}

const chrome =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

const signIn = (app: TestApp, body: object, headers: Record<string, string> = {}) =>
  app.anyone<SignedIn>("post", "/auth/sign-in", body, { "user-agent": chrome, ...headers });

const cookieOf = (answer: Answer<unknown>) => (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";

const refresh = (app: TestApp, cookie: string, headers: Record<string, string> = {}) =>
  app.anyone<SignedIn & { code: string }>("post", "/auth/refresh", undefined, { cookie, ...headers });

const me = async (app: TestApp, answer: Answer<SignedIn>) =>
  (await app.with(answer.body.access_token)("get", "/auth/me")).status;

async function control(app: TestApp, sql: string) {
  const [answer] = await (await app.app.tenancy.control()).read([{ sql, args: [] }]);
  return answer?.rows ?? [];
}

test("a member signs in, is told who it is, and signs out", async () => {
  const app = await testApp();
  const ada = await app.member("admin");
  const answer = await signIn(app, { email: ` ${ada.email.toUpperCase()} `, password: testPassword });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    expires_at: "2026-11-23T12:15:00.000Z",
    member: { id: ada.id, role: "admin", must_change_password: false, tenant: { subdomain: "harbor-test" } },
  });
  expect(answer.headers.get("set-cookie")).toMatch(
    /^foyer_refresh=ses_\w+\.1\.[\w-]{43}; Max-Age=604800; Path=\/v1\/auth; HttpOnly; SameSite=Strict$/,
  );
  const own = await app.with(answer.body.access_token)("get", "/auth/me");
  expect(own.body).toEqual(answer.body.member);

  const out = await app.anyone("post", "/auth/sign-out", undefined, { cookie: cookieOf(answer) });
  expect([out.status, out.headers.get("set-cookie")]).toEqual([
    204,
    "foyer_refresh=; Max-Age=0; Path=/v1/auth; HttpOnly; SameSite=Strict",
  ]);
  expect(await me(app, answer)).toBe(401);
  expect((await refresh(app, cookieOf(answer))).status).toBe(401);
  expect(
    await control(app, "select action, actor_id, entity_type, outcome, tenant from audit order by seq desc limit 2"),
  ).toEqual([
    ["auth.sign_out", ada.id, "session", "success", "harbortest"],
    ["auth.sign_in", ada.id, "session", "success", "harbortest"],
  ]);
});

test("a wrong password and an unknown address look alike, and both are recorded", async () => {
  const app = await testApp();
  const ada = await app.member();
  const wrong = await signIn(app, { email: ada.email, password: "Wrong-1-password" });
  const unknown = await signIn(app, { email: "nobody@harbor.example", password: "Wrong-1-password" });
  const nonsense = await signIn(app, { email: "no address", password: testPassword });
  for (const answer of [wrong, unknown, nonsense]) {
    expect(answer.status).toBe(401);
    expect({ ...answer.body, request_id: "" }).toEqual({ ...wrong.body, request_id: "" });
    expect(answer.headers.get("set-cookie")).toBeNull();
  }
  expect(
    await control(
      app,
      "select outcome, json_extract(metadata, '$.reason'), ip, user_agent from audit where outcome = 'failure' order by seq",
    ),
  ).toEqual([
    ["failure", "wrong_password", "203.0.113.7", chrome],
    ["failure", "unknown_account", "203.0.113.7", chrome],
    ["failure", "unknown_account", "203.0.113.7", chrome],
  ]);
});

test("ten failures close an account for a quarter of an hour, to the right password too", async () => {
  const app = await testApp();
  const ada = await app.member();
  const before = await app.app.tenancy.control();
  await before.commit([{ sql: "update accounts set failed_attempts = 7", args: [] }]);
  const wrong = { email: ada.email, password: "Wrong-1-password" };
  await Promise.all([signIn(app, wrong), signIn(app, wrong), signIn(app, wrong)]);
  const right = { email: ada.email, password: testPassword };
  expect((await signIn(app, right)).body).toMatchObject({ code: "invalid_credentials" });
  app.clock.advance("14m");
  expect((await signIn(app, right)).status).toBe(401);
  app.clock.advance("2m");
  expect((await signIn(app, right)).status).toBe(200);
  expect(await control(app, "select failed_attempts, locked_until from accounts")).toEqual([[0, null]]);
});

test("one address may try only so often, whatever credential it sends along", async () => {
  const app = await testApp({ limits: 0.2 });
  const attempt = (token?: string) =>
    signIn(app, { email: "x@harbor.example", password: "x" }, token ? { authorization: `Bearer ${token}` } : {});
  const visitors = await Promise.all([app.visitor(), app.visitor()]);
  const statuses: number[] = [];
  for (const visitor of [undefined, ...visitors]) statuses.push((await attempt(visitor?.token)).status);
  expect(statuses).toEqual([401, 401, 429]);
});

test("a refresh replaces the token, and the one before works only for the two tabs of a moment", async () => {
  const app = await testApp();
  const ada = await app.member();
  const first = await signIn(app, { email: ada.email, password: testPassword });
  const tabs = await Promise.all(Array.from({ length: 4 }, () => refresh(app, cookieOf(first))));
  expect(tabs.map((tab) => tab.status)).toEqual([200, 200, 200, 200]);
  expect(new Set(tabs.map(cookieOf)).size).toBe(1);
  expect(cookieOf(tabs[0]!)).not.toBe(cookieOf(first));

  app.clock.advance("14m");
  const next = await refresh(app, cookieOf(tabs[0]!));
  expect([next.status, await me(app, next)]).toEqual([200, 200]);

  app.clock.advance("11s");
  const stolen = await refresh(app, cookieOf(tabs[0]!));
  expect(stolen.body.code).toBe("session_ended");
  expect(stolen.headers.get("set-cookie")).toMatch(/^foyer_refresh=; Max-Age=0/);
  expect(await me(app, next)).toBe(401);
  expect((await refresh(app, cookieOf(next))).status).toBe(401);
  expect(await control(app, "select action, outcome, metadata, actor_id from audit order by seq desc limit 1")).toEqual(
    [["auth.refresh", "failure", '{"reason":"refresh_token_reused"}', ada.id]],
  );
});

test("a refresh token that was never issued ends nothing", async () => {
  const app = await testApp();
  const ada = await app.member();
  const signed = await signIn(app, { email: ada.email, password: testPassword });
  const [session] = cookieOf(signed).split(".");
  for (const forged of [`${session}.1.${"A".repeat(43)}`, `${session}.2.${"A".repeat(43)}`, "foyer_refresh=x", ""]) {
    expect((await refresh(app, forged)).body.code).toBe("session_ended");
  }
  expect((await refresh(app, cookieOf(signed))).status).toBe(200);
});

test("a session ends after half an hour without use, and after a week in any case", async () => {
  const app = await testApp();
  const ada = await app.member();
  const credentials = { email: ada.email, password: testPassword };
  const idle = await signIn(app, credentials);
  app.clock.advance("14m");
  expect(await me(app, idle)).toBe(200);
  app.clock.advance("2m");
  expect(await me(app, idle)).toBe(401);
  app.clock.advance("29m");
  expect((await refresh(app, cookieOf(idle))).status).toBe(401);

  const kept = await signIn(app, credentials);
  // As if it had been used all the while.
  const used = async () => {
    await (await app.app.tenancy.control()).commit([
      { sql: "update sessions set last_active_at = expires_at", args: [] },
    ]);
  };
  await used();
  app.clock.advance("167h");
  const late = await refresh(app, cookieOf(kept));
  expect(late.headers.get("set-cookie")).toContain("Max-Age=3600;");
  await used();
  app.clock.advance("1h");
  expect((await refresh(app, cookieOf(late))).status).toBe(401);
});

test("the cookie is taken from our own origin alone", async () => {
  const app = await testApp();
  const ada = await app.member();
  const credentials = { email: ada.email, password: testPassword };
  const elsewhere = await signIn(app, credentials, { origin: "https://evil.example" });
  expect(elsewhere.body).toMatchObject({ code: "origin_not_allowed" });
  expect(elsewhere.headers.get("access-control-allow-origin")).toBeNull();
  const signed = await signIn(app, credentials, { origin: testOrigin });
  expect((await refresh(app, cookieOf(signed), { origin: "null" })).body.code).toBe("origin_not_allowed");
  expect((await refresh(app, cookieOf(signed), { origin: testOrigin })).status).toBe(200);
});

test("an answer with credentials is never kept for replays", async () => {
  const app = await testApp();
  const ada = await app.member();
  const key = { "idempotency-key": "same" };
  const credentials = { email: ada.email, password: testPassword };
  const [one, two] = [await signIn(app, credentials, key), await signIn(app, credentials, key)];
  expect(one.body.member.session_id).not.toBe(two.body.member.session_id);
  expect((await refresh(app, cookieOf(one), key)).status).toBe(200);
  expect((await refresh(app, "", key)).status).toBe(401);
  expect(await control(app, "select count(*) from idempotency")).toEqual([[0]]);
});

test("suspending a tenant shuts its members out at once", async () => {
  const app = await testApp();
  const ada = await app.member();
  const signed = await signIn(app, { email: ada.email, password: testPassword });
  await (await app.app.tenancy.control()).commit([{ sql: "update tenants set status = 'suspended'", args: [] }]);
  expect(await me(app, signed)).toBe(401);
  expect((await refresh(app, cookieOf(signed))).status).toBe(401);
  const again = await signIn(app, { email: ada.email, password: testPassword });
  expect(again.body).toMatchObject({ code: "tenant_closed" });
});

test("a token that somebody made up is nobody's", async () => {
  const app = await testApp();
  const ada = await app.member();
  const [head, body, signature] = ada.token.split(".") as [string, string, string];
  const none = `${Buffer.from('{"alg":"none","typ":"at+jwt","kid":"access-token"}').toString("base64url")}.${body}.`;
  const claims = JSON.parse(Buffer.from(body, "base64url").toString());
  const longer = Buffer.from(JSON.stringify({ ...claims, exp: claims.exp + 9_999 })).toString("base64url");
  for (const token of [`${head}.${longer}.${signature}`, none, `${head}.${body}.${signature.slice(2)}`, "a.b.c"]) {
    expect((await app.with(token)("get", "/auth/me")).status).toBe(401);
  }
  expect((await app.with(ada.token)("get", "/auth/me")).status).toBe(200);
});

test("a new password ends every other session, and the old one opens nothing", async () => {
  const app = await testApp();
  const ada = await app.member();
  const credentials = { email: ada.email, password: testPassword };
  const [here, there] = [await signIn(app, credentials), await signIn(app, credentials)];
  const change = (current_password: string, new_password: string) =>
    app.with(here.body.access_token)("put", "/auth/password", { current_password, new_password });
  expect((await change("Wrong-1-password", "Another-1-password")).body).toMatchObject({
    errors: [{ pointer: "/current_password" }],
  });
  expect((await change(testPassword, "weak")).body).toMatchObject({ errors: [{ pointer: "/new_password" }] });
  expect((await change(testPassword, testPassword)).body).toMatchObject({ errors: [{ pointer: "/new_password" }] });
  expect((await change(testPassword, "Another-1-password")).status).toBe(204);
  expect([await me(app, here), await me(app, there)]).toEqual([200, 401]);
  expect((await signIn(app, credentials)).status).toBe(401);
  expect((await signIn(app, { ...credentials, password: "Another-1-password" })).status).toBe(200);
});

test("a password that was hashed more weakly is hashed anew at the next sign-in", async () => {
  const app = await testApp();
  const ada = await app.member();
  const salt = Buffer.from("sixteen bytes ok");
  const key = scryptSync(testPassword, salt, 32, { N: 1024, r: 8, p: 1 });
  const unpadded = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
  const weak = `$scrypt$ln=10,r=8,p=1$${unpadded(salt)}$${unpadded(key)}`;
  const database = await app.app.tenancy.control();
  await database.commit([{ sql: "update accounts set password_hash = ?", args: [weak] }]);
  expect((await signIn(app, { email: ada.email, password: testPassword })).status).toBe(200);
  expect(await control(app, "select password_hash like '$scrypt$ln=14,%' from accounts")).toEqual([[1]]);
  expect((await signIn(app, { email: ada.email, password: testPassword })).status).toBe(200);
});
