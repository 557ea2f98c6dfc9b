import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clean, excerpt, normaliseEmail, normalisePhone, slug } from "./text.ts";

const anything = fc.string({ unit: "binary", maxLength: 120 });

describe("normaliseEmail", () => {
  test("one form for one address", () => {
    for (const [text, expected] of [
      [" Ana.Silva+news@Example.COM ", "ana.silva+news@example.com"],
      ["o'brien@mail.example.co.uk", "o'brien@mail.example.co.uk"],
      ["jürgen@bücher.example", "jürgen@xn--bcher-kva.example"],
      ["x@xn--bcher-kva.example", "x@xn--bcher-kva.example"],
    ] as const)
      expect(normaliseEmail(text), text).toBe(expected);
  });

  test("refuses what cannot be mailed to", () => {
    for (const text of [
      "",
      "@",
      "ana",
      "ana@",
      "@example.com",
      "ana@localhost",
      "ana@example",
      "a b@example.com",
      "a..b@example.com",
      ".a@example.com",
      "a@b@example.com",
      "a@127.0.0.1",
      "a@1",
      "a@-x.com",
      "a@x.com:80",
      "a@x.com/p",
      "a@x.com\nbcc:z@x.com",
      '"a"@example.com',
      `${"a".repeat(65)}@example.com`,
      `a@${"b".repeat(64)}.com`,
      "a@exa%6dple.com",
    ])
      expect(normaliseEmail(text), text).toBeUndefined();
  });

  test("is stable, and throws on nothing", () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.emailAddress()), (text) => {
        const once = normaliseEmail(text);
        if (once !== undefined) expect(normaliseEmail(once)).toBe(once);
      }),
    );
  });
});

describe("normalisePhone", () => {
  test("reads international and national forms", () => {
    for (const [text, country, expected] of [
      ["+1 (415) 555-2671", undefined, "+14155552671"],
      ["(415) 555-2671", "US", "+14155552671"],
      ["1 415 555 2671", "US", "+14155552671"],
      ["011 44 20 7183 8750", "US", "+442071838750"],
      ["020 7183 8750", "GB", "+442071838750"],
      ["+44 (0)20 7183 8750", undefined, "+442071838750"],
      ["0044 20 7183 8750", undefined, "+442071838750"],
      ["030 123456", "de", "+4930123456"],
      ["06 698 12345", "IT", "+390669812345"],
      ["612 34 56 78", "ES", "+34612345678"],
      ["8 (912) 345-67-89", "RU", "+79123456789"],
      ["0011 1 415 555 2671", "AU", "+14155552671"],
      ["+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧", undefined, "+966501234567"],
      ["۰۵۰ ۱۲۳ ۴۵۶۷", "SA", "+966501234567"],
    ] as const)
      expect(normalisePhone(text, country), text).toBe(expected);
  });

  test("refuses what is not a number, or whose country is unknown", () => {
    for (const [text, country] of [
      ["", "US"],
      ["555-2671", undefined],
      ["020 7183 8750", undefined],
      ["020 7183 8750", "ZZ"],
      ["020 7183 8750", "__proto__"],
      ["+1 415 555", undefined],
      ["+0123456789", undefined],
      [`+${"9".repeat(16)}`, undefined],
      ["+1 800 FLOWERS", undefined],
      ["415 555 2671 x12", "US"],
      ["++14155552671", undefined],
      ["+1+4155552671", undefined],
    ] as const)
      expect(normalisePhone(text, country), text).toBeUndefined();
  });

  test("is stable, and throws on nothing", () => {
    fc.assert(
      fc.property(
        fc.oneof(anything, fc.stringMatching(/^[+0-9 ()-]{5,20}$/)),
        fc.constantFrom(undefined, "US", "GB", "FR"),
        (text, country) => {
          const once = normalisePhone(text, country);
          if (once === undefined) return;
          expect(once).toMatch(/^\+[1-9]\d{6,14}$/);
          expect(normalisePhone(once, country)).toBe(once);
        },
      ),
    );
  });
});

describe("slug", () => {
  test("Latin text to address text", () => {
    expect(slug("  Crème brûlée & Straße! ")).toBe("creme-brulee-strasse");
    expect(slug("Łódź 2-for-1")).toBe("lodz-2-for-1");
    expect(slug("It's John’s")).toBe("its-johns");
    expect(slug("مرحبا")).toBe("");
    expect(slug("a".repeat(100))).toHaveLength(60);
  });

  test("always fits an address", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(slug(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(slug(slug(text))).toBe(slug(text));
      }),
    );
  });
});

describe("excerpt", () => {
  test("cuts between words, on one line", () => {
    expect(excerpt("short", 10)).toBe("short");
    expect(excerpt(" two\n\n lines ", 20)).toBe("two lines");
    expect(excerpt("The quick brown fox", 13)).toBe("The quick…");
    expect(excerpt("The quick brown fox", 10)).toBe("The quick…");
    expect(excerpt(`a${" ".repeat(500)}b c`, 5)).toBe("a b c");
    expect(excerpt("Donaudampfschifffahrt", 10)).toBe("Donaudamp…");
  });

  test("never longer than asked, never half a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 1, max: 50 }), (text, max) => {
        const short = excerpt(text.toWellFormed(), max);
        expect([...short].length).toBeLessThanOrEqual(max);
        expect(short.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe("clean", () => {
  test("keeps text, drops what a screen cannot show", () => {
    expect(clean("a\u0000b\u0007\tc\r\nd\re\u007f\u0085")).toBe("ab\tc\nd\ne");
    expect(clean("e\u0301")).toBe("\u00e9");
    expect(clean("x\ud800y")).toBe("x\ufffdy");
    expect(clean("👩‍👩‍👧 שלום")).toBe("👩‍👩‍👧 שלום");
  });

  test("cleaning twice changes nothing", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        (text) => {
          expect(clean(clean(text))).toBe(clean(text));
          expect(clean(text).isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
