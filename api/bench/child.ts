import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";

const compiled = join(import.meta.dirname, "../../.cache/compiled");

/** A measured process and the line to it. */
export interface Child {
  origin: string;
  process: ChildProcess;
  /** Milliseconds from spawning to the first answer to be had. */
  start: number;
  ask<T>(question: string, argument?: unknown): Promise<T>;
  stop(): Promise<void>;
}

export async function startChild(
  script: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<Child> {
  const began = performance.now();
  const child = fork(join(import.meta.dirname, script), args, {
    // As `npm start` does: what was compiled once is not compiled again.
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...env },
    execArgv: ["--expose-gc"],
  });
  const next = <T>() =>
    new Promise<T>((resolve, reject) => {
      const failed = (code: number | null) => reject(new Error(`${script} ended with ${code}`));
      child.once("exit", failed);
      child.once("message", (message) => {
        child.off("exit", failed);
        resolve(message as T);
      });
    });
  const { origin } = await next<{ origin: string }>();
  return {
    origin: origin.replace("//localhost", "//127.0.0.1"),
    process: child,
    start: performance.now() - began,
    ask: async <T>(question: string, argument?: unknown) => {
      const answer = next<{ answer: T }>();
      child.send({ ask: question, argument });
      return (await answer).answer;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
        setTimeout(() => child.kill("SIGKILL"), 10_000).unref();
      }),
  };
}
