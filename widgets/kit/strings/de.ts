import type { Translation } from "../i18n.ts";
import type { en } from "./en.ts";

export default {
  "kit.optional": "optional",
  "kit.close": "Schließen",
  "kit.more": "Weitere Aktionen",
  "kit.loading": "Wird geladen",
  "kit.retry": "Erneut versuchen",
  "kit.undo": "Rückgängig",
  "kit.dismiss": "Ausblenden",
  "kit.failed": "Etwas ist schiefgegangen",
  "kit.failedText": "Es ist nichts verloren. Sie können es erneut versuchen.",
  "kit.requestId": "Referenz {id}",
  "kit.previousMonth": "Vorheriger Monat",
  "kit.nextMonth": "Nächster Monat",
  "kit.today": "heute",
  "kit.selected": "ausgewählt",
  "kit.unavailable": "nicht verfügbar",
  "kit.addFiles": "Dateien hinzufügen",
  "kit.dropHere": "oder hier ablegen oder einfügen",
  "kit.remove": "{name} entfernen",
  "kit.tooLarge": "{name} ist größer als {size}.",
  "kit.wrongType": "Diese Art von Datei wird hier nicht angenommen: {name}.",
  "kit.tooMany": {
    one: "Es kann nur eine Datei hinzugefügt werden.",
    other: "Es können nur {count} Dateien hinzugefügt werden.",
  },
} satisfies Translation<typeof en>;
