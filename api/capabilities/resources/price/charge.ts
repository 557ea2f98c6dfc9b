import { discountOf, price, sum, taxOf } from "./amounts.ts";
import type { Choice, Moment, Tariff, Terms } from "./input.ts";
import { type Extra, extrasOf, type Length, lengthOf, type Part, partsOf } from "./parts.ts";
import { changed, type Day, dayOf, holds, holdsOn, type Rule, rulesFor } from "./rules.ts";

/** A choice with all of its price worked out that does not depend on when. */
export interface Prepared {
  readonly unit: Tariff["length_unit"];
  readonly terms: Terms;
  /** Each with the rules that can change its price, in their order. */
  readonly parts: readonly (Part & { readonly rules: readonly Rule[] })[];
  /** What having it alone costs for each unit of length. */
  readonly alone: number;
  readonly extras: readonly Extra[];
  /** Totals by length, where nothing else about when counts. */
  readonly steady: Map<number, number> | undefined;
}

/** RangeError when the choice names guests or add-ons that the tariff lacks. */
export function prepare(input: Tariff & Choice & Terms): Prepared {
  const rules = rulesFor(input, input);
  const { promotion, tax_rate, tax_included, deposit } = input;
  return {
    unit: input.length_unit,
    terms: { promotion, tax_rate, tax_included, deposit },
    parts: partsOf(input, input).map((part) => ({
      ...part,
      rules: rules.filter((rule) => touches(rule, part, input)),
    })),
    alone: input.private ? (input.private_price ?? 0) : 0,
    extras: extrasOf(input, input),
    steady: rules.some(({ dated, timed }) => dated || timed) ? undefined : new Map(),
  };
}

/** Whose price a rule changes when it names nobody: every guest's, or the booking's where that is what is priced. */
function touches({ when }: Rule, { category }: Part, { price_per }: Tariff): boolean {
  if (when.guest_categories) return category !== null && when.guest_categories.includes(category);
  return price_per === "place" || category === null;
}

/** What a quote for that moment would come to. */
export function priceOf(prepared: Prepared, moment: Moment): number {
  const key = prepared.unit === "hour" ? moment.duration : moment.dates.length;
  const known = prepared.steady?.get(key);
  if (known !== undefined) return known;
  const { total } = settle(charge(prepared, moment), prepared.terms);
  prepared.steady?.set(key, total);
  return total;
}

/** Hears by how much a rule changed a unit price, and how many of them are paid. */
type Hear = (rule: Rule, part: Part, delta: number, quantity: number) => void;

/** The subtotal of a booking. */
export function charge(prepared: Prepared, moment: Moment, hear?: Hear): number {
  const length = lengthAt(prepared, moment);
  let subtotal = length.of(prepared.alone) * length.times;
  for (const { amount } of prepared.extras) subtotal += amount;
  for (const part of prepared.parts) {
    const rules = part.rules.filter((rule) => holds(rule, moment, length.units));
    for (const { day, times } of daysOf(prepared, moment, length, rules)) {
      let now = part.price;
      for (const rule of rules) {
        if (!holdsOn(rule, day)) continue;
        const next = price(changed(now, rule.change));
        hear?.(rule, part, length.of(next) - length.of(now), part.quantity * times);
        now = next;
      }
      subtotal += length.of(now) * part.quantity * times;
    }
  }
  return sum(subtotal);
}

export const lengthAt = ({ unit }: Prepared, { duration, dates }: Moment): Length =>
  lengthOf(unit, duration, dates.length);

/** The days that a unit price is worked out for, and how often each is paid: days that no rule tells apart are one. */
function daysOf({ unit }: Prepared, { start, dates }: Moment, { times }: Length, rules: readonly Rule[]) {
  const one: { day: Day; times: number }[] = [{ day: start, times }];
  if (unit === "fixed" || unit === "hour" || !rules.some(({ dated }) => dated)) return one;
  return dates.map((date) => ({ day: dayOf(date), times: 1 }));
}

/** What follows from a subtotal. */
export function settle(subtotal: number, { promotion, tax_rate, tax_included }: Terms) {
  const discount = discountOf(subtotal, promotion);
  const tax = taxOf(subtotal - discount, tax_rate, tax_included);
  return { discount, tax, total: subtotal - discount + (tax_included ? 0 : tax) };
}
