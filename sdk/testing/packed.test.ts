import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, expect, onTestFinished, test } from "vitest";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const bin = (name: string) => here(`../../node_modules/.bin/${name}`);

/** Runs a program; what it printed is the error's message when it fails. */
async function run(cwd: string, program: string, ...args: string[]): Promise<string> {
  const running = promisify(execFile)(program, args, { cwd });
  const { stdout } = await running.catch((error) => Promise.reject(new Error(`${error.stdout}\n${error.stderr}`)));
  return stdout;
}

beforeAll(() => run(here(".."), bin("tsup"), "--silent"));

test("the manifest and the types are right for every way of importing", async () => {
  await Promise.all([
    run(here("../dist"), bin("publint"), "--strict"),
    run(here("../dist"), bin("attw"), "--pack", "."),
  ]);
}, 60_000);

test("installed from its archive it runs as ESM and CJS, and its types hold", async () => {
  mkdirSync(here("../.cache"), { recursive: true });
  const root = mkdtempSync(here("../.cache/packed-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const [archive] = JSON.parse(await run(here("../dist"), "npm", "pack", "--json", "--pack-destination", root));
  writeFileSync(`${root}/package.json`, '{ "private": true, "type": "module" }');
  await run(root, "npm", "install", "--offline", "--no-audit", "--no-fund", `./${archive.filename}`);

  const body = `
    const thrown = (() => { try { engine(); } catch (error) { return error; } })();
    if (!(thrown instanceof FoyerError)) throw new Error("The entries do not share their classes.");
    const foyer = createClient({ baseUrl: "http://127.0.0.1:9", maxRetries: 0 });
    const areas = [foyer.tickets.create, foyer.events.stream, foyer.webhooks.verify, bookings(engine({ baseUrl: "http://x" })).list, verify];
    if (!areas.every((method) => typeof method === "function")) throw new Error("Something is missing.");
    foyer.tickets.list().catch((error) => console.log(error.name));
  `;
  const names: [string, string][] = [
    ["createClient, FoyerError", "@foyer/sdk"],
    ["engine", "@foyer/sdk/engine"],
    ["bookings", "@foyer/sdk/resources"],
    ["verify", "@foyer/sdk/webhooks"],
  ];
  writeFileSync(`${root}/run.js`, names.map(([what, from]) => `import { ${what} } from "${from}";`).join("\n") + body);
  writeFileSync(
    `${root}/run.cjs`,
    names.map(([what, from]) => `const { ${what} } = require("${from}");`).join("\n") + body,
  );
  expect((await run(root, process.execPath, "run.js")).trim()).toBe("ConnectionError");
  expect((await run(root, process.execPath, "run.cjs")).trim()).toBe("ConnectionError");

  const typed = `
    const foyer: Foyer = createClient({ baseUrl: "http://x", token: async ({ refresh }) => (refresh ? "a" : "b") });
    export const ticket: Promise<Ticket> = foyer.tickets.create({ subject: "s", description: "d" });
    export const code = (error: unknown) => (error instanceof ConflictError ? error.code : undefined);
    // @ts-expect-error The subject is missing.
    foyer.tickets.create({ description: "d" });
  `;
  writeFileSync(
    `${root}/a.mts`,
    `import { ConflictError, createClient, type Foyer, type Ticket } from "@foyer/sdk";${typed}`,
  );
  writeFileSync(
    `${root}/b.cts`,
    `import { ConflictError, createClient, type Foyer, type Ticket } from "@foyer/sdk";${typed}`,
  );
  const flags = "--noEmit --strict --module nodenext --target es2022 --lib es2022,dom --types node".split(" ");
  await run(root, bin("tsc"), ...flags, "a.mts", "b.cts");
}, 60_000);

test("the words of the spec reach the editor", async () => {
  const { default: ts } = await import("typescript");
  const file = here("../dist/hover.mts");
  const text = 'import { createClient } from "./index.js"; createClient().bookings.create;';
  const host: import("typescript").LanguageServiceHost = {
    getCompilationSettings: () => ({
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
    }),
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const found = name === file ? text : ts.sys.readFile(name);
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
    },
    getCurrentDirectory: () => here("../dist"),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
  };
  const info = ts.createLanguageService(host).getQuickInfoAtPosition(file, text.indexOf("create;"));
  expect(ts.displayPartsToString(info?.documentation)).toContain("POST /v1/bookings");
});
