import type { TicketInput } from "@foyer/sdk";
import type { Draft, Flaw, Who } from "./draft.ts";

/** The fields that the API refused, by the pointers of its answer. */
export function refusedFields(errors: readonly { pointer: string }[]): Flaw[] {
  const starts = { subject: "/subject", description: "/description", email: "/contact/email", files: "/attachments" };
  return (Object.keys(starts) as Flaw[]).filter((flaw) =>
    errors.some(({ pointer }) => pointer.startsWith(starts[flaw])),
  );
}

/** `given` is whom the page names; the API itself knows the rest. */
export function toInput(draft: Draft, given: Who, attachments: string[]): TicketInput {
  const name = draft.name.trim() || given.name;
  const email = draft.email.trim() || given.email;
  const contact = { ...(name && { name }), ...(email && { email }) };
  return {
    category: draft.category,
    subject: draft.subject.trim(),
    description: draft.description.trim(),
    ...(attachments.length > 0 && { attachments }),
    ...((name || email) && { contact }),
  };
}
