import { existsSync, watch } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import type { BuildOptions, Metafile, OutputFile } from "esbuild";
import { cssText } from "./css-text.ts";
import { dist, root, sourceHash, widgets } from "./sources.ts";

/** The last build: what it was made of, and each file's gzip size with what it loads before it can run. */
export interface Manifest {
  hash: string;
  files: Record<string, { bytes: number; gzip: number; loads: string[] }>;
}

/** Gzip bytes an entry may cost a visitor, shared chunks included. */
export const budgets = { "embed.js": 2048, "booking.js": 20_480, "chat.js": 20_480, "ticket.js": 20_480 } as const;

const visitorElements = ["booking", "chat", "ticket"];
const manifestPath = join(dist, "manifest.json");

const options = {
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "error",
  jsx: "automatic",
  jsxImportSource: "preact",
  absWorkingDir: root,
  outdir: dist,
} as const satisfies BuildOptions;

/** Builds what changed sources ask for; returns the manifest of what now lies in `dist/`. */
export async function build({ force = false } = {}): Promise<Manifest> {
  const hash = sourceHash();
  const last = await readManifest();
  if (!force && last?.hash === hash) return last;

  // Loaded only here, so that a start with nothing to build stays quick.
  const esbuild = await import("esbuild");
  const plugins = [cssText];
  const entries = [...visitorElements, "portal"]
    .map((name) => ({ in: join(widgets, name, "element.tsx"), out: name }))
    .filter((entry) => existsSync(entry.in));
  const demo = await demoEntries();

  const modules = await esbuild.build({
    ...options,
    plugins,
    entryPoints: [...entries, ...demo],
    format: "esm",
    splitting: true,
    chunkNames: "chunks/[hash]",
  });
  const files = describe(modules.metafile, modules.outputFiles);

  const loader = await esbuild.build({
    ...options,
    plugins,
    entryPoints: [{ in: join(widgets, "loader", "embed.ts"), out: "embed" }],
    format: "iife",
    // The names of the chunks spare the visitor a round trip: they are fetched beside the entry, not after it.
    define: {
      CHUNKS: JSON.stringify(
        Object.fromEntries(visitorElements.map((name) => [name, files[`${name}.js`]?.loads ?? []])),
      ),
    },
  });
  Object.assign(files, describe(loader.metafile, loader.outputFiles));

  for (const file of [...modules.outputFiles, ...loader.outputFiles]) await place(file.path, file.contents);
  await copyStatic();
  await sweep(files);
  const manifest: Manifest = { hash, files };
  await place(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Gzip bytes per entry in English: the entry and every chunk it imports statically. */
export function sizes(manifest: Manifest): Record<string, number> {
  return Object.fromEntries(
    Object.entries(manifest.files)
      .filter(([name]) => !name.includes("/"))
      .map(([name, { gzip, loads }]) => [
        name,
        loads.reduce((sum, chunk) => sum + (manifest.files[chunk]?.gzip ?? 0), gzip),
      ]),
  );
}

/** The entries that cost more than their budget, as sentences. */
export function overBudget(manifest: Manifest): string[] {
  const built = sizes(manifest);
  return Object.entries(budgets)
    .filter(([name, budget]) => (built[name] ?? 0) > budget)
    .map(([name, budget]) => `${name} is ${built[name]} bytes gzip, more than ${budget}.`);
}

async function readManifest(): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(manifestPath, "utf8")) as Manifest;
  } catch {
    return undefined;
  }
}

async function demoEntries() {
  const folder = join(widgets, "demo");
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => /^[\w-]+\.tsx?$/.test(name));
  return names.map((name) => ({ in: join(folder, name), out: `demo/${name.replace(/\.tsx?$/, "")}` }));
}

/** Page, fonts and pictures that are served as they are. */
async function copyStatic() {
  const copies = ["portal/index.html", "portal/assets"];
  const demo = join(widgets, "demo");
  if (existsSync(demo)) {
    const names = await readdir(demo);
    copies.push(...names.filter((name) => !/\.tsx?$/.test(name)).map((name) => `demo/${name}`));
  }
  for (const copy of copies) {
    const from = join(widgets, copy);
    if (!existsSync(from)) continue;
    await mkdir(dirname(join(dist, copy)), { recursive: true });
    await cp(from, join(dist, copy), { recursive: true });
  }
}

function describe(meta: Metafile, output: OutputFile[]): Manifest["files"] {
  const nameOf = (path: string) => relative(dist, join(root, path));
  const staticImports = (path: string): string[] =>
    (meta.outputs[path]?.imports ?? [])
      .filter((one) => one.kind === "import-statement" && !one.external)
      .map((one) => one.path);
  return Object.fromEntries(
    output.map((file) => {
      const loads = new Set<string>();
      const follow = (path: string) => {
        for (const next of staticImports(path)) {
          if (loads.has(next)) continue;
          loads.add(next);
          follow(next);
        }
      };
      follow(relative(root, file.path));
      const { length } = file.contents;
      const gzip = gzipSync(file.contents, { level: 9 }).length;
      return [relative(dist, file.path), { bytes: length, gzip, loads: [...loads].map(nameOf) }];
    }),
  );
}

/** By rename, so that a server that is reading never sees half a file. */
async function place(path: string, contents: Uint8Array | string) {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, contents);
  await rename(draft, path);
}

/** Removes chunks of earlier builds. */
async function sweep(files: Manifest["files"]) {
  const folder = join(dist, "chunks");
  if (!existsSync(folder)) return;
  for (const name of await readdir(folder)) {
    if (!files[`chunks/${name}`]) await rm(join(folder, name), { force: true });
  }
}

async function report(force: boolean) {
  const before = performance.now();
  const manifest = await build({ force });
  for (const [name, size] of Object.entries(sizes(manifest))) {
    console.log(`${name.padEnd(12)} ${(size / 1024).toFixed(1)} kB gzip`);
  }
  console.log(`widgets/dist is up to date (${Math.round(performance.now() - before)} ms)`);
  const over = overBudget(manifest);
  for (const sentence of over) console.error(sentence);
  return over.length === 0;
}

if (import.meta.main) {
  const within = await report(process.argv.includes("--force"));
  if (process.argv.includes("--watch")) {
    let waiting: NodeJS.Timeout | undefined;
    watch(widgets, { recursive: true }, (_, name) => {
      if (!name || /^(dist|package)\b/.test(name)) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => report(false).catch((error) => console.error(error)), 100);
    });
  } else if (!within) process.exitCode = 1;
}
