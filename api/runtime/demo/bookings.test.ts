import { expect, test } from "vitest";
import { type Choice, planBookings } from "./bookings.ts";

const day = 86_400_000;
const hour = 3_600_000;
const now = Date.parse("2026-11-20T17:30:00Z");

/** Something that lets `capacity` places, every hour of the day. */
function choice(resource_id: string, capacity: number): Choice {
  const midnight = now - (now % day);
  const slots = (away: number) =>
    Array.from({ length: 8 }, (_, index) => midnight + away * day + (14 + index) * hour).map((from) => ({
      from,
      to: from + hour,
    }));
  const days = new Map(Array.from({ length: 49 }, (_, index) => [index - 24, slots(index - 24)]));
  const rest = { lead_minutes: 120, max_party: capacity, requires_approval: false, weight: 1 };
  return { resource_id, capacity, ...rest, days };
}

const plan = () => planBookings([choice("res_a", 6), choice("res_b", 2)], now, -23, 24);

test("the plan is the same whenever it is made", () => {
  expect(plan()).toEqual(plan());
  expect(plan().length).toBeGreaterThan(40);
});

test("no resource is planned beyond its places", () => {
  for (const { resource_id, starts_at } of plan()) {
    const together = plan().filter((other) => other.resource_id === resource_id && other.starts_at === starts_at);
    const places = together.reduce((sum, { party }) => sum + party, 0);
    expect(places).toBeLessThanOrEqual(resource_id === "res_a" ? 6 : 2);
  }
});

test("everything happens before now, and in its order", () => {
  for (const { made_at, starts_at, cancelled, missed_at } of plan()) {
    expect(Number.isInteger(made_at)).toBe(true);
    expect(made_at).toBeLessThan(Math.min(now, starts_at));
    if (cancelled) expect(cancelled.at).toBeGreaterThan(made_at);
    if (cancelled) expect(cancelled.at).toBeLessThan(Math.min(now, starts_at));
    if (missed_at !== undefined) expect(missed_at).toBeLessThan(now);
  }
});
