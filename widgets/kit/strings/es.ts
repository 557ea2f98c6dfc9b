import type { Translation } from "../i18n.ts";
import type { en } from "./en.ts";

export default {
  "kit.optional": "opcional",
  "kit.close": "Cerrar",
  "kit.more": "Más acciones",
  "kit.loading": "Cargando",
  "kit.retry": "Reintentar",
  "kit.undo": "Deshacer",
  "kit.dismiss": "Descartar",
  "kit.failed": "Algo ha fallado",
  "kit.failedText": "No se ha perdido nada. Puedes intentarlo de nuevo.",
  "kit.requestId": "Referencia {id}",
  "kit.previousMonth": "Mes anterior",
  "kit.nextMonth": "Mes siguiente",
  "kit.today": "hoy",
  "kit.selected": "seleccionado",
  "kit.unavailable": "no disponible",
  "kit.addFiles": "Añadir archivos",
  "kit.dropHere": "o suéltalos o pégalos aquí",
  "kit.remove": "Quitar {name}",
  "kit.tooLarge": "{name} supera {size}.",
  "kit.wrongType": "Aquí no se acepta ese tipo de archivo: {name}.",
  "kit.tooMany": { one: "Solo se puede añadir un archivo.", other: "Solo se pueden añadir {count} archivos." },
} satisfies Translation<typeof en>;
