import { describe, expect, it } from "vitest";
import { blank, patchOf, rebase, tagsOf } from "./state.ts";

const base = { ...blank, name: "Amara", email: "amara@x.example", tags: "vip, press" };

describe("editing a contact", () => {
  it("sends only what was edited, and null for what was emptied", () => {
    expect(patchOf(base, { ...base, name: "Amara Okafor", email: " " })).toEqual({ name: "Amara Okafor", email: null });
    expect(patchOf(base, { ...base, name: " Amara " })).toEqual({});
  });

  it("reads tags as a list without repetition", () => {
    expect(tagsOf(" vip, press ,, vip")).toEqual(["vip", "press"]);
    expect(patchOf(base, { ...base, tags: "vip" })).toEqual({ tags: ["vip"] });
  });

  it("keeps what was typed over a newer row, takes the rest, and names what others changed", () => {
    const edited = { ...base, notes: "Prefers the window" };
    const newer = { ...base, name: "Amara O.", phone: "+15550100" };
    expect(rebase(base, edited, newer)).toEqual({
      fields: { ...newer, notes: "Prefers the window" },
      theirs: ["name", "phone"],
    });
  });

  it("keeps the own value where both changed the same field", () => {
    const { fields, theirs } = rebase(base, { ...base, name: "Mine" }, { ...base, name: "Theirs" });
    expect(fields.name).toBe("Mine");
    expect(theirs).toEqual(["name"]);
  });
});
