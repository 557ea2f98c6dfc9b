import { setTimeout as sleep } from "node:timers/promises";
import Sqlite from "libsql";
import { BatchFailure, type Rows, type Statement } from "../../ports/database.ts";
import { baseCode, type Connection } from "./connection.ts";

/** Batches that share one commit at most, so that a long queue does not hold the process. */
const GROUP = 128;
/** How long another process may hold the write lock, in milliseconds, before the batches reject. */
const PATIENCE = 5_000;

interface Batch {
  statements: readonly Statement[];
  resolve: (results: Rows[]) => void;
  reject: (error: unknown) => void;
}

type Outcome = { results: Rows[] } | { error: unknown };

/**
 * The one writer of a database file. Batches that wait share one commit, each in a savepoint of its own;
 * a batch resolves only after the commit it is part of has reached the disk.
 */
export class Writer {
  readonly #connection: Connection;
  readonly #onIdle: () => void;
  #queue: Batch[] = [];
  #running = false;

  constructor(connection: Connection, onIdle: () => void) {
    this.#connection = connection;
    this.#onIdle = onIdle;
  }

  get busy(): boolean {
    return this.#running;
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    while (this.#running) await new Promise(setImmediate);
  }

  commit(statements: readonly Statement[]): Promise<Rows[]> {
    const staged = statements.map(({ sql, args }) => ({ sql, args: [...args] }));
    return new Promise((resolve, reject) => {
      this.#queue.push({ statements: staged, resolve, reject });
      if (this.#running) return;
      this.#running = true;
      // After the sockets that are ready have been read: their batches join the same commit.
      setImmediate(() => void this.#drain());
    });
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      const group = this.#queue.splice(0, GROUP);
      try {
        await this.#lock();
        this.#flush(group);
      } catch (error) {
        this.#connection.rollback();
        for (const batch of group) batch.reject(error);
      }
      await new Promise(setImmediate);
    }
    this.#running = false;
    this.#onIdle();
  }

  /** Waits for a lock that another process holds without blocking this one. */
  async #lock(): Promise<void> {
    const end = Date.now() + PATIENCE;
    for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
      try {
        return this.#connection.beginImmediate();
      } catch (error) {
        const busy = error instanceof Sqlite.SqliteError && baseCode(error.code) === "SQLITE_BUSY";
        if (!busy || Date.now() > end) throw error;
        await sleep(wait);
      }
    }
  }

  /** Runs a group inside the transaction that `#lock` began, and ends that transaction. */
  #flush(group: readonly Batch[]): void {
    const connection = this.#connection;
    const outcomes: Outcome[] = [];
    for (const batch of group) {
      connection.savepoint();
      try {
        const results = connection.runAll(batch.statements);
        connection.release();
        outcomes.push({ results });
      } catch (error) {
        outcomes.push({ error });
        // A full disk or a `raise(rollback)` takes the whole transaction with it: the others run again without it.
        if (!connection.inTransaction) {
          this.#again(group, batch, error);
          return;
        }
        connection.rollbackToSavepoint();
      }
    }
    if (outcomes.every((outcome) => "error" in outcome)) connection.rollback();
    else {
      try {
        connection.commit();
      } catch (error) {
        connection.rollback();
        this.#apart(group, error);
        return;
      }
    }
    for (const [i, batch] of group.entries()) settle(batch, outcomes[i]!);
  }

  #again(group: readonly Batch[], failed: Batch, error: unknown): void {
    failed.reject(error);
    const rest = group.filter((batch) => batch !== failed);
    if (rest.length === 0) return;
    this.#connection.beginImmediate();
    this.#flush(rest);
  }

  /** The commit itself was refused. Over a deferred foreign key that is one batch's fault, so each runs alone. */
  #apart(group: readonly Batch[], error: unknown): void {
    const constraint = error instanceof Sqlite.SqliteError && baseCode(error.code) === "SQLITE_CONSTRAINT";
    if (!constraint) throw error;
    if (group.length === 1) {
      const [batch] = group as [Batch];
      batch.reject(new BatchFailure(batch.statements.length - 1, "SQLITE_CONSTRAINT", error));
      return;
    }
    for (const batch of group) {
      this.#connection.beginImmediate();
      this.#flush([batch]);
    }
  }
}

function settle(batch: Batch, outcome: Outcome): void {
  if ("error" in outcome) batch.reject(outcome.error);
  else batch.resolve(outcome.results);
}
