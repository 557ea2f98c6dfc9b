import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { model } from "./operations.ts";
import { renderResources } from "./resources.ts";
import { readSpec } from "./spec.ts";
import { renderTypes } from "./types.ts";

/** The generated files of a spec, by name. `core` is where they find the engine. */
export async function generate(spec: string, core?: string): Promise<Record<string, string>> {
  const read = model(readSpec(spec));
  return { "types.ts": await renderTypes(read), "resources.ts": renderResources(read, core) };
}

/** Writes generated files into a folder. */
export function write(files: Record<string, string>, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/${name}`, text);
}

/** The files that are missing or differ. */
export function drift(files: Record<string, string>, folder: string): string[] {
  return Object.entries(files)
    .filter(([name, text]) => !existsSync(`${folder}/${name}`) || readFileSync(`${folder}/${name}`, "utf8") !== text)
    .map(([name]) => name);
}

// node generate.ts [spec] [folder] [--check]
if (import.meta.main) {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const given = process.argv.slice(2).filter((argument) => argument !== "--check");
  const [spec = here("../../openapi.yaml"), folder = here("../generated")] = given;
  const files = await generate(spec);
  const stale = drift(files, folder).join(", ");
  if (!process.argv.includes("--check")) write(files, folder);
  else if (stale) {
    console.error(`${folder} is not what ${spec} says (${stale}): run \`npm run sdk\`.`);
    process.exitCode = 1;
  }
}
