import type { BookingInput, Resource } from "../../../../sdk/index.ts";
import { Field, Input, Textarea } from "../../../kit/index.ts";
import { ContactPicker, type Person } from "../../parts/contact-picker.tsx";
import { useStrings } from "../../strings/use.ts";
import { en } from "./form-strings.ts";
import { type Answers, Questions } from "./questions.tsx";
import { Part } from "./wish-form.tsx";

/** Whom a booking is for, and what they said. */
export interface WhomDraft {
  person: Person | undefined;
  name: string;
  phone: string;
  notes: string;
  answers: Answers;
}

export const whomOf = (person: Person | undefined): WhomDraft => ({
  person,
  name: person?.name ?? "",
  phone: "",
  notes: "",
  answers: {},
});

export function contactOf({ person, name, phone }: WhomDraft): BookingInput["contact"] {
  if (!person?.email) return undefined;
  return { name: name.trim(), email: person.email, ...(phone.trim() ? { phone: phone.trim() } : {}) };
}

interface WhomProps {
  resource: Resource;
  whom: WhomDraft;
  wrong: Record<string, string>;
  onChange(whom: WhomDraft): void;
}

export function Whom({ resource, whom, wrong, onChange }: WhomProps) {
  const { t } = useStrings(en);
  const change = (patch: Partial<WhomDraft>) => onChange({ ...whom, ...patch });
  const asked = resource.questions.filter(({ per }) => per === "booking");
  return (
    <>
      <Part title={t("forWhom")}>
        <Field label={t("forWhom")} labelHidden error={wrong.contact}>
          <ContactPicker value={whom.person} onChange={(person) => change({ person, name: person?.name ?? "" })} />
        </Field>
        {whom.person && (
          <div class="p-form-pair">
            <Field label={t("name")} error={wrong.name}>
              <Input value={whom.name} onInput={(name) => change({ name })} autocomplete="off" maxLength={120} />
            </Field>
            <Field label={t("phone")} optional error={wrong.phone}>
              <Input type="tel" value={whom.phone} onInput={(phone) => change({ phone })} autocomplete="off" />
            </Field>
          </div>
        )}
        <Field label={t("notes")} optional error={wrong.notes}>
          <Textarea value={whom.notes} onInput={(notes) => change({ notes })} rows={2} maxLength={2000} />
        </Field>
      </Part>
      {asked.length > 0 && (
        <Part title={t("questions")}>
          <Questions of={asked} answers={whom.answers} onChange={(answers) => change({ answers })} />
          {wrong.answers && (
            <p class="f-error" role="alert">
              {wrong.answers}
            </p>
          )}
        </Part>
      )}
    </>
  );
}
