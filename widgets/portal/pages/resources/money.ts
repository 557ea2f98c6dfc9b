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
  const digits = digitsOf(currency);
  const found = /^\s*(\d+)(?:[.,](\d+))?\s*$/.exec(text);
  if (!found) return undefined;
  const rest = found[2] ?? "";
  if (rest.length > digits) return undefined;
  const minor = Number(found[1] + rest.padEnd(digits, "0"));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** An amount as a form shows it. */
export const amountOf = (minor: number, currency: string): string => {
  const digits = digitsOf(currency);
  return (minor / 10 ** digits).toFixed(digits);
};
