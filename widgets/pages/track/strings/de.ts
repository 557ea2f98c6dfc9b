import type { Translation } from "../../../kit/i18n.ts";
import form from "../../../ticket/strings/de.ts";
import thread from "../../../ticket/thread/strings/de.ts";
import type { en } from "./en.ts";

export default {
  ...form,
  ...thread,
  title: "Ihr Ticket",
  missingTitle: "Dieser Link öffnet kein Ticket",
  missingText:
    "Vielleicht ist er unvollständig. Kopieren Sie den ganzen Link aus unserer Nachricht oder bitten Sie uns um einen neuen.",
  openTo: "Wer diesen Link hat, kann dieses Ticket sehen und darauf antworten.",
} satisfies Translation<typeof en>;
