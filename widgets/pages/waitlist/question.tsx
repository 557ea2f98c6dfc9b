import type { WaitlistOffer } from "@foyer/sdk";
import { Checkbox } from "../../kit/controls/checkbox.tsx";
import { Field } from "../../kit/controls/field.tsx";
import { Input } from "../../kit/controls/input.tsx";
import { Select } from "../../kit/controls/select.tsx";
import { Textarea } from "../../kit/controls/textarea.tsx";
import { useI18n } from "../../kit/i18n.ts";
import type { en } from "./strings/en.ts";

interface QuestionProps {
  question: WaitlistOffer["questions"][number];
  value: string;
  error: string | undefined;
  onAnswer(value: string): void;
}

/** One question of the business, with the control for its kind. */
export function Question({ question, value, error, onAnswer }: QuestionProps) {
  const { t } = useI18n<typeof en>();
  const { label, kind = "text", required = false, options = [] } = question;
  if (kind === "checkbox") {
    return (
      <Checkbox checked={value === "true"} error={error} onChange={(checked) => onAnswer(checked ? "true" : "")}>
        <bdi>{label}</bdi>
      </Checkbox>
    );
  }
  return (
    // Isolated, so that its own language keeps its marks where they belong.
    <Field label={`\u2068${label}\u2069`} optional={!required} error={error}>
      {kind === "choice" ? (
        <Select
          value={value}
          onChange={onAnswer}
          options={[{ value: "", label: t("choose") }, ...options.map((option) => ({ value: option, label: option }))]}
        />
      ) : kind === "text" ? (
        <Textarea rows={1} maxRows={5} maxLength={1000} value={value} onInput={onAnswer} />
      ) : (
        <Input
          type={kind === "date" ? "date" : "text"}
          {...(kind === "number" && { inputMode: "decimal" })}
          value={value}
          onInput={onAnswer}
        />
      )}
    </Field>
  );
}
