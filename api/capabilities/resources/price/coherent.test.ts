import { expect, test } from "vitest";
import { AddOns, checkAddOns, checkGuests, coherentPrices, Deposit, GuestCategories, PriceRules } from "./index.ts";

const categories = GuestCategories.parse([
  { id: "adult", name: "Adult", price: 1_000, min: 1, max: 4 },
  { id: "infant", name: "Infant", price: 0, takes_place: false },
]);
const lake = {
  venue_id: "ven_home0000",
  also_at: [{ venue_id: "ven_other000" }],
  variants: [{ id: "half" }],
  guest_categories: categories,
  length_unit: "fixed" as const,
  max_party: 8,
};
const change = { kind: "percent", value: 10 };
const rules = (...whens: object[]) => whens.map((when, at) => ({ id: `r${at}`, name: "A rule", when, change }));
const objection = (when: object, more: object = {}) =>
  coherentPrices({ ...lake, price_rules: PriceRules.parse(rules({ max_party: 8 }, when)), ...more })?.pointer;
const paths = (
  schema: { safeParse(value: unknown): { error?: { issues: { path: PropertyKey[] }[] } } },
  value: unknown,
) => (schema.safeParse(value).error?.issues ?? []).map(({ path }) => path.join("/"));

test("rules that speak of what the resource lacks are refused with a pointer", () => {
  expect(
    objection({ guest_categories: ["adult"], variant_ids: ["half"], venue_ids: ["ven_other000"] }),
  ).toBeUndefined();
  expect(objection({ guest_categories: ["adult", "senior"] })).toBe("/price_rules/1/when/guest_categories/1");
  expect(objection({ variant_ids: ["full"] })).toBe("/price_rules/1/when/variant_ids/0");
  expect(objection({ venue_ids: ["ven_nowhere0"] })).toBe("/price_rules/1/when/venue_ids/0");
  expect(objection({ min_length: 2 })).toBe("/price_rules/1/when/min_length");
  expect(objection({ min_length: 2 }, { length_unit: "day" })).toBeUndefined();
  const crowd = GuestCategories.parse([{ id: "adult", name: "Adult", price: 1, min: 9 }]);
  expect(objection({ min_party: 1 }, { guest_categories: crowd })).toBe("/guest_categories");
});

test("rules that contradict themselves are refused with a pointer", () => {
  const when = (conditions: object) => paths(PriceRules, rules(conditions));
  expect(when({})).toEqual(["0/when"]);
  expect(when({ min_party: 5, max_party: 4 })).toEqual(["0/when/max_party"]);
  expect(when({ from_date: "2026-12-02", to_date: "2026-12-01" })).toEqual(["0/when/to_date"]);
  expect(when({ days_ahead_min: 9, days_ahead_max: 8 })).toEqual(["0/when/days_ahead_max"]);
  expect(when({ from_time: "10:00", to_time: "10:00" })).toEqual(["0/when/to_time"]);
  expect(when({ from_time: "24:00" })).toEqual(["0/when/from_time"]);
  expect(when({ to_time: "00:00" })).toEqual(["0/when/to_time"]);
  expect(when({ from_time: "22:00", to_time: "02:00" })).toEqual([]);
  expect(when({ weekdays: [] })).toEqual(["0/when/weekdays"]);
  expect(when({ mood: "good", min_party: 1 })).toEqual(["0/when"]);
  const of = (kind: string, value: number) =>
    paths(PriceRules, [{ ...rules({ min_party: 1 })[0], change: { kind, value } }]);
  expect([of("percent", -101), of("percent", 1_001), of("set", -1)]).toEqual(Array(3).fill(["0/change/value"]));
  expect([of("percent", -100), of("percent", 1_000), of("set", 0), of("amount", -1)]).toEqual(Array(4).fill([]));
});

test("ids stand once in their list", () => {
  const [rule] = rules({ min_party: 1 });
  expect(paths(PriceRules, [rule, rule])).toEqual(["1/id"]);
  const lunch = { id: "lunch", name: "Lunch", price: 1, per: "guest" };
  expect(paths(AddOns, [lunch, { ...lunch, id: "dinner" }, lunch])).toEqual(["2/id"]);
  expect(paths(GuestCategories, [categories[0], categories[0]])).toEqual(["1/id"]);
  expect(paths(AddOns, [{ ...lunch, id: "Lunch" }])).toEqual(["0/id"]);
});

test("categories that nobody could book are refused", () => {
  expect(paths(GuestCategories, [{ id: "pet", name: "Pet", price: 1, takes_place: false }])).toEqual(["0/takes_place"]);
  expect(paths(GuestCategories, [{ id: "pet", name: "Pet", price: 1, min: 2, max: 1 }])).toEqual(["0/max"]);
  expect(paths(GuestCategories, [])).toEqual([]);
});

test("a deposit is at most all of it", () => {
  expect(paths(Deposit, { kind: "percent", value: 101 })).toEqual(["value"]);
  expect(paths(Deposit, { kind: "none", value: 1 })).toEqual(["value"]);
  expect(Deposit.parse({ kind: "none" })).toEqual({ kind: "none", value: 0 });
});

test("guests must be of the categories that there are, and as many as these allow", () => {
  const of = (guests: Record<string, number>, party = 1) =>
    checkGuests({ guest_categories: categories }, guests, party)?.pointer;
  expect(of({ adult: 2, infant: 1 }, 2)).toBeUndefined();
  expect(of({ constructor: 1 } as never)).toBe("/guests/constructor");
  expect(of({ infant: 1 }, 0)).toBe("/guests/adult");
  expect(of({ adult: 5 }, 5)).toBe("/guests/adult");
  expect(of({}, 4)).toBeUndefined();
  expect(of({}, 5)).toBe("/party");
  const free = GuestCategories.parse(categories.map((category) => ({ ...category, min: 0 })));
  expect(checkGuests({ guest_categories: free }, { infant: 1 }, 0)?.pointer).toBe("/guests");
  expect(checkGuests({ guest_categories: [] }, { adult: 1 }, 1)?.pointer).toBe("/guests/adult");
});

test("add-ons must be among those that there are, and not too many", () => {
  const add_ons = AddOns.parse([{ id: "lunch", name: "Lunch", price: 1, per: "guest", max_quantity: 2 }]);
  expect(checkAddOns({ add_ons }, [{ id: "lunch", quantity: 2 }])).toBeUndefined();
  expect(checkAddOns({ add_ons }, [{ id: "lunch", quantity: 3 }])?.pointer).toBe("/add_ons/0/quantity");
  expect(checkAddOns({ add_ons }, [{ id: "wine", quantity: 1 }])?.pointer).toBe("/add_ons/0/id");
});
