import { Textarea } from "../../../kit/index.ts";
import { At, CheckField, ChoiceField, Part, TextField } from "../../parts/fields.tsx";
import { ListEditor } from "../../parts/list-editor.tsx";
import { useStrings } from "../../strings/use.ts";
import type { Draft } from "./draft.ts";
import { withIds } from "./ids.ts";
import type { SectionProps } from "./section.ts";
import { en } from "./strings.ts";

/** What is asked of whoever books, and what has to be signed. */
export function Questions({ draft, change, saved }: SectionProps) {
  const { t } = useStrings(en);
  const known = saved.questions.map(({ id }) => id);
  return (
    <>
      <Part title={t("asked")} text={t("askedText")}>
        <ListEditor<Draft["questions"][number]>
          at="/questions"
          items={draft.questions}
          onChange={(next) => change(withIds(draft, "questions", next, known))}
          fresh={() => ({ id: "", label: "", kind: "text", required: false, options: [], per: "booking" })}
          add={t("addQuestion")}
          name={(one) => one.label}
          summary={(one) =>
            [
              t(`answer.${one.kind ?? "text"}`),
              one.per === "guest" ? t("asked.guest") : "",
              one.required ? t("required") : "",
            ]
              .filter(Boolean)
              .join(" · ")
          }
        >
          {(one, patch, at) => (
            <>
              <TextField
                at={`${at}/label`}
                label={t("question")}
                value={one.label}
                maxLength={200}
                onChange={(label) => patch({ label: label ?? "" })}
              />
              <div class="p-form-pair">
                <ChoiceField
                  at={`${at}/kind`}
                  label={t("questionKind")}
                  value={one.kind ?? "text"}
                  onChange={(kind) => patch({ kind, options: kind === "choice" ? (one.options ?? []) : [] })}
                  options={(["text", "choice", "checkbox", "number", "date"] as const).map((value) => ({
                    value,
                    label: t(`answer.${value}`),
                  }))}
                />
                <ChoiceField
                  at={`${at}/per`}
                  label={t("askedPer")}
                  value={one.per ?? "booking"}
                  onChange={(per) => patch({ per })}
                  options={(["booking", "guest"] as const).map((value) => ({ value, label: t(`asked.${value}`) }))}
                />
              </div>
              {one.kind === "choice" && (
                <At at={`${at}/options`} label={t("options")} hint={t("optionsHint")}>
                  <Textarea
                    rows={3}
                    value={(one.options ?? []).join("\n")}
                    onInput={(text) => patch({ options: text ? text.split("\n") : [] })}
                  />
                </At>
              )}
              <CheckField
                at={`${at}/required`}
                checked={one.required ?? false}
                onChange={(required) => patch({ required })}
              >
                {t("required")}
              </CheckField>
            </>
          )}
        </ListEditor>
      </Part>
      <Part title={t("papers")}>
        <TextField
          at="/waiver_url"
          type="url"
          label={t("waiver")}
          hint={t("waiverHint")}
          optional
          placeholder="https://"
          value={draft.waiver_url}
          onChange={(waiver_url) => change({ waiver_url })}
        />
      </Part>
    </>
  );
}
