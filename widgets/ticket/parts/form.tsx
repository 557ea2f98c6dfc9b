import { useRef } from "preact/hooks";
import { Button } from "../../kit/controls/button.tsx";
import { Field } from "../../kit/controls/field.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { Input } from "../../kit/controls/input.tsx";
import { Skeleton } from "../../kit/controls/skeleton.tsx";
import { Textarea } from "../../kit/controls/textarea.tsx";
import { useI18n } from "../../kit/i18n.ts";
import * as icons from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import { css } from "../../kit/styles.ts";
import { type Category, categories, type Flaw } from "../draft.ts";
import type { Desk } from "../state.ts";
import type { en } from "../strings/en.ts";
import { Delivery } from "./delivery.tsx";
import styles from "./form.css";
import { FormFiles } from "./form-files.tsx";

css(styles);

const iconOf = { question: icons.help, bug: icons.warning, feature: icons.bolt, other: icons.more };

/** What, how it looks, and who asks where that is not known. */
export function Form({ desk }: { desk: Desk }) {
  const { t } = useI18n<typeof en>();
  const { draft, flaws, known, sending, locked, work } = useStore(desk.store);
  const form = useRef<HTMLFormElement>(null);
  const error = (flaw: Flaw, text: keyof typeof en) => (flaws.includes(flaw) ? t(text) : undefined);
  const busy = sending.is === "sending";

  const submit = async (event: Event) => {
    event.preventDefault();
    await desk.submit();
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
  };

  return (
    <form ref={form} class="desk-form" noValidate onSubmit={submit}>
      <fieldset class="desk-fields" disabled={locked || busy}>
        <Categories chosen={draft.category} onChoose={(category) => desk.edit({ category })} />
        <Field label={t("subject")} error={error("subject", "subjectMissing")}>
          <Input name="subject" maxLength={200} value={draft.subject} onInput={(subject) => desk.edit({ subject })} />
        </Field>
        <Field label={t("description")} error={error("description", "descriptionMissing")}>
          <Textarea
            name="description"
            rows={4}
            maxRows={12}
            maxLength={10_000}
            value={draft.description}
            onInput={(description) => desk.edit({ description })}
          />
        </Field>
        {work ? (
          <FormFiles uploads={work.uploads} label={t("files")} failed={flaws.includes("files")} />
        ) : (
          <Skeleton height="114px" radius="10px" />
        )}
        <Person desk={desk} error={error("email", "emailWrong")} />
      </fieldset>
      <Delivery sending={sending} onRetry={() => void desk.submit()} />
      <footer class="desk-form-end">
        <p class="f-muted desk-answers">
          {known && (known.email ? t("answersTo", { email: known.email }) : t("emailHint"))}
        </p>
        <Button
          variant="primary"
          type="submit"
          part="submit"
          icon={icons.send}
          busy={busy}
          disabled={sending.is === "offline" || sending.is === "paused"}
        >
          {t("submit")}
        </Button>
      </footer>
    </form>
  );
}

function Categories({ chosen, onChoose }: { chosen: Category; onChoose(category: Category): void }) {
  const { t } = useI18n<typeof en>();
  return (
    <fieldset class="desk-categories">
      <legend class="f-label">{t("category")}</legend>
      {categories.map((category) => (
        <label key={category} class="desk-category">
          <input type="radio" name="category" checked={chosen === category} onChange={() => onChoose(category)} />
          <Icon of={iconOf[category]} size={18} />
          <span>{t(category)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Name and address, as far as they are not known. */
function Person({ desk, error }: { desk: Desk; error: string | undefined }) {
  const { t } = useI18n<typeof en>();
  const { draft, known } = useStore(desk.store);
  if (!known) return <Skeleton height="96px" radius="6px" />;
  if (known.email) return null;
  return (
    <div class="desk-person">
      {!known.name && (
        <Field label={t("name")} optional>
          <Input
            name="name"
            autocomplete="name"
            maxLength={120}
            value={draft.name}
            onInput={(name) => desk.edit({ name })}
          />
        </Field>
      )}
      <Field label={t("email")} error={error}>
        <Input
          type="email"
          name="email"
          autocomplete="email"
          spellcheck={false}
          value={draft.email}
          onInput={(email) => desk.edit({ email })}
        />
      </Field>
    </div>
  );
}
