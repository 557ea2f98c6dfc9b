import { mkdtempSync } from "node:fs";
import { Miniflare } from "miniflare";
import { startSqld } from "./sqld.ts";

const s = await startSqld({ folder: mkdtempSync("/tmp/dbwk-4dGH/sq-") });
const mf = new Miniflare({
  modules: true,
  script: (await import("node:fs")).readFileSync("/tmp/dbwk-4dGH/w.js", "utf8"),
  compatibilityDate: "2026-05-01",
  bindings: { URL: s.url, ADMIN: s.adminUrl },
});
for (let i = 0; i < 2; i++) {
  const r = await mf.dispatchFetch("http://x/");
  console.log(r.status, await r.text());
}
await mf.dispose();
await s.stop();
