import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "./check.ts";
import { chromiumPath } from "./chromium.ts";
import { root } from "./root.ts";
import { closingLine, tallyVitest, type VitestReport } from "./tally.ts";

// Everything that can be wrong, in one command: what the tests need is prepared, the checks run, then all tests.
// Arguments go to Vitest: `npm test -- api/core`.
const unprepared = await prepare();
const outcomes = await check();
const tests = await vitest(process.argv.slice(2));

const tally = {
  passed: outcomes.filter(({ passed }) => passed).length + tests.passed,
  skipped: tests.skipped,
  failed: [
    ...unprepared,
    ...outcomes.filter(({ passed }) => !passed).map(({ name }) => `check: ${name}`),
    ...tests.failed,
  ],
};
for (const failure of tally.failed) console.log(`FAILED  ${failure}`);
process.exitCode = tally.failed.length === 0 ? 0 : 1;
console.log(closingLine(tally));

/** Installs a browser and builds the widgets, and says what of it did not succeed. */
async function prepare(): Promise<string[]> {
  const failed: string[] = [];
  await chromiumPath().catch((error: Error) => failed.push(`preparation: ${error.message}`));
  const build = join(root, "widgets/scripts/build.ts");
  if (existsSync(build) && (await node([build])) !== 0) failed.push("preparation: the widgets could not be built");
  return failed;
}

async function vitest(args: string[]) {
  const folder = await mkdtemp(join(tmpdir(), "foyer-test-"));
  const file = join(folder, "report.json");
  try {
    const program = join(root, "node_modules/vitest/vitest.mjs");
    const exitCode = await node([
      program,
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
      ...args,
    ]);
    const text = await readFile(file, "utf8").catch(() => undefined);
    return tallyVitest(text === undefined ? undefined : (JSON.parse(text) as VitestReport), exitCode);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs a script with this Node, its output shown as it comes. Resolves to the exit code, `null` after a signal. */
function node(args: string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    const stop = () => child.kill();
    process.once("SIGTERM", stop);
    child.on("error", reject);
    child.on("close", (code) => {
      process.off("SIGTERM", stop);
      resolve(code);
    });
  });
}
