import { describe, expect, it } from "vitest";
import { blank, flaws, untouched } from "./draft.ts";
import { refusedFields, toInput } from "./input.ts";
import { newReply, withReply } from "./thread/state.ts";

describe("draft", () => {
  const draft = { ...blank({}), subject: " Lock ", description: " It sticks. ", email: " ada@example.com " };

  it("starts with what the page says, as far as it makes sense", () => {
    expect(blank({ category: "bug", subject: "Invoice" })).toMatchObject({ category: "bug", subject: "Invoice" });
    expect(blank({ category: "nonsense" }).category).toBe("question");
    expect([untouched(blank({ subject: "Invoice" })), untouched(draft)]).toEqual([true, false]);
  });

  it("asks for an address only while none is known", () => {
    expect(flaws(blank({}), {})).toEqual(["subject", "description", "email"]);
    expect(flaws({ ...draft, email: "ada" }, {})).toEqual(["email"]);
    expect(flaws({ ...draft, email: "" }, { email: "ada@example.com" })).toEqual([]);
  });

  it("sends what was written, and whom the page names", () => {
    expect(toInput(draft, { name: "Ada" }, ["med_1"])).toEqual({
      category: "question",
      subject: "Lock",
      description: "It sticks.",
      attachments: ["med_1"],
      contact: { name: "Ada", email: "ada@example.com" },
    });
    expect(toInput({ ...draft, email: "" }, {}, [])).not.toHaveProperty("contact");
  });

  it("finds the refused fields by their pointers", () => {
    const errors = [{ pointer: "/contact/email" }, { pointer: "/attachments/0" }, { pointer: "/priority" }];
    expect(refusedFields(errors)).toEqual(["email", "files"]);
  });
});

describe("thread", () => {
  const reply = (id: string, sender_kind: "customer" | "staff") => ({
    id,
    ticket_id: "tkt_1",
    sender_kind,
    sender_id: "",
    sender_name: "",
    text: "",
    internal: false,
    attachments: [],
    created_at: "2026-11-20T09:00:00.000Z",
  });
  const thread = (...replies: ReturnType<typeof reply>[]) => ({ ticket: {} as never, replies });

  it("takes a reply in once", () => {
    const one = [reply("trp_1", "customer")];
    expect(withReply(one, reply("trp_1", "customer"))).toBe(one);
    expect(withReply(one, reply("trp_2", "customer"))).toHaveLength(2);
  });

  it("tells of the last new answer of the other side alone", () => {
    const before = thread(reply("trp_1", "staff"));
    expect(newReply(undefined, before)).toBeUndefined();
    expect(newReply(before, thread(reply("trp_1", "staff"), reply("trp_2", "customer")))).toBeUndefined();
    expect(newReply(before, thread(reply("trp_1", "staff"), reply("trp_3", "staff")))?.id).toBe("trp_3");
  });
});
