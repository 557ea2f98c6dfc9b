import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../api/runtime/config.ts";
import { type FirstRun, prepare } from "../../api/runtime/first-run.ts";
import { type Running, serve } from "../../api/runtime/node.ts";
import { allBlocks, type Block, docs } from "./blocks.ts";

const root = join(docs, "..");
const blocks = allBlocks();
const name = ({ paper, line }: Block) => `${paper}:${line}`;
const scripts = blocks.filter(({ language }) => language === "ts");

test("the guides hold code to check, and the server runs the most of it", () => {
  expect(scripts.length).toBeGreaterThan(10);
  expect(scripts.filter(({ runs }) => runs).length).toBeGreaterThan(8);
});

test("every TypeScript block fits the SDK's types", () => {
  // Beside the papers, and never written: so that imports resolve as they do in this repository.
  const virtual = new Map(scripts.map((block, index) => [join(docs, `block-${index}.ts`), block]));
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  // A block without imports is a module all the same.
  const text = (path: string) => virtual.has(path) && `${virtual.get(path)?.code}\nexport {};\n`;
  host.fileExists = (path) => virtual.has(path) || fileExists(path);
  host.readFile = (path) => text(path) || readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const source = text(path);
    return source ? ts.createSourceFile(path, source, version) : getSourceFile(path, version, ...rest);
  };
  const program = ts.createProgram([...virtual.keys()], options, host);
  const found = [...virtual].flatMap(([path, block]) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${name(block)} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  });
  expect(found).toEqual([]);
}, 60_000);

test("every npm script that a shell block names exists", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
  const named = blocks
    .filter(({ language }) => language === "sh")
    .flatMap(({ code }) =>
      [...code.matchAll(/npm (?:run )?(start|test|[\w:]+)(?= |$|\n)/g)].map(([, script]) => script),
    );
  expect(named.length).toBeGreaterThan(3);
  for (const script of named) expect(["install", ...Object.keys(scripts)]).toContain(script);
});

test("links between papers lead somewhere", () => {
  const broken = allPapers().flatMap(({ paper, text }) =>
    [...text.matchAll(/\]\(((?!https?:|\/|#)[^)#]+)/g)]
      .map(([, href = ""]) => href)
      .filter((href) => !existsSync(join(docs, paper, "..", href)))
      .map((href) => `${paper}: ${href}`),
  );
  expect(broken).toEqual([]);
});

const allPapers = () =>
  [...new Set(blocks.map(({ paper }) => paper))].map((paper) => ({
    paper,
    text: readFileSync(join(docs, paper), "utf8"),
  }));

let folder: string;
let running: Running;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), "foyer-guides-"));
  const config = readConfig({ FOYER_DATA: data, PORT: "0", FOYER_LOG: "error" });
  running = await serve(config, (app, origin) => prepare(app, origin, config));
  const { keys } = JSON.parse(readFileSync(join(data, "first-run.json"), "utf8")) as FirstRun;
  environment = {
    PATH: process.env.PATH,
    FOYER_URL: running.origin,
    FOYER_KEY: keys.secret,
    FOYER_PUBLISHABLE_KEY: keys.publishable,
    // An address that needs no name server; nothing is sent to it.
    HOOK_URL: "https://93.184.216.34/hooks/foyer",
  };
  // Within the repository, so that the blocks find the SDK.
  mkdirSync(join(root, ".cache"), { recursive: true });
  folder = mkdtempSync(join(root, ".cache", "guides-"));
}, 120_000);

afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true });
});

const runnable = blocks.filter(({ runs }) => runs);

test.each(runnable.map((block) => [name(block), block] as const))("%s runs against a server", async (_, block) => {
  const path = join(folder, `${block.paper.replaceAll("/", "-")}-${block.line}.ts`);
  writeFileSync(path, block.code);
  const { stdout } = await promisify(execFile)(process.execPath, [path], { env: environment, timeout: 30_000 });
  expect(stdout.length + Number(!block.code.includes("console.log"))).toBeGreaterThan(0);
});

const asking = blocks.filter(({ language, code }) => language === "sh" && code.includes("$FOYER_URL"));

test.each(asking.map((block) => [name(block), block] as const))("%s is answered", async (_, { code }) => {
  const { stdout } = await promisify(execFile)("sh", ["-e", "-c", code], { env: environment, timeout: 30_000 });
  expect(JSON.parse(stdout)).not.toHaveProperty("code");
});
