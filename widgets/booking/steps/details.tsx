import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../kit/controls/button.tsx";
import { Checkbox } from "../../kit/controls/checkbox.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { Field } from "../../kit/controls/field.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { Input } from "../../kit/controls/input.tsx";
import { Textarea } from "../../kit/controls/textarea.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { calendar, clock as clockIcon } from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import { css } from "../../kit/styles.ts";
import { requestId, unreachable } from "../failure.ts";
import { type Catalogue, clock, countdown, type Flaw, flaws as flawsOf, resourceOf } from "../flow.ts";
import { Note } from "../note.tsx";
import type { en } from "../strings/en.ts";
import { When } from "../when.tsx";
import styles from "./details.css";
import { Head } from "./head.tsx";
import type { StepProps } from "./props.ts";

css(styles);

/** Who it is for; as few fields as possible. */
export function Details({ flow, steps, catalogue }: StepProps & { catalogue: Catalogue }) {
  const { t } = useI18n<typeof en>();
  const state = useStore(flow.store);
  const form = useRef<HTMLFormElement>(null);
  const { details, flaws, sending, slot, attempt, times, choosing } = state;
  const { terms } = catalogue;
  const resource = resourceOf(state);
  if (!slot || !resource) return null;
  const locked = sending || attempt !== undefined;
  const error = (flaw: Flaw, text: Parameters<typeof t>[0]) => (flaws.includes(flaw) ? t(text) : undefined);

  const submit = (event: Event) => {
    event.preventDefault();
    const found = flawsOf(details, terms !== undefined);
    flow.store.set({ flaws: found });
    if (!found.length) return void steps.submit();
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
  };

  return (
    <>
      <Head state={state} onBack={locked ? undefined : steps.back} />
      <div class="booking-chosen">
        <Icon of={calendar} />
        <When starts_at={slot.starts_at} ends_at={slot.ends_at} timeZone={times?.store.get().zone} />
        {state.party > 1 && <span class="booking-chosen-party">{t("guests", { count: state.party })}</span>}
      </div>
      {!attempt && <Holding flow={flow} steps={steps} busy={choosing} />}
      <form ref={form} class="booking-details" noValidate onSubmit={submit}>
        <div>
          <h3>{t("yourDetails")}</h3>
          <p class="f-muted">{t("emailHint")}</p>
        </div>
        <fieldset class="booking-fields" disabled={locked}>
          <Field label={t("name")} error={error("name", "nameMissing")}>
            <Input
              autocomplete="name"
              name="name"
              maxLength={120}
              value={details.name}
              onInput={(name) => steps.edit({ name })}
            />
          </Field>
          <Field label={t("email")} error={error("email", "emailWrong")}>
            <Input
              type="email"
              autocomplete="email"
              name="email"
              value={details.email}
              onInput={(email) => steps.edit({ email })}
            />
          </Field>
          <Field label={t("phone")} optional error={error("phone", "phoneWrong")}>
            <Input
              type="tel"
              autocomplete="tel"
              name="phone"
              value={details.phone}
              onInput={(phone) => steps.edit({ phone })}
            />
          </Field>
          <Field label={t("notes")} optional>
            <Textarea
              name="notes"
              rows={2}
              maxRows={6}
              maxLength={2000}
              value={details.notes}
              onInput={(notes) => steps.edit({ notes })}
            />
          </Field>
          {terms && (
            <div class="booking-terms">
              <Checkbox
                checked={details.agreed}
                onChange={(agreed) => steps.edit({ agreed })}
                error={error("agreed", "agreeMissing")}
              >
                {t("agree")}
              </Checkbox>
              <details>
                <summary>{t("readTerms")}</summary>
                <p>{terms.text}</p>
              </details>
            </div>
          )}
        </fieldset>
        {state.failure !== undefined && <Failure failure={state.failure} attempted={attempt !== undefined} />}
        <div class="booking-submit">
          <Button variant="primary" type="submit" full busy={sending}>
            {attempt && !sending ? t("kit.retry" as "book") : t(resource.requires_approval ? "request" : "book")}
          </Button>
        </div>
      </form>
    </>
  );
}

function Failure({ failure, attempted }: { failure: unknown; attempted: boolean }) {
  const { t } = useI18n<typeof en>();
  const title = t(attempted ? "unanswered" : "bookFailed");
  const text = attempted ? (unreachable(failure) && !navigator.onLine ? t("offline") : t("unansweredText")) : undefined;
  return <ErrorNote title={title} text={text} requestId={requestId(failure)} />;
}

/** Says nothing until time gets short, and is kind when it is over. */
function Holding({ flow, steps, busy }: StepProps & { busy: boolean }) {
  const { t } = useI18n<typeof en>();
  const { hold, refusal } = useStore(flow.store);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = hold ? countdown(hold.until, now) : 0;
  if (left === undefined) return null;
  if (left > 0) {
    return (
      <p class="booking-holding" role="timer">
        <Icon of={clockIcon} size={18} />
        {t("keptFor", { time: clock(left) })}
      </p>
    );
  }
  return (
    <Note title={t(refusal && "failed" in refusal ? "holdFailed" : "holdLost")} text={t("holdLostText")}>
      <Button size="s" busy={busy} onClick={() => void steps.holdAgain()}>
        {t("keepAgain")}
      </Button>
      <Button size="s" variant="quiet" onClick={steps.back}>
        {t("pickAnother")}
      </Button>
    </Note>
  );
}
