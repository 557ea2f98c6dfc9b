import { afterAll, beforeAll, describe } from "vitest";
import { behaviours } from "./behaviours.ts";
import { concurrency } from "./concurrency.ts";
import { type Runtime, startNode, startWorkers } from "./runtimes.ts";

/** One suite for both runtimes; each is started once, and they take turns. */
describe.each([
  ["Node", startNode],
  ["Workers", startWorkers],
])("on %s", { timeout: 120_000 }, (_, start) => {
  let runtime: Runtime;
  beforeAll(async () => {
    runtime = await start();
  }, 120_000);
  afterAll(() => runtime?.stop(), 60_000);

  describe("many at once", () => concurrency(() => runtime));
  describe("behaviour", () => behaviours(() => runtime));
});
