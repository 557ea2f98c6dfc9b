import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BatchFailure, type Database, type Databases, type Statement, type Value } from "../../ports/database.ts";
import { fileDatabases } from "./file.ts";
import { httpDatabases } from "./http.ts";
import { type Sqld, startSqld } from "./sqld.ts";

const sql = (text: string, ...args: Value[]): Statement => ({ sql: text, args });
const GUARD = "create table guard (ok integer not null check (ok))";

/** What a promise rejects with; fails the test when it resolves. */
async function refusal(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => expect.fail(`resolved with ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
}

async function batchFailure(promise: Promise<unknown>): Promise<{ index: number; code: string }> {
  const error = await refusal(promise);
  expect(error).toBeInstanceOf(BatchFailure);
  const { index, code } = error as BatchFailure;
  return { index, code };
}

const folder = mkdtempSync(join(tmpdir(), "databases-"));
let sqld: Sqld;

beforeAll(async () => {
  sqld = await startSqld({ folder: join(folder, "sqld") });
}, 120_000);

afterAll(async () => {
  await sqld?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const adapters: [string, () => Databases][] = [
  ["file", () => fileDatabases({ folder: join(folder, "files"), open: 2 })],
  ["http", () => httpDatabases({ kind: "sqld", url: sqld.url, adminUrl: sqld.adminUrl })],
];

describe.each(adapters)("%s databases", (_, connect) => {
  let databases: Databases;
  let count = 0;

  beforeAll(() => {
    databases = connect();
  });
  afterAll(() => databases.close());

  async function fresh(...schema: string[]): Promise<Database> {
    count += 1;
    const database = await databases.create(`fresh_${count}`);
    await database.commit([GUARD, ...schema].map((text) => sql(text)));
    return database;
  }

  async function numbers(database: Database, text: string): Promise<Value[]> {
    const [result] = await database.read([sql(text)]);
    return result!.rows.map((row) => row[0]!);
  }

  it("answers rows as arrays, with their columns", async () => {
    const database = await fresh("create table t (id integer primary key, name text)");
    const written = await database.commit([
      sql("insert into t (name) values (?), (?)", "a", "b"),
      sql("update t set name = name || ?", "!"),
    ]);
    expect(written).toEqual([
      { columns: [], rows: [], changes: 2 },
      { columns: [], rows: [], changes: 2 },
    ]);
    expect(await database.read([sql("select id, name as title from t where id = ?", 2), sql("select 1")])).toEqual([
      { columns: ["id", "title"], rows: [[2, "b!"]], changes: 0 },
      { columns: ["1"], rows: [[1]], changes: 0 },
    ]);
    const first = "select name from t where id >= ? order by id limit 1";
    expect(await database.read([sql(first, 1), sql(first, 3), sql(`${first.slice(0, -1)}-1;`, 1)])).toMatchObject([
      { rows: [["a!"]] },
      { rows: [] },
      { rows: [["a!"], ["b!"]] },
    ]);
    expect(await database.read([])).toEqual([]);
    expect(await database.commit([])).toEqual([]);
  });

  it("answers the rows of a returning clause, and counts them", async () => {
    const database = await fresh("create table t (id integer primary key, n integer)");
    const results = await database.commit([
      sql("insert into t (n) values (?), (?) returning id, n", 10, 20),
      sql("update t set n = n + 1 where n > ? returning n", 100),
      sql("select count(*) as total from t"),
      sql("delete from t returning *"),
    ]);
    expect(results.map(({ changes }) => changes)).toEqual([2, 0, 0, 2]);
    expect(results[0]).toMatchObject({
      columns: ["id", "n"],
      rows: [
        [1, 10],
        [2, 20],
      ],
    });
    expect(results[2]).toMatchObject({ columns: ["total"], rows: [[2]] });
    expect(results[3]!.columns).toEqual(["id", "n"]);
  });

  it("commits all of a batch or none, and says which statement was refused", async () => {
    const database = await fresh("create table t (n integer unique)");
    const insert = (n: number) => sql("insert into t values (?)", n);
    expect(await batchFailure(database.commit([insert(1), insert(2), insert(1), insert(3)]))).toEqual({
      index: 2,
      code: "SQLITE_CONSTRAINT",
    });
    expect(await batchFailure(database.commit([insert(1), sql("insert into missing values (1)")]))).toEqual({
      index: 1,
      code: "SQLITE_ERROR",
    });
    expect(await batchFailure(database.commit([insert(1), sql("insrt into t values (1)")]))).toEqual({
      index: 1,
      code: "SQLITE_ERROR",
    });
    expect(await numbers(database, "select n from t")).toEqual([]);
    await database.commit([insert(1)]);
    expect(await numbers(database, "select n from t")).toEqual([1]);
  });

  it("rolls the batch back when a guard no longer holds", async () => {
    const database = await fresh("create table t (id integer primary key, version integer)");
    await database.commit([sql("insert into t values (1, 1)")]);
    const change = (version: number) =>
      database.commit([
        sql("update t set version = version + 1 where id = 1"),
        sql("insert into guard (ok) select 0 where not (?1 = (select version - 1 from t where id = 1))", version),
      ]);
    await change(1);
    expect(await batchFailure(change(1))).toEqual({ index: 1, code: "SQLITE_CONSTRAINT" });
    expect(await numbers(database, "select version from t")).toEqual([2]);
    expect(await numbers(database, "select ok from guard")).toEqual([]);
  });

  it("sells a slot once to 200 who ask at the same time", async () => {
    const database = await fresh("create table booking (slot integer, who integer)");
    const attempts = Array.from({ length: 200 }, (_, who) =>
      database.commit([
        sql("insert into guard (ok) select 0 where exists (select 1 from booking where slot = ?)", 9),
        sql("insert into booking values (?, ?)", 9, who),
      ]),
    );
    const outcomes = await Promise.allSettled(attempts);
    const winners = outcomes.flatMap((outcome, who) => (outcome.status === "fulfilled" ? [who] : []));
    expect(winners).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ index: 0, code: "SQLITE_CONSTRAINT" });
    }
    expect(await numbers(database, "select who from booking")).toEqual(winners);
  });

  it("keeps batches that are sent together apart", async () => {
    const database = await fresh("create table t (n integer primary key, note text not null)");
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, n) =>
        database.commit([
          sql("insert into t values (?, ?)", n, "first"),
          sql("insert into t values (?, ?)", n + 1000, n % 3 === 1 ? null : "second"),
        ]),
      ),
    );
    const succeeded = outcomes.flatMap(({ status }, n) => (status === "fulfilled" ? [n] : []));
    expect(succeeded).toEqual(Array.from({ length: 60 }, (_, n) => n).filter((n) => n % 3 !== 1));
    expect(await numbers(database, "select n from t where n < 1000 order by n")).toEqual(succeeded);
    expect(await numbers(database, "select n - 1000 from t where n >= 1000 order by n")).toEqual(succeeded);
  });

  it("does not let a batch fail its neighbours by rolling back, or at the commit", async () => {
    const database = await fresh(
      "create table parent (id integer primary key)",
      "create table child (id integer primary key, parent integer references parent deferrable initially deferred)",
      "create trigger harsh before insert on child when new.id = 4 begin select raise(rollback, 'no'); select 1; end",
    );
    await database.commit([sql("insert into parent values (1)")]);
    const child = (id: number, parent: number) =>
      database.commit([sql("insert into child values (?, ?)", id, parent), sql("select 1")]);
    const outcomes = await Promise.allSettled([child(1, 1), child(2, 77), child(3, 1), child(4, 1), child(5, 1)]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    expect(outcomes[1]).toMatchObject({ reason: { index: 1, code: "SQLITE_CONSTRAINT" } });
    expect(outcomes[3]).toMatchObject({ reason: { index: 0, code: "SQLITE_CONSTRAINT" } });
    expect(await numbers(database, "select id from child order by id")).toEqual([1, 3, 5]);
  });

  it("commits what it was given, whatever becomes of the arguments afterwards", async () => {
    const database = await fresh("create table t (n integer)");
    const args: Value[] = [1];
    const commits = Array.from({ length: 8 }, () => database.commit([{ sql: "insert into t values (?)", args }]));
    args[0] = 2;
    await Promise.all(commits);
    expect(await numbers(database, "select distinct n from t")).toEqual([1]);
  });

  it("enforces foreign keys", async () => {
    const database = await fresh(
      "create table parent (id integer primary key)",
      "create table child (parent integer references parent)",
    );
    expect(await batchFailure(database.commit([sql("insert into child values (1)")]))).toEqual({
      index: 0,
      code: "SQLITE_CONSTRAINT",
    });
  });

  it("sees in a read what was committed before, and may not write there", async () => {
    const database = await fresh("create table t (n integer)");
    for (let n = 0; n < 20; n++) {
      await database.commit([sql("insert into t values (?)", n)]);
      expect(await numbers(database, "select max(n) from t")).toEqual([n]);
    }
    for (const write of ["delete from t", "with a as (select 1) insert into t select * from a", "drop table t"]) {
      const refused = await batchFailure(database.read([sql("select 1"), sql(write)]));
      expect(refused).toEqual({ index: 1, code: "SQLITE_READONLY" });
    }
    expect(await numbers(database, "select count(*) from t")).toEqual([20]);
  });

  it("brings values back as they were stored", async () => {
    const database = await fresh("create table t (id integer primary key, v)");
    const values: Value[] = [
      null,
      0,
      -1,
      1.5,
      -0.1,
      Number.MAX_SAFE_INTEGER,
      Number.MIN_SAFE_INTEGER,
      5e-324,
      "",
      "text",
      "1",
      "🙂 مرحبا e\u0301 '\"\\",
      "x".repeat(200_000),
      new Uint8Array(),
      new Uint8Array([0, 1, 254, 255]),
      new Uint8Array([9, 1, 2, 9]).subarray(1, 3),
      new Uint8Array(100_000).fill(7),
    ];
    await database.commit(values.map((value, id) => sql("insert into t values (?, ?)", id, value)));
    const [read] = await database.read([sql("select v from t order by id")]);
    expect(read!.rows.map(([value]) => value)).toEqual(values);
    for (const [value] of read!.rows)
      if (typeof value === "object" && value) expect(value.constructor).toBe(Uint8Array);
    const types = await numbers(database, "select typeof(v) from t order by id");
    expect(types.slice(1, 6)).toEqual(["integer", "integer", "real", "real", "integer"]);
    await database.commit([sql("update t set v = ? where id = 0", "a\ud800b\0c")]);
    expect(await numbers(database, "select v from t where id = 0")).toEqual(["a\ufffdb\ufffdc"]);
  });

  it("refuses values that would not come back as they were", async () => {
    const database = await fresh("create table t (v)");
    const wrong: unknown[] = [
      true,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      2 ** 53,
      1e300,
      undefined,
      1n,
      [],
      new Date(),
    ];
    for (const value of wrong) {
      const refused = database.commit([
        sql("insert into t values (?)", 1),
        sql("insert into t values (?)", value as Value),
      ]);
      expect(await batchFailure(refused)).toEqual({ index: 1, code: "SQLITE_MISUSE" });
    }
    expect(await numbers(database, "select count(*) from t")).toEqual([0]);
    await database.commit([sql("insert into t values (9007199254740993)")]);
    expect(await refusal(database.read([sql("select v from t")]))).toBeInstanceOf(RangeError);
  });

  it("refuses what drivers disagree about", async () => {
    const database = await fresh("create table t (a, b)");
    const wrong = [
      sql("insert into t values (1, 1); insert into t values (2, 2)"),
      sql("insert into t values (?, ?)", 1),
      sql("insert into t values (?, 2)", 1, 2),
      sql("insert into t values (:a, @b)", 1, 2),
      sql("commit"),
      sql("savepoint a"),
      sql("/* nothing */ -- at all"),
      sql(""),
    ];
    for (const statement of wrong) {
      const refused = await batchFailure(database.commit([sql("insert into t values (0, 0)"), statement]));
      expect(refused).toEqual({ index: 1, code: "SQLITE_MISUSE" });
    }
    expect(await numbers(database, "select count(*) from t")).toEqual([0]);
    await database.commit([sql("insert into t values ('; ? :a', \"b\" /* ; */) -- ; ?\n;".replace('"b"', "'b'"))]);
    expect(await numbers(database, "select a from t where b = 'b'")).toEqual(["; ? :a"]);
    const [shuffled] = await database.read([sql("select ?2, ?1, ?2", "a", "b")]);
    expect(shuffled!.rows).toEqual([["b", "a", "b"]]);
  });

  it("goes on after the schema changed beneath statements that ran before", async () => {
    const database = await fresh("create table t (a integer)");
    const all = sql("select * from t");
    const named = sql("select a from t");
    const insert = sql("insert into t (a) values (?) returning *", 1);
    await database.commit([insert]);
    expect(await database.read([all, named])).toMatchObject([{ columns: ["a"] }, { columns: ["a"] }]);
    await database.commit([sql("alter table t add column b text default 'x'"), insert]);
    expect(await database.read([all, named])).toMatchObject([
      {
        columns: ["a", "b"],
        rows: [
          [1, "x"],
          [1, "x"],
        ],
      },
      { columns: ["a"], rows: [[1], [1]] },
    ]);
    await database.commit([sql("alter table t rename column b to c")]);
    expect(await database.read([all])).toMatchObject([{ columns: ["a", "c"] }]);
    expect(await database.commit([insert])).toMatchObject([{ columns: ["a", "c"], rows: [[1, "x"]] }]);
    await database.commit([sql("drop table t"), sql("create table t (z text, a text)")]);
    expect(await database.read([all, named])).toMatchObject([
      { columns: ["z", "a"], rows: [] },
      { columns: ["a"], rows: [] },
    ]);
    expect(await batchFailure(database.commit([sql("create table u (a)"), sql("create table t (a)")]))).toEqual({
      index: 1,
      code: "SQLITE_ERROR",
    });
    expect(await batchFailure(database.read([sql("select * from u")]))).toEqual({ index: 0, code: "SQLITE_ERROR" });
  });

  it("searches full text, with triggers that keep the index", async () => {
    const database = await fresh(
      "create table note (id integer primary key, body text)",
      "create virtual table note_text using fts5 (body, content='note', content_rowid='id')",
      `create trigger note_added after insert on note begin
         insert into note_text (rowid, body) values (new.id, new.body);
       end`,
    );
    const [added] = await database.commit([sql("insert into note (body) values (?), (?)", "blue door", "red window")]);
    expect(added!.changes).toBe(2);
    expect(await numbers(database, "select rowid from note_text where note_text match 'door'")).toEqual([1]);
  });

  it("knows which databases there are", async () => {
    expect(await databases.open("absent")).toBeUndefined();
    expect(await databases.open("absent")).toBeUndefined();
    for (const name of ["../up", "A", "", "a-b", "a".repeat(65), "a/b", "a.db"]) {
      expect(await databases.open(name)).toBeUndefined();
      await expect(databases.create(name)).rejects.toThrow(TypeError);
      await expect(databases.drop(name)).rejects.toThrow(TypeError);
    }
    const name = "a".repeat(63);
    const database = await databases.create(name);
    expect(database.name).toBe(name);
    await database.commit([sql("create table t (n)")]);
    await (await databases.create(name)).commit([sql("insert into t values (1)")]);
    expect(await numbers((await databases.open(name))!, "select n from t")).toEqual([1]);

    await databases.drop(name);
    expect(await databases.open(name)).toBeUndefined();
    const gone = await refusal(database.commit([sql("create table t (n)")]));
    expect(gone).toBeInstanceOf(Error);
    expect(gone).not.toBeInstanceOf(BatchFailure);
    await databases.drop(name);
    const again = await databases.create(name);
    expect(await numbers(again, "select count(*) from sqlite_master")).toEqual([0]);
  });

  it("keeps many databases apart, and usable however many there are", async () => {
    const many = await Promise.all(Array.from({ length: 8 }, () => fresh("create table t (n integer)")));
    for (let round = 0; round < 3; round++) {
      await Promise.all(many.map((database, n) => database.commit([sql("insert into t values (?)", n * 10 + round)])));
    }
    for (const [n, database] of many.entries()) {
      expect(await numbers(database, "select n from t order by n")).toEqual([n * 10, n * 10 + 1, n * 10 + 2]);
    }
  });

  it("answers nothing once it is closed", async () => {
    const own = connect();
    const database = await own.create("closing");
    const pending = database.commit([sql("create table t (n)")]);
    await Promise.all([pending, own.close()]);
    const error = await refusal(database.read([sql("select 1")]));
    expect(error).not.toBeInstanceOf(BatchFailure);
    expect(await numbers((await databases.open("closing"))!, "select count(*) from t")).toEqual([0]);
  });
});
