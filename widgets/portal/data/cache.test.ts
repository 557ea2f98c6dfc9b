import { describe, expect, it } from "vitest";
import { concerns, createCache } from "./cache.ts";

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("the cache", () => {
  it("asks once for everyone who looks at the same key", async () => {
    const cache = createCache();
    let asked = 0;
    const entry = () => cache.entry("a", async () => ++asked, []);
    cache.use(entry());
    cache.use(entry());
    await wait(0);
    expect(asked).toBe(1);
    expect(entry().store.get().data).toBe(1);
  });

  it("asks again, once, when a burst of events concerns what is on screen", async () => {
    const cache = createCache({ settle: 5 });
    let asked = 0;
    const entry = cache.entry("a", async () => ++asked, ["ticket."]);
    cache.use(entry);
    await wait(0);
    cache.hear({ type: "ticket.created" });
    cache.hear({ type: "ticket.replied" });
    cache.hear({ type: "booking.created" });
    await wait(20);
    expect(asked).toBe(2);
  });

  it("marks what nobody looks at, and asks when somebody does", async () => {
    const cache = createCache({ settle: 5 });
    let asked = 0;
    const entry = cache.entry("a", async () => ++asked, ["ticket."]);
    const leave = cache.use(entry);
    await wait(0);
    leave();
    cache.hear({ type: "ticket.created" });
    await wait(20);
    expect(asked).toBe(1);
    cache.use(entry);
    await wait(0);
    expect(entry.store.get().data).toBe(2);
  });

  it("drops a late answer of an earlier request, and one that a change overtook", async () => {
    const cache = createCache();
    const answers = [30, 5];
    let turn = 0;
    const entry = cache.entry("a", async () => {
      const own = turn++;
      await wait(answers[own] ?? 0);
      return own;
    }, []);
    const first = cache.reload(entry);
    await cache.reload(entry);
    await first;
    expect(entry.store.get().data).toBe(1);
    const third = cache.reload(entry);
    cache.put(entry, 99);
    await third;
    expect(entry.store.get()).toEqual({ data: 99, error: undefined, busy: false });
  });

  it("keeps the last answer beside a failure, and tries again when somebody looks anew", async () => {
    const cache = createCache();
    let broken = false;
    const entry = cache.entry("a", async () => {
      if (broken) throw new Error("no");
      return "fine";
    }, []);
    const leave = cache.use(entry);
    await wait(0);
    broken = true;
    await cache.reload(entry);
    expect(entry.store.get()).toMatchObject({ data: "fine", error: expect.any(Error), busy: false });
    leave();
    broken = false;
    cache.use(entry);
    await wait(0);
    expect(entry.store.get().error).toBeUndefined();
  });

  it("matches whole names, and prefixes that end in a dot", () => {
    expect(concerns(["ticket."], "ticket.created")).toBe(true);
    expect(concerns(["ticket.created"], "ticket.replied")).toBe(false);
    expect(concerns(["ticket"], "ticket.created")).toBe(false);
  });
});
