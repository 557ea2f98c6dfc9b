import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Database, Databases } from "../../ports/database.ts";
import type { Log } from "../../ports/log.ts";
import { Connection } from "./connection.ts";
import { checkName, isName } from "./name.ts";
import { Writer } from "./writer.ts";

const WRITER = [
  "busy_timeout = 2000",
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  "journal_size_limit = 16777216",
  // From here on the writer waits for another process without blocking this one.
  "busy_timeout = 0",
];
// No memory map: between commits it makes reads slower (90,000 a second instead of 154,000).
const READER = ["busy_timeout = 2000"];

/** An open file: the connection that writes, and the one that reads and never sees what is not committed. */
interface Handle {
  reader: Connection;
  writer: Writer;
  used: number;
  close(): void;
}

/**
 * Databases as files `<folder>/<name>.db`. At most `open` of them are held open while idle;
 * a `Database` opens its file again when it is used after that.
 */
export function fileDatabases(options: { folder: string; open?: number; log?: Log }): Databases {
  const { folder, open = 64, log } = options;
  const handles = new Map<string, Handle>();
  let uses = 0;
  let closed = false;

  const pathOf = (name: string) => join(folder, `${checkName(name)}.db`);

  function handleOf(name: string, create = false): Handle {
    if (closed) throw new Error("the databases are closed");
    const known = handles.get(name);
    if (known) {
      known.used = ++uses;
      return known;
    }
    const path = pathOf(name);
    if (!create && !existsSync(path)) throw new Error(`there is no database ${name}`);
    const connection = new Connection(path, WRITER);
    const reader = new Connection(path, READER).readOnly();
    const handle: Handle = {
      reader,
      writer: new Writer(connection, evict),
      used: ++uses,
      close() {
        reader.close();
        connection.checkpoint();
        connection.close();
      },
    };
    handles.set(name, handle);
    evict();
    return handle;
  }

  /** Closes what was used longest ago. A busy handle stays, past the bound if it must, until it is idle. */
  function evict(): void {
    while (handles.size > open) {
      const idle = [...handles].filter(([, handle]) => !handle.writer.busy && handle.used !== uses);
      const oldest = idle.reduce<(typeof idle)[0] | undefined>(
        (a, b) => (a && a[1].used < b[1].used ? a : b),
        undefined,
      );
      if (!oldest) return;
      closeHandle(...oldest);
    }
  }

  function closeHandle(name: string, handle: Handle): void {
    handles.delete(name);
    try {
      handle.close();
    } catch (error) {
      // Nothing is lost: the write-ahead log is replayed when the file opens again.
      log?.("warn", "database did not close cleanly", { name, error: String(error) });
    }
  }

  /** Names the database rather than holding its handle, so that it outlives an eviction. */
  function databaseOf(name: string): Database {
    return {
      name,
      async read(statements) {
        const { reader } = handleOf(name);
        if (statements.length === 1) return reader.runAll(statements);
        reader.begin();
        try {
          return reader.runAll(statements);
        } finally {
          reader.rollback();
        }
      },
      async commit(statements) {
        if (statements.length === 0) return [];
        return handleOf(name).writer.commit(statements);
      },
    };
  }

  return {
    async open(name) {
      if (!isName(name)) return undefined;
      if (!handles.has(name) && !existsSync(pathOf(name))) return undefined;
      return databaseOf(name);
    },
    async create(name) {
      mkdirSync(folder, { recursive: true });
      handleOf(name, true);
      return databaseOf(name);
    },
    async drop(name) {
      const path = pathOf(name);
      const handle = handles.get(name);
      await handle?.writer.settled();
      if (handle) closeHandle(name, handle);
      for (const file of [`${path}-wal`, `${path}-shm`, path]) rmSync(file, { force: true });
    },
    async close() {
      closed = true;
      await Promise.all([...handles.values()].map((handle) => handle.writer.settled()));
      for (const [name, handle] of handles) closeHandle(name, handle);
    },
  };
}
