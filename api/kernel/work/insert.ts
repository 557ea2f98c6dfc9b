import { getTableColumns, getTableName, is, SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Statement, Value } from "../../ports/database.ts";
import { statementOf } from "./access.ts";
import { Late } from "./late.ts";

interface Compiled {
  text: string;
  keys: string[];
  columns: SQLiteColumn[];
}

const inserts = new WeakMap<SQLiteTable, Compiled>();

function compiled(table: SQLiteTable): Compiled {
  let found = inserts.get(table);
  if (!found) {
    const entries = Object.entries(getTableColumns(table)) as [string, SQLiteColumn][];
    const names = entries.map(([, column]) => `"${column.name}"`).join(", ");
    const marks = entries.map(() => "?").join(", ");
    found = {
      text: `insert into "${getTableName(table)}" (${names}) values (${marks})`,
      keys: entries.map(([key]) => key),
      columns: entries.map(([, column]) => column),
    };
    inserts.set(table, found);
  }
  return found;
}

/**
 * One row, as a statement whose text is the same for every row of the table, so that it stays prepared.
 * Values may be SQL or late; those make a text of their own.
 */
export function insertStatement(table: SQLiteTable, row: Record<string, unknown>): Statement {
  const { text, keys, columns } = compiled(table);
  const values = keys.map((key, index) => row[key] ?? columns[index]?.defaultFn?.() ?? null);
  if (values.some((value) => value instanceof Late || is(value, SQL))) {
    const parts = values.map((value, index) =>
      value instanceof Late
        ? sql`(${value.query})`
        : is(value, SQL)
          ? sql`(${value})`
          : sql`${encode(columns[index], value)}`,
    );
    const names = columns.map((column) => sql.identifier(column.name));
    return statementOf(
      sql`insert into ${sql.identifier(getTableName(table))} (${sql.join(names, sql`, `)}) values (${sql.join(parts, sql`, `)})`,
    );
  }
  return { sql: text, args: values.map((value, index) => encode(columns[index], value)) };
}

function encode(column: SQLiteColumn | undefined, value: unknown): Value {
  return value === null || column === undefined ? null : (column.mapToDriverValue(value) as Value);
}
