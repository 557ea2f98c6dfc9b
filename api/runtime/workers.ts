import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startSqld } from "../adapters/database/sqld.ts";
import { memoryHub } from "../adapters/hub/memory.ts";
import { readConfig } from "./config.ts";
import { demoKey } from "./demo/key.ts";
import { prepare } from "./first-run.ts";
import { nodePorts } from "./ports.ts";
import { remoteApp } from "./remote.ts";
import { keptSecret } from "./secret.ts";

const root = join(import.meta.dirname, "../..");

export interface RunningWorkers {
  origin: string;
  /** The folder with the databases and `first-run.json`. */
  data: string;
  stop(): Promise<void>;
}

/**
 * The distributed runtime on this machine: a real sqld with a namespace for each database, and the Worker in workerd.
 * The first tenant is made from here, since a Worker neither migrates nor creates databases.
 */
export async function startWorkers(environment: NodeJS.ProcessEnv = process.env): Promise<RunningWorkers> {
  const config = readConfig({ FOYER_DATA: "./data/workers", ...environment });
  mkdirSync(config.data, { recursive: true });
  const origin = `http://localhost:${config.port}`;
  const secret = config.secret ?? keptSecret(config.data);
  const sqld = await startSqld({
    folder: join(config.data, "sqld"),
    port: config.port + 1,
    adminPort: config.port + 2,
  });
  const remote = { kind: "sqld", url: sqld.url, adminUrl: sqld.adminUrl } as const;
  await prepare(remoteApp(remote, nodePorts(config, secret, origin, memoryHub())), origin, config);

  const variables = {
    FOYER_SECRET: secret,
    FOYER_ORIGIN: origin,
    FOYER_MODE: "development",
    FOYER_DEMO_KEY: demoKey(config.data) ?? "",
    FOYER_LOG: config.log,
    FOYER_RATE_LIMIT_FACTOR: String(config.limits),
    FOYER_ALLOW_PRIVATE_TARGETS: config.privateTargets,
    DATABASE_KIND: "sqld",
    DATABASE_URL: sqld.url,
  };
  const wrangler = spawn(
    process.execPath,
    [
      join(root, "node_modules/wrangler/bin/wrangler.js"),
      "dev",
      "--port",
      String(config.port),
      "--ip",
      "127.0.0.1",
      "--inspector-port",
      String(config.port + 3),
      "--persist-to",
      join(config.data, "wrangler"),
      "--show-interactive-dev-session=false",
      ...Object.entries(variables).flatMap(([name, value]) => ["--var", `${name}:${value}`]),
    ],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
      env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "true", NO_COLOR: "1" },
    },
  );
  let output = "";
  for (const stream of [wrangler.stdout, wrangler.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
      if (environment.FOYER_LOG !== "error") process.stderr.write(chunk);
    });
  }
  const stop = async () => {
    if (wrangler.pid !== undefined && wrangler.exitCode === null) {
      // wrangler starts workerd as a child of its own: the whole group has to go.
      try {
        process.kill(-wrangler.pid, "SIGTERM");
      } catch {
        // It was gone already.
      }
    }
    await sqld.stop();
  };
  try {
    await answering(`${origin}/health`, () => wrangler.exitCode === null);
  } catch (error) {
    await stop();
    throw new Error(`workerd did not come up: ${output}`, { cause: error });
  }
  return { origin, data: config.data, stop };
}

async function answering(url: string, alive: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (!alive()) throw new Error("wrangler ended");
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("no answer within a minute");
}

if (import.meta.main) {
  const running = await startWorkers();
  console.log(
    `Portal         ${running.origin}/portal\nDemo site      ${running.origin}/demo\nFirst sign-in  ${join(running.data, "first-run.json")}`,
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => void running.stop().then(() => process.exit(0)));
}
