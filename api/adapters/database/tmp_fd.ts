import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { fileDatabases } from "./file.ts";

const folder = mkdtempSync("/tmp/fd-");
const d = fileDatabases({ folder, open: 8 });
const fds = () => readdirSync("/proc/self/fd").length;
let max = 0;
const t = performance.now();
let opens = 0;
for (let r = 0; r < 10; r++)
  for (let i = 0; i < 200; i++) {
    const b = await d.create("x" + i);
    await b.commit([
      { sql: "create table if not exists t(n)", args: [] },
      { sql: "insert into t values(?)", args: [r] },
    ]);
    await b.read([{ sql: "select * from t", args: [] }]);
    opens++;
    max = Math.max(max, fds());
  }
console.log({ max, now: fds(), msPerOpen: (performance.now() - t) / opens, rss: process.memoryUsage().rss >> 20 });
await d.close();
rmSync(folder, { recursive: true });
