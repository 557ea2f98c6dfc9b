import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const widgets = join(import.meta.dirname, "..");
export const root = join(widgets, "..");
export const dist = join(widgets, "dist");

/** What a built file can depend on: everything here and in the SDK but tests, papers and results. */
function files(folder: string, unwanted = /\.test\.tsx?$|\.md$/): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(dist|node_modules|testing)$/.test(entry.name) ? [] : files(path, unwanted);
    return unwanted.test(entry.name) ? [] : [path];
  });
}

/** One hash over names and contents of all sources; a few hundred files take tens of milliseconds. */
export function sourceHash(): string {
  const papers = [...files(join(root, "docs"), /\.test\.ts$/), join(root, "openapi.yaml")];
  const lines = [...files(widgets), ...files(join(root, "sdk")), ...papers, join(root, "package-lock.json")]
    .filter((path) => existsSync(path))
    .sort()
    .map((path) => `${relative(root, path)} ${hash("sha1", readFileSync(path))}`);
  return hash("sha256", lines.join("\n"));
}
