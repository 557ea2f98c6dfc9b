import { mkdtempSync, rmSync } from "node:fs";
import Sqlite from "libsql";

const folder = mkdtempSync("/tmp/mb-");
const w = new Sqlite(folder + "/a.db");
w.exec(
  "pragma journal_mode=wal; pragma synchronous=off; create table t(id integer primary key, a text, b integer, c text)",
);
w.exec(
  "with recursive n(i) as (select 1 union all select i+1 from n where i<200000) insert into t select i, 'name '||i, i, hex(randomblob(60)) from n",
);
w.pragma("wal_checkpoint(TRUNCATE)");
const up = w.prepare("update t set b=b+1 where id=?");
const one = "select id,a,b,c from t where id=?";
const mk = (p: string) => {
  const c = new Sqlite(folder + "/a.db");
  c.exec(p);
  c.exec("pragma query_only=1");
  return c.prepare(one).raw(true);
};
const v = {
  plain: mk("pragma cache_size=-2000"),
  c8: mk("pragma cache_size=-8000"),
  mmap: mk("pragma mmap_size=268435456"),
  mmapc8: mk("pragma mmap_size=268435456;pragma cache_size=-8000"),
};
const best: Record<string, number> = {};
for (let k = 0; k < 12; k++)
  for (const [n, s] of Object.entries(v)) {
    let t = 0;
    let c = 0;
    for (let i = 0; i < 100; i++) {
      up.run([1 + Math.floor(Math.random() * 200000)]);
      const a = performance.now();
      for (let j = 0; j < 50; j++) s.get([1 + Math.floor(Math.random() * 200000)]);
      t += performance.now() - a;
      c += 50;
    }
    best["mixed " + n] = Math.max(best["mixed " + n] ?? 0, Math.round((c / t) * 1000));
    const a = performance.now();
    for (let j = 0; j < 10000; j++) s.get([1 + Math.floor(Math.random() * 200000)]);
    best["reads " + n] = Math.max(best["reads " + n] ?? 0, Math.round((10000 / (performance.now() - a)) * 1000));
  }
console.log(best);
rmSync(folder, { recursive: true });
