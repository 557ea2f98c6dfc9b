import { describe, expect, it } from "vitest";
import { pick, stillShown } from "./pick.ts";

const ids = ["a", "b", "c", "d", "e"];
const of = (...picked: string[]) => new Set(picked);

describe("picking rows", () => {
  it("picks and lets go of one", () => {
    expect(pick(of(), ids, "b")).toEqual(of("b"));
    expect(pick(of("a", "b"), ids, "b")).toEqual(of("a"));
  });

  it("picks everything from the row before, in either direction", () => {
    expect(pick(of("b"), ids, "d", "b")).toEqual(of("b", "c", "d"));
    expect(pick(of("d"), ids, "b", "d")).toEqual(of("b", "c", "d"));
  });

  it("lets go of everything from a row that was let go of", () => {
    expect(pick(of("a", "c", "d", "e"), ids, "d", "b")).toEqual(of("a", "e"));
  });

  it("takes the row alone when the one before has left the list", () => {
    expect(pick(of(), ids, "c", "gone")).toEqual(of("c"));
  });

  it("forgets what the list does not show any more, and keeps its order", () => {
    expect(stillShown(of("d", "gone", "a"), ids)).toEqual(["a", "d"]);
  });
});
