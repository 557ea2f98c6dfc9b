import { SignJWT } from "jose";
import { expect, test } from "vitest";
import { type TestApp, testApp } from "../../testing/app.ts";
import { identitySecret } from "./visitors.ts";

test("a contact is created, changed with its version, found by words, and deleted", async () => {
  const app = await testApp();
  const staff = await app.as();
  const { body } = await staff("post", "/contacts", {
    name: "Ada Byron",
    email: "ADA@Example.com",
    phone: "+1 (207) 555-0134",
    tags: ["vip"],
  });
  expect(body).toMatchObject({
    email: "ada@example.com",
    phone: "+12075550134",
    stage: "new",
    source: "manual",
    version: 1,
  });
  const changed = await staff("patch", `/contacts/${body.id}`, { version: 1, stage: "customer", notes: null });
  expect(changed.body).toMatchObject({ stage: "customer", version: 2 });
  for (const query of ["q=byr", "q=ada%40example", "tag=vip", "stage=customer"]) {
    expect((await staff<{ data: unknown[] }>("get", `/contacts?${query}`)).body.data).toHaveLength(1);
  }
  expect((await staff<{ data: unknown[] }>("get", "/contacts?tag=other")).body.data).toEqual([]);
  expect((await staff("delete", `/contacts/${body.id}`)).status).toBe(204);
  expect((await staff("get", `/contacts/${body.id}`)).status).toBe(404);
  expect(await app.events()).toEqual([
    "contact.created",
    "contact.updated",
    "contact.stage_changed",
    "contact.deleted",
  ]);
  expect(
    await app.rows("select json_extract(changes, '$.stage.to') from audit where action = 'contacts.update'"),
  ).toEqual([["customer"]]);
});

test("the timeline tells everything about a contact, newest first, page by page", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  const staff = await app.as();
  const ticket = (
    await visitor.call("post", "/tickets", { subject: "One", description: "x", contact: { name: "Ada" } })
  ).body;
  await visitor.call("post", `/tickets/${ticket.id}/replies`, { text: "Hello?" });
  const path = `/contacts/${ticket.contact_id}/timeline`;
  type Timeline = { data: { type: string }[]; next_cursor: string; has_more: boolean };
  const first = (await staff<Timeline>("get", `${path}?limit=2`)).body;
  const rest = (await staff<Timeline>("get", `${path}?limit=2&cursor=${first.next_cursor}`)).body;
  expect([...first.data, ...rest.data].map((event) => event.type)).toEqual([
    "ticket.replied",
    "ticket.updated",
    "ticket.created",
    "contact.created",
  ]);
  expect([first.has_more, rest.has_more]).toEqual([true, false]);
});

test("two first touches at once make one contact", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  const raise = (subject: string) =>
    visitor.call("post", "/tickets", { subject, description: "x", contact: { email: "ada@example.com" } });
  const answers = await Promise.all(["a", "b", "c", "d"].map(raise));
  expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
  expect(new Set(answers.map((answer) => answer.body.contact_id)).size).toBe(1);
  expect(await app.rows("select count(*) from contacts")).toEqual([[1]]);
});

test("typing somebody else's address opens nothing of theirs", async () => {
  const app = await testApp();
  const [ada, eve] = [await app.visitor(), await app.visitor()];
  const raise = { subject: "Mine", description: "x", contact: { email: "ada@example.com" } };
  const first = await ada.call("post", "/tickets", raise);
  const second = await eve.call("post", "/tickets", raise);
  expect(second.body.contact_id).not.toBe(first.body.contact_id);
  expect((await eve.call<{ data: unknown[] }>("get", "/tickets")).body.data).toHaveLength(1);
});

const signed = (app: TestApp, claims: Record<string, unknown>, secret?: Uint8Array) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime(Math.floor(app.clock.now() / 1000) + 3600)
    .sign(
      secret ??
        new TextEncoder().encode(
          Buffer.from(identitySecret({ settings: app.ports.settings, tenant: app.tenant })).toString("hex"),
        ),
    );

test("a visitor becomes the person that the customer's server signs for, on every device", async () => {
  const app = await testApp();
  const [phone, laptop] = [await app.visitor(), await app.visitor()];
  const token = await signed(app, { sub: "user-7", email: "ada@example.com", name: "Ada" });
  const known = await phone.call("post", "/visitors/identity", { identity_token: token });
  expect([known.status, known.body.name]).toEqual([200, "Ada"]);
  await phone.call("post", "/tickets", { subject: "Mine", description: "x" });
  await laptop.call("post", "/visitors/identity", { identity_token: token });
  expect((await laptop.call<{ data: unknown[] }>("get", "/tickets")).body.data).toHaveLength(1);
});

test("an identity that is forged, stale, unsigned or another's is refused", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  const refused = async (identity_token: string) =>
    (await visitor.call("post", "/visitors/identity", { identity_token })).body.code;
  const claims = { sub: "user-7" };
  expect(await refused(await signed(app, claims, new Uint8Array(32)))).toBe("identity_invalid");
  expect(await refused("a.b.c")).toBe("identity_invalid");
  expect(await refused(await signed(app, {}))).toBe("identity_invalid");
  const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from('{"sub":"user-7","exp":9999999999}').toString("base64url")}.`;
  expect(await refused(none)).toBe("identity_invalid");
  const old = await signed(app, claims);
  app.clock.advance("2h");
  expect(await refused(old)).toBe("identity_invalid");
  expect((await visitor.call("post", "/visitors/identity", { identity_token: await signed(app, claims) })).status).toBe(
    200,
  );
  expect(await refused(await signed(app, { sub: "user-8" }))).toBe("identity_invalid");
});

test("what a visitor began before it was known belongs to the person it turned out to be", async () => {
  const app = await testApp();
  const staff = await app.as();
  const [known, anonymous] = [await app.visitor(), await app.visitor()];
  const identity_token = await signed(app, { sub: "user-7", name: "Ada" });
  const ada = (await known.call("post", "/visitors/identity", { identity_token })).body;
  const ticket = (await anonymous.call("post", "/tickets", { subject: "Before", description: "x", contact: {} })).body;
  const message = { client_msg_id: "a-1", text: "Hello" };
  const conversation = (await anonymous.call("post", "/conversations", { message })).body;
  await anonymous.call("post", "/visitors/identity", { identity_token });
  await app.settle();
  expect((await staff("get", `/tickets/${ticket.id}`)).body.contact_id).toBe(ada.id);
  expect((await anonymous.call("get", `/conversations/${conversation.id}`)).status).toBe(200);
  const timeline = await staff<{ data: { type: string }[] }>("get", `/contacts/${ada.id}/timeline`);
  expect(timeline.body.data.map((event) => event.type)).toContain("ticket.created");
  expect((await staff("get", `/contacts/${ticket.contact_id}`)).status).toBe(404);
});

test("the identity secret is shown to those who may handle keys", async () => {
  const app = await testApp();
  const { body } = await (await app.as("keys:write"))("get", "/visitors/identity-secret");
  expect(body.secret).toMatch(/^[0-9a-f]{64}$/);
  expect((await (await app.as("contacts:write"))("get", "/visitors/identity-secret")).status).toBe(403);
});

test("a visitor says who it is, may correct itself, and never sees what staff wrote about it", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  const staff = await app.as();
  const first = await visitor.call("patch", "/visitors/me", { name: "Ada", email: "ada@exmaple.com" });
  expect([first.status, first.body.email]).toEqual([200, "ada@exmaple.com"]);
  const contact = (await staff("get", `/contacts/${first.body.id}`)).body;
  await staff("patch", `/contacts/${first.body.id}`, { version: contact.version, notes: "Haggles." });
  const second = await visitor.call("patch", "/visitors/me", { email: "ada@example.com" });
  expect(second.body).toEqual({
    id: first.body.id,
    name: "Ada",
    email: "ada@example.com",
    phone: null,
    locale: null,
    time_zone: null,
  });
  expect(JSON.stringify((await visitor.call("get", "/visitors/me")).body)).not.toContain("Haggles");
});
