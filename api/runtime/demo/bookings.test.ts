import { expect, test } from "vitest";
import { type Choice, planBookings } from "./bookings.ts";
import { Taken } from "./taken.ts";

const day = 86_400_000;
const hour = 3_600_000;
const now = Date.parse("2026-11-20T17:30:00Z");

/** Something that lets `places` places, every hour of the day. */
function choice(resource_id: string, places: number, more: Partial<Choice> = {}): Choice {
  const midnight = now - (now % day);
  const slots = (away: number) =>
    Array.from({ length: 8 }, (_, index) => midnight + away * day + (14 + index) * hour).map((from) => ({
      from,
      to: from + hour,
      places,
    }));
  const days = new Map(Array.from({ length: 49 }, (_, index) => [index - 24, slots(index - 24)]));
  return {
    resource_id,
    zone: "UTC",
    lead_minutes: 120,
    max_party: places,
    private: false,
    requires_approval: false,
    notice_hours: 12,
    weight: 1,
    guest_categories: [],
    add_ons: [],
    questions: [],
    days,
    ...more,
  };
}

const categories = [{ id: "adult" }, { id: "child" }, { id: "infant", takes_place: false }];
const plan = () =>
  planBookings(
    [
      choice("res_a", 6, { guest_categories: categories, questions: [{ id: "swims", options: ["Well", "A little"] }] }),
      choice("res_b", 2, { add_ons: [{ id: "camera", per: "booking", stock: 1 }] }),
      choice("res_c", 4, { private: true }),
    ],
    now,
    -23,
    24,
  );

test("the plan is the same whenever it is made", () => {
  expect(plan()).toEqual(plan());
  expect(plan().length).toBeGreaterThan(40);
});

test("no resource is planned beyond its places", () => {
  for (const { resource_id, starts_at } of plan()) {
    const together = plan().filter((other) => other.resource_id === resource_id && other.starts_at === starts_at);
    const places = together.reduce((sum, { party }) => sum + party, 0);
    expect(places).toBeLessThanOrEqual({ res_a: 6, res_b: 2, res_c: 4 }[resource_id] ?? 0);
    if (resource_id === "res_c") expect(together).toHaveLength(1);
    expect(together.flatMap(({ add_ons }) => add_ons).length).toBeLessThanOrEqual(1);
  }
});

test("guests take as many places as the party has, and each who is asked something has answered", () => {
  const tours = plan().filter(({ resource_id }) => resource_id === "res_a");
  expect(tours.some(({ guests }) => guests.child && guests.infant === undefined)).toBe(true);
  for (const { party, guests, attendees } of tours) {
    expect((guests.adult ?? 0) + (guests.child ?? 0)).toBe(party);
    expect(guests.adult).toBeGreaterThan(0);
    expect(attendees).toHaveLength(party);
    for (const { answers } of attendees) expect(["Well", "A little"]).toContain(answers.swims);
    expect(attendees.filter(({ guest_category }) => guest_category === "child")).toHaveLength(guests.child ?? 0);
  }
});

test("what is taken already is not planned over", () => {
  const taken = new Taken();
  const alone = choice("res_c", 4, { private: true });
  for (const slots of alone.days.values()) for (const slot of slots) taken.add(alone, slot, 4);
  expect(planBookings([alone], now, -23, 24, taken)).toEqual([]);
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
