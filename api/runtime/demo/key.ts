import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FirstRun } from "../first-run.ts";

/** The demo tenant's publishable key, as the first start wrote it down; `undefined` where no demo was made. */
export function demoKey(folder: string): string | undefined {
  try {
    const written = JSON.parse(readFileSync(join(folder, "first-run.json"), "utf8")) as FirstRun;
    return written.keys.publishable;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return undefined;
  }
}
