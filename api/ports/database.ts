/** What SQLite stores. Booleans are 0 and 1; times are whole milliseconds since 1970, in UTC. */
export type Value = string | number | null | Uint8Array;

export interface Statement {
  sql: string;
  args: readonly Value[];
}

/** Rows are arrays in the order of `columns`: the cheapest shape, and the one that drizzle maps from. */
export interface Rows {
  columns: readonly string[];
  rows: Value[][];
  changes: number;
}

/**
 * One libSQL database: a tenant's, its sandbox's, or the control database.
 *
 * There are no interactive transactions. A write is a batch, and a batch is atomic everywhere:
 * on a local file, on sqld, and on Turso over HTTP.
 */
export interface Database {
  readonly name: string;
  /** Answers reads. Several statements travel together: one round trip where the database is far away. */
  read(statements: readonly Statement[]): Promise<Rows[]>;
  /** Commits all statements or none. Rejects with `BatchFailure` when one of them fails. */
  commit(statements: readonly Statement[]): Promise<Rows[]>;
}

/** The statement at `index` was refused, and with it the whole batch. */
export class BatchFailure extends Error {
  readonly index: number;
  /** `SQLITE_CONSTRAINT` for a guard, a unique index, a check or a foreign key; otherwise the driver's base code. */
  readonly code: string;

  constructor(index: number, code: string, cause: unknown) {
    super(`statement ${index} failed: ${code}`, { cause });
    this.name = "BatchFailure";
    this.index = index;
    this.code = code;
  }
}

/** All databases of an installation. */
export interface Databases {
  /** Opens a database that exists; `undefined` when there is none of that name. Names match `/^[a-z0-9_]{1,64}$/`. */
  open(name: string): Promise<Database | undefined>;
  /** Creates an empty database, or opens the one that is there. */
  create(name: string): Promise<Database>;
  /** Removes a database and everything in it. */
  drop(name: string): Promise<void>;
  close(): Promise<void>;
}
