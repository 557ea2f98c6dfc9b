import type { Languages } from "../../../kit/i18n.ts";
import { en } from "./en.ts";

export const languages = {
  en,
  es: () => import("./es.ts"),
  fr: () => import("./fr.ts"),
  de: () => import("./de.ts"),
  ar: () => import("./ar.ts"),
} satisfies Languages<typeof en>;
