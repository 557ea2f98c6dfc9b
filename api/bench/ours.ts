import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { issueKey } from "../capabilities/keys/index.ts";
import { databaseName } from "../kernel/tenancy.ts";
import { command } from "../kernel/work/command.ts";
import { readConfig } from "../runtime/config.ts";
import { prepare } from "../runtime/first-run.ts";
import { serve } from "../runtime/node.ts";
import { type Filling, fill, places } from "./filling.ts";

/** The server under measurement, in a process of its own. It answers questions about itself over the process channel. */
const config = readConfig({
  PORT: "0",
  FOYER_LOG: "error",
  FOYER_DEMO: "no",
  FOYER_RATE_LIMIT_FACTOR: "1000000",
  FOYER_ALLOW_PRIVATE_TARGETS: "yes",
  ...process.env,
});
const started = performance.now();
const running = await serve(config, (app, origin) => prepare(app, origin, config));
process.send?.({ origin: running.origin, ready: performance.now() - started });

const questions: Record<string, (argument: never) => unknown> = {
  memory: () => {
    globalThis.gc?.();
    return process.memoryUsage().rss;
  },
  cpu: () => process.cpuUsage(),
  /** Makes tenants by copying a migrated database, and answers a secret key for each. */
  tenants: async ({ count, template }: { count: number; template: string }) => {
    const folder = join(config.data, "databases");
    mkdirSync(folder, { recursive: true });
    const tokens: string[] = [];
    for (let number = 0; number < count; number++) {
      const routing = `bench${String(number).padStart(5, "0")}`;
      copyFileSync(join(folder, `${template}.db`), join(folder, `t_${routing}.db`));
      const tenant = { routing, mode: "live" } as const;
      const database = await running.app.tenancy.create(tenant);
      const issue = command(database, Date.now(), (ctx) =>
        issueKey({ ...ctx, tenant }, { name: "bench", kind: "secret" }),
      );
      tokens.push((await issue).token);
    }
    return tokens;
  },
  fill: async (wanted: Filling) => fill(await databaseOf(wanted.tenant), wanted),
  places: async ({ tenant, resource }: { tenant: string; resource: string }) =>
    places(await databaseOf(tenant), resource),
};

async function databaseOf(routing: string) {
  const database = await running.app.tenancy.open(databaseName({ routing, mode: "live" }));
  if (!database) throw new Error(`there is no tenant ${routing}`);
  return database;
}

process.on("message", async ({ ask, argument }: { ask: string; argument: never }) => {
  process.send?.({ answer: await questions[ask]?.(argument) });
});
process.on("SIGTERM", () => void running.close().then(() => process.exit(0)));
