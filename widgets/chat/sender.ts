import { empty, type Item, merge, next, type Outbox, type Outcome, settle } from "./outbox.ts";

/** What the sender needs of the world. */
export interface World {
  load(): Outbox | undefined;
  store(outbox: Outbox): void;
  /** Sends one message; never throws. */
  send(item: Item): Promise<Outcome>;
  /** Runs while no other tab does; at once where the browser cannot tell. */
  alone(run: () => Promise<void>): Promise<void>;
  /** Milliseconds before the next try after so many failures in a row. */
  pause(failures: number): number;
  /** The outbox or the number of failures is another. */
  changed(): void;
}

export interface Sender {
  readonly outbox: Outbox;
  /** Attempts in a row that came to nothing. */
  readonly failures: number;
  /** Changes the outbox, stores it, and sees that what it holds is sent. */
  update(change: (outbox: Outbox) => Outbox): void;
  /** Another tab stored something, or the network is back: looks now. */
  wake(): void;
  stop(): void;
}

/** Sends what the outbox holds, strictly in order, one at a time, until each is acknowledged. */
export function createSender(world: World): Sender {
  let outbox = merge(world.load() ?? empty, empty);
  let failures = 0;
  let running = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** With what another tab wrote since. An outbox that was removed belonged to somebody who signed out. */
  const latest = (stored = world.load()) => (stored ? merge(outbox, stored) : empty);

  const update = (change: (outbox: Outbox) => Outbox) => {
    outbox = change(latest());
    world.store(outbox);
    world.changed();
  };

  async function drain(): Promise<void> {
    update((now) => now);
    for (let item = next(outbox); item && !stopped; item = next(outbox)) {
      const sent = item;
      const outcome = await world.send(sent);
      if (stopped) return;
      const later = outcome.is === "later";
      failures = later ? failures + 1 : 0;
      update((now) => settle(now, now.items.find((one) => one.id === sent.id) ?? sent, outcome));
      if (!later) continue;
      // Not while holding the lock: a tab in front tries sooner than one that sleeps behind.
      timer = setTimeout(run, Math.max(world.pause(failures), outcome.wait ?? 0));
      return;
    }
  }

  function run(): void {
    if (running || stopped || !next(outbox)) return;
    clearTimeout(timer);
    running = true;
    void world.alone(drain).finally(() => {
      running = false;
      // Written while the lock was being let go.
      if (failures === 0) run();
    });
  }

  return {
    get outbox() {
      return outbox;
    },
    get failures() {
      return failures;
    },
    update(change) {
      update(change);
      if (failures === 0) run();
    },
    wake() {
      const stored = world.load();
      outbox = latest(stored);
      // What another tab overwrote before it knew of it is put back.
      if (stored && outbox.items.length > stored.items.length) world.store(outbox);
      world.changed();
      run();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
