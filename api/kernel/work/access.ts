import type { SQL } from "drizzle-orm";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { drizzle, type SqliteRemoteDatabase } from "drizzle-orm/sqlite-proxy";
import type { Database, Statement, Value } from "../../ports/database.ts";

/** Drizzle over a tenant's database. Reading goes through here; what it builds for writing is staged, never run. */
export type Reader = SqliteRemoteDatabase;

const readers = new WeakMap<Database, Reader>();
const dialect = new SQLiteSyncDialect();

export function readerOf(database: Database): Reader {
  let reader = readers.get(database);
  if (!reader) {
    reader = drizzle(async (sql, params, method) => {
      const [answer] = await database.read([{ sql, args: params as Value[] }]);
      const rows = answer?.rows ?? [];
      // sqlite-proxy wants one bare row for `get`, and maps `undefined` to "no row".
      return { rows: method === "get" ? (rows[0] as unknown[]) : rows };
    });
    readers.set(database, reader);
  }
  return reader;
}

/** A drizzle query that has not been run. */
export interface Query {
  toSQL(): { sql: string; params: unknown[] };
}

export function statementOf(query: Query | SQL): Statement {
  if ("toSQL" in query) {
    const { sql, params } = query.toSQL();
    return { sql, args: params.map(toValue) };
  }
  const { sql, params } = dialect.sqlToQuery(query);
  return { sql, args: params.map(toValue) };
}

/** What drizzle leaves unmapped in raw fragments: booleans and absent values. */
function toValue(value: unknown): Value {
  if (value === undefined) return null;
  if (typeof value === "boolean") return value ? 1 : 0;
  return value as Value;
}
