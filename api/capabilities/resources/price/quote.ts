import { depositOf } from "./amounts.ts";
import { charge, lengthAt, type Prepared, prepare, settle } from "./charge.ts";
import type { Moment, QuoteInput } from "./input.ts";
import type { Part } from "./parts.ts";
import type { Rule } from "./rules.ts";
import type { Quote, QuoteLine } from "./schema.ts";

/**
 * The price of a booking, line by line. The lines add up to the total; where the tax is included, its line only tells
 * how much of that it is. RangeError when the choice names guests or add-ons that the tariff lacks; a Problem when it
 * comes to more than money can be.
 */
export function quote(input: QuoteInput): Quote {
  const prepared = prepare(input);
  const { currency, promotion, tax_rate, tax_included } = input;
  const changes = new Changes();
  const subtotal = charge(prepared, input, changes.hear);
  const { discount, tax, total } = settle(subtotal, prepared.terms);
  const lines = [...baseLines(prepared, input), ...changes.lines(input, prepared), ...furtherLines(prepared, input)];
  if (promotion) lines.push(lineOf("promotion", promotion.code, promotion.name, 1, 0 - discount));
  if (tax_rate > 0) lines.push(lineOf("tax", null, `Tax ${tax_rate / 100}%`, 1, tax));
  const deposit = depositOf(total, input.deposit);
  return { currency, lines, subtotal, discount, tax, tax_included, total, deposit };
}

function lineOf(kind: QuoteLine["kind"], ref: string | null, label: string, quantity: number, unit_amount: number) {
  return { kind, ref, label, quantity, unit_amount, amount: quantity * unit_amount };
}

function baseLines(prepared: Prepared, { price_per, ...moment }: QuoteInput): QuoteLine[] {
  const length = lengthAt(prepared, moment);
  // Guests who pay nothing on top of the booking's price are nobody's question.
  const shown = prepared.parts.filter(({ category, price }) => price > 0 || category === null || price_per === "place");
  return shown.map(({ category, label, quantity, price }) =>
    lineOf("base", category, label, quantity * length.times, length.of(price)),
  );
}

function furtherLines(prepared: Prepared, moment: Moment): QuoteLine[] {
  const length = lengthAt(prepared, moment);
  const alone = prepared.alone > 0 ? [lineOf("private", null, "Private", length.times, length.of(prepared.alone))] : [];
  return [
    ...alone,
    ...prepared.extras.map(({ id, name, quantity, price }) => lineOf("add_on", id, name, quantity, price)),
  ];
}

/** What rules changed: one line for every rule, part and difference, so that dates of one price are one line. */
class Changes {
  readonly #lines = new Map<string, { rule: Rule; part: Part; delta: number; quantity: number }>();

  readonly hear = (rule: Rule, part: Part, delta: number, quantity: number): void => {
    if (delta === 0) return;
    const key = `${rule.id} ${part.category} ${delta}`;
    const line = this.#lines.get(key);
    if (line) line.quantity += quantity;
    else this.#lines.set(key, { rule, part, delta, quantity });
  };

  /** In the order of the rules, and under each in that of the parts. */
  lines({ price_rules }: QuoteInput, { parts }: Prepared): QuoteLine[] {
    const order = new Map(price_rules.map(({ id }, at) => [id, at]));
    return [...this.#lines.values()]
      .sort((a, b) => (order.get(a.rule.id) ?? 0) - (order.get(b.rule.id) ?? 0))
      .map(({ rule, part, delta, quantity }) =>
        lineOf("rule", rule.id, parts.length > 1 ? `${rule.name} (${part.label})` : rule.name, quantity, delta),
      );
  }
}
