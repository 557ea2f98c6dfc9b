import { define } from "../../kit/define.ts";
import { resolveLocale } from "../../kit/i18n.ts";
import styles from "./element.css";
import { createManaging, type Managing } from "./state.ts";
import { languages } from "./strings/languages.ts";
import { ManageView } from "./view.tsx";

const page = document.documentElement;
const { language } = resolveLocale(
  navigator.languages.find((wanted) => resolveLocale(wanted).language === wanted.slice(0, 2)) ?? "en",
);
page.lang = language;
page.dir = language === "ar" ? "rtl" : "ltr";

const sheet = new CSSStyleSheet();
sheet.replaceSync("body{margin:0;font-family:system-ui,sans-serif}");
document.adoptedStyleSheets = [sheet];

/** The page behind the link in a confirmation: one booking, without an account. */
export const FoyerManagedBooking = define("foyer-managed-booking", {
  setup: (host): Managing => {
    const token = location.pathname.match(/\/manage\/([^/]+)/)?.[1] ?? "";
    const managing = createManaging(decodeURIComponent(token), host.apiOrigin);
    void managing.load();
    return managing;
  },
  strings: languages,
  styles,
  view: ManageView,
});
