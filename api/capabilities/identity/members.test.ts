import { expect, test } from "vitest";
import { readerOf } from "../../kernel/index.ts";
import { type TestApp, testApp } from "../../testing/app.ts";
import { testPassword } from "../../testing/member.ts";
import { activeMembers, createWorkspace, memberNames } from "./index.ts";

interface Member {
  id: string;
  version: number;
  role: string;
  status: string;
  temporary_password: string;
}

const bob = { name: "Bob", email: "Bob@Harbor.example", role: "user" };

const signIn = (app: TestApp, email: string, password: string, tenant?: string) =>
  app.anyone<{
    access_token: string;
    member: { permissions: string[]; must_change_password: boolean; tenant: object };
  }>("post", "/auth/sign-in", { email, password, ...(tenant ? { tenant } : {}) });

/** What is checked here does not depend on what the caller saw before. */
const anyVersion = { "if-match": "*" };

test("somebody who is added signs in with a temporary password, and can do nothing before changing it", async () => {
  const app = await testApp();
  const owner = await app.member("owner");
  app.clock.advance("1s");
  const added = await owner.call<Member>("post", "/members", bob);
  expect(added.body).toMatchObject({ email: "bob@harbor.example", role: "user", status: "invited", version: 1 });

  const signed = await signIn(app, bob.email, added.body.temporary_password);
  expect(signed.body.member).toMatchObject({ must_change_password: true, permissions: [] });
  const call = app.with(signed.body.access_token);
  expect((await call("get", "/members")).status).toBe(403);
  const input = { current_password: added.body.temporary_password, new_password: "Much-better-2" };
  expect((await call("put", "/auth/password", input)).status).toBe(204);
  expect((await call("get", "/auth/me")).body).toMatchObject({ must_change_password: false });
  expect((await call<{ data: Member[] }>("get", "/members")).body.data).toMatchObject([
    { id: added.body.id, status: "active", version: 2 },
    { id: owner.id, role: "owner" },
  ]);
  expect((await signIn(app, bob.email, added.body.temporary_password)).status).toBe(401);
});

test("a person is a member once, also when two add it at once", async () => {
  const app = await testApp();
  const owner = await app.member("owner");
  const answers = await Promise.all([1, 2, 3].map(() => owner.call("post", "/members", bob)));
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
  expect((await owner.call("post", "/members", bob)).body).toMatchObject({ code: "member_exists" });
});

test("nobody gives, takes or changes a role above their own", async () => {
  const app = await testApp();
  const [owner, admin, lead] = [await app.member("owner"), await app.member("admin"), await app.member("team_lead")];
  expect((await admin.call("post", "/members", { ...bob, role: "owner" })).status).toBe(403);
  expect((await admin.call("patch", `/members/${owner.id}`, { status: "deactivated" }, anyVersion)).status).toBe(403);
  expect((await admin.call("patch", `/members/${admin.id}`, { role: "owner" }, anyVersion)).status).toBe(403);
  expect((await lead.call("post", "/members", bob)).status).toBe(403);
  expect((await admin.call("patch", `/members/${lead.id}`, { role: "admin" }, anyVersion)).body).toMatchObject({
    role: "admin",
  });
  expect((await lead.call("post", "/members", bob)).status).toBe(201);
});

test("the last active owner stays, also when two let each other go at once", async () => {
  const app = await testApp();
  const [one, two] = [await app.member("owner"), await app.member("owner")];
  const answers = await Promise.all([
    one.call("patch", `/members/${two.id}`, { role: "user" }, anyVersion),
    two.call("patch", `/members/${one.id}`, { role: "user" }, anyVersion),
  ]);
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  const left = answers[0]?.status === 200 ? one : two;
  for (const patch of [{ role: "admin" }, { status: "deactivated" }]) {
    expect((await left.call("patch", `/members/${left.id}`, patch, anyVersion)).body).toMatchObject({
      code: "last_owner",
    });
  }
  expect((await left.call("patch", `/members/${left.id}`, { name: "The Captain" }, anyVersion)).status).toBe(200);
});

test("deactivating somebody ends its sessions at once, and it can come back", async () => {
  const app = await testApp();
  const [owner, user] = [await app.member("owner"), await app.member("user")];
  const { body } = await owner.call<Member>("get", `/members/${user.id}`);
  const gone = await owner.call<Member>("patch", `/members/${user.id}`, {
    version: body.version,
    status: "deactivated",
  });
  expect(gone.body.status).toBe("deactivated");
  expect((await user.call("get", "/auth/me")).status).toBe(401);
  expect((await signIn(app, user.email, testPassword)).status).toBe(401);
  expect((await owner.call("patch", `/members/${user.id}`, { version: body.version, name: "X" })).status).toBe(409);
  await owner.call("patch", `/members/${user.id}`, { status: "active" }, anyVersion);
  expect((await signIn(app, user.email, testPassword)).status).toBe(200);
});

test("a new role counts from the next request", async () => {
  const app = await testApp();
  const [owner, user] = [await app.member("owner"), await app.member("user")];
  expect((await user.call("patch", "/company", { name: "Mine" }, anyVersion)).status).toBe(403);
  await owner.call("patch", `/members/${user.id}`, { role: "admin" }, anyVersion);
  expect((await user.call("patch", "/company", { name: "Mine" }, anyVersion)).status).toBe(200);
});

test("keys read members of their own tenant, and change none", async () => {
  const app = await testApp();
  const owner = await app.member("owner");
  const other = await createWorkspace(
    { tenancy: app.app.tenancy, now: app.clock.now() },
    {
      tenant: { name: "Elsewhere", subdomain: "elsewhere" },
      owner: { name: "Eve", email: "eve@elsewhere.example", password: testPassword },
    },
  );
  const key = await app.as("members:read", "members:write");
  expect((await key<{ data: Member[] }>("get", "/members")).body.data.map(({ id }) => id)).toEqual([owner.id]);
  expect((await key("get", `/members/${other.owner.id}`)).status).toBe(404);
  expect((await owner.call("patch", `/members/${other.owner.id}`, { name: "X" }, anyVersion)).status).toBe(404);
  expect((await key("post", "/members", bob)).status).toBe(403);

  const reader = readerOf(await app.app.tenancy.control());
  expect(await activeMembers(reader, "harbortest")).toEqual([
    { id: owner.id, name: owner.name, email: owner.email, role: "owner" },
  ]);
  expect(await memberNames(reader, "harbortest", [owner.id, other.owner.id])).toEqual(
    new Map([[owner.id, owner.name]]),
  );
});

test("one account works in several tenants, once its address is confirmed", async () => {
  const app = await testApp();
  const owner = await app.member("owner");
  const house = { tenancy: app.app.tenancy, now: app.clock.now() };
  await createWorkspace(house, {
    tenant: { name: "Elsewhere", subdomain: "elsewhere" },
    owner: { name: "Eve", email: "eve@elsewhere.example", password: testPassword },
  });
  const eve = await owner.call<Member>("post", "/members", {
    name: "Eve",
    email: "eve@elsewhere.example",
    role: "viewer",
  });
  expect(eve.body).toMatchObject({ status: "invited", temporary_password: null });
  const tenantOf = async (tenant?: string) =>
    (await signIn(app, "eve@elsewhere.example", testPassword, tenant)).body.member?.tenant;
  app.clock.advance("1s");
  expect(await tenantOf("elsewhere")).toMatchObject({ subdomain: "elsewhere" });
  app.clock.advance("1s");
  expect(await tenantOf("harbor-test")).toMatchObject({ subdomain: "harbor-test" });
  expect(await tenantOf()).toMatchObject({ subdomain: "harbor-test" });
  expect(await tenantOf("lakeside")).toBeUndefined();

  await owner.call("post", "/members", bob);
  const elsewhere = await signIn(app, "eve@elsewhere.example", testPassword, "elsewhere");
  const again = await app.with(elsewhere.body.access_token)("post", "/members", bob);
  expect(again.body).toMatchObject({ code: "email_unconfirmed" });
});

test("a workspace comes with its owner, or not at all", async () => {
  const app = await testApp();
  const make = (subdomain: string, email: string, password = testPassword) =>
    createWorkspace(
      { tenancy: app.app.tenancy, now: app.clock.now() },
      { tenant: { name: "Lakeside", subdomain }, owner: { name: "Lea", email, password } },
    );
  const { tenant } = await make("lakeside", "Lea@Lakeside.example");
  const signed = await signIn(app, "lea@lakeside.example", testPassword);
  expect(signed.body.member).toMatchObject({ role: "owner", tenant: { id: tenant.id, name: "Lakeside" } });
  const company = await app.with(signed.body.access_token)("get", "/company");
  expect(company.body).toMatchObject({ name: "Lakeside" });
  await expect(make("lakeside", "other@lakeside.example")).rejects.toThrow("belongs to somebody");
  await expect(make("seaside", "lea@lakeside.example")).rejects.toThrow("has an account");
  await expect(make("seaside", "new@lakeside.example", "weak")).rejects.toThrow("at least 8");
  const control = await app.app.tenancy.control();
  const [rows] = await control.read([{ sql: "select subdomain from tenants", args: [] }]);
  expect(rows?.rows).toEqual([["lakeside"]]);
});
