import type { Database, Statement } from "../ports/database.ts";

/** One dated step of the schema. */
export interface Migration {
  /** `2026-11-20-kernel`: the date orders it, the words say what it does. */
  name: string;
  on: "tenant" | "control" | "both";
  forward: string[];
  back: string[];
}

/** Reads the two halves of a migration file, `-- forward` and `-- back`. */
export function parseMigration(name: string, on: Migration["on"], text: string): Migration {
  const [, forward, back] = /^-- forward\n([\s\S]*?)^-- back\n([\s\S]*)$/m.exec(text) ?? [];
  if (forward === undefined || back === undefined) throw new Error(`${name} must have "-- forward" and "-- back"`);
  return { name, on, forward: statements(forward), back: statements(back) };
}

/** Splits at the semicolons that end a line, except inside a trigger, which ends with `end;`. */
function statements(text: string): string[] {
  const found: string[] = [];
  let current = "";
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.trimStart().startsWith("--")) continue;
    current += `${line}\n`;
    const trigger = /^\s*create trigger/i.test(current);
    if (trigger ? /^end;\s*$/i.test(line.trim()) : /;\s*$/.test(line)) {
      found.push(current.trim());
      current = "";
    }
  }
  if (current.trim() !== "") throw new Error(`a statement without an end: ${current.trim().slice(0, 60)}`);
  return found;
}

export async function appliedMigrations(database: Database): Promise<Set<string>> {
  const [table] = await database.read([{ sql: "select 1 from sqlite_master where name = 'migrations'", args: [] }]);
  if (!table || table.rows.length === 0) return new Set();
  const [answer] = await database.read([{ sql: "select name from migrations", args: [] }]);
  return new Set(answer?.rows.map(([name]) => name as string));
}

/** Applies what is missing, oldest first, each step a batch of its own. Answers the names that it applied. */
export async function migrate(database: Database, migrations: readonly Migration[], now: number): Promise<string[]> {
  const applied = await appliedMigrations(database);
  const missing = migrations
    .filter((migration) => !applied.has(migration.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const [index, migration] of missing.entries()) {
    const ledger =
      index === 0 && applied.size === 0
        ? [plain("create table if not exists migrations (name text primary key, at integer not null) without rowid")]
        : [];
    await database.commit([
      ...ledger,
      ...migration.forward.map(plain),
      { sql: "insert into migrations (name, at) values (?, ?)", args: [migration.name, now] },
    ]);
  }
  return missing.map((migration) => migration.name);
}

/** Takes the newest steps back, down to and without `until`; all of them when it is undefined. */
export async function migrateBack(
  database: Database,
  migrations: readonly Migration[],
  until?: string,
): Promise<string[]> {
  const applied = await appliedMigrations(database);
  const undone = migrations
    .filter((migration) => applied.has(migration.name) && (until === undefined || migration.name > until))
    .sort((a, b) => (a.name < b.name ? 1 : -1));
  for (const migration of undone) {
    await database.commit([
      ...migration.back.map(plain),
      { sql: "delete from migrations where name = ?", args: [migration.name] },
    ]);
  }
  return undone.map((migration) => migration.name);
}

const plain = (sql: string): Statement => ({ sql, args: [] });
