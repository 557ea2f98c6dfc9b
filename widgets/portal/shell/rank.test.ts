import { describe, expect, it } from "vitest";
import { type Command, rank } from "./rank.ts";

const command = (label: string, group = "Go to"): Command => ({ id: label, label, group, icon: "", run: () => {} });
const all = [
  command("Home"),
  command("Resources and venues"),
  command("Sign out", "Actions"),
  command("Dark", "Actions"),
];
const labels = (text: string) => rank(all, text).map((one) => one.label);

describe("the palette", () => {
  it("offers everything before anything is typed", () => {
    expect(labels("  ")).toHaveLength(4);
  });

  it("finds by the beginnings of words, in any order", () => {
    expect(labels("ven res")).toEqual(["Resources and venues"]);
    expect(labels("SI")).toEqual(["Sign out"]);
  });

  it("finds nothing where a word does not occur", () => {
    expect(labels("home xyz")).toEqual([]);
  });
});
