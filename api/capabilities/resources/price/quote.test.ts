import { describe, expect, test } from "vitest";
import type { QuoteInput } from "./index.ts";
import { type PriceRule, prepare, priceOf, quote } from "./index.ts";

const guest = (id: string, price: number, more: object = {}) => ({
  id,
  name: id[0]!.toUpperCase() + id.slice(1),
  price,
  takes_place: true,
  min: 0,
  max: 100,
  ...more,
});
const rule = (id: string, when: PriceRule["when"], kind: PriceRule["change"]["kind"], value: number): PriceRule => ({
  id,
  name: id,
  when,
  change: { kind, value },
});

/** A tour at 10.00 a place, on a Friday at nine. */
const tour: QuoteInput = {
  name: "Tour",
  currency: "USD",
  price: 1_000,
  price_per: "place",
  length_unit: "fixed",
  private_price: null,
  guest_categories: [],
  price_rules: [],
  add_ons: [],
  venue_id: "ven_1",
  venue_price: null,
  variant_id: null,
  variant_price: null,
  party: 2,
  guests: {},
  chosen: [],
  private: false,
  promotion: null,
  tax_rate: 0,
  tax_included: false,
  deposit: { kind: "none", value: 0 },
  start: { date: "2026-12-04", weekday: "friday", minutes: 540 },
  dates: ["2026-12-04"],
  duration: 60,
  occupancy: 0,
  days_ahead: 10,
};
const of = (more: Partial<QuoteInput>) => quote({ ...tour, ...more });
const told = (more: Partial<QuoteInput>) =>
  of(more).lines.map(({ kind, ref, label, quantity, unit_amount }) => [kind, ref, label, quantity, unit_amount]);
const total = (more: Partial<QuoteInput>) => of(more).total;
const family = [guest("adult", 1_000), guest("child", 600), guest("infant", 0, { takes_place: false })];

describe("the price itself", () => {
  test("is for each place, or for the booking however many come", () => {
    expect(told({})).toEqual([["base", null, "Tour", 2, 1_000]]);
    expect(told({ price_per: "booking", party: 8 })).toEqual([["base", null, "Tour", 1, 1_000]]);
  });

  test("is each category's own, also of guests who take no place", () => {
    expect(told({ guest_categories: family, party: 3, guests: { infant: 1, child: 1, adult: 2 } })).toEqual([
      ["base", "adult", "Adult", 2, 1_000],
      ["base", "child", "Child", 1, 600],
      ["base", "infant", "Infant", 1, 0],
    ]);
  });

  test("a party of which nothing more is known is of the first category that takes a place", () => {
    const guest_categories = family.toReversed();
    expect(told({ guest_categories, party: 3 })).toEqual([["base", "child", "Child", 3, 600]]);
  });

  test("of a booking goes together with what its guests pay on top", () => {
    const guest_categories = [guest("adult", 0), guest("diver", 2_500)];
    expect(told({ price_per: "booking", guest_categories, party: 5, guests: { adult: 3, diver: 2 } })).toEqual([
      ["base", null, "Tour", 1, 1_000],
      ["base", "diver", "Diver", 2, 2_500],
    ]);
  });

  test("is the variant's before the venue's before the resource's", () => {
    expect(total({ venue_price: 700 })).toBe(1_400);
    expect(total({ venue_price: 700, variant_id: "half", variant_price: 500 })).toBe(1_000);
    expect(total({ venue_price: 0 })).toBe(0);
  });

  test("a variant's price is the dearest category's, and the others keep their proportion", () => {
    const wanted = { guest_categories: family, party: 2, guests: { adult: 1, child: 1, infant: 1 } };
    expect(told({ ...wanted, variant_id: "half", variant_price: 505 }).map((line) => line[4])).toEqual([505, 303, 0]);
  });

  test("counts nights, days and hours, and broken hours by the minute", () => {
    const dates = ["2026-12-04", "2026-12-05", "2026-12-06"];
    expect(told({ length_unit: "night", dates })).toEqual([["base", null, "Tour", 6, 1_000]]);
    expect(told({ length_unit: "hour", duration: 180 })).toEqual([["base", null, "Tour", 6, 1_000]]);
    expect(told({ length_unit: "hour", duration: 95 })).toEqual([["base", null, "Tour", 2, 1_583]]);
    expect(total({ length_unit: "hour", duration: 90, price: 1, party: 1 })).toBe(2);
  });

  test("grows by what having it alone costs", () => {
    const dates = ["2026-12-04", "2026-12-05"];
    expect(told({ private: true, private_price: 9_000 })[1]).toEqual(["private", null, "Private", 1, 9_000]);
    expect(total({ private: true, private_price: 9_000, length_unit: "night", dates, party: 1 })).toBe(20_000);
    expect(total({ private: true })).toBe(2_000);
    expect(total({ private_price: 9_000 })).toBe(2_000);
  });

  test("that no money can be is refused", () => {
    const dates = Array.from({ length: 31 }, () => "2026-12-04");
    const much = { price: 100_000_000_000, party: 10_000 };
    expect(total(much)).toBe(1e15);
    expect(() => total({ ...much, length_unit: "night", dates })).toThrow("more than can be charged");
    const price_rules = [rule("up", { min_party: 1 }, "percent", 1_000)];
    expect(() => total({ price: 100_000_000_000, party: 1, price_rules })).toThrow("more than can be charged");
  });
});

describe("rules", () => {
  const applies = (when: PriceRule["when"], more: Partial<QuoteInput> = {}) =>
    total({ ...more, party: more.party ?? 1, price_rules: [rule("r", when, "set", 1)] }) !==
    total({ ...more, party: more.party ?? 1 });
  const at = (minutes: number) => ({ start: { ...tour.start, minutes } });

  test("hold on their weekdays and in their season, both ends included", () => {
    expect(applies({ weekdays: ["friday", "saturday"] })).toBe(true);
    expect(applies({ weekdays: ["monday"] })).toBe(false);
    expect(applies({ from_date: "2026-12-04", to_date: "2026-12-04" })).toBe(true);
    expect(applies({ from_date: "2026-12-05" })).toBe(false);
    expect(applies({ to_date: "2026-12-03" })).toBe(false);
    expect(applies({ weekdays: ["friday"], to_date: "2026-12-03" })).toBe(false);
  });

  test("hold from one time of day until before another, also over midnight", () => {
    expect([539, 540, 1_019, 1_020].map((m) => applies({ from_time: "09:00", to_time: "17:00" }, at(m)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([1_319, 1_320, 0, 119, 120].map((m) => applies({ from_time: "22:00", to_time: "02:00" }, at(m)))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(applies({ from_time: "17:00" }, at(1_439))).toBe(true);
    expect(applies({ to_time: "09:00" }, at(540))).toBe(false);
    expect(applies({ from_time: "22:00", to_time: "00:00" }, at(1_380))).toBe(true);
    expect(applies({ from_time: "22:00", to_time: "00:00" }, at(0))).toBe(false);
  });

  test("hold for parties, venues, variants, lengths, demand and notice as they say", () => {
    expect([3, 4, 6, 7].map((party) => applies({ min_party: 4, max_party: 6 }, { party }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(applies({ venue_ids: ["ven_1"] })).toBe(true);
    expect(applies({ venue_ids: ["ven_2"] })).toBe(false);
    expect(applies({ variant_ids: ["half"] }, { variant_id: "half" })).toBe(true);
    expect(applies({ variant_ids: ["half"] })).toBe(false);
    const nights = (count: number) => ({ length_unit: "night" as const, dates: Array(count).fill("2026-12-04") });
    expect(applies({ min_length: 7 }, nights(7))).toBe(true);
    expect(applies({ min_length: 7 }, nights(6))).toBe(false);
    expect(applies({ min_length: 2 }, { length_unit: "hour", duration: 119 })).toBe(false);
    expect(applies({ min_length: 2 }, { length_unit: "hour", duration: 120 })).toBe(true);
    expect([79, 80].map((occupancy) => applies({ min_occupancy: 80 }, { occupancy }))).toEqual([false, true]);
    expect([29, 30].map((days_ahead) => applies({ days_ahead_min: 30 }, { days_ahead }))).toEqual([false, true]);
    expect([1, 2].map((days_ahead) => applies({ days_ahead_max: 1 }, { days_ahead }))).toEqual([true, false]);
  });

  test("come after one another, each rounded half up, each told by what it changed", () => {
    const price_rules = [
      rule("third", { min_party: 1 }, "percent", -33),
      rule("flat", { min_party: 1 }, "set", 75),
      rule("ten", { min_party: 1 }, "percent", 10),
      rule("cheap", { min_party: 1 }, "amount", -500),
      rule("same", { min_party: 1 }, "percent", 50),
    ];
    expect(told({ price: 55, party: 3, price_rules })).toEqual([
      ["base", null, "Tour", 3, 55],
      ["rule", "third", "third", 3, -18],
      ["rule", "flat", "flat", 3, 38],
      ["rule", "ten", "ten", 3, 8],
      ["rule", "cheap", "cheap", 3, -83],
    ]);
  });

  test("that name guests change what these pay; the others change everybody's price", () => {
    const wanted = { guest_categories: family, party: 3, guests: { adult: 2, child: 1 } };
    const price_rules = [
      rule("weekend", { weekdays: ["friday"] }, "percent", 20),
      rule("kids", { guest_categories: ["child"] }, "set", 100),
    ];
    expect(told({ ...wanted, price_rules }).slice(2)).toEqual([
      ["rule", "weekend", "weekend (Adult)", 2, 200],
      ["rule", "weekend", "weekend (Child)", 1, 120],
      ["rule", "kids", "kids (Child)", 1, -620],
    ]);
    expect(told({ ...wanted, price_per: "booking", price: 5_000, price_rules }).slice(3)).toEqual([
      ["rule", "weekend", "weekend (Tour)", 1, 1_000],
      ["rule", "kids", "kids (Child)", 1, -500],
    ]);
  });

  test("are asked for every night, and nights of one price are one line", () => {
    const dates = ["2026-12-03", "2026-12-04", "2026-12-05", "2026-12-06"];
    const price_rules = [
      rule("weekend", { weekdays: ["friday", "saturday"] }, "percent", 50),
      rule("advent", { from_date: "2026-12-05" }, "percent", 10),
    ];
    expect(told({ length_unit: "night", dates, price_rules })).toEqual([
      ["base", null, "Tour", 8, 1_000],
      ["rule", "weekend", "weekend", 4, 500],
      ["rule", "advent", "advent", 2, 150],
      ["rule", "advent", "advent", 2, 100],
    ]);
  });

  test("change the hour's price, also of broken hours", () => {
    const price_rules = [rule("r", { min_party: 1 }, "amount", 1)];
    expect(told({ length_unit: "hour", duration: 90, price_rules, price: 1, party: 1 })).toEqual([
      ["base", null, "Tour", 1, 2],
      ["rule", "r", "r", 1, 1],
    ]);
  });
});

describe("what is taken along", () => {
  const add_ons = [
    {
      id: "photo",
      name: "Photos",
      description: null,
      price: 500,
      per: "booking" as const,
      stock: null,
      max_quantity: 9,
    },
    { id: "lunch", name: "Lunch", description: null, price: 300, per: "guest" as const, stock: null, max_quantity: 9 },
  ];

  test("is paid by the piece, or for every place of the party", () => {
    const chosen = [
      { id: "lunch", quantity: 1 },
      { id: "photo", quantity: 2 },
    ];
    expect(told({ add_ons, chosen }).slice(1)).toEqual([
      ["add_on", "photo", "Photos", 2, 500],
      ["add_on", "lunch", "Lunch", 2, 300],
    ]);
  });

  test("that there is not, like guests that there are not, is the caller's mistake", () => {
    expect(() => of({ add_ons, chosen: [{ id: "wine", quantity: 1 }] })).toThrow(RangeError);
    expect(() => of({ guest_categories: family, guests: { constructor: 1 } as never })).toThrow(RangeError);
    expect(() => of({ guests: { adult: 1 } })).toThrow(RangeError);
  });
});

describe("promotion, tax and deposit", () => {
  const promotion = (kind: "percent" | "amount", value: number) => ({ code: "WINTER", name: "Winter", kind, value });

  test("a promotion takes off a part of everything, rounded half up, or an amount, never more than there is", () => {
    expect(of({ price: 15, party: 1, promotion: promotion("percent", 10) })).toMatchObject({ discount: 2, total: 13 });
    expect(told({ promotion: promotion("amount", 500) })[1]).toEqual(["promotion", "WINTER", "Winter", 1, -500]);
    expect(of({ promotion: promotion("amount", 5_000) })).toMatchObject({ subtotal: 2_000, discount: 2_000, total: 0 });
  });

  test("tax is on what is left after it, rounded half up", () => {
    const { lines, ...rest } = of({ price: 999, party: 1, tax_rate: 825, promotion: promotion("amount", 99) });
    expect(rest).toMatchObject({ subtotal: 999, discount: 99, tax: 74, tax_included: false, total: 974 });
    expect(lines.at(-1)).toMatchObject({ kind: "tax", label: "Tax 8.25%", amount: 74 });
  });

  test("a tax that the price contains is told and not added", () => {
    expect(of({ price: 1_190, party: 1, tax_rate: 1_900, tax_included: true })).toMatchObject({
      tax: 190,
      total: 1_190,
    });
    expect(of({ price: 100, party: 1, tax_rate: 10_000, tax_included: true })).toMatchObject({ tax: 50, total: 100 });
  });

  test("a deposit is a part of the total, or an amount that is not more than it", () => {
    const deposit = (kind: "none" | "percent" | "amount", value: number) =>
      of({ price: 1_005, party: 1, deposit: { kind, value } }).deposit;
    expect([deposit("percent", 50), deposit("amount", 300), deposit("amount", 3_000), deposit("none", 0)]).toEqual([
      503, 300, 1_005, 0,
    ]);
  });
});

test("a prepared price follows the moment", () => {
  const steady = prepare({ ...tour, length_unit: "night" });
  const dates = ["2026-12-04", "2026-12-05"];
  expect([priceOf(steady, tour), priceOf(steady, { ...tour, dates }), priceOf(steady, tour)]).toEqual([
    2_000, 4_000, 2_000,
  ]);
  const busy = prepare({ ...tour, price_rules: [rule("demand", { min_occupancy: 50 }, "percent", 10)] });
  expect([0, 50, 0].map((occupancy) => priceOf(busy, { ...tour, occupancy }))).toEqual([2_000, 2_200, 2_000]);
});
