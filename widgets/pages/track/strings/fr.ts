import type { Translation } from "../../../kit/i18n.ts";
import form from "../../../ticket/strings/fr.ts";
import thread from "../../../ticket/thread/strings/fr.ts";
import type { en } from "./en.ts";

export default {
  ...form,
  ...thread,
  title: "Votre ticket",
  missingTitle: "Ce lien n’ouvre aucun ticket",
  missingText: "Il est peut-être incomplet. Copiez le lien entier de notre message ou demandez-nous-en un nouveau.",
  openTo: "Toute personne qui a ce lien peut voir ce ticket et y répondre.",
} satisfies Translation<typeof en>;
