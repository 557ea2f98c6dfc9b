import fc from "fast-check";
import { expect, it } from "vitest";
import { contrast, type Rgb, readableOn, textOn, toRgb } from "./contrast.ts";

const channel = fc.integer({ min: 0, max: 255 }).map((value) => value / 255);
const colors = fc.tuple(channel, channel, channel);
const fromHex = (hex: string): Rgb => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return [r, g, b];
};

it("reads both forms browsers give", () => {
  expect(toRgb("rgb(255, 0, 51)")).toEqual([1, 0, 0.2]);
  expect(toRgb("color(srgb 0.5 0 1.2)")).toEqual([0.5, 0, 1]);
  expect(toRgb("")).toBeUndefined();
});

it("measures as WCAG does", () => {
  expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21);
  expect(contrast(fromHex("#0f766e"), [1, 1, 1])).toBeCloseTo(5.47, 1);
});

it("makes any tenant's accent readable: text on it, and itself as text", () => {
  fc.assert(
    fc.property(colors, fc.constantFrom("#ffffff", "#fbfaf8", "#1e1d1a", "#161513"), (color, surface) => {
      expect(contrast(fromHex(textOn(color)), color)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(fromHex(readableOn(color, fromHex(surface))), fromHex(surface))).toBeGreaterThanOrEqual(5.9);
    }),
  );
});
