import { describe, expect, it } from "vitest";
import type { Message } from "../../../../sdk/index.ts";
import { entries, lastOfCustomer, lastSeen, merged, type Outgoing, snoozeTimes, waiting } from "./state.ts";

const message = (seq: number, part: Partial<Message> = {}): Message => ({
  id: `msg_${seq}`,
  conversation_id: "cnv_1",
  seq,
  prev_seq: seq - 1,
  client_msg_id: `c${seq}`,
  sender_kind: "customer",
  sender_id: "con_1",
  sender_name: "Amara",
  kind: "text",
  text: `text ${seq}`,
  event: null,
  attachments: [],
  created_at: `2026-11-20T09:${String(seq).padStart(2, "0")}:00.000Z`,
  ...part,
});
const staff = { sender_kind: "staff", sender_id: "mem_1", sender_name: "Maya" } as const;
const day = (at: string) => at.slice(0, 10);

describe("a thread", () => {
  it("holds each entry once, in the order of seq, however the pages overlap", () => {
    const page = merged([message(3), message(4)], [message(1), message(2), message(3)]);
    expect(page.map((one) => one.seq)).toEqual([1, 2, 3, 4]);
  });

  it("groups what one person writes in a row, and begins anew after a pause or another kind", () => {
    const drawn = entries(
      [message(1), message(2), message(9), message(10, staff), message(11, { ...staff, kind: "note" })],
      day,
    );
    expect(
      drawn.map((one) =>
        one.type === "said" ? `${one.first ? "[" : ""}${one.message.seq}${one.last ? "]" : ""}` : one.type,
      ),
    ).toEqual(["day", "[1", "2]", "[9]", "[10]", "[11]"]);
  });

  it("marks each day once and keeps changes out of the groups", () => {
    const drawn = entries(
      [
        message(1),
        message(2, { kind: "event", sender_kind: "system" }),
        message(3, { created_at: "2026-11-21T09:00:00.000Z" }),
      ],
      day,
    );
    expect(drawn.map((one) => one.type)).toEqual(["day", "said", "event", "day", "said"]);
  });

  it("says seen at the newest text that was, never at a note", () => {
    const messages = [
      message(1),
      message(2, staff),
      message(3, staff),
      message(4, { ...staff, kind: "note" }),
      message(5, staff),
    ];
    expect(lastSeen(messages, 4)).toBe("msg_3");
    expect(lastSeen(messages, 1)).toBeUndefined();
    expect(lastOfCustomer(messages)).toBe(1);
  });

  it("forgets what is on its way once the thread holds it", () => {
    const outgoing = (client_msg_id: string): Outgoing => ({
      client_msg_id,
      kind: "text",
      text: "",
      attachments: [],
      at: "",
      state: "sending",
    });
    expect(waiting([outgoing("c1"), outgoing("c9")], [message(1)]).map((one) => one.client_msg_id)).toEqual(["c9"]);
  });

  it("snoozes to nine in the morning, and on a Monday to the next one", () => {
    const monday = snoozeTimes(new Date(2026, 10, 23, 15)).monday;
    expect([monday.getDate(), monday.getHours()]).toEqual([30, 9]);
    const sunday = snoozeTimes(new Date(2026, 10, 22, 15));
    expect(sunday.monday.getDate()).toBe(23);
    expect(sunday.tomorrow.getDate()).toBe(23);
  });
});
