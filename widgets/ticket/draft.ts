export const categories = ["question", "bug", "feature", "other"] as const;
export type Category = (typeof categories)[number];

/** What the form holds, as text alone. */
export interface Draft {
  category: Category;
  subject: string;
  description: string;
  name: string;
  email: string;
}

/** What is known of who asks. */
export interface Who {
  name?: string | null | undefined;
  email?: string | null | undefined;
}

export type Flaw = "subject" | "description" | "email" | "files";

const isCategory = (text: string | undefined): text is Category => categories.some((one) => one === text);

export const blank = (preset: { category?: string | undefined; subject?: string | undefined }): Draft => ({
  category: isCategory(preset.category) ? preset.category : "question",
  subject: preset.subject ?? "",
  description: "",
  name: "",
  email: "",
});

/** Whether there is nothing of the visitor's own in it. */
export const untouched = (draft: Draft) => !`${draft.description}${draft.name}${draft.email}`.trim();

/** What has to be put right before it is worth asking. The API has the last word on addresses. */
export function flaws({ subject, description, email }: Draft, known: Who): Flaw[] {
  const found: Flaw[] = [];
  if (!subject.trim()) found.push("subject");
  if (!description.trim()) found.push("description");
  if (!known.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) found.push("email");
  return found;
}
