import { formatScaled, parseScaled } from "../../parts/scaled.ts";

/** How many digits a currency has after the point. */
export function digitsOf(currency: string): number {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** Minor units of an amount as people type it, `1250` of "12.50" or "12,5" with EUR; undefined when it is not one. */
export function minorOf(text: string, currency: string): number | undefined {
  const minor = parseScaled(text, { digits: digitsOf(currency) });
  return minor === null || Number.isNaN(minor) ? undefined : minor;
}

/** An amount as a form shows it. */
export const amountOf = (minor: number, currency: string): string => formatScaled(minor, digitsOf(currency));
