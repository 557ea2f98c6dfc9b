import { expect, test } from "vitest";
import { csv } from "../../core/csv.ts";
import { testApp } from "../../testing/app.ts";

interface Entry extends Record<string, unknown> {
  id: string;
  action: string;
}
interface List {
  data: Entry[];
  next_cursor: string | null;
}

test("what was done is listed newest first, with who did it and what changed", async () => {
  const app = await testApp();
  const staff = await app.as();
  const { body } = await staff("post", "/contacts", { name: "Ada" }, { "x-test-ip": "198.51.100.9" });
  app.clock.advance("1m");
  await staff("patch", `/contacts/${body.id}`, { version: 1, name: "Ada Lovelace" });
  const list = await staff<List>("get", "/audit");
  expect(list.body.data).toMatchObject([
    {
      action: "contacts.update",
      actor: { kind: "secret", name: "test" },
      entity_type: "contacts",
      entity_id: body.id,
      outcome: "success",
      changes: { name: { from: "Ada", to: "Ada Lovelace" } },
    },
    { action: "contacts.create", ip: "198.51.100.9", entity_id: body.id },
  ]);
});

test("filters narrow the list, and pages follow one another without a gap", async () => {
  const app = await testApp();
  const staff = await app.as();
  const start = app.clock.now();
  for (let index = 0; index < 12; index++) {
    await staff("post", "/contacts", { name: `Ada ${index}` });
    if (index % 4 === 3) app.clock.advance("1h");
  }
  await staff("post", "/keys", { name: "one", kind: "secret", scopes: ["contacts:read"] });
  const seen: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: { body: List } = await staff<List>("get", `/audit?limit=5${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.body.data.map((entry) => entry.id));
    cursor = page.body.next_cursor;
  }
  expect(seen).toHaveLength(13);
  expect(new Set(seen).size).toBe(13);

  const count = async (query: string) => (await staff<List>("get", `/audit?limit=500&${query}`)).body.data.length;
  expect(await count("action=keys.create")).toBe(1);
  expect(await count("entity_type=contacts")).toBe(12);
  const hour = (index: number) => new Date(start + index * 3_600_000).toISOString();
  expect(await count(`action=contacts.create&from=${hour(1)}&to=${hour(2)}`)).toBe(4);
  expect(await count("actor_id=nobody")).toBe(0);
  expect(await count("outcome=failure")).toBe(0);
  expect((await staff("get", "/audit?action=x%20y")).status).toBe(400);
});

test("what was done to people in the control database is in the same list, and only the tenant's own", async () => {
  const app = await testApp();
  const staff = await app.as();
  const control = await app.app.tenancy.control();
  const insert = (id: string, at: number, tenant: string) => ({
    sql: "insert into audit (id, at, actor_kind, actor_id, actor_name, action, entity_type, entity_id, outcome, changes, metadata, ip, user_agent, request_id, tenant) values (?, ?, 'member', 'mem_1', 'Ada', 'members.update', 'members', 'mem_2', 'success', '{}', '{}', '', '', 'req_1', ?)",
    args: [id, at, tenant],
  });
  await staff("post", "/contacts", { name: "Ada" });
  const now = app.clock.now();
  await control.commit([
    insert("aud_a", now - 1, app.tenant.routing),
    insert("aud_b", now + 1, app.tenant.routing),
    insert("aud_c", now, "somebodyel"),
  ]);
  const actions = (await staff<List>("get", "/audit")).body.data.map((entry) => entry.action);
  expect(actions).toEqual(["members.update", "contacts.create", "members.update"]);
  expect((await staff<List>("get", "/audit?limit=1")).body.next_cursor).not.toBeNull();
});

test("the export is a table that a spreadsheet cannot be tricked with", async () => {
  const app = await testApp();
  const staff = await app.as();
  await staff("post", "/contacts", { name: 'Ada, the "first"' }, { "user-agent": "=cmd|' /C calc'!A0" });
  const answer = await staff<string>("get", "/audit/export?action=contacts.create");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toContain("text/csv");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="audit-2026-11-23.csv"');
  const [header, row, end] = answer.body.split("\r\n");
  expect(header).toBe(
    "at,actor_kind,actor_id,actor_name,action,entity_type,entity_id,outcome,changes,ip,user_agent,request_id",
  );
  expect(row).toContain(",'=cmd|' /C calc'!A0,");
  expect(end).toBe("");
  expect(csv(["a"], [['say "hi", twice'], ["two\nlines"]])).toBe('a\r\n"say ""hi"", twice"\r\n"two\nlines"\r\n');
});

test("every filter is served by an index", async () => {
  const app = await testApp();
  for (const column of ["action", "actor_id", "entity_id", "entity_type"]) {
    const plan = await app.rows(
      `explain query plan select * from audit where ${column} = 'x' order by at desc, id desc limit 26`,
    );
    expect(plan[0]?.[3]).toMatch(new RegExp(`USING INDEX audit_by_\\w+ \\(${column}=`));
  }
});

test("only those who may look see it", async () => {
  const app = await testApp();
  expect((await (await app.as("contacts:read"))("get", "/audit")).status).toBe(403);
  expect((await (await app.as("contacts:read"))("get", "/audit/export")).status).toBe(403);
  expect((await (await app.visitor()).call("get", "/audit")).status).toBe(403);
  expect((await app.anyone("get", "/audit")).status).toBe(401);
});
