import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BASE62, encodeBytes, encodeInt, randomBase62 } from "./base62.ts";

const decode = (text: string) => [...text].reduce((sum, digit) => sum * 62n + BigInt(BASE62.indexOf(digit)), 0n);

describe("encodeInt", () => {
  test("keeps the value and its order", () => {
    const value = fc.integer({ min: 0, max: 62 ** 8 - 1 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(decode(encodeInt(a, 8))).toBe(BigInt(a));
        expect(encodeInt(a, 8) < encodeInt(b, 8)).toBe(a < b);
      }),
    );
  });

  test("refuses what does not fit", () => {
    expect(encodeInt(61, 1)).toBe("z");
    for (const value of [62, -1, 0.5, Number.NaN]) expect(() => encodeInt(value, 1)).toThrow(RangeError);
  });
});

test("encodeBytes keeps the value at a length of its own per byte count", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
      expect(decode(encodeBytes(bytes))).toBe(value);
      expect(encodeBytes(bytes)).toHaveLength(encodeBytes(new Uint8Array(bytes.length).fill(255)).length);
    }),
  );
});

describe("randomBase62", () => {
  test("gives the length asked for, past the pool's end too", () => {
    for (const length of [0, 1, 14, 5000]) expect(randomBase62(length)).toMatch(new RegExp(`^[0-9A-Za-z]{${length}}$`));
  });

  test("favours no digit", () => {
    const counts = new Map<string, number>();
    const total = 310_000;
    for (const digit of randomBase62(total)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    expect(counts.size).toBe(62);
    const mean = total / 62;
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
    // 61 degrees of freedom: 140 is exceeded by chance once in tens of millions; a plain byte % 62 gives about 1,800.
    expect(chiSquare).toBeLessThan(140);
  });
});
