import type { Mailer } from "../ports/mail.ts";
import type { Outside } from "../ports/outside.ts";
import type { Context } from "./context.ts";
import type { LoggedEvent, StoredEvent } from "./event.ts";

/** What a job may do beyond a request: speak to the outside world. What it stages commits together with its end. */
export interface Work extends Context {
  mailer: Mailer;
  outside: Outside;
  /** How many times this job was begun, this one included. */
  attempt: number;
}

/** Work that is done later. A handler must bear being run twice: at least once is the promise. */
export interface JobKind<T = unknown> {
  name: string;
  run(work: Work, input: T): Promise<void> | void;
  /** Attempts before the job is dead and waits for a person. */
  attempts: number;
  /** Milliseconds to wait after the given attempt failed. */
  backoff(attempt: number): number;
  /** Milliseconds after which a runner that says nothing is taken for dead, and the job runs again. */
  lease: number;
  /** A recurring job re-arms itself this many milliseconds after each run. */
  every?: number;
}

/**
 * Thrown by a job that knows when it wants to be tried next. What it staged before, such as a record of the attempt,
 * commits with that; any other error throws it away.
 */
export class TryAgain extends Error {
  readonly after: number;

  /** `after` is in milliseconds. */
  constructor(message: string, after: number) {
    super(message);
    this.name = "TryAgain";
    this.after = after;
  }
}

export function job<T>(
  name: string,
  run: JobKind<T>["run"],
  options: Partial<Pick<JobKind<T>, "attempts" | "backoff" | "lease" | "every">> = {},
): JobKind<T> {
  return { name, run, attempts: 8, lease: 60_000, backoff: exponential, ...options };
}

/** 2 s, 8 s, 32 s … up to an hour, with a tenth of jitter so that failures do not march in step. */
function exponential(attempt: number): number {
  const delay = Math.min(3_600_000, 2_000 * 4 ** (attempt - 1));
  return delay * (0.95 + Math.random() * 0.1);
}

/**
 * A reader of the event log with a cursor of its own. It sees every event that it asks for, in order, at least once;
 * what it stages commits together with its cursor.
 */
export interface LogReader {
  name: string;
  /** Event types, or every one. */
  events: readonly string[] | "*";
  read(work: Work, event: LoggedEvent, stored: StoredEvent): Promise<void> | void;
}

export function reader(name: string, events: LogReader["events"], read: LogReader["read"]): LogReader {
  return { name, events, read };
}
