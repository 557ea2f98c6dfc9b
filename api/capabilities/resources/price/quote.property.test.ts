import fc from "fast-check";
import { expect, test } from "vitest";
import { WEEKDAYS } from "../../../core/time.ts";
import {
  coherentPrices,
  type Moment,
  type PriceRule,
  PriceRules,
  prepare,
  priceOf,
  type QuoteInput,
  quote,
} from "./index.ts";

const ids = ["adult", "child", "infant"];
const money = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 5_000_000 }));
const or = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const dayOfYear = (day: number) => new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10);
const weekdayOf = (date: string) => WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7]!;
const clock = fc.nat(47).map((half) => `${String(half >> 1).padStart(2, "0")}:${half % 2 ? "30" : "00"}`);

const when = fc.record(
  {
    weekdays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
    from_time: clock,
    to_time: clock,
    from_date: fc.nat(30).map(dayOfYear),
    to_date: fc.nat(60).map(dayOfYear),
    min_party: fc.integer({ min: 1, max: 5 }),
    max_party: fc.integer({ min: 5, max: 20 }),
    venue_ids: fc.constant("ven_home0000").map((id) => [id]),
    variant_ids: fc.constant("half").map((id) => [id]),
    guest_categories: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }),
    min_length: fc.integer({ min: 1, max: 4 }),
    min_occupancy: fc.integer({ min: 0, max: 100 }),
    days_ahead_min: fc.nat(20),
    days_ahead_max: fc.integer({ min: 20, max: 90 }),
  },
  { requiredKeys: [] },
);
const change = fc.oneof(
  fc.record({ kind: fc.constant("set" as const), value: money }),
  fc.record({ kind: fc.constant("percent" as const), value: fc.integer({ min: -100, max: 150 }) }),
  fc.record({ kind: fc.constant("amount" as const), value: fc.integer({ min: -5_000, max: 5_000 }) }),
);
/** Such as the schema takes. */
const rules = fc
  .array(fc.record({ when, change }), { maxLength: 8 })
  .map((list) => list.map((rule, at) => ({ ...rule, id: `rule_${at}`, name: `Rule ${at}` })))
  .map((list) => list.filter((rule) => PriceRules.safeParse([rule]).success));

const categories = (prices: number[]) =>
  prices.map((price, at) => ({ id: ids[at]!, name: ids[at]!, price, takes_place: at < 2, min: 0, max: 100 }));

/** What no resource can have is left out of its rules. */
function kept(price_rules: PriceRule[], tariff: Pick<QuoteInput, "guest_categories" | "length_unit">): PriceRule[] {
  const place = { venue_id: "ven_home0000", also_at: [], variants: [{ id: "half" }], max_party: 100 };
  return price_rules.filter((rule) => !coherentPrices({ ...tariff, ...place, price_rules: [rule] }));
}

const input: fc.Arbitrary<QuoteInput> = fc
  .record({
    price: money,
    price_per: fc.constantFrom("place" as const, "booking" as const),
    length_unit: fc.constantFrom("fixed" as const, "hour" as const, "day" as const, "night" as const),
    private_price: or(money),
    prices: fc.constantFrom(0, 3).chain((length) => fc.array(money, { minLength: length, maxLength: length })),
    price_rules: rules,
    counts: fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)),
    venue_price: or(money),
    variant_id: or(fc.constant("half")),
    variant_price: or(money),
    add_ons: fc.array(fc.record({ price: money, per: fc.constantFrom("booking" as const, "guest" as const) }), {
      maxLength: 3,
    }),
    quantity: fc.integer({ min: 1, max: 4 }),
    private: fc.boolean(),
    promotion: or(
      fc.oneof(
        fc.record({ kind: fc.constant("percent" as const), value: fc.nat(100) }),
        fc.record({ kind: fc.constant("amount" as const), value: money }),
      ),
    ),
    tax_rate: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10_000 })),
    tax_included: fc.boolean(),
    deposit: fc.oneof(
      fc.constant({ kind: "none" as const, value: 0 }),
      fc.record({ kind: fc.constant("percent" as const), value: fc.nat(100) }),
      fc.record({ kind: fc.constant("amount" as const), value: money }),
    ),
    day: fc.nat(60),
    count: fc.integer({ min: 1, max: 9 }),
    minutes: fc.nat(1_439),
    duration: fc.integer({ min: 1, max: 48 }).map((quarters) => quarters * 15),
    occupancy: fc.nat(100),
    days_ahead: fc.nat(100),
    sorted: fc.boolean(),
  })
  .map(({ prices, counts, add_ons, quantity, promotion, day, count, minutes, ...rest }) => {
    const named = prices.length > 0;
    const party = Math.max(1, named ? counts[0] + counts[1] : counts[0] + 1);
    const date = dayOfYear(day);
    const { sorted, ...plain } = rest;
    return {
      ...plain,
      name: "Tour",
      currency: "USD",
      guest_categories: categories(prices),
      price_rules: kept(rest.price_rules, { length_unit: rest.length_unit, guest_categories: categories(prices) }),
      guests: named && sorted ? Object.fromEntries(ids.map((id, at) => [id, counts[at]!])) : {},
      party,
      add_ons: add_ons.map((one, at) => ({
        ...one,
        id: `extra_${at}`,
        name: "Extra",
        description: null,
        stock: null,
        max_quantity: 100,
      })),
      chosen: add_ons.map((_, at) => ({ id: `extra_${at}`, quantity })),
      venue_id: "ven_home0000",
      promotion: promotion && { ...promotion, code: "SAVE", name: "Save" },
      start: { date, weekday: weekdayOf(date), minutes },
      dates: Array.from({ length: count }, (_, at) => dayOfYear(day + at)),
    };
  });

const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);

test("lines are whole numbers that add up to everything that is said of them", () => {
  fc.assert(
    fc.property(input, (given) => {
      const { lines, subtotal, discount, tax, tax_included, total: all, deposit } = quote(given);
      for (const { quantity, unit_amount, amount } of lines) {
        expect([quantity, unit_amount, amount].every(Number.isSafeInteger)).toBe(true);
        expect(amount).toBe(quantity * unit_amount);
      }
      const sumOf = (...kinds: string[]) =>
        total(lines.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount));
      expect(sumOf("base", "rule", "private", "add_on")).toBe(subtotal);
      expect(sumOf("promotion")).toBe(0 - discount);
      expect(sumOf("tax")).toBe(tax);
      expect(total(lines.map(({ amount }) => amount)) - (tax_included ? tax : 0)).toBe(all);
      expect(Math.min(subtotal, discount, tax, all, deposit)).toBeGreaterThanOrEqual(0);
      expect(discount).toBeLessThanOrEqual(subtotal);
      expect(deposit).toBeLessThanOrEqual(all);
      if (tax_included) expect(tax).toBeLessThanOrEqual(all);
    }),
    { numRuns: 1_000 },
  );
});

test("guests and add-ons cost the same in whatever order they are named", () => {
  fc.assert(
    fc.property(input, (given) => {
      const turned = {
        ...given,
        guests: Object.fromEntries(Object.entries(given.guests).reverse()),
        chosen: given.chosen.toReversed(),
      };
      expect(quote(turned)).toEqual(quote(given));
    }),
    { numRuns: 500 },
  );
});

test("one prepared price serves every moment, and is the quote's total", () => {
  fc.assert(
    fc.property(input, fc.array(input, { maxLength: 5 }), (given, others) => {
      const prepared = prepare(given);
      for (const { start, dates, duration, occupancy, days_ahead } of [given, ...others, given]) {
        const moment: Moment = { start, dates, duration, occupancy, days_ahead };
        expect(priceOf(prepared, moment)).toBe(quote({ ...given, ...moment }).total);
      }
    }),
    { numRuns: 500 },
  );
});

test("what guests pay is what the rules say, one after another, on each date", () => {
  fc.assert(
    fc.property(input, (given) => {
      const { lines } = quote(given);
      expect(total(lines.filter(({ kind }) => kind === "base" || kind === "rule").map(({ amount }) => amount))).toBe(
        Number(plainly(given)),
      );
    }),
    { numRuns: 2_000 },
  );
});

/** The same from the definition, guest by guest and date by date, in exact fractions. */
function plainly(given: QuoteInput): bigint {
  const { length_unit: unit, guest_categories, price_per, party, start } = given;
  const dated = unit === "day" || unit === "night";
  const dates = dated ? given.dates : [start.date];
  const instead = given.variant_price ?? given.venue_price;
  const own = BigInt(instead ?? given.price);
  const dearest = Math.max(0, ...guest_categories.map(({ price }) => price));
  const coming: Record<string, number> = Object.keys(given.guests).length > 0 ? given.guests : { adult: party };
  const payers: { category: string | null; price: bigint }[] = [];
  if (guest_categories.length === 0) {
    for (let place = 0; place < (price_per === "place" ? party : 1); place++)
      payers.push({ category: null, price: own });
  } else {
    if (price_per === "booking") payers.push({ category: null, price: own });
    for (const { id, price } of guest_categories) {
      const scaled = price_per === "place" && instead !== null && dearest > 0;
      const each = scaled ? nearest(BigInt(price) * BigInt(instead), BigInt(dearest)) : BigInt(price);
      for (let guest = 0; guest < (coming[id] ?? 0); guest++) payers.push({ category: id, price: each });
    }
  }
  let sum = 0n;
  for (const { category, price } of payers) {
    for (const date of dates) {
      let now = price;
      for (const rule of given.price_rules) {
        if (!concerns(rule, category, given) || !fits(rule, given, date)) continue;
        const value = BigInt(rule.change.value);
        if (rule.change.kind === "set") now = value;
        if (rule.change.kind === "percent") now = nearest(now * (100n + value), 100n);
        if (rule.change.kind === "amount") now = now + value < 0n ? 0n : now + value;
      }
      sum += unit === "hour" ? nearest(now * BigInt(given.duration), 60n) : now;
    }
  }
  return sum;
}

function concerns({ when }: PriceRule, category: string | null, { price_per }: QuoteInput): boolean {
  if (when.guest_categories) return category !== null && when.guest_categories.includes(category);
  return category === null || price_per === "place";
}

function fits({ when }: PriceRule, given: QuoteInput, date: string): boolean {
  const { start, party, occupancy, days_ahead, length_unit: unit } = given;
  const time = `${String(Math.floor(start.minutes / 60)).padStart(2, "0")}:${String(start.minutes % 60).padStart(2, "0")}`;
  const [from, to] = [when.from_time ?? "00:00", when.to_time ?? "24:00"];
  const length =
    unit === "fixed" ? Number.POSITIVE_INFINITY : unit === "hour" ? given.duration / 60 : given.dates.length;
  return [
    !when.weekdays || when.weekdays.includes(weekdayOf(date)),
    to > from ? time >= from && time < to : time >= from || time < to,
    !when.from_date || date >= when.from_date,
    !when.to_date || date <= when.to_date,
    !when.min_party || party >= when.min_party,
    !when.max_party || party <= when.max_party,
    !when.variant_ids || given.variant_id === "half",
    !when.min_length || length >= when.min_length,
    !when.min_occupancy || occupancy >= when.min_occupancy,
    when.days_ahead_min === undefined || days_ahead >= when.days_ahead_min,
    when.days_ahead_max === undefined || days_ahead <= when.days_ahead_max,
  ].every(Boolean);
}

/** Halves up. */
function nearest(n: bigint, d: bigint): bigint {
  return (2n * n + d) / (2n * d);
}
