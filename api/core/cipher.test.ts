import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveKey, type Keyring, open, seal, sealedWith } from "./cipher.ts";
import { toHex } from "./sign.ts";

const first = deriveKey("a long random secret", "credentials 1");
const second = deriveKey("a long random secret", "credentials 2");
const ring: Keyring = { current: 1, keys: { 1: first } };
const rotated: Keyring = { current: 2, keys: { 1: first, 2: second } };

describe("seal and open", () => {
  test("give back any text, never sealed the same twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(open(ring, seal(ring, text))).toBe(text);
        expect(seal(ring, text)).not.toBe(seal(ring, text));
      }),
    );
    expect(seal(ring, "x")).toMatch(/^v1\.[\w-]{16}\.[\w-]{22}\.[\w-]{2}$/);
  });

  test("a rotated ring opens the old and seals with the new", () => {
    const old = seal(ring, "token");
    expect(open(rotated, old)).toBe("token");
    expect([sealedWith(old), sealedWith(seal(rotated, "token")), sealedWith("plain")]).toEqual([1, 2, undefined]);
    expect(() => open(ring, seal(rotated, "token"))).toThrow("no key of version 2");
  });

  test("whatever was altered does not open", () => {
    const [version, iv, tag, data] = seal(ring, "the secret").split(".") as [string, string, string, string];
    const flip = (part: string) => (part[0] === "A" ? "B" : "A") + part.slice(1);
    const twin: Keyring = { current: 2, keys: { 1: first, 2: first } };
    for (const [keyring, sealed] of [
      [ring, [version, flip(iv), tag, data]],
      [ring, [version, iv, flip(tag), data]],
      [ring, [version, iv, tag.slice(0, 8), data]],
      [ring, [version, iv, tag, flip(data)]],
      [ring, [version, iv, tag, ""]],
      [twin, ["v2", iv, tag, data]],
      [{ current: 1, keys: { 1: second } }, [version, iv, tag, data]],
    ] as const)
      expect(() => open(keyring, sealed.join(".")), sealed.join(".")).toThrow();
    for (const sealed of ["", "v1", "v1...", "v0.a.b.c", "the secret"]) expect(() => open(ring, sealed)).toThrow();
  });
});

test("deriveKey is HKDF-SHA256 with an empty salt: stable, and different per purpose", () => {
  expect(first).toHaveLength(32);
  expect(toHex(first)).not.toBe(toHex(second));
  expect(toHex(deriveKey("secret", "purpose"))).toBe(toHex(deriveKey("secret", "purpose")));
});
