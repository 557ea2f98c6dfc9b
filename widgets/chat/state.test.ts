import type { Conversation, Message, MessagePage } from "@foyer/sdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, applyToList, type Change, gapOf, type Thread, takePage, unreadUpTo } from "./state.ts";

type Kind = "staff" | "customer" | "note" | "read" | "seen" | "file";
const kinds = fc.array(fc.constantFrom<Kind>("staff", "customer", "note", "read", "seen", "file"), {
  minLength: 1,
  maxLength: 30,
});

/** A conversation as the server has it: every change takes a seq, and notes are nothing the visitor sees. */
function serverOf(history: Kind[]) {
  const all: Change[] = [];
  let visible = 0;
  let marks = { customer: 0, staff: 0 };
  const states = [{ seq: 0, marks }];
  for (const [at, kind] of history.entries()) {
    const seq = at + 1;
    if (kind === "note") continue;
    const place = { seq, prev_seq: visible };
    visible = seq;
    if (kind === "read" || kind === "seen") {
      const side = kind === "read" ? "customer" : "staff";
      marks = { ...marks, [side]: seq - 1 };
      all.push({ ...place, mark: { ...place, conversation_id: "cnv_1", side, read_seq: seq - 1 } });
    } else {
      const file = { media_id: "med_1", name: "a.png", type: "image/png" as const, size: 1, url: "https://files/1" };
      const message: Message = {
        ...place,
        id: `msg_${seq}`,
        conversation_id: "cnv_1",
        client_msg_id: `c${seq}`,
        sender_kind: kind === "customer" ? "customer" : "staff",
        sender_id: "x",
        sender_name: "Maya",
        kind: "text",
        text: `${seq}`,
        event: null,
        attachments: kind === "file" ? [file] : [],
        created_at: new Date(seq * 1000).toISOString(),
      };
      all.push({ ...place, message });
    }
    states.push({ seq, marks });
  }
  const messages = all.flatMap(({ message }) => message ?? []);
  /** A page as it was when the log stood at `until`. */
  const page = (
    { after, before, limit = 4 }: { after?: number; before?: number; limit?: number },
    until = Number.POSITIVE_INFINITY,
  ): MessagePage => {
    const then = states.findLast((state) => state.seq <= until) ?? { seq: 0, marks: { customer: 0, staff: 0 } };
    const found = messages.filter(
      ({ seq }) => seq <= then.seq && seq > (after ?? 0) && seq < (before ?? Number.POSITIVE_INFINITY),
    );
    const data = after === undefined ? found.slice(-limit) : found.slice(0, limit);
    return {
      data,
      has_more: found.length > limit,
      next_cursor: null,
      last_seq: then.seq,
      customer_read_seq: then.marks.customer,
      staff_read_seq: then.marks.staff,
    };
  };
  /** The log tells of files without their addresses. */
  const told = all.map((change) =>
    change.message
      ? {
          ...change,
          message: { ...change.message, attachments: change.message.attachments.map((one) => ({ ...one, url: "" })) },
        }
      : change,
  );
  return { told, messages, page, marks, seq: visible };
}

function catchUp(thread: Thread, page: ReturnType<typeof serverOf>["page"], until?: number): Thread {
  for (;;) {
    const after = thread.seq;
    const got = page({ after }, until);
    thread = takePage(thread, got, { after });
    if (!got.has_more) return thread;
  }
}

describe("a thread", () => {
  it("equals the server's, whatever events are dropped, doubled or shuffled", () => {
    const news = fc.record({ pick: fc.nat(), late: fc.nat(3), page: fc.boolean() });
    fc.assert(
      fc.property(kinds, fc.nat(), fc.array(news, { maxLength: 60 }), (history, begin, deliveries) => {
        const server = serverOf(history);
        let thread = takePage(undefined, server.page({}, begin % (history.length + 1)));
        for (const { pick, late, page } of deliveries) {
          const change = server.told[pick % Math.max(1, server.told.length)];
          if (change) thread = apply(thread, change);
          // An answer may be older than what was heard meanwhile.
          if (page || gapOf(thread)) thread = catchUp(thread, server.page, Math.max(0, thread.seq - late));
          expectSound(thread, server.messages);
        }
        thread = catchUp(thread, server.page);
        while (thread.earlier) {
          const before = thread.messages[0]?.seq ?? 0;
          thread = takePage(thread, server.page({ before }), { before });
        }
        expect(thread.messages).toEqual(server.messages);
        expect([thread.customer_read, thread.staff_read]).toEqual([server.marks.customer, server.marks.staff]);
        expect(thread.seq).toBe(server.seq);
        expect(gapOf(thread)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  /** At any time it holds one unbroken piece of the server's thread. */
  function expectSound(thread: Thread, messages: Message[]) {
    const first = thread.messages[0]?.seq ?? thread.seq + 1;
    expect(thread.messages).toEqual(messages.filter(({ seq }) => seq >= first && seq <= thread.seq));
  }

  it("needs no fetching when everything arrives in its order, notes or not", () => {
    fc.assert(
      fc.property(kinds, (history) => {
        const server = serverOf(history.map((kind) => (kind === "file" ? "staff" : kind)));
        let thread = takePage(undefined, server.page({}, 0));
        for (const change of server.told) {
          thread = apply(thread, change);
          expect(gapOf(thread)).toBe(false);
        }
        expect(thread.messages).toEqual(server.messages);
      }),
    );
  });

  it("says up to where something is unread", () => {
    const server = serverOf(["customer", "staff", "read", "staff", "customer"]);
    expect(unreadUpTo(takePage(undefined, server.page({ limit: 9 })))).toBe(4);
    expect(unreadUpTo(takePage(undefined, server.page({ limit: 9 }, 3)))).toBeUndefined();
  });
});

describe("the list", () => {
  const conversation = { id: "cnv_1", last_seq: 0, unread: 0, customer_read_seq: 0, staff_read_seq: 0 } as Conversation;

  it("counts what is unread, hears nothing twice, and knows what it cannot know", () => {
    const [first, second, third] = serverOf(["staff", "staff", "read"]).told as [Change, Change, Change];
    const one = applyToList(conversation, first) as Conversation;
    expect([one.unread, one.last_message?.text]).toEqual([1, "1"]);
    expect(applyToList(one, first)).toBe(one);
    expect(applyToList(conversation, second)).toBeUndefined();
    expect(applyToList(applyToList(one, second) as Conversation, third)).toBeUndefined();
  });
});
