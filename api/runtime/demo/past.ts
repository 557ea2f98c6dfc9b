import { memoryHub } from "../../adapters/hub/memory.ts";
import { createApp } from "../../app.ts";
import type { App } from "../../kernel/assemble.ts";
import { Limits } from "../../kernel/http/limits.ts";

/** The same house on another clock, over the same databases. */
export interface Past {
  app: App;
  /** Sets the clock: milliseconds since 1970. */
  set(at: number): void;
}

/**
 * A house whose clock we set, to live through weeks before the first visitor comes. It tells nobody: no request lines,
 * no mails to addresses that nobody reads, no wakes of a server that is not up yet.
 */
export function inThePast(app: App, start: number): Past {
  let now = start;
  const past = createApp({
    ...app.ports,
    clock: { now: () => now },
    mailer: { kind: "demo", send: async ({ id }) => ({ provider_id: id }) },
    hub: memoryHub(),
    limits: new Limits(1_000_000),
    log: (level, message, fields) => {
      if (level === "warn" || level === "error") app.ports.log(level, message, fields);
    },
  });
  return {
    app: past,
    set: (at) => {
      now = at;
    },
  };
}
