import { share } from "../../../core/money.ts";
import { invalid } from "../../../kernel/index.ts";
import type { Promotion } from "./input.ts";
import { type Deposit, mostMoney } from "./schema.ts";

/** The most that a booking may come to, in minor units: what follows from it is still exact. */
const mostTotal = 1_000_000_000_000_000;

/** `n / d` to the nearest whole number, halves up; `n` not negative, `d` even. */
export function halfUp(n: number, d: number): number {
  const raised = n + d / 2;
  return (raised - (raised % d)) / d;
}

/** A unit price, refused where it left what money can be. */
export function price(minor: number): number {
  if (minor > mostMoney) throw tooMuch();
  return minor;
}

/** A sum of lines, refused where it left what can be reckoned with. */
export function sum(minor: number): number {
  if (!(minor <= mostTotal)) throw tooMuch();
  return minor;
}

const tooMuch = () => invalid("", "That comes to more than can be charged.");

/** What a promotion takes off, never more than there is. */
export function discountOf(subtotal: number, promotion: Promotion | null): number {
  if (promotion === null) return 0;
  const { kind, value } = promotion;
  return Math.min(subtotal, kind === "percent" ? share(subtotal, value * 100) : value);
}

/** The tax on an amount, or inside it. */
export function taxOf(net: number, rate: number, included: boolean): number {
  if (!included) return share(net, rate);
  const whole = BigInt(10_000 + rate);
  return Number((2n * BigInt(net) * BigInt(rate) + whole) / (2n * whole));
}

export function depositOf(total: number, { kind, value }: Deposit): number {
  if (kind === "none") return 0;
  return kind === "percent" ? share(total, value * 100) : Math.min(value, total);
}
