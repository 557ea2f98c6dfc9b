import { Field, Input, Select, Textarea } from "../../../kit/index.ts";
import { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import type { Fields } from "./state.ts";
import { en } from "./strings.ts";

const stages = ["new", "qualified", "customer"] as const;

export interface ContactFieldsProps {
  fields: Fields;
  onChange(fields: Fields): void;
  /** What the API said of single fields. */
  wrong: Record<string, string>;
  disabled?: boolean;
  autofocus?: boolean;
}

/** The fields of a contact, to be edited or filled in. */
export function ContactFields({ fields, onChange, wrong, disabled = false, autofocus = false }: ContactFieldsProps) {
  const { t } = useStrings(en);
  const words = useStrings(shell);
  const bind = (name: keyof Fields) => ({
    value: fields[name],
    disabled,
    onInput: (value: string) => onChange({ ...fields, [name]: value }),
  });
  return (
    <div class="p-form">
      <Field label={t("name")} error={wrong.name} optional>
        <Input {...bind("name")} maxLength={120} autofocus={autofocus} />
      </Field>
      <div class="p-form-pair">
        <Field label={t("email")} error={wrong.email} optional>
          <Input {...bind("email")} type="email" spellcheck={false} />
        </Field>
        <Field label={t("phone")} error={wrong.phone} optional>
          <Input {...bind("phone")} type="tel" />
        </Field>
      </div>
      <div class="p-form-pair">
        <Field label={t("stage")}>
          <Select
            value={fields.stage}
            disabled={disabled}
            onChange={(stage) => onChange({ ...fields, stage: stage as Fields["stage"] })}
            options={stages.map((value) => ({ value, label: words.t(`status.${value}`) }))}
          />
        </Field>
        <Field label={t("tags")} hint={t("tagsHint")} error={wrong.tags} optional>
          <Input {...bind("tags")} />
        </Field>
      </div>
      <div class="p-form-pair">
        <Field label={t("language")} hint={t("languageHint")} error={wrong.locale} optional>
          <Input {...bind("locale")} maxLength={35} spellcheck={false} />
        </Field>
        <Field label={t("zone")} hint={t("zoneHint")} error={wrong.time_zone} optional>
          <Input {...bind("time_zone")} maxLength={64} spellcheck={false} />
        </Field>
      </div>
      <Field label={t("notes")} hint={t("notesHint")} error={wrong.notes} optional>
        <Textarea {...bind("notes")} rows={3} maxLength={5000} />
      </Field>
    </div>
  );
}
