import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FirstRun } from "../../runtime/first-run.ts";
import { areFree, freePorts } from "../ports.ts";
import { root } from "../root.ts";
import { until } from "./until.ts";

export type RuntimeName = "node" | "workers";

/** A runtime in processes of its own, as a customer starts it, with the demo tenant of a first start. */
export interface Service {
  name: RuntimeName;
  origin: string;
  firstRun: FirstRun;
  /** Ends it: the embedded runtime as a power failure would, the distributed one in order. */
  fell(): Promise<void>;
  /** Starts it again, on the same data and port. */
  rise(): Promise<void>;
  /** The last lines that it wrote. */
  output(): string;
  stop(): Promise<void>;
}

const programs = { node: "api/runtime/start.ts", workers: "api/runtime/workers.ts" };

/** Starts a runtime on an empty folder. Resolves when it serves. */
export async function startService(name: RuntimeName): Promise<Service> {
  const data = await mkdtemp(join(tmpdir(), `foyer-journey-${name}-`));
  const port = await freePorts(4);
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    PORT: String(port),
    FOYER_DATA: data,
    FOYER_LOG: "warn",
    // What the journey needs it makes itself.
    FOYER_DEMO: "no",
    FOYER_ALLOW_PRIVATE_TARGETS: "yes",
    FOYER_RATE_LIMIT_FACTOR: "1000",
  };
  let child: ChildProcess | undefined;
  let output = "";

  const rise = async () => {
    const started = spawn(process.execPath, [join(root, programs[name])], { cwd: root, env, stdio: "pipe" });
    child = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        output = (output + chunk.toString()).slice(-20_000);
      });
    }
    await until(
      `${name} serves`,
      async () => {
        if (started.exitCode !== null) throw new Error(`The ${name} runtime ended with ${started.exitCode}: ${output}`);
        const response = await fetch(`${origin}/health`).catch(() => undefined);
        return response?.ok;
      },
      240_000,
    );
  };

  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill(signal);
    await ended;
    // What wrangler started goes a moment later.
    await until("the ports are free", () => areFree(port, 4), 20_000);
  };

  const stop = async () => {
    await end("SIGTERM");
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    await rise();
    const firstRun = JSON.parse(await readFile(join(data, "first-run.json"), "utf8")) as FirstRun;
    const fell = () => end(name === "node" ? "SIGKILL" : "SIGTERM");
    return { name, origin, firstRun, fell, rise, output: () => output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
