import type { Languages } from "../i18n.ts";
import { en } from "./en.ts";

/** What the controls themselves say. Keys start with `kit.` so that no element's table can shadow them. */
export const kitLanguages = {
  en,
  es: () => import("./es.ts"),
  fr: () => import("./fr.ts"),
  de: () => import("./de.ts"),
  ar: () => import("./ar.ts"),
} satisfies Languages<typeof en>;
