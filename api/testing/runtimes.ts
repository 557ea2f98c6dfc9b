import { fork } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { memoryHub } from "../adapters/hub/memory.ts";
import { readConfig } from "../runtime/config.ts";
import { nodePorts } from "../runtime/ports.ts";
import { remoteApp } from "../runtime/remote.ts";
import { startWorkers as start } from "../runtime/workers.ts";
import { clientOf, ok } from "./client.ts";
import { type Founded, found } from "./found.ts";
import { freePorts, isFree } from "./ports.ts";

/** The service as it really runs: processes, sockets, a disk. */
export interface Runtime extends Founded {
  name: "Node" | "Workers";
  origin: string;
  /** The installation's secret. */
  installation: string;
  data: string;
  /** Ends it, in order or at once, and starts it again on the same data and address. */
  restart(how?: "stop" | "kill"): Promise<void>;
  /** Ends it at once, as a power failure would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const installation = "the secret of an installation under test";

const environment = (port: number, data: string) => ({
  PORT: String(port),
  FOYER_DATA: data,
  FOYER_SECRET: installation,
  FOYER_LOG: "error",
  FOYER_RATE_LIMIT_FACTOR: "1000000",
  FOYER_ALLOW_PRIVATE_TARGETS: "yes",
});

export async function startNode(): Promise<Runtime> {
  const data = mkdtempSync(join(tmpdir(), "foyer-node-"));
  const port = await freePorts(1);
  const begin = () =>
    new Promise<{ founded: Founded; end(signal: NodeJS.Signals): Promise<void> }>((resolve, reject) => {
      const child = fork(join(import.meta.dirname, "server.ts"), {
        env: { ...process.env, ...environment(port, data), NODE_ENV: "test" },
        execArgv: [],
      });
      const ended = new Promise<void>((done) => child.once("exit", () => done()));
      child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
      child.once("message", (founded) =>
        resolve({
          founded: founded as Founded,
          end: async (signal) => {
            child.kill(signal);
            await ended;
          },
        }),
      );
    });
  let running = await begin();
  return {
    ...running.founded,
    name: "Node",
    origin: `http://127.0.0.1:${port}`,
    installation,
    data,
    kill: () => running.end("SIGKILL"),
    async restart(how = "stop") {
      await running.end(how === "stop" ? "SIGTERM" : "SIGKILL");
      running = await begin();
    },
    async stop() {
      await running.end("SIGTERM");
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** workerd over a real sqld. There is no telling the Worker's process to die alone, so both ways of ending are one. */
export async function startWorkers(): Promise<Runtime> {
  const data = mkdtempSync(join(tmpdir(), "foyer-workers-"));
  const port = await freePorts(4);
  mkdirSync(data, { recursive: true });
  // In production mode nothing is founded by itself, which leaves it to us.
  const given = {
    ...environment(port, data),
    FOYER_MODE: "production",
    FOYER_ORIGIN: `http://localhost:${port}`,
    FOYER_MAIL: "none",
  };
  const begin = async () => {
    const running = await start({ ...process.env, ...given });
    return { end: () => running.stop().then(() => gone(port)) };
  };
  let running = await begin();
  const config = readConfig(given);
  const remote = {
    kind: "sqld",
    url: `http://127.0.0.1:${port + 1}`,
    adminUrl: `http://127.0.0.1:${port + 2}`,
  } as const;
  const house = remoteApp(remote, nodePorts(config, installation, given.FOYER_ORIGIN, memoryHub()));
  const founded = await found(house, data);
  await house.ports.databases.close();
  return {
    ...founded,
    name: "Workers",
    origin: `http://127.0.0.1:${port}`,
    installation,
    data,
    kill: () => running.end(),
    async restart() {
      await running.end();
      running = await begin();
      // A hub that died in the middle of its turn is woken by its alarm a minute later; here somebody comes by before.
      await ok(clientOf(`http://127.0.0.1:${port}`, founded.keys.publishable)("post", "/visitors", {}));
    },
    async stop() {
      await running.end();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Waits until a process that was told to end has let go of its port. */
async function gone(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200 && !(await isFree(port)); attempt++) await sleep(100);
}
