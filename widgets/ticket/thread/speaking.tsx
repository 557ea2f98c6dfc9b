import type { ComponentChildren, VNode } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { createI18n, type I18n, I18nContext, loadStrings } from "../../kit/i18n.ts";
import { languages } from "./strings/languages.ts";

/** Adds the words of tickets and threads to those of the element around, in its language. */
export function Speaking({ children, waiting }: { children: ComponentChildren; waiting?: VNode }) {
  const outer = useContext(I18nContext);
  const [inner, setInner] = useState<I18n>();
  const { locale } = outer;
  useEffect(() => {
    let here = true;
    void loadStrings(locale, languages).then((strings) => {
      const words = createI18n(locale, strings);
      const t: I18n["t"] = (key, values) => (key in strings ? words : outer).t(key, values);
      if (here) setInner({ ...words, t });
    });
    return () => {
      here = false;
    };
  }, [locale]);
  return inner ? <I18nContext.Provider value={inner}>{children}</I18nContext.Provider> : waiting;
}
