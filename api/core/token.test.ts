import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BASE62 } from "./base62.ts";
import { hashSecret, makeToken, parseToken, randomSecret, sameText } from "./token.ts";

const routing = "a1b2c3d4e5";

describe("tokens", () => {
  test("say what they are", () => {
    for (const kind of ["sk", "pk", "vt"] as const)
      for (const mode of ["live", "test"] as const) {
        const { token, hash, prefix } = makeToken({ kind, mode, routing });
        expect(token).toMatch(new RegExp(`^fy_${kind}_${mode}_${routing}[0-9A-Za-z]{34}$`));
        expect(hash).toBe(createHash("sha256").update(token).digest("hex"));
        expect(prefix).toBe(`fy_${kind}_${mode}_…${token.slice(-4)}`);
        expect(parseToken(token)).toEqual({ kind, mode, routing, hash });
      }
  });

  test("differ every time", () => {
    const tokens = Array.from({ length: 1000 }, () => makeToken({ kind: "sk", mode: "live", routing }).token);
    expect(new Set(tokens).size).toBe(1000);
  });

  test("any one character changed is noticed offline", () => {
    const { token } = makeToken({ kind: "sk", mode: "live", routing });
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...BASE62, "_", "…", "\n"), (place, other) => {
        fc.pre(token[place] !== other);
        expect(parseToken(token.slice(0, place) + other + token.slice(place + 1))).toBeUndefined();
      }),
    );
  });

  test("garbage is undefined, whatever its length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        expect(parseToken(text)).toBeUndefined();
      }),
    );
    const { token } = makeToken({ kind: "pk", mode: "test", routing });
    for (const text of ["", `${token} `, ` ${token}`, token.slice(1), token.toUpperCase(), "fy_sk_live_".repeat(1e6)])
      expect(parseToken(text)).toBeUndefined();
  });

  test("a routing id of another shape cannot become a token", () => {
    for (const bad of ["", "A1B2C3D4E5", "short", "a1b2c3d4e5f", "a1b2c3d4e\n"])
      expect(() => makeToken({ kind: "sk", mode: "live", routing: bad })).toThrow(RangeError);
  });
});

test("sameText is equality", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 1 }), fc.string({ maxLength: 1 }), (a, b) => {
      expect(sameText(a, b)).toBe(a === b);
    }),
  );
  expect(sameText("", "")).toBe(true);
  expect(sameText("é", "é")).toBe(true);
});

test("randomSecret and hashSecret", () => {
  expect(randomSecret(43)).toMatch(/^[0-9A-Za-z]{43}$/);
  expect(randomSecret(43)).not.toBe(randomSecret(43));
  expect(hashSecret("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
