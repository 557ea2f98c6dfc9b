import type { Translation } from "../i18n.ts";
import type { en } from "./en.ts";

export default {
  "kit.optional": "اختياري",
  "kit.close": "إغلاق",
  "kit.more": "إجراءات أخرى",
  "kit.loading": "جارٍ التحميل",
  "kit.retry": "إعادة المحاولة",
  "kit.undo": "تراجع",
  "kit.dismiss": "إخفاء",
  "kit.failed": "حدث خطأ ما",
  "kit.failedText": "لم يُفقد أي شيء. يمكنك المحاولة مرة أخرى.",
  "kit.requestId": "المرجع {id}",
  "kit.previousMonth": "الشهر السابق",
  "kit.nextMonth": "الشهر التالي",
  "kit.today": "اليوم",
  "kit.selected": "محدد",
  "kit.unavailable": "غير متاح",
  "kit.addFiles": "إضافة ملفات",
  "kit.dropHere": "أو أفلتها أو ألصقها هنا",
  "kit.remove": "إزالة {name}",
  "kit.tooLarge": "حجم {name} أكبر من {size}.",
  "kit.wrongType": "نوع الملف {name} غير مقبول هنا.",
  "kit.tooMany": {
    one: "يمكن إضافة ملف واحد فقط.",
    two: "يمكن إضافة ملفين فقط.",
    few: "يمكن إضافة {count} ملفات فقط.",
    many: "يمكن إضافة {count} ملفًا فقط.",
    other: "يمكن إضافة {count} ملف فقط.",
  },
} satisfies Translation<typeof en>;
