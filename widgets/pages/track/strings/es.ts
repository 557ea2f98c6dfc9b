import type { Translation } from "../../../kit/i18n.ts";
import form from "../../../ticket/strings/es.ts";
import thread from "../../../ticket/thread/strings/es.ts";
import type { en } from "./en.ts";

export default {
  ...form,
  ...thread,
  title: "Tu ticket",
  missingTitle: "Este enlace no abre ningún ticket",
  missingText: "Puede que esté incompleto. Copia el enlace entero de nuestro mensaje o pídenos uno nuevo.",
  openTo: "Quien tenga este enlace puede ver este ticket y responder.",
} satisfies Translation<typeof en>;
