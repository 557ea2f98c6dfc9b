import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import Sqlite from "libsql";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import type { Database, Databases, Statement, Value } from "../../ports/database.ts";
import { fileDatabases } from "./file.ts";

const sql = (text: string, ...args: Value[]): Statement => ({ sql: text, args });

const folder = mkdtempSync(join(tmpdir(), "files-"));
const opened: Databases[] = [];

function connect(name: string, open?: number): Databases {
  const databases = fileDatabases({ folder: join(folder, name), ...(open ? { open } : {}) });
  opened.push(databases);
  return databases;
}

async function only(database: Database, text: string): Promise<Value> {
  const [result] = await database.read([sql(text)]);
  return result!.rows[0]![0]!;
}

afterEach(async () => {
  for (const databases of opened.splice(0)) await databases.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a database file", () => {
  it("is written with full durability", async () => {
    const database = await connect("durable").create("a");
    const settings = ["journal_mode", "synchronous", "foreign_keys"].map((name) => sql(`pragma ${name}`));
    const results = await database.commit(settings);
    expect(results.map(({ rows }) => rows[0]![0])).toEqual(["wal", 2, 1]);
  });

  it("is not created by opening it, and goes with all that is beside it", async () => {
    const databases = connect("absent");
    expect(await databases.open("a")).toBeUndefined();
    expect(existsSync(join(folder, "absent"))).toBe(false);
    const database = await databases.create("a");
    await database.commit([sql("create table t (n)")]);
    await databases.drop("a");
    expect(readdirSync(join(folder, "absent"))).toEqual([]);
  });

  it("keeps every acknowledged batch when its process is killed", async () => {
    const home = join(folder, "killed");
    for (let round = 0; round < 3; round++) {
      const child = spawn(process.execPath, [join(import.meta.dirname, "testing/write.ts"), home], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const acknowledged = await acknowledgedBy(child, 2_000);
      const database = (await connect("killed").open("a"))!;
      const [rows] = await database.read([sql("select n from t")]);
      const kept = new Set(rows!.rows.map(([n]) => n));
      expect(acknowledged.length).toBeGreaterThanOrEqual(2_000);
      expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
      expect(
        await only(database, "select count(*) from t group by batch having count(*) <> 2 union all select 0"),
      ).toBe(0);
      expect(await only(database, "pragma integrity_check")).toBe("ok");
      await opened.pop()!.close();
    }
  }, 20_000);

  it("waits for another process's write without blocking", async () => {
    const databases = connect("busy");
    const database = await databases.create("a");
    await database.commit([sql("create table t (n)")]);
    const other = new Sqlite(join(folder, "busy", "a.db"));
    other.exec("begin immediate");
    other.exec("insert into t values (1)");
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 5);
    const commit = database.commit([sql("insert into t values (2)")]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await only(database, "select count(*) from t")).toBe(0);
    other.exec("commit");
    other.close();
    await commit;
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(10);
    expect(await only(database, "select sum(n) from t")).toBe(3);
  });

  it("fails one batch when the file is full, and goes on", async () => {
    const database = await connect("full").create("a");
    await database.commit([sql("create table t (n integer, body blob)"), sql("pragma max_page_count = 50")]);
    const insert = (n: number, size: number) =>
      database.commit([sql("insert into t values (?, ?)", n, new Uint8Array(size))]);
    const outcomes = await Promise.allSettled([insert(1, 10), insert(2, 1_000_000), insert(3, 10)]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(outcomes[1]).toMatchObject({ reason: { index: 0, code: "SQLITE_FULL" } });
    expect(await only(database, "select group_concat(n) from t")).toBe("1,3");
  });
});

describe("a folder of database files", () => {
  it("closes what was used longest ago, and never what is busy", async () => {
    const databases = connect("many", 3);
    const names = Array.from({ length: 10 }, (_, n) => `d${n}`);
    const all = await Promise.all(names.map((name) => databases.create(name)));
    const commits = all.map((database) =>
      database.commit([sql("create table t (n)"), sql("insert into t values (1)")]),
    );
    await Promise.all(commits);
    // A file that was closed has nothing left in its write-ahead log.
    const wal = (name: string) =>
      statSync(join(folder, "many", `${name}.db-wal`), { throwIfNoEntry: false })?.size ?? 0;
    await vi.waitFor(() => expect(names.filter((name) => wal(name) > 0)).toHaveLength(3));
    for (const database of all) await database.commit([sql("insert into t values (2)")]);
    await vi.waitFor(() => expect(names.filter((name) => wal(name) > 0)).toEqual(["d7", "d8", "d9"]));
    expect(await Promise.all(all.map((database) => only(database, "select sum(n) from t")))).toEqual(all.map(() => 3));
  });

  it("finishes what was asked before it closes", async () => {
    const databases = connect("draining");
    const database = await databases.create("a");
    const pending = Array.from({ length: 300 }, (_, n) =>
      database.commit([sql("create table if not exists t (n)"), sql("insert into t values (?)", n)]),
    );
    await databases.close();
    await Promise.all(pending);
    await expect(database.commit([sql("insert into t values (1)")])).rejects.toThrow("closed");
    expect(statSync(join(folder, "draining", "a.db-wal"), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    const again = (await connect("draining").open("a"))!;
    expect(await only(again, "select count(*) from t")).toBe(300);
  });
});

/** Kills the writer once it has reported so many commits; answers the numbers it had reported by then. */
async function acknowledgedBy(child: ChildProcess, enough: number): Promise<number[]> {
  const numbers: number[] = [];
  const lines = createInterface({ input: child.stdout! });
  lines.on("line", (line) => {
    numbers.push(Number(line));
    if (numbers.length === enough) child.kill("SIGKILL");
  });
  await Promise.all([once(child, "exit"), once(lines, "close")]);
  return numbers;
}
