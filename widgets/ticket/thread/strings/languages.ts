import type { Languages } from "../../../kit/i18n.ts";
import type { en as form } from "../../strings/en.ts";
import { en } from "./en.ts";

/** What the form does not need: loaded with the parts that say it. */
export const languages = {
  en,
  es: () => import("./es.ts"),
  fr: () => import("./fr.ts"),
  de: () => import("./de.ts"),
  ar: () => import("./ar.ts"),
} satisfies Languages<typeof en>;

/** All that can be said inside {@link Speaking}. */
export type Words = typeof en & typeof form;
