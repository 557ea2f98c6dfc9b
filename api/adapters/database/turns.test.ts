import { describe, expect, it } from "vitest";
import { Turns } from "./turns.ts";

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("turns", () => {
  it("run so many at once, and start in the order of asking", async () => {
    const turns = new Turns(2, 10_000);
    const started: number[] = [];
    let running = 0;
    let most = 0;
    const task = (n: number) => async () => {
      started.push(n);
      most = Math.max(most, ++running);
      await after(3);
      running -= 1;
      if (n === 5) throw new Error("five");
      return n;
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => turns.run(task(n))));
    expect(most).toBe(2);
    expect(started.filter((n, i) => Math.abs(n - i) > 1)).toEqual([]);
    expect(outcomes.map(({ status }) => status === "rejected")).toEqual(Array.from({ length: 20 }, (_, n) => n === 5));
  });

  it("pass by a task that never ends", async () => {
    const turns = new Turns(1, 50);
    void turns.run(() => new Promise(() => {}));
    expect(await turns.run(async () => "next")).toBe("next");
  });
});
