import type { Company } from "../../../../sdk/index.ts";
import { Field, List, Row, Skeleton, Textarea } from "../../../kit/index.ts";
import { useList } from "../../data/hooks.ts";
import { Shown } from "../../parts/shown.tsx";
import { useStrings } from "../../strings/use.ts";
import { Block } from "./block.tsx";
import { SaveBar } from "./save-bar.tsx";
import { en } from "./strings.ts";
import { useCompany } from "./use-company.ts";

const draftOf = (company: Company) => ({
  terms_of_service: company.terms_of_service ?? "",
  privacy_policy: company.privacy_policy ?? "",
  cancellation_policy: company.cancellation_policy ?? "",
});

const patchOf = (draft: ReturnType<typeof draftOf>) =>
  Object.fromEntries(Object.entries(draft).map(([name, text]) => [name, text.trim() || null]));

const none = () => ({});

export function LegalTexts() {
  const { t, date } = useStrings(en);
  const { query, draft, changed, messages, change, discard, save, write } = useCompany(draftOf, patchOf, none);
  const revisions = useList(["legal-texts"], (foyer, page) => foyer.legal_texts.list(page), { on: ["company."] });
  const fields = [
    ["terms_of_service", t("terms")],
    ["privacy_policy", t("privacy")],
    ["cancellation_policy", t("cancellation")],
  ] as const;
  return (
    <div class="p-page p-set">
      <Shown of={query} skeleton={<Skeleton lines={10} height="28px" />}>
        {() =>
          draft && (
            <fieldset disabled={!write} class="p-set-form">
              <Block title={t("texts")} text={t("textsText")}>
                {fields.map(([name, label]) => (
                  <Field key={name} label={label} optional error={messages[name]}>
                    <Textarea
                      value={draft[name]}
                      onInput={(text) => change({ [name]: text })}
                      rows={5}
                      maxRows={18}
                      maxLength={60_000}
                    />
                  </Field>
                ))}
              </Block>
            </fieldset>
          )
        }
      </Shown>
      <Block title={t("revisions")}>
        <Shown of={revisions} skeleton={<Skeleton lines={2} height="20px" />}>
          {(all) =>
            all.length ? (
              <List label={t("revisions")}>
                {all.map((one) => (
                  <Row
                    key={one.id}
                    title={t("revision", { count: one.version })}
                    meta={t("revisionAt", {
                      when: date(one.published_at, { dateStyle: "medium", timeStyle: "short" }),
                    })}
                  />
                ))}
              </List>
            ) : (
              <p class="f-muted">{t("revisionNone")}</p>
            )
          }
        </Shown>
      </Block>
      <SaveBar changed={changed} busy={save.busy} onSave={() => void save.run()} onDiscard={discard} />
    </div>
  );
}
