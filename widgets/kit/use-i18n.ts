import { useContext } from "preact/hooks";
import { type I18n, I18nContext, type Strings } from "./i18n.ts";
import type { kitLanguages } from "./strings/languages.ts";

/** The i18n of the element around; an element names its own table: `useI18n<typeof en>()`. */
export function useI18n<T extends Strings = typeof kitLanguages.en>(): I18n<T> {
  return useContext(I18nContext) as unknown as I18n<T>;
}
