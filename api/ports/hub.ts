/**
 * The one place that is awake for a tenant. It holds no truth: it reads the event log when told that it grew,
 * fans new events out to the sockets, and runs due jobs. It may restart, sleep or be sharded at any time.
 */
export interface Hub {
  /** The database of that name has new events or jobs. Called after every commit; never fails, never waits. */
  wake(database: string): void;
  /** Resolves at the next `wake` of that database, or after `milliseconds`; never before other work had its turn. */
  wait(database: string, milliseconds: number): Promise<void>;
}
