import type { Translation } from "../../kit/i18n.ts";
import type { en } from "./en.ts";

export default {
  launch: "Hilfe holen",
  title: "Wie können wir helfen?",
  intro: "Erzählen Sie uns, worum es geht. Sie erhalten sofort eine Nummer und unsere Antwort hier und per E-Mail.",
  category: "Worum geht es?",
  question: "Eine Frage",
  bug: "Ein Problem",
  feature: "Eine Idee",
  other: "Etwas anderes",
  subject: "Betreff",
  subjectMissing: "Sagen Sie in wenigen Worten, worum es geht.",
  description: "Erzählen Sie mehr",
  descriptionMissing: "Beschreiben Sie es, damit wir helfen können.",
  files: "Bildschirmfotos und Dateien",
  name: "Name",
  email: "E-Mail",
  emailHint: "Wir antworten per E-Mail.",
  emailWrong: "Geben Sie eine Adresse wie name@beispiel.de ein.",
  answersTo: "Wir antworten an {email}.",
  submit: "Ticket senden",
  doneTitle: "Danke, es ist angekommen",
  another: "Neues Ticket",
  mine: "Meine Tickets",
  back: "Zurück",
} satisfies Translation<typeof en>;
