import type { Translation } from "../i18n.ts";
import type { en } from "./en.ts";

export default {
  "kit.optional": "facultatif",
  "kit.close": "Fermer",
  "kit.more": "Autres actions",
  "kit.loading": "Chargement",
  "kit.retry": "Réessayer",
  "kit.undo": "Annuler",
  "kit.dismiss": "Ignorer",
  "kit.failed": "Un problème est survenu",
  "kit.failedText": "Rien n’est perdu. Vous pouvez réessayer.",
  "kit.requestId": "Référence {id}",
  "kit.previousMonth": "Mois précédent",
  "kit.nextMonth": "Mois suivant",
  "kit.today": "aujourd’hui",
  "kit.selected": "sélectionné",
  "kit.unavailable": "indisponible",
  "kit.addFiles": "Ajouter des fichiers",
  "kit.dropHere": "ou déposez-les ou collez-les ici",
  "kit.remove": "Retirer {name}",
  "kit.tooLarge": "{name} dépasse {size}.",
  "kit.wrongType": "Ce type de fichier n’est pas accepté ici : {name}.",
  "kit.tooMany": { one: "Un seul fichier peut être ajouté.", other: "Seuls {count} fichiers peuvent être ajoutés." },
} satisfies Translation<typeof en>;
