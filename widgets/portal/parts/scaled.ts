export interface Scale {
  /** Digits after the point: with two, "12.5" is 1250. */
  digits?: number | undefined;
  /** May be less than nothing. */
  signed?: boolean | undefined;
  /** May be left empty. */
  optional?: boolean | undefined;
}

/** The whole number behind what people type; null when it is left empty, NaN when it is not one. */
export function parseScaled(text: string, { digits = 0, signed, optional }: Scale = {}): number | null {
  const typed = text.trim();
  if (!typed) return optional ? null : Number.NaN;
  const found = /^([-−]?)(\d+)(?:[.,](\d+))?$/.exec(typed);
  if (!found) return Number.NaN;
  const [, sign, whole = "", rest = ""] = found;
  if (rest.length > digits || (sign && !signed)) return Number.NaN;
  const value = Number(whole + rest.padEnd(digits, "0"));
  if (!Number.isSafeInteger(value)) return Number.NaN;
  return sign && value ? -value : value;
}

/** A number as a field shows it. */
export function formatScaled(value: number | null, digits = 0): string {
  return value === null || Number.isNaN(value) ? "" : (value / 10 ** digits).toFixed(digits);
}
