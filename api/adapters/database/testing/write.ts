import { writeSync } from "node:fs";
import { fileDatabases } from "../file.ts";

// Commits batches of two rows from 32 sides at once until it is killed, and prints each number once it is acknowledged.
const databases = fileDatabases({ folder: process.argv[2]! });
const database = await databases.create("a");
await database.commit([{ sql: "create table if not exists t (n integer, batch integer)", args: [] }]);
const [last] = await database.read([{ sql: "select coalesce(max(batch), 0) from t", args: [] }]);
let next = Number(last!.rows[0]![0]);

async function write(): Promise<never> {
  for (;;) {
    const batch = ++next;
    const insert = { sql: "insert into t values (?, ?)", args: [batch, batch] };
    await database.commit([insert, insert]);
    writeSync(1, `${batch}\n`);
  }
}

await Promise.all(Array.from({ length: 32 }, write));
