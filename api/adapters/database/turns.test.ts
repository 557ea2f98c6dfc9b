import { describe, expect, it } from "vitest";
import { Turns } from "./turns.ts";

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("turns", () => {
  it("run so many at once, and a failing one takes nobody along", async () => {
    const turns = new Turns(2, 10_000);
    let running = 0;
    let most = 0;
    const task = (n: number) => async () => {
      most = Math.max(most, ++running);
      await after(3);
      running -= 1;
      if (n === 5) throw new Error("five");
      return n;
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => turns.run(task(n))));
    expect(most).toBe(2);
    expect(outcomes.map(({ status }) => status === "rejected")).toEqual(Array.from({ length: 20 }, (_, n) => n === 5));
  });

  // With several places the one behind may look a moment sooner than the one before it, whose place is kept for it.
  it("start in the order of asking, where there is one place", async () => {
    const turns = new Turns(1, 10_000);
    const started: number[] = [];
    await Promise.all(Array.from({ length: 20 }, (_, n) => turns.run(async () => started.push(n))));
    expect(started).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it("pass by a task that never ends", async () => {
    const turns = new Turns(1, 50);
    void turns.run(() => new Promise(() => {}));
    expect(await turns.run(async () => "next")).toBe("next");
  });
});
