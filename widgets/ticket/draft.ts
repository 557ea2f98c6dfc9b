export const categories = ["question", "bug", "feature", "other"] as const;
export type Category = (typeof categories)[number];

/** The name in storage of what is written and not sent yet. */
export const draftName = "ticket-draft";

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

/** An empty form, but for what the page says it starts with. */
export const blank = ({
  category,
  subject,
}: {
  category?: string | undefined;
  subject?: string | undefined;
}): Draft => ({
  category: isCategory(category) ? category : "question",
  subject: subject ?? "",
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
