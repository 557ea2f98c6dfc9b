import type { Translation } from "../../../kit/i18n.ts";
import form from "../../../ticket/strings/ar.ts";
import thread from "../../../ticket/thread/strings/ar.ts";
import type { en } from "./en.ts";

export default {
  ...form,
  ...thread,
  title: "تذكرتك",
  missingTitle: "هذا الرابط لا يفتح أي تذكرة",
  missingText: "ربما يكون الرابط ناقصًا. انسخ الرابط كاملًا من رسالتنا أو اطلب منا رابطًا جديدًا.",
  openTo: "كل من لديه هذا الرابط يمكنه رؤية هذه التذكرة والرد عليها.",
} satisfies Translation<typeof en>;
