import { describe, expect, it } from "vitest";
import type { Booking } from "../../../../sdk/index.ts";
import { allows, changedIn, dueNow, paidState, steps } from "./state.ts";

const now = Date.parse("2026-12-05T10:00:00Z");
const soon = "2026-12-05T12:00:00Z";
const later = "2026-12-09T12:00:00Z";

describe("what may become of a booking", () => {
  it("is said only once it is near, but for confirming it", () => {
    expect(steps({ status: "pending", starts_at: later }, now)).toEqual(["confirmed"]);
    expect(steps({ status: "confirmed", starts_at: later }, now)).toEqual([]);
    expect(steps({ status: "confirmed", starts_at: soon }, now)).toEqual(["in_progress", "completed", "no_show"]);
  });

  it("decides which actions many of them can be picked for", () => {
    const booking = { status: "confirmed", starts_at: soon } as const;
    expect(allows("confirm", booking, now)).toBe(false);
    expect(allows("no_show", booking, now)).toBe(true);
    expect(allows("cancel", booking, now)).toBe(true);
    expect(allows("remind", booking, now)).toBe(true);
    expect(allows("remind", { ...booking, starts_at: "2026-12-05T09:00:00Z" }, now)).toBe(false);
    expect(allows("cancel", { status: "completed", starts_at: soon }, now)).toBe(false);
  });
});

describe("money", () => {
  const of = (price: number, paid: number, deposit = 0) => ({ price, paid, deposit, balance: price - paid });
  it("says how far a booking is paid", () => {
    expect(paidState(of(0, 0))).toBe("free");
    expect(paidState(of(9000, 0, 3000))).toBe("unpaid");
    expect(paidState(of(9000, 1000, 3000))).toBe("partly");
    expect(paidState(of(9000, 3000, 3000))).toBe("deposit");
    expect(paidState(of(9000, 9000))).toBe("paid");
    expect(paidState(of(6000, 9000))).toBe("over");
  });

  it("asks for the rest of the deposit first, then for the rest", () => {
    expect(dueNow(of(9000, 1000, 3000))).toBe(2000);
    expect(dueNow(of(9000, 3000, 3000))).toBe(6000);
    expect(dueNow(of(6000, 9000))).toBe(0);
  });
});

describe("a newer version", () => {
  const booking = { starts_at: soon, ends_at: later, party: 2, guests: {}, status: "pending", paid: 0 } as Booking;
  it("is told by what people look for, once for what belongs together", () => {
    const newer = { ...booking, starts_at: later, ends_at: later, status: "confirmed" } as Booking;
    expect(changedIn(booking, newer)).toEqual(["time", "status"]);
    expect(changedIn(booking, { ...booking })).toEqual([]);
  });
});
