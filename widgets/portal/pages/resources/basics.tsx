import { useState } from "preact/hooks";
import { Input, useI18n } from "../../../kit/index.ts";
import { At, ChoiceField, Part, TextField } from "../../parts/fields.tsx";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { Pictures } from "./pictures.tsx";
import type { SectionProps } from "./section.ts";
import { en } from "./strings.ts";

/** What it is, and how visitors see it. */
export function Basics({ draft, change, places }: SectionProps) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  return (
    <>
      <Part title={t("about")}>
        <TextField
          at="/name"
          label={t("name")}
          value={draft.name}
          maxLength={120}
          onChange={(name) => change({ name: name ?? "" })}
        />
        <div class="p-form-pair">
          <ChoiceField
            at="/venue_id"
            label={t("venue")}
            value={draft.venue_id}
            onChange={(venue_id) => change({ venue_id })}
            options={places.venues.map((venue) => ({ value: venue.id, label: venue.name }))}
          />
          <ChoiceField
            at="/kind"
            label={t("kind")}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            options={(["experience", "service", "rental"] as const).map((value) => ({
              value,
              label: t(`kind.${value}`),
            }))}
          />
          <ChoiceField
            at="/status"
            label={t("status")}
            value={draft.status}
            onChange={(status) => change({ status })}
            options={(["available", "maintenance", "retired"] as const).map((value) => ({
              value,
              label: words.t(`status.${value}`),
            }))}
          />
        </div>
        <div class="p-form-pair">
          <TextField
            at="/category"
            label={t("category")}
            hint={t("categoryHint")}
            optional
            value={draft.category}
            maxLength={80}
            onChange={(category) => change({ category })}
          />
          <ListText
            at="/tags"
            label={t("tags")}
            hint={t("tagsHint")}
            value={draft.tags}
            onChange={(tags) => change({ tags })}
          />
        </div>
        <TextField
          at="/description"
          label={t("description")}
          optional
          rows={3}
          value={draft.description}
          maxLength={5000}
          onChange={(description) => change({ description })}
        />
        <TextField
          at="/instructions"
          label={t("instructions")}
          hint={t("instructionsHint")}
          optional
          rows={2}
          value={draft.instructions}
          maxLength={5000}
          onChange={(instructions) => change({ instructions })}
        />
      </Part>
      <Part title={t("pictures")} text={t("picturesText")}>
        <Pictures value={draft.images} onChange={(images) => change({ images })} />
        <TextField
          at="/image_url"
          type="url"
          label={t("elsewhere")}
          hint={t("elsewhereHint")}
          optional
          value={draft.image_url}
          placeholder="https://"
          onChange={(image_url) => change({ image_url })}
        />
      </Part>
    </>
  );
}

interface ListTextProps {
  at: string;
  label: string;
  hint: string;
  value: readonly string[];
  onChange(value: string[]): void;
  optional?: boolean;
  placeholder?: string;
}

const partsOf = (text: string) => [
  ...new Set(
    text
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

/** A few short texts in one line, separated by commas. */
export function ListText({ at, label, hint, value, onChange, optional = true, placeholder }: ListTextProps) {
  const [typed, setTyped] = useState(() => value.join(", "));
  const shown = partsOf(typed).join() === value.join() ? typed : value.join(", ");
  return (
    <At at={at} label={label} hint={hint} optional={optional}>
      <Input
        value={shown}
        {...(placeholder ? { placeholder } : {})}
        onInput={(text) => {
          setTyped(text);
          onChange(partsOf(text));
        }}
      />
    </At>
  );
}
