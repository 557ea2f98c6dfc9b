import type { Contact, ContactPatch } from "../../../../sdk/index.ts";

/** A contact as a form holds it: all text. */
export interface Fields {
  name: string;
  email: string;
  phone: string;
  stage: Contact["stage"];
  tags: string;
  notes: string;
  locale: string;
  time_zone: string;
}

export const blank: Fields = {
  name: "",
  email: "",
  phone: "",
  stage: "new",
  tags: "",
  notes: "",
  locale: "",
  time_zone: "",
};

export const fieldsOf = (contact: Contact): Fields => ({
  name: contact.name ?? "",
  email: contact.email ?? "",
  phone: contact.phone ?? "",
  stage: contact.stage,
  tags: contact.tags.join(", "),
  notes: contact.notes ?? "",
  locale: contact.locale ?? "",
  time_zone: contact.time_zone ?? "",
});

const names = Object.keys(blank) as (keyof Fields)[];

/** The fields in which two forms differ. */
export const changedFields = (before: Fields, after: Fields): (keyof Fields)[] =>
  names.filter((name) => before[name].trim() !== after[name].trim());

export const tagsOf = (text: string): string[] =>
  [...new Set(text.split(",").map((tag) => tag.trim()))].filter(Boolean);

/** Only what was edited, so that what somebody else changed beside it stays. */
export function patchOf(before: Fields, after: Fields): ContactPatch {
  const patch: Record<string, unknown> = {};
  for (const name of changedFields(before, after)) {
    if (name === "tags") patch.tags = tagsOf(after.tags);
    else if (name === "stage") patch.stage = after.stage;
    else patch[name] = after[name].trim() || null;
  }
  return patch as ContactPatch;
}

/**
 * A newer row under a form that is being edited: what was edited is kept, the rest follows the row. `theirs` names what
 * somebody else changed.
 */
export function rebase(base: Fields, edited: Fields, newer: Fields): { fields: Fields; theirs: (keyof Fields)[] } {
  const own = new Set(changedFields(base, edited));
  const fields = { ...newer };
  for (const name of own) Object.assign(fields, { [name]: edited[name] });
  return { fields, theirs: changedFields(base, newer) };
}
