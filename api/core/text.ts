import { callingCodeOf } from "./calling-codes.ts";

/**
 * An address ready to store and compare: trimmed, lower case, the domain in ASCII (IDNA).
 * Undefined when it cannot be mailed to: no "@", a bare host, spaces, quoted or over-long parts.
 */
export function normaliseEmail(text: string): string | undefined {
  if (text.length > 320) return undefined;
  const address = text.trim().normalize("NFC").toLowerCase();
  const at = address.lastIndexOf("@");
  const local = address.slice(0, at);
  const domain = at > 0 ? asciiDomain(address.slice(at + 1)) : undefined;
  if (!domain || local.length > 64 || local.length + domain.length > 253) return undefined;
  // RFC 5321 dot-string, and letters of any script as RFC 6531 allows.
  if (!/^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(local))
    return undefined;
  return `${local}@${domain}`;
}

function asciiDomain(domain: string): string | undefined {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || !URL.canParse(`http://${domain}`)) return undefined;
  const host = new URL(`http://${domain}`).hostname;
  return /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(host) ? host : undefined;
}

/**
 * A phone number as +<country code><number> (E.164: at most 15 digits), or undefined when it cannot be one.
 * Without "+" or "00" the number is read as dialled inside `defaultCountry` (ISO 3166, "GB"); without a
 * country it is undefined. Checks form only: whether the number is assigned is not known here.
 */
export function normalisePhone(text: string, defaultCountry?: string): string | undefined {
  if (text.length > 64) return undefined;
  const digits = asciiDigits(text.normalize("NFKC")).replace(/[\s().\-/‐-―\u200e\u200f\u202a-\u202e]/g, "");
  if (!/^\+?\d+$/.test(digits)) return undefined;
  if (digits.startsWith("+")) return international(digits.slice(1));
  const home = defaultCountry ? callingCodeOf(defaultCountry) : undefined;
  const exit = home?.exit.find((prefix) => digits.startsWith(prefix));
  if (exit) return international(digits.slice(exit.length));
  if (!home) return digits.startsWith("00") ? international(digits.slice(2)) : undefined;
  const trunk = home.trunk && digits.startsWith(home.trunk) ? home.trunk.length : 0;
  return international(home.code + digits.slice(trunk));
}

function international(digits: string): string | undefined {
  // "+44 (0)20 …" is common in print: the bracketed zero is dialled at home only.
  const number = digits.replace(/^(44|49|43|41|31|32|33|61|64|27|353|46|358)0/, "$1");
  if (!/^[1-9]\d{6,14}$/.test(number)) return undefined;
  return number.startsWith("1") && number.length !== 11 ? undefined : `+${number}`;
}

function asciiDigits(text: string): string {
  // Arabic-Indic and Persian digits, as Arabic keyboards type them.
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

const SLUG_MAX = 60;
const SPELLED: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i" };

/** Text for an address: "Crème brûlée!" is "creme-brulee". Empty when nothing in it is Latin. At most 60 characters. */
export function slug(text: string): string {
  return text
    .slice(0, SLUG_MAX * 4)
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => SPELLED[letter]!)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, SLUG_MAX)
    .replace(/-$/, "");
}

/** The text's beginning on one line, at most `max` characters with its "…", cut between words where possible. */
export function excerpt(text: string, max: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  // A character is at most two code units, so this holds max + 1 of them: enough to see whether to cut.
  const characters = [...line.slice(0, (max + 1) * 2)];
  if (characters.length <= max) return line;
  const cut = characters.slice(0, Math.max(max - 1, 0)).join("");
  const space = cut.lastIndexOf(" ");
  const whole = line.charAt(cut.length) === " " || space < cut.length / 2 ? cut : cut.slice(0, space);
  return `${whole.trimEnd()}…`;
}

/** Text fit to store: NFC, lone surrogates as U+FFFD, line ends as \n, no other control characters than \n and \t. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .normalize("NFC");
}
