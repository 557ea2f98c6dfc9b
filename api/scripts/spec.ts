import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { entries } from "../app.ts";
import { specification } from "../kernel/spec/document.ts";
import { settingsReference } from "../runtime/config.ts";
import { allMigrations, migrationsOn } from "../runtime/migrations.ts";

const root = join(import.meta.dirname, "../..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

const capabilities = await Promise.all(entries.map((entry) => entry.load().then((module) => module.default)));
const migrations = allMigrations();
const namesOn = (kind: "tenant" | "control") => migrationsOn(kind, migrations).map((migration) => migration.name);

/** What the routes and the migrations say, written down for those who cannot read them. */
const written: Record<string, string> = {
  "openapi.yaml": `# Written by \`npm run spec\` from the routes. Never edited by hand.\n${stringify(
    specification(capabilities, version),
    {
      lineWidth: 110,
      aliasDuplicateObjects: false,
    },
  )}`,
  "api/runtime/generated/schema.ts": `// Written by \`npm run spec\` from the migrations. Never edited by hand.\n\n/** The migrations that a database must have before it is served. */\nexport const schema = ${JSON.stringify({ version, tenant: namesOn("tenant"), control: namesOn("control") }, null, 2)};\n`,
  "docs/reference/settings.md": `# Settings\n\nWritten by \`npm run spec\`. All of them are environment variables.\n\n${settingsReference()}\n`,
};

const stale = Object.entries(written).filter(([path, text]) => read(join(root, path)) !== text);
if (process.argv.includes("--check")) {
  if (stale.length > 0) {
    console.error(`${stale.map(([path]) => path).join(", ")}: not what the source says. Run \`npm run spec\`.`);
    process.exit(1);
  }
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function read(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
