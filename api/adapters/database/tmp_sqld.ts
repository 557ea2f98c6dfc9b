import { mkdtempSync } from "node:fs";
import { httpDatabases } from "./http.ts";
import { startSqld } from "./sqld.ts";

process.on("unhandledRejection", (e) => console.log("UNHANDLED", e));
const t = Date.now();
const s = await startSqld({ folder: mkdtempSync("/tmp/sq-") });
console.log(Date.now() - t, s);
const d = httpDatabases({ kind: "sqld", url: s.url, adminUrl: s.adminUrl });
console.log(await d.open("nope"));
const a = await d.create("a");
await d.create("a");
console.log(
  await a.commit([
    { sql: "create table t(id integer primary key,a)", args: [] },
    { sql: "insert into t(a) values(?) returning id,a,typeof(a)", args: [5] },
    { sql: "select * from t", args: [] },
  ]),
);
for (const [sql, ...args] of [
  ["select * from nope"],
  ["selec 1"],
  ["insert into t values(1,2)"],
  ["insert into t values(1,2)"],
  ["select 9007199254740993"],
  ["create table p(id integer primary key)"],
  ["create table c(p integer references p deferrable initially deferred)"],
  ["insert into c values(7)"],
  ["select changes()"],
] as any)
  console.log(
    sql,
    await a.commit([{ sql, args }]).catch((e) => [e.name, e.index, e.code, e.message, e.cause?.message]),
  );
console.log(
  "read write",
  await a.read([{ sql: "insert into t(a) values(77)", args: [] }]).catch((e) => [e.name, e.index, e.code, e.message]),
  await a.read([{ sql: "select count(*) from t where a=77", args: [] }]),
);
await s.kill();
console.log(await a.commit([{ sql: "select 1", args: [] }]).catch((e) => [e.name, e.code, e.message, e.cause]));
