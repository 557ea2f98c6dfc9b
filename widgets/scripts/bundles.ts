import { join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { cssText } from "./css-text.ts";
import { root, widgets } from "./sources.ts";

/** Common to everything the browser loads. */
const options = {
  bundle: true,
  minify: true,
  write: false as const,
  metafile: true as const,
  target: "es2022",
  charset: "utf8" as const,
  legalComments: "none" as const,
  logLevel: "error" as const,
  plugins: [cssText],
} satisfies BuildOptions & { write: false; metafile: true };

/** Modules that share chunks among them. */
export function buildModules(entryPoints: { in: string; out: string }[], outdir: string, plugins: Plugin[] = []) {
  return build({
    ...options,
    plugins: [...options.plugins, ...plugins],
    absWorkingDir: root,
    outdir,
    entryPoints,
    format: "esm",
    splitting: true,
    chunkNames: "chunks/[hash]",
    jsx: "automatic",
    jsxImportSource: "preact",
  });
}

/**
 * The loader is a classic script: customers paste it, and it must know its own address.
 * It carries the hashes of the chunks each element imports, which spares the visitor a round trip.
 */
export function buildLoader(chunks: Record<string, string[]>, outdir: string) {
  return build({
    ...options,
    absWorkingDir: root,
    outdir,
    entryPoints: [{ in: join(widgets, "loader", "embed.ts"), out: "embed" }],
    format: "iife",
    define: { CHUNKS: JSON.stringify(chunks) },
  });
}
