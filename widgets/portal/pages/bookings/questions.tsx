import type { Resource } from "../../../../sdk/index.ts";
import { Checkbox, Field, Input, Select, Textarea } from "../../../kit/index.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./form-strings.ts";

export type Answers = Record<string, string>;

interface QuestionsProps {
  of: readonly Resource["questions"][number][];
  answers: Answers;
  onChange(answers: Answers): void;
}

/** What a resource asks of whoever books, for staff to fill in as far as it is known. */
export function Questions({ of, answers, onChange }: QuestionsProps) {
  const { t } = useStrings(en);
  return (
    <>
      {of.map(({ id, label, kind, options = [] }) => {
        const value = answers[id] ?? "";
        const set = (next: string) => onChange({ ...answers, [id]: next });
        if (kind === "checkbox")
          return (
            <Checkbox key={id} checked={value === "true"} onChange={(on) => set(on ? "true" : "false")}>
              {label}
            </Checkbox>
          );
        return (
          <Field key={id} label={label} optional>
            {kind === "choice" ? (
              <Select
                value={value}
                onChange={set}
                options={[
                  { value: "", label: t("choose") },
                  ...options.map((option) => ({ value: option, label: option })),
                ]}
              />
            ) : kind === "text" ? (
              <Textarea value={value} onInput={set} rows={1} maxLength={1000} />
            ) : (
              <Input type={kind} value={value} onInput={set} />
            )}
          </Field>
        );
      })}
    </>
  );
}

/** Answers that say something. */
export const answered = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer.trim() !== ""));
