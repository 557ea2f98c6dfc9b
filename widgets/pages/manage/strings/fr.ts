import booking from "../../../booking/strings/fr.ts";
import type { Translation } from "../../../kit/i18n.ts";
import type { en } from "./en.ts";

export default {
  ...booking,
  title: "Votre réservation",
  confirmed: "Confirmée",
  pending: "En attente de confirmation",
  cancelled: "Annulée",
  past: "Passée",
  missing: "Ce lien n’ouvre aucune réservation",
  missingText:
    "Utilisez le lien complet de votre confirmation. S’il ne s’ouvre toujours pas, adressez-vous à l’établissement.",
  loadFailed: "Impossible de charger votre réservation",
  move: "Déplacer",
  cancel: "Annuler la réservation",
  until: "Vous pouvez la modifier ou l’annuler jusqu’au {date}.",
  closed: "Le début est trop proche pour la modifier ici.",
  closedCall: "Le début est trop proche pour la modifier ici. Appelez le {phone}.",
  pendingNote: "L’établissement doit encore la confirmer. Vous recevrez un e-mail.",
  moveTitle: "Choisissez un nouvel horaire",
  moveAsk: "La déplacer à cet horaire ?",
  moveYes: "Déplacer la réservation",
  moveNo: "En choisir un autre",
  moveStop: "Garder l’horaire actuel",
  moved: "Déplacée. Ajoutez-la de nouveau à votre agenda pour l’y mettre à jour.",
  cancelTitle: "Annuler {name} ?",
  cancelText: "Votre horaire du {date} sera libéré. C’est irréversible.",
  reason: "Pourquoi annulez-vous ?",
  keep: "Garder la réservation",
  cancelledNow: "Votre réservation est annulée.",
  stale: "Elle a changé entre-temps. Voici où elle en est.",
  windowPassed: "Le début est trop proche",
  windowPassedText: "Appelez pour la modifier ou l’annuler.",
  changeFailed: "Cela n’a pas fonctionné",
  cancelledOn: "Annulée le {date}",
  policy: "Conditions d’annulation",
} satisfies Translation<typeof en>;
