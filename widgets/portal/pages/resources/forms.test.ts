import { describe, expect, it } from "vitest";
import type { Resource } from "../../../../sdk/index.ts";
import { changesOf, draftOf, freshDraft, inputOf, wrongIn } from "./draft.ts";
import { copiedToAll, nextWindow, withWindows, wrongWindows } from "./hours.ts";
import { amountOf, minorOf } from "./money.ts";

describe("money", () => {
  it("knows each currency's digits", () => {
    expect([minorOf("49", "USD"), minorOf("49,5", "EUR"), minorOf("0.07", "USD"), minorOf("500", "JPY")]).toEqual([
      4900, 4950, 7, 500,
    ]);
    expect(minorOf("1.234", "KWD")).toBe(1234);
    expect([minorOf("1.234", "USD"), minorOf("1.5", "JPY"), minorOf("-1", "USD"), minorOf("", "USD")]).toEqual(
      Array(4).fill(undefined),
    );
    expect([amountOf(4900, "USD"), amountOf(500, "JPY"), amountOf(1234, "KWD")]).toEqual(["49.00", "500", "1.234"]);
  });
});

describe("hours", () => {
  it("keeps the order of the week and says what is wrong", () => {
    const hours = withWindows([{ day: "sunday", from: "10:00", to: "12:00" }], "monday", [
      { from: "09:00", to: "24:00" },
    ]);
    expect(hours.map(({ day }) => day)).toEqual(["monday", "sunday"]);
    expect(copiedToAll(hours, "monday").map(({ day, to }) => `${day} ${to}`)).toEqual(["monday 24:00", "sunday 24:00"]);
    expect(wrongWindows([{ from: "09:00", to: "09:00" }])).toBe("order");
    expect(wrongWindows([{ from: "", to: "09:00" }])).toBe("empty");
    expect(
      wrongWindows([
        { from: "13:00", to: "17:00" },
        { from: "09:00", to: "13:30" },
      ]),
    ).toBe("overlap");
    expect(nextWindow([{ from: "09:00", to: "20:00" }])).toEqual({ from: "21:00", to: "24:00" });
  });
});

describe("a resource in a form", () => {
  const resource: Resource = {
    id: "res_1",
    version: 3,
    created_at: "2026-11-01T00:00:00.000Z",
    updated_at: "2026-11-01T00:00:00.000Z",
    ...(inputOf({ ...freshDraft("ven_1", "USD"), name: "Tour", price: "49", lead_minutes: "60" }) as Omit<
      Resource,
      "id" | "version" | "created_at" | "updated_at"
    >),
  };

  it("comes back as it was, and sends only what changed", () => {
    expect(changesOf(inputOf(draftOf(resource)), resource)).toEqual({});
    const draft = { ...draftOf(resource), price: "50", lead_minutes: " " };
    expect(changesOf(inputOf(draft), resource)).toEqual({ price: 5000, lead_minutes: null });
  });

  it("says which fields are wrong", () => {
    const draft = { ...draftOf(resource), name: " ", capacity: "two", price: "free" };
    expect(wrongIn(draft)).toEqual({ name: "missing", capacity: "wrongNumber", price: "wrongAmount" });
  });
});
