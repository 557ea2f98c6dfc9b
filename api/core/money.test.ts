import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatMoney, isCurrency, minorDigits, share } from "./money.ts";

test("isCurrency knows active ISO 4217 codes in upper case", () => {
  for (const code of ["USD", "EUR", "JPY", "KWD", "BRL"]) expect(isCurrency(code), code).toBe(true);
  for (const code of ["usd", "DEM", "XXX", "XAU", "BTC", "US", ""]) expect(isCurrency(code), code).toBe(false);
});

describe("formatMoney", () => {
  test("places the point where the currency has it", () => {
    expect(formatMoney(123456, "USD", "en-US")).toBe("$1,234.56");
    expect(formatMoney(-5, "USD", "en-US")).toBe("-$0.05");
    expect(formatMoney(123456, "JPY", "en-US")).toBe("¥123,456");
    expect(formatMoney(1234, "KWD", "en-US")).toMatch(/^KWD\s1\.234$/);
    expect(formatMoney(123456, "EUR", "de-DE")).toMatch(/^1\.234,56\s€$/);
    expect([minorDigits("USD"), minorDigits("JPY"), minorDigits("KWD")]).toEqual([2, 0, 3]);
  });

  test("loses no cent of a large amount", () => {
    expect(formatMoney(9007199254740991, "USD", "en-US")).toBe("$90,071,992,547,409.91");
  });

  test("an unknown locale reads as English; a fraction of a cent is refused", () => {
    expect(formatMoney(100, "USD", "not a locale")).toBe("$1.00");
    expect(formatMoney(100, "USD", "")).toBe("$1.00");
    expect(() => formatMoney(0.5, "USD", "en")).toThrow(RangeError);
  });
});

describe("share", () => {
  test("rounds halves away from zero", () => {
    expect(share(999, 825)).toBe(82);
    expect(share(1000, 825)).toBe(83);
    expect(share(200, 25)).toBe(1);
    expect(share(199, 25)).toBe(0);
    expect(share(-200, 25)).toBe(-1);
    expect(share(9007199254740991, 10000)).toBe(9007199254740991);
  });

  test("is within half a minor unit of the exact part, and a refund mirrors its charge", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 10000 }), (minor, points) => {
        const off = BigInt(share(minor, points)) * 10000n - BigInt(minor) * BigInt(points);
        expect(off >= -5000n && off <= 5000n).toBe(true);
        expect(share(-minor, points) + share(minor, points)).toBe(0);
      }),
    );
    expect(() => share(0.5, 100)).toThrow(RangeError);
  });
});
