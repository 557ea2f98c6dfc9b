/** Fields whose value is never written, by what their name contains. */
const secretName =
  /token|secret|passw|authorization|cookie|credential|signature|api_?key|private_?key|encryption_?key/i;

/** Secrets that are recognised wherever they stand: our keys and tokens, webhook secrets, bearer credentials. */
const secretText = /\b(?:fy_[a-z]{2}_|whsec_|re_|sk_live_|sk_test_)[\w-]{6,}[\w+/=-]*|\bBearer\s+[\w.~+/=-]+/gi;

const hidden = "[redacted]";
const deepest = 6;

/** A copy that is safe to write and that JSON can hold: secrets hidden, errors and odd values spelt out. Never throws. */
export function redacted(value: unknown, ancestors: readonly object[] = []): unknown {
  if (typeof value === "string") return value.replace(secretText, hidden);
  if (typeof value === "bigint" || typeof value === "symbol" || typeof value === "function") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (ancestors.includes(value)) return "[circular]";
  if (ancestors.length >= deepest) return "[deeper]";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "[invalid date]" : value.toISOString();
  if (value instanceof Uint8Array) return `[${value.byteLength} bytes]`;

  const within = [...ancestors, value];
  if (Array.isArray(value)) return value.map((item) => redacted(item, within));
  const entries = value instanceof Error ? errorEntries(value) : ownEntries(value);
  return Object.fromEntries(
    entries.map(([name, item]) => [name, secretName.test(name) && isSaid(item) ? hidden : redacted(item, within)]),
  );
}

function errorEntries(error: Error): [string, unknown][] {
  const { name, message, stack, cause } = error;
  const entries: [string, unknown][] = [["name", name], ["message", message], ...ownEntries(error), ["stack", stack]];
  return cause === undefined ? entries : [...entries, ["cause", cause]];
}

function ownEntries(value: object): [string, unknown][] {
  try {
    return Object.entries(value);
  } catch {
    return [["unreadable", true]];
  }
}

/** Whether there is anything to hide: that a token is missing is worth knowing. */
function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== "boolean";
}
