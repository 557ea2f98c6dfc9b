import { resolveLocale } from "../kit/i18n.ts";
import { sheetOf } from "../kit/styles.ts";
import styles from "./page.css";

/** Lets a page of ours speak the first of its reader's languages that it knows, and gives it its ground. */
export function furnish(): void {
  const known = (wanted: string) => wanted.toLowerCase().startsWith(resolveLocale(wanted).language);
  const { locale, language } = resolveLocale(navigator.languages.find(known));
  document.documentElement.lang = locale;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  document.adoptedStyleSheets = [sheetOf(styles)];
}

/** What the link opens: the last part of the page's address. */
export function linkToken(): string {
  const last = location.pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
