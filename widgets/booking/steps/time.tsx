import { Button, ErrorNote, Icon, IconButton, useI18n, useStore } from "../../kit/index.ts";
import { info, minus, plus } from "../../kit/icons.ts";
import { codeOf, requestId, unreachable } from "../failure.ts";
import { type BookingFlow, resourceOf } from "../state.ts";
import type { en } from "../strings/en.ts";
import { TimesView } from "../times/times.tsx";
import { Head } from "./head.tsx";

export function Time({ flow }: { flow: BookingFlow }) {
  const { t } = useI18n<typeof en>();
  const state = useStore(flow.store);
  const resource = resourceOf(state);
  const alone = typeof state.catalogue === "object" && "resources" in state.catalogue && state.catalogue.resources.length < 2;
  if (!resource || !state.times) return null;
  const { party, slot } = state;
  return (
    <>
      <Head state={state} onBack={alone ? undefined : flow.back} />
      {resource.min_party < resource.max_party && (
        <div class="party" role="group" aria-label={t("party")}>
          <span>{t("party")}</span>
          <IconButton
            icon={minus}
            variant="secondary"
            label={t("fewer")}
            disabled={party <= resource.min_party}
            onClick={() => flow.setParty(party - 1)}
          />
          <output aria-live="polite">{party}</output>
          <IconButton
            icon={plus}
            variant="secondary"
            label={t("more")}
            disabled={party >= resource.max_party}
            onClick={() => flow.setParty(party + 1)}
          />
        </div>
      )}
      <TimesView
        times={state.times}
        chosen={slot?.starts_at}
        busy={state.choosing}
        onChoose={(chosen) => void flow.choose(chosen)}
        note={<Refusal flow={flow} />}
        instead={!alone && <Button onClick={flow.back}>{t("other")}</Button>}
      />
    </>
  );
}

/** Why the chosen time could not be had, and what can be done instead. */
function Refusal({ flow }: { flow: BookingFlow }) {
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
        onRetry={slot && (() => void flow.choose(slot))}
      />
    );
  }
  return (
    <div class="note" role="alert">
      <Icon of={info} />
      <div>
        <strong>{t("taken")}</strong>
        <p>{t(refusal.taken.length ? "takenText" : "takenNone")}</p>
        <div class="alternatives">
          {refusal.taken.map((one) => (
            <Button key={one.starts_at} size="s" onClick={() => void flow.choose(one)}>
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
        </div>
      </div>
    </div>
  );
}
