import type { Translation } from "../../kit/i18n.ts";
import type { en } from "./en.ts";

export default {
  launch: "Obtenir de l’aide",
  title: "Comment pouvons-nous vous aider ?",
  intro: "Dites-nous ce qui se passe. Vous recevez aussitôt un numéro, et notre réponse ici et par e-mail.",
  category: "De quoi s’agit-il ?",
  question: "Une question",
  bug: "Un problème",
  feature: "Une idée",
  other: "Autre chose",
  subject: "Objet",
  subjectMissing: "Dites en quelques mots de quoi il s’agit.",
  description: "Dites-nous-en plus",
  descriptionMissing: "Décrivez-le pour que nous puissions vous aider.",
  files: "Captures d’écran et fichiers",
  name: "Nom",
  email: "E-mail",
  emailHint: "Nous répondons par e-mail.",
  emailWrong: "Saisissez une adresse comme nom@exemple.com.",
  answersTo: "Nous répondons à {email}.",
  submit: "Envoyer le ticket",
  doneTitle: "Merci, c’est bien reçu",
  another: "Nouveau ticket",
  mine: "Mes tickets",
  back: "Retour",
} satisfies Translation<typeof en>;
