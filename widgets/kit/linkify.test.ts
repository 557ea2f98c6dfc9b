import { describe, expect, it } from "vitest";
import { linkify } from "./linkify.ts";

const urls = (text: string) => linkify(text).flatMap((piece) => piece.url ?? []);

describe("addresses in text", () => {
  it("become links without what ends the sentence", () => {
    expect(urls("See https://example.com/a?b=1. Or (https://example.com/c), please!")).toEqual([
      "https://example.com/a?b=1",
      "https://example.com/c",
    ]);
  });

  it("leave every other letter as it was", () => {
    const text = "a https://example.com, b <https://x.test/(y)> c";
    expect(
      linkify(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });

  it("are nothing but http and https", () => {
    expect(urls("javascript:alert(1) data:text/html,x ftp://example.com mailto:a@b.c")).toEqual([]);
  });
});
