import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { parse } from "yaml";
import { guidePages } from "./guides.ts";
import { referencePage } from "./reference.ts";
import type { Spec } from "./spec.ts";

/** The files of the documentation by their names under `dist/`. */
export async function docsFiles(root: string): Promise<Record<string, string>> {
  const yaml = await readFile(join(root, "openapi.yaml"), "utf8");
  const spec = parse(yaml) as Spec;
  const source = (name: string) => readFileSync(join(import.meta.dirname, name), "utf8");
  const [style, script] = await Promise.all([
    transform(source("docs.css"), { loader: "css", minify: true }),
    transform(source("docs.ts"), { loader: "ts", minify: true, target: "es2022" }),
  ]);
  const guides = Object.entries(guidePages(join(root, "docs"))).map(([name, text]) => [`docs/${name}`, text]);
  return {
    ...Object.fromEntries(guides),
    "openapi.yaml": yaml,
    "openapi.json": JSON.stringify(spec),
    "docs/api.html": referencePage(spec),
    "docs/docs.css": style.code,
    "docs/docs.js": script.code,
  };
}
