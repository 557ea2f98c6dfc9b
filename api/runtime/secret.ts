import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomSecret } from "../core/token.ts";

/** The secret of an embedded installation: made once, kept beside the data, readable by its owner alone. */
export function keptSecret(folder: string): string {
  const path = join(folder, "secret");
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const secret = randomSecret(43);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: "wx" });
  return secret;
}
