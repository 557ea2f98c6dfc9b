import { customType, integer, type SQLiteColumn, type SQLiteTable, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A point in time: RFC 3339 in code and on the wire, whole milliseconds in the database. */
export const instant = customType<{ data: string; driverData: number }>({
  dataType: () => "integer",
  toDriver: (value) => Date.parse(value),
  fromDriver: (value) => new Date(value).toISOString(),
});

/** A value kept as JSON text. */
export const json = <T>() =>
  customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value) as T,
  })();

/** True or false, stored as 1 or 0. */
export const flag = () => integer({ mode: "boolean" });

/** A tenant's table. Property names are the column names are the wire names: all `snake_case`. */
export const table = sqliteTable;

/** The columns of every row that can change after it was made. */
export const mutable = {
  id: text().primaryKey(),
  version: integer().notNull(),
  created_at: instant().notNull(),
  updated_at: instant().notNull(),
};

/** A table whose rows have the columns of `mutable`. */
export type MutableTable = SQLiteTable & { id: SQLiteColumn; version: SQLiteColumn; updated_at: SQLiteColumn };
