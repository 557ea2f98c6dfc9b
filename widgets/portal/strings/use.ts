import { createI18n, type I18n, type Strings, useI18n } from "../../kit/index.ts";

const made = new WeakMap<Strings, Map<string, I18n>>();

/** The language tools of the portal with a page's own table: `const { t, date } = useStrings(en)`. */
export function useStrings<T extends Strings>(table: T): I18n<T> {
  const { locale } = useI18n();
  let known = made.get(table);
  if (!known) {
    known = new Map();
    made.set(table, known);
  }
  let i18n = known.get(locale);
  if (!i18n) {
    i18n = createI18n(locale, table) as unknown as I18n;
    known.set(locale, i18n);
  }
  return i18n as unknown as I18n<T>;
}
