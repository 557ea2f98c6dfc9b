import { createContext } from "preact";
import { kitLanguages } from "./strings/languages.ts";

export const languages = ["en", "es", "fr", "de", "ar"] as const;
export type Language = (typeof languages)[number];

/** A sentence with `{name}` places; or one per plural form, chosen by `count`. */
export type Phrase = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
export type Strings = Readonly<Record<string, Phrase>>;

/** The same keys as the English table: what each other language must provide. */
export type Translation<T extends Strings> = {
  readonly [K in keyof T]: T[K] extends string ? string : Exclude<Phrase, string>;
};

/** English is bundled; every other language is a chunk of its own, downloaded only by who reads it. */
export type Languages<T extends Strings> = { en: T } & {
  [L in Exclude<Language, "en">]?: () => Promise<{ default: Translation<T> }>;
};

/** Languages of any table, for those who only load them. */
export type AnyLanguages = { en: Strings } & { [L in Exclude<Language, "en">]?: () => Promise<{ default: Strings }> };

type Values = Record<string, string | number>;

export interface I18n<T extends Strings = Strings> {
  /** BCP 47, for Intl: the page's own region kept where its language is one we speak. */
  locale: string;
  language: Language;
  dir: "ltr" | "rtl";
  t(key: keyof T & string, values?: Values): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** Takes minor units: 1250 with EUR is 12.50 €. Whole amounts drop their zeros. */
  money(minor: number, currency: string): string;
  /** `options.timeZone` is an IANA name. */
  date(value: Date | number | string, options: Intl.DateTimeFormatOptions): string;
  dateRange(from: Date | number | string, to: Date | number | string, options: Intl.DateTimeFormatOptions): string;
  /** "2 minutes ago", "tomorrow". */
  relative(value: Date | number | string, now?: number): string;
  list(items: string[]): string;
}

const formatters = new Map<string, unknown>();

/** Intl formatters cost up to a millisecond to make, so each is made once per locale and options. */
function cached<F>(kind: string, locale: string, options: object, make: () => F): F {
  const key = kind + locale + JSON.stringify(options);
  let formatter = formatters.get(key) as F | undefined;
  if (!formatter) {
    formatter = make();
    formatters.set(key, formatter);
  }
  return formatter;
}

const toDate = (value: Date | number | string) => (value instanceof Date ? value : new Date(value));

const units = [
  ["year", 31_536_000_000],
  ["month", 2_592_000_000],
  ["week", 604_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** The language spoken for a wanted locale, and the locale to format with. */
export function resolveLocale(wanted: string | null | undefined): { locale: string; language: Language } {
  try {
    const locale = new Intl.Locale(wanted ?? "en");
    const language = languages.find((known) => known === locale.language);
    if (language) return { locale: locale.toString(), language };
  } catch {
    // Not a language tag.
  }
  return { locale: "en", language: "en" };
}

export function createI18n<T extends Strings>(wanted: string, strings: T): I18n<T> {
  const { locale, language } = resolveLocale(wanted);
  const numberFormat = (options: Intl.NumberFormatOptions) =>
    cached("n", locale, options, () => new Intl.NumberFormat(locale, options));
  const dateFormat = (options: Intl.DateTimeFormatOptions) =>
    cached("d", locale, options, () => new Intl.DateTimeFormat(locale, options));
  const plural = (count: number) => cached("p", locale, {}, () => new Intl.PluralRules(locale)).select(count);
  const number = (value: number, options: Intl.NumberFormatOptions = {}) => numberFormat(options).format(value);

  return {
    locale,
    language,
    dir: language === "ar" ? "rtl" : "ltr",
    t(key, values = {}) {
      const phrase: Phrase = strings[key] ?? key;
      const text = typeof phrase === "string" ? phrase : (phrase[plural(Number(values.count))] ?? phrase.other);
      return text.replace(/\{(\w+)\}/g, (place, name: string) => {
        const value = values[name];
        return typeof value === "number" ? number(value) : (value ?? place);
      });
    },
    number,
    money(minor, currency) {
      const style = { style: "currency", currency } as const;
      const digits = numberFormat(style).resolvedOptions().maximumFractionDigits ?? 2;
      const amount = minor / 10 ** digits;
      return numberFormat({ ...style, minimumFractionDigits: Number.isInteger(amount) ? 0 : digits }).format(amount);
    },
    date: (value, options) => dateFormat(options).format(toDate(value)),
    dateRange: (from, to, options) => dateFormat(options).formatRange(toDate(from), toDate(to)),
    relative(value, now = Date.now()) {
      const distance = toDate(value).getTime() - now;
      const [unit, size] = units.find(([, length]) => Math.abs(distance) >= length) ?? (["second", 1000] as const);
      const options = { numeric: "auto" } as const;
      const format = cached("r", locale, options, () => new Intl.RelativeTimeFormat(locale, options));
      // Under a minute reads "now", not a count of seconds that nobody would keep up to date.
      return unit === "second" ? format.format(0, unit) : format.format(Math.trunc(distance / size), unit);
    },
    list: (items) => cached("l", locale, {}, () => new Intl.ListFormat(locale)).format(items),
  };
}

/** Loads what the locale's language needs beyond English; a failed download speaks English rather than nothing. */
export async function loadStrings(wanted: string, tables: AnyLanguages | undefined): Promise<Strings> {
  const { language } = resolveLocale(wanted);
  const english: Strings = { ...kitLanguages.en, ...tables?.en };
  if (language === "en") return english;
  const loaded = await Promise.all(
    [kitLanguages as AnyLanguages, tables].map((table) => table?.[language]?.().catch(() => undefined)),
  );
  return Object.assign(english, ...loaded.map((module) => module?.default));
}

export const I18nContext = createContext<I18n>(createI18n("en", kitLanguages.en));

// In a file of its own, because hooks cost what an element without them need not load.
export { useI18n } from "./use-i18n.ts";
