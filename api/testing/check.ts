import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkFloors } from "./floors.ts";
import { root } from "./root.ts";

/** The outcome of one check. `report` is what there is to read when it failed. */
export interface Outcome {
  name: string;
  passed: boolean;
  report: string;
}

type Verdict = Omit<Outcome, "name">;

const checks: [name: string, check: () => Promise<Verdict>][] = [
  ["types", () => program("node_modules/typescript/bin/tsc", "--noEmit")],
  [
    "lint and format",
    () => program("node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "--diagnostic-level=warn"),
  ],
  ["floors", floors],
  ...generated("the specification equals the routes", "api/scripts/spec.ts"),
  ...generated("the SDK equals the specification", "sdk/scripts/generate.ts"),
];

/** Runs every check, one after the other, and prints a line for each. */
export async function check(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [name, run] of checks) {
    const started = performance.now();
    const outcome = { name, ...(await run()) };
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${outcome.passed ? "passed" : "FAILED"}  ${name} (${seconds} s)`);
    if (!outcome.passed) console.log(outcome.report.replace(/^/gm, "        ").trimEnd());
    outcomes.push(outcome);
  }
  return outcomes;
}

/** Compares what a generator would write with what is committed. Nothing when there is no such generator. */
function generated(name: string, script: string): typeof checks {
  return existsSync(join(root, script)) ? [[name, () => program(script, "--check")]] : [];
}

async function floors(): Promise<Verdict> {
  const wrong = checkFloors(root);
  return { passed: wrong.length === 0, report: wrong.join("\n") };
}

function program(script: string, ...args: string[]): Promise<Verdict> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let report = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (report += text));
    child.on("error", (error) => resolve({ passed: false, report: error.message }));
    child.on("close", (code) => resolve({ passed: code === 0, report }));
  });
}

if (import.meta.main) {
  const outcomes = await check();
  process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
}
