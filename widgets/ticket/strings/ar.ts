import type { Translation } from "../../kit/i18n.ts";
import type { en } from "./en.ts";

export default {
  launch: "طلب المساعدة",
  title: "كيف يمكننا مساعدتك؟",
  intro: "أخبرنا بما يحدث. تحصل على رقم فورًا، ويصلك ردنا هنا وعبر البريد الإلكتروني.",
  category: "ما موضوع طلبك؟",
  question: "سؤال",
  bug: "مشكلة",
  feature: "فكرة",
  other: "شيء آخر",
  subject: "العنوان",
  subjectMissing: "اذكر الموضوع في كلمات قليلة.",
  description: "أخبرنا بالمزيد",
  descriptionMissing: "صف المشكلة لنتمكن من مساعدتك.",
  files: "لقطات الشاشة والملفات",
  name: "الاسم",
  email: "البريد الإلكتروني",
  emailHint: "نرد عبر البريد الإلكتروني.",
  emailWrong: "أدخل عنوانًا مثل name@example.com.",
  answersTo: "سنرد على {email}.",
  submit: "إرسال التذكرة",
  doneTitle: "شكرًا لك، وصلتنا تذكرتك",
  another: "تذكرة جديدة",
  mine: "تذاكري",
  back: "رجوع",
} satisfies Translation<typeof en>;
