import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const isRoot = process.getuid?.() === 0;

const found = () => [process.env.CHROME_PATH, "/usr/bin/chromium", chromium.executablePath()].find(isThere);

/**
 * Where Chromium is: `CHROME_PATH`, the system's, or a downloaded one. Installs it when there is none, from the
 * distribution where that is allowed. Rejects with a sentence that says what to do.
 */
export async function chromiumPath(): Promise<string> {
  const chosen = process.env.CHROME_PATH;
  if (chosen && !isThere(chosen)) throw new Error(`CHROME_PATH is ${chosen}, and there is no such file`);
  const path = found();
  if (path) return path;

  if (isRoot && existsSync("/etc/debian_version")) {
    // One after the other, whatever the first says: an old package list may still be good enough.
    await run("apt-get", ["update"]);
    await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  }
  if (!found()) {
    const cli = join(dirname(require.resolve("playwright-core/package.json")), "cli.js");
    await run(process.execPath, [cli, "install", "chromium"]);
  }
  const installed = found();
  if (installed) return installed;
  throw new Error("Chromium is missing and could not be installed: install it, or set CHROME_PATH to where it is");
}

const flags = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

/** A headless browser of its own; the caller closes it. */
export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPath(),
    headless: true,
    args: flags,
    // Chromium refuses to run its sandbox as root.
    chromiumSandbox: !isRoot,
  });
}

function isThere(path: string | undefined): path is string {
  return path !== undefined && path !== "" && existsSync(path);
}

/** Resolves when the program has ended, however it ended: what counts is whether Chromium is there afterwards. */
function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], env });
    child.on("error", () => resolve());
    child.on("close", () => resolve());
  });
}
