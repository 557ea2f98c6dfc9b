import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Migration, parseMigration } from "../kernel/migrate.ts";

const api = join(import.meta.dirname, "..");

/**
 * Every migration of the house, in date order. A file in `migrations/` is the tenant's, one in `migrations/control/`
 * is the control database's, and the kernel's are both's.
 */
export function allMigrations(): Migration[] {
  const found = read(join(api, "kernel", "migrations"), "both");
  for (const capability of readdirSync(join(api, "capabilities")).sort()) {
    const folder = join(api, "capabilities", capability, "migrations");
    found.push(...read(folder, "tenant"), ...read(join(folder, "control"), "control"));
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function migrationsOn(kind: "tenant" | "control", all: readonly Migration[]): Migration[] {
  return all.filter((migration) => migration.on === kind || migration.on === "both");
}

function read(folder: string, on: Migration["on"]): Migration[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  } catch {
    return [];
  }
  return names.map((name) =>
    parseMigration(name.slice(0, -".sql".length), on, readFileSync(join(folder, name), "utf8")),
  );
}
