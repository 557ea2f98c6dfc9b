import { ConnectionError, problemError } from "@foyer/sdk/engine";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Attempt, createOutgoing } from "./outgoing.ts";

const refusal = (status: number, code: string, headers: Record<string, string> = {}) =>
  problemError(
    new Response(null, { status }),
    JSON.stringify({ title: code, status, code }),
    Number(headers.wait) || undefined,
  );

function desk(answers: (string | Error)[], kept?: Attempt<string>) {
  const sent: { body: string; key: string }[] = [];
  const done: string[] = [];
  const memory: { attempt: Attempt<string> | undefined } = { attempt: kept };
  const outgoing = createOutgoing<string, string>({
    load: () => memory.attempt,
    keep: (attempt) => {
      memory.attempt = attempt;
    },
    send: async (body, key) => {
      sent.push({ body, key });
      const answer = answers.shift() ?? "ok";
      if (typeof answer !== "string") throw answer;
      return answer;
    },
    done: (result) => done.push(result),
    refused: (error) => error.code === "validation_failed",
  });
  return { outgoing, sent, done, memory, is: () => outgoing.store.get().sending.is };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("outgoing", () => {
  it("repeats an attempt without an answer by itself, under the same key", async () => {
    const { outgoing, sent, done, is, memory } = desk([new ConnectionError("lost")]);
    await outgoing.submit("help");
    expect(is()).toBe("offline");
    expect(outgoing.store.get().locked).toBe(true);
    expect(memory.attempt).toMatchObject({ body: "help", uncertain: true });
    await vi.advanceTimersByTimeAsync(2000);
    expect(done).toEqual(["ok"]);
    expect(sent[0]?.key).toBe(sent[1]?.key);
    expect(memory.attempt).toBeUndefined();
  });

  it("ignores another text while the first may have happened", async () => {
    const { outgoing, sent } = desk([refusal(502, "bad_gateway"), "ok"]);
    await outgoing.submit("first");
    expect(outgoing.store.get()).toMatchObject({ sending: { is: "failed" }, locked: true });
    await outgoing.submit("second");
    expect(sent.map(({ body }) => body)).toEqual(["first", "first"]);
    expect(sent[0]?.key).toBe(sent[1]?.key);
  });

  it("waits as long as the API asks, and stops when the text changes", async () => {
    const { outgoing, sent, is } = desk([refusal(429, "rate_limited", { wait: "7" }), "ok"]);
    await outgoing.submit("one");
    expect(is()).toBe("paused");
    outgoing.cancel();
    expect(is()).toBe("idle");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent).toHaveLength(1);
    await outgoing.submit("two");
    expect(sent[1]).toMatchObject({ body: "two" });
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });

  it("sends by itself when the pause is over", async () => {
    const { outgoing, done } = desk([refusal(429, "rate_limited", { wait: "7" }), "ok"]);
    await outgoing.submit("one");
    await vi.advanceTimersByTimeAsync(6900);
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(done).toEqual(["ok"]);
  });

  it("gives up a refused attempt, and leaves what its owner explains to its owner", async () => {
    const { outgoing, memory, is } = desk([refusal(400, "validation_failed"), refusal(403, "forbidden")]);
    await outgoing.submit("one");
    expect([is(), memory.attempt]).toEqual(["idle", undefined]);
    await outgoing.submit("one");
    expect([is(), memory.attempt]).toEqual(["failed", undefined]);
  });

  it("goes on after a reload with the same key, but not when the API has forgotten the key", async () => {
    const attempt = { key: "k1", body: "kept", at: Date.now(), uncertain: true };
    const fresh = desk([], attempt);
    await fresh.outgoing.wake();
    expect(fresh.sent).toEqual([{ body: "kept", key: "k1" }]);
    const old = desk([], { ...attempt, at: Date.now() - 24 * 3_600_000 });
    await old.outgoing.wake();
    expect([old.sent, old.memory.attempt]).toEqual([[], undefined]);
  });
});
