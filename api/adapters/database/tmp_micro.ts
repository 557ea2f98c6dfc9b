import { mkdtempSync, rmSync } from "node:fs";
import Sqlite from "libsql";
import { Connection } from "./connection.ts";
import { fileDatabases } from "./file.ts";

const folder = mkdtempSync("/tmp/mb-");
const dbs = fileDatabases({ folder });
const db = await dbs.create("a");
await db.commit([{ sql: "create table t(id integer primary key, a text, b integer, c text)", args: [] }]);
await db.commit(
  Array.from({ length: 1000 }, (_, i) => ({
    sql: "insert into t(a,b,c) values(?,?,?)",
    args: ["name " + i, i, "some longer text here"],
  })),
);
const one = "select id,a,b,c from t where id=? limit 1";
const N = 100000;
const raw = new Sqlite(folder + "/a.db");
raw.exec("pragma query_only=1");
const s = raw.prepare(one).raw(true);
const mm = new Sqlite(folder + "/a.db");
mm.exec("pragma mmap_size=268435456");
const s2 = mm.prepare(one).raw(true);
const conn = new Connection(folder + "/a.db", []).readOnly();
const tests: [string, (i: number) => unknown][] = [
  ["get num", (i) => s.get([i % 1000])],
  ["all num", (i) => s.all([i % 1000])],
  ["all bigint", (i) => s.all([BigInt(i % 1000)])],
  ["all num mmap", (i) => s2.all([i % 1000])],
  ["runAll", (i) => conn.runAll([{ sql: one, args: [i % 1000] }])],
];
for (let k = 0; k < 3; k++) {
  for (const [n, f] of tests) {
    const t = performance.now();
    for (let i = 0; i < N; i++) f(i);
    console.log(n, Math.round((N / (performance.now() - t)) * 1000));
  }
  const t = performance.now();
  for (let i = 0; i < N; i++) await db.read([{ sql: one, args: [i % 1000] }]);
  console.log("db.read", Math.round((N / (performance.now() - t)) * 1000));
  console.log();
}
await dbs.close();
rmSync(folder, { recursive: true });
