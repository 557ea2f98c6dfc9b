import type { Translation } from "../../kit/i18n.ts";
import type { en } from "./en.ts";

export default {
  launch: "Obtener ayuda",
  title: "¿Cómo podemos ayudarte?",
  intro: "Cuéntanos qué ocurre. Recibirás un número al instante y nuestra respuesta aquí y por correo.",
  category: "¿De qué se trata?",
  question: "Una pregunta",
  bug: "Un problema",
  feature: "Una idea",
  other: "Otra cosa",
  subject: "Asunto",
  subjectMissing: "Di en pocas palabras de qué se trata.",
  description: "Cuéntanos más",
  descriptionMissing: "Descríbelo para que podamos ayudarte.",
  files: "Capturas y archivos",
  name: "Nombre",
  email: "Correo electrónico",
  emailHint: "Respondemos por correo.",
  emailWrong: "Escribe una dirección como nombre@ejemplo.com.",
  answersTo: "Respondemos a {email}.",
  submit: "Enviar ticket",
  doneTitle: "Gracias, ya lo tenemos",
  another: "Nuevo ticket",
  mine: "Mis tickets",
  back: "Volver",
} satisfies Translation<typeof en>;
