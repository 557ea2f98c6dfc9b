import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, empty, type Item, merge, type Outbox, type Outcome, setFailed, settle } from "./outbox.ts";
import { createSender, type Sender } from "./sender.ts";

/** The server's side: keeps each message once, by its id, and answers a repetition with the first. */
function createServer() {
  const said: { id: string; thread: string; text: string }[] = [];
  let opened = 0;
  return {
    said,
    take({ id, thread, text }: Item): Outcome {
      const known = said.find((one) => one.id === id);
      if (known) return known.text === text ? { is: "sent", thread: known.thread } : { is: "conflict" };
      if (thread.startsWith("cnv_gone")) return { is: "gone" };
      const where = thread.startsWith("new:") ? `cnv_${++opened}` : thread;
      said.push({ id, thread: where, text });
      return { is: "sent", thread: where };
    },
  };
}

/** What may happen to one attempt. */
type Fate = "good" | "lost" | "unanswered" | "crash";
type Step = { write: number } | { crash: number } | { wake: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ write: fc.nat(1) }) },
  fc.record({ crash: fc.nat(1) }),
  fc.record({ wake: fc.nat(1) }),
);
const fate = fc.constantFrom<Fate>("good", "good", "lost", "unanswered", "crash");

/** Tabs over one storage, whose writes another tab sees at once (`true`) or only when it next looks. */
async function play(steps: Step[], fates: Fate[], locks: boolean, first = "new:first") {
  const server = createServer();
  const written: string[] = [];
  let stored: string | undefined;
  let chain = Promise.resolve();
  let turn = 0;
  const tabs: Sender[] = [];

  const open = (tab: number): Sender => {
    let dead = false;
    const sender = createSender({
      load: () => (stored ? (JSON.parse(stored) as Outbox) : undefined),
      store: (outbox) => {
        if (!dead) stored = JSON.stringify(outbox);
      },
      async send(item) {
        const now = fates[turn++] ?? "good";
        await null;
        if (now === "lost") return { is: "later" };
        const outcome = server.take(item);
        if (now === "unanswered") return { is: "later" };
        if (now === "crash" && !dead) {
          // The page is gone before the answer is written down.
          dead = true;
          sender.stop();
          tabs[tab] = open(tab);
          tabs[tab].wake();
        }
        return outcome;
      },
      alone(run) {
        if (!locks) return run();
        chain = chain.then(run);
        return chain;
      },
      pause: () => 0,
      changed() {},
    });
    return sender;
  };
  tabs.push(open(0), open(1));

  for (const [at, one] of steps.entries()) {
    if ("write" in one) {
      const text = `${written.length}`;
      written.push(text);
      tabs[one.write]?.update((outbox) => add(outbox, { id: `m${text}`, thread: first, text, attachments: [] }, at));
    } else if ("crash" in one) {
      tabs[one.crash]?.stop();
      tabs[one.crash] = open(one.crash);
    } else tabs[one.wake]?.wake();
    if (at % 3 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  // Quiet at last: the network is back, and somebody looks.
  for (let tries = 0; tries < 200 && tabs.some((tab) => tab.outbox.items.length > 0); tries++) {
    for (const tab of tabs) tab.wake();
    await new Promise((resolve) => setTimeout(resolve));
  }
  for (const tab of tabs) tab.stop();
  return { said: server.said, written, left: tabs.map((tab) => tab.outbox.items) };
}

describe("sender", () => {
  it("sends each message exactly once and in order, whatever is lost, cut off or closed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.array(fate, { maxLength: 30 }), async (steps, fates) => {
        const { said, written, left } = await play(steps, fates, true);
        expect(said.map((one) => one.text)).toEqual(written);
        expect(new Set(said.map((one) => one.thread)).size).toBeLessThanOrEqual(1);
        expect(left).toEqual([[], []]);
      }),
      { numRuns: 150 },
    );
  });

  it("does so without locks, too: two tabs may send the same, and the server knows it by its id", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.array(fate, { maxLength: 30 }), async (steps, fates) => {
        const { said, written } = await play(steps, fates, false);
        expect(said.map((one) => one.text)).toEqual(written);
        expect(new Set(said.map((one) => one.thread)).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });

  it("goes on in a new conversation where the old one is gone", async () => {
    const { said, written } = await play([{ write: 0 }, { write: 1 }, { write: 0 }], [], true, "cnv_gone");
    expect(said.map((one) => one.text)).toEqual(written);
    expect(new Set(said.map((one) => one.thread))).toEqual(new Set(["cnv_1"]));
  });
});

describe("outbox", () => {
  const written = (texts: string[], thread = "new:a") =>
    texts.reduce<Outbox>((outbox, text, at) => add(outbox, { id: text, thread, text, attachments: [] }, at), empty);

  it("merges alike in both directions, and merging again changes nothing", () => {
    const action = fc.record({ id: fc.constantFrom("a", "b", "c"), kind: fc.constantFrom("sent", "refused", "retry") });
    const act = (outbox: Outbox, { id, kind }: { id: string; kind: string }) => {
      const item = outbox.items.find((one) => one.id === id);
      if (!item) return outbox;
      if (kind === "retry") return setFailed(outbox, id, false);
      return settle(outbox, item, kind === "sent" ? { is: "sent", thread: "cnv_1" } : { is: "refused" });
    };
    fc.assert(
      fc.property(fc.array(action), fc.array(action), (mine, theirs) => {
        const [one, other] = [mine.reduce(act, written(["a", "b", "c"])), theirs.reduce(act, written(["a", "b", "c"]))];
        const merged = merge(one, other);
        const ids = (outbox: Outbox) => outbox.items.map((item) => item.id);
        expect(ids(merge(other, one))).toEqual(ids(merged));
        expect(merge(merged, one)).toEqual(merged);
        for (const id of [...one.done, ...other.done]) expect(ids(merged)).not.toContain(id);
      }),
    );
  });

  it("sets a refused message aside, lets the next pass, and takes it back in its old place", () => {
    const outbox = written(["a", "b"]);
    const [a] = outbox.items;
    const aside = settle(outbox, a as Item, { is: "refused" });
    expect(aside.items.map((item) => item.failed)).toEqual([true, false]);
    expect(setFailed(aside, "a", false).items.map((item) => [item.id, item.failed])).toEqual([
      ["a", false],
      ["b", false],
    ]);
  });

  it("says under another id what was refused as a conflict, in the same place", () => {
    const outbox = written(["a", "b"]);
    const again = settle(outbox, outbox.items[0] as Item, { is: "conflict" });
    expect(again.items.map((item) => [item.id, item.text])).toEqual([
      ["a.", "a"],
      ["b", "b"],
    ]);
    expect(again.done).toEqual(["a"]);
  });

  it("leads what is written to a thread that was opened meanwhile to its conversation", () => {
    const outbox = written(["a"]);
    const opened = settle(outbox, outbox.items[0] as Item, { is: "sent", thread: "cnv_1" });
    const late = add(outbox, { id: "b", thread: "new:a", text: "b", attachments: [] }, 5);
    expect(merge(opened, late).items.map((item) => [item.id, item.thread])).toEqual([["b", "cnv_1"]]);
  });
});
