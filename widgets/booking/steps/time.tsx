import { Button, IconButton } from "../../kit/controls/button.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { minus, plus } from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import { codeOf, requestId, unreachable } from "../failure.ts";
import { resourceOf } from "../flow.ts";
import { Note } from "../note.tsx";
import type { en } from "../strings/en.ts";
import { TimesView } from "../times/times.tsx";
import { Head } from "./head.tsx";
import type { StepProps } from "./props.ts";

export function Time({ flow, steps }: StepProps) {
  const { t } = useI18n<typeof en>();
  const state = useStore(flow.store);
  const resource = resourceOf(state);
  const alone =
    typeof state.catalogue === "object" && "resources" in state.catalogue && state.catalogue.resources.length < 2;
  if (!resource || !state.times) return null;
  const { party, slot } = state;
  return (
    <>
      <Head state={state} onBack={alone ? undefined : steps.back} about />
      {resource.min_party < resource.max_party && (
        <fieldset class="booking-party" aria-label={t("party")}>
          <span>{t("party")}</span>
          <IconButton
            icon={minus}
            variant="secondary"
            label={t("fewer")}
            disabled={party <= resource.min_party}
            onClick={() => steps.setParty(party - 1)}
          />
          <output aria-live="polite">{party}</output>
          <IconButton
            icon={plus}
            variant="secondary"
            label={t("more")}
            disabled={party >= resource.max_party}
            onClick={() => steps.setParty(party + 1)}
          />
        </fieldset>
      )}
      <TimesView
        times={state.times}
        chosen={slot?.starts_at}
        busy={state.choosing}
        onChoose={(chosen) => void steps.choose(chosen)}
        note={<Refusal flow={flow} steps={steps} />}
        instead={!alone && <Button onClick={steps.back}>{t("other")}</Button>}
      />
    </>
  );
}

/** Why the chosen time could not be had, and what can be done instead. */
function Refusal({ flow, steps }: StepProps) {
  const { t, date } = useI18n<typeof en>();
  const { refusal, slot, times, choosing } = useStore(flow.store);
  if (!refusal) return null;
  if ("failed" in refusal) {
    const { failed } = refusal;
    const tooMany = codeOf(failed) === "too_many_holds" && t("tooManyHolds");
    return (
      <ErrorNote
        title={t("holdFailed")}
        text={tooMany || (unreachable(failed) ? t("offline") : undefined)}
        requestId={requestId(failed)}
        retrying={choosing}
        onRetry={slot && (() => void steps.choose(slot))}
      />
    );
  }
  return (
    <Note title={t("taken")} text={t(refusal.taken.length ? "takenText" : "takenNone")}>
      {refusal.taken.map((one) => (
        <Button key={one.starts_at} size="s" onClick={() => void steps.choose(one)}>
          {date(one.starts_at, {
            weekday: "short",
            day: "numeric",
            month: "short",
            hour: "numeric",
            minute: "2-digit",
            timeZone: times?.store.get().zone,
          })}
        </Button>
      ))}
    </Note>
  );
}
