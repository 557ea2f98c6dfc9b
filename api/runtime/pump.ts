import type { App } from "../kernel/assemble.ts";
import type { Log } from "../ports/log.ts";

/** The heartbeat of the embedded runtime: lets each tenant's readers and jobs run when they are due, one turn at a time. */
export class Pump {
  readonly #app: App;
  readonly #log: Log;
  readonly #turns = new Map<string, { again: boolean; done: Promise<void> }>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #stopped = false;

  constructor(app: App, log: Log) {
    this.#app = app;
    this.#log = log;
  }

  /** Something may be due there: takes a turn now, or one more after the turn that is under way. */
  beat(database: string): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    const turn = this.#turns.get(database);
    if (turn) {
      turn.again = true;
      return turn.done;
    }
    clearTimeout(this.#timers.get(database));
    this.#timers.delete(database);
    const started = { again: false, done: Promise.resolve() };
    this.#turns.set(database, started);
    started.done = this.#turn(database, started);
    return started.done;
  }

  async #turn(database: string, turn: { again: boolean }): Promise<void> {
    let next: number | undefined;
    try {
      do {
        turn.again = false;
        next = await this.#app.tick(database);
      } while (turn.again && !this.#stopped);
    } catch (error) {
      this.#log("error", "turn failed", { database, error: error instanceof Error ? error.stack : String(error) });
      next = this.#app.ports.clock.now() + 5_000;
    }
    this.#turns.delete(database);
    if (next !== undefined) this.#sleep(database, next);
  }

  #sleep(database: string, until: number): void {
    if (this.#stopped) return;
    // A timer cannot be set for longer than 24.8 days; waking early is harmless.
    const delay = Math.min(Math.max(0, until - this.#app.ports.clock.now()), 86_400_000);
    const timer = setTimeout(() => this.beat(database), delay);
    timer.unref();
    this.#timers.set(database, timer);
  }

  /** Starts nothing more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await Promise.all([...this.#turns.values()].map((turn) => turn.done));
  }
}
