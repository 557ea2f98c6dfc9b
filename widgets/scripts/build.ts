import { existsSync, watch } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Metafile, OutputFile } from "esbuild";
import { dist, root, sourceHash, widgets } from "./sources.ts";

/** The last build: its sources, and each file with what it loads before it runs and what it may load later. */
export interface Manifest {
  hash: string;
  files: Record<string, { bytes: number; gzip: number; loads: string[]; later: string[] }>;
}

/** Gzip bytes an entry may cost a visitor, shared chunks included. */
export const budgets = { "embed.js": 2048, "booking.js": 20_480, "chat.js": 20_480, "ticket.js": 20_480 } as const;

/** Gzip bytes from the first view to the end, English: with every file that may be loaded on the way. */
export const wholeBudgets = { "booking.js": 29_300 } as const;

/** What the portal writes with, and its licence, which goes where it goes. */
const fonts = {
  "inter-latin.woff2": "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  "inter-latin-ext.woff2": "@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2",
  "inter-license.txt": "@fontsource-variable/inter/LICENSE",
};

const visitorElements = ["booking", "chat", "ticket"];
const manifestPath = join(dist, "manifest.json");

/** Builds what changed sources ask for; returns the manifest of what now lies in `dist/`. */
export async function build({ force = false } = {}): Promise<Manifest> {
  const hash = sourceHash();
  const last = await readManifest();
  if (!force && last?.hash === hash) return last;

  // Loaded only here, so that a start with nothing to build stays quick.
  const { buildLoader, buildModules } = await import("./bundles.ts");
  const { light } = await import("./light.ts");
  // Apart, so that no code of the portal's decides how the visitors' is cut into chunks; and booking, of which the
  // most is asked, is cut into as few as can be.
  const pages = await pageNames();
  const groups = [
    { entries: [element("booking")], plugins: [light] },
    { entries: visitorElements.filter((name) => name !== "booking").map(element) },
    { entries: [element("portal")] },
    { entries: pageEntries(pages) },
    { entries: await demoEntries() },
  ];
  const built = await Promise.allSettled(
    groups.map(({ entries, plugins }) =>
      buildModules(
        entries.filter((entry) => existsSync(entry.in)),
        dist,
        plugins,
      ),
    ),
  );
  const files: Manifest["files"] = {};
  const add = async ({ metafile, outputFiles }: { metafile: Metafile; outputFiles: OutputFile[] }) => {
    Object.assign(files, describe(metafile, outputFiles));
    for (const file of outputFiles) await place(file.path, file.contents);
  };
  for (const group of built) if (group.status === "fulfilled") await add(group.value);

  const hashOf = (file: string) => file.replace(/^chunks\/|\.js$/g, "");
  const chunks = visitorElements.map((name) => [name, files[`${name}.js`]?.loads.map(hashOf) ?? []] as const);
  await add(await buildLoader(Object.fromEntries(chunks), dist));
  await copyStatic(pages);
  const { docsFiles } = await import("../docs/build.ts");
  for (const [name, text] of Object.entries(await docsFiles(root))) await place(join(dist, name), text);
  const failed = built.find((group) => group.status === "rejected");
  if (failed) throw failed.reason;

  await sweep(files);
  const manifest: Manifest = { hash, files };
  await place(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

const element = (name: string) => ({ in: join(widgets, name, "element.tsx"), out: name });

/** Gzip bytes per entry in English: with every chunk it imports statically, or with what it may load `later`. */
export function sizes(manifest: Manifest, part: "loads" | "later" = "loads"): Record<string, number> {
  const of = (names: string[]) => names.reduce((sum, name) => sum + (manifest.files[name]?.gzip ?? 0), 0);
  return Object.fromEntries(
    Object.entries(manifest.files)
      .filter(([name]) => !name.includes("/"))
      .map(([name, file]) => [name, part === "loads" ? file.gzip + of(file.loads) : of(file.later)]),
  );
}

/** The entries that cost more than their budget, as sentences. */
export function overBudget(manifest: Manifest): string[] {
  const built = sizes(manifest);
  const later = sizes(manifest, "later");
  const over = (limits: Record<string, number>, of: (name: string) => number, what: string) =>
    Object.entries(limits)
      .filter(([name, budget]) => of(name) > budget)
      .map(([name, budget]) => `${name} is ${of(name)} bytes gzip${what}, more than ${budget}.`);
  const first = (name: string) => built[name] ?? 0;
  return [...over(budgets, first, ""), ...over(wholeBudgets, (name) => first(name) + (later[name] ?? 0), " in all")];
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

/** Pages of ours that stand alone: each folder of `pages/` is built to `pages/<name>.html` and `.js`. */
async function pageNames() {
  const folder = join(widgets, "pages");
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => existsSync(join(folder, name, "index.html")));
}

function pageEntries(names: string[]) {
  return names.flatMap((name) => {
    const folder = join(widgets, "pages", name);
    const source = ["element.tsx", "main.ts"].map((file) => join(folder, file)).find((path) => existsSync(path));
    return source ? [{ in: source, out: `pages/${name}` }] : [];
  });
}

/** Pages, fonts and pictures that are served as they are. */
async function copyStatic(pages: string[]) {
  for (const name of pages) {
    await place(join(dist, "pages", `${name}.html`), await readFile(join(widgets, "pages", name, "index.html")));
  }
  for (const [name, source] of Object.entries(fonts)) {
    await place(join(dist, "portal", "assets", name), await readFile(fileURLToPath(import.meta.resolve(source))));
  }
  const copies = ["portal/index.html"];
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
  const follow = (path: string, kinds: string[], found = new Set<string>()) => {
    for (const { path: next, kind, external } of meta.outputs[path]?.imports ?? []) {
      // One language is downloaded, and English, which is measured, needs none of these.
      const language = /\/strings\/\w+\.ts$/.test(meta.outputs[next]?.entryPoint ?? "");
      if (external || language || found.has(next) || !kinds.includes(kind)) continue;
      found.add(next);
      follow(next, kinds, found);
    }
    return found;
  };
  const name = (path: string) => relative(dist, join(root, path));
  return Object.fromEntries(
    output.map((file) => {
      const path = relative(root, file.path);
      const loads = follow(path, ["import-statement"]);
      const later = [...follow(path, ["import-statement", "dynamic-import"])].filter((one) => !loads.has(one));
      const { length } = file.contents;
      const gzip = gzipSync(file.contents, { level: 9 }).length;
      return [name(path), { bytes: length, gzip, loads: [...loads].map(name), later: later.map(name) }];
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
  const later = sizes(manifest, "later");
  const kB = (bytes = 0) => `${(bytes / 1024).toFixed(1)} kB`;
  for (const [name, size] of Object.entries(sizes(manifest))) {
    console.log(`${name.padEnd(12)} ${kB(size).padStart(8)} gzip${later[name] ? `, ${kB(later[name])} later` : ""}`);
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
      if (!name || /^dist\b/.test(name)) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => report(false).catch((error) => console.error(error)), 100);
    });
  } else if (!within) process.exitCode = 1;
}
