import fc from "fast-check";
import { expect, test } from "vitest";
import { isId, newId } from "./ids.ts";

test("an id is its prefix and 22 base62 digits", () => {
  expect(newId("bkg")).toMatch(/^bkg_[0-9A-Za-z]{22}$/);
  expect(isId("bkg", newId("bkg"))).toBe(true);
});

test("ids sort by their millisecond", () => {
  const ms = fc.integer({ min: 0, max: 253_402_300_799_999 }).filter((value) => value < 62 ** 8);
  fc.assert(
    fc.property(ms, ms, (a, b) => {
      if (a !== b) expect(newId("evt", a) < newId("evt", b)).toBe(a < b);
    }),
  );
});

test("ids of one millisecond differ", () => {
  const ids = Array.from({ length: 20_000 }, () => newId("msg", 1_800_000_000_000));
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(ids.map((id) => id.slice(0, 12))).size).toBe(1);
});

test("isId refuses other prefixes, lengths and characters", () => {
  const id = newId("bkg", 0);
  for (const text of ["", "bkg", "bkg_", `${id}0`, id.slice(0, -1), `${id.slice(0, -1)}-`, `${id}\n`, newId("con")])
    expect(isId("bkg", text), text).toBe(false);
});
