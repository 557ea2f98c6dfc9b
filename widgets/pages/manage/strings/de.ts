import booking from "../../../booking/strings/de.ts";
import type { Translation } from "../../../kit/i18n.ts";
import type { en } from "./en.ts";

export default {
  ...booking,
  title: "Ihre Buchung",
  confirmed: "Bestätigt",
  pending: "Noch nicht bestätigt",
  cancelled: "Storniert",
  past: "Vorbei",
  missing: "Dieser Link öffnet keine Buchung",
  missingText:
    "Bitte verwenden Sie den vollständigen Link aus Ihrer Bestätigung. Öffnet er sich trotzdem nicht, fragen Sie dort nach, wo Sie gebucht haben.",
  loadFailed: "Ihre Buchung konnte nicht geladen werden",
  move: "Verschieben",
  cancel: "Buchung stornieren",
  until: "Ändern oder stornieren können Sie bis {date}.",
  closed: "So kurz vor Beginn lässt sie sich hier nicht mehr ändern.",
  closedCall: "So kurz vor Beginn lässt sie sich hier nicht mehr ändern. Bitte rufen Sie an: {phone}.",
  pendingNote: "Sie muss noch bestätigt werden. Sie erhalten dann eine E-Mail.",
  moveTitle: "Neue Zeit wählen",
  moveAsk: "Auf diese Zeit verschieben?",
  moveYes: "Buchung verschieben",
  moveNo: "Andere wählen",
  moveStop: "Bisherige Zeit behalten",
  moved: "Verschoben. Fügen Sie sie noch einmal zum Kalender hinzu, damit sie auch dort stimmt.",
  cancelTitle: "{name} stornieren?",
  cancelText: "Ihre Zeit am {date} wird wieder frei. Das lässt sich nicht rückgängig machen.",
  reason: "Warum stornieren Sie?",
  keep: "Buchung behalten",
  cancelledNow: "Ihre Buchung ist storniert.",
  stale: "Sie wurde inzwischen geändert. So ist der jetzige Stand.",
  windowPassed: "Es ist zu kurz vor Beginn",
  windowPassedText: "Bitte rufen Sie an, um zu ändern oder zu stornieren.",
  changeFailed: "Das hat nicht geklappt",
  cancelledOn: "Storniert am {date}",
  policy: "Stornobedingungen",
} satisfies Translation<typeof en>;
