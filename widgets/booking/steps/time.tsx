import type { VNode } from "preact";
import type { Failure } from "../../client/client.ts";
import { Button } from "../../kit/controls/button.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { fits } from "../flow.ts";
import { note } from "../parts.tsx";
import { known, resourceOf } from "../state.ts";
import { timesView } from "../times/times.tsx";
import type { Ui } from "../ui.ts";
import { head } from "./head.tsx";
import { who } from "./who.tsx";

/** For whom and when, on one surface. */
export function time(ui: Ui) {
  const { t, state, flow } = ui;
  const { times, slot, choosing, wish } = state;
  const resource = resourceOf(state);
  const alone = (known(state)?.resources.length ?? 0) < 2;
  if (!times || !wish || !resource) return null;
  return (
    <>
      {head(ui, alone ? undefined : flow.steps!.back, true)}
      {who(ui, true)}
      {fits(resource, wish) &&
        timesView({
          say: ui,
          times,
          chosen: slot?.starts_at,
          busy: choosing,
          onChoose: flow.steps!.choose,
          note: refused(ui),
          instead: (
            <>
              {flow.steps!.waitlist(ui) as VNode}
              {!alone && <Button onClick={flow.steps!.back}>{t("other")}</Button>}
            </>
          ),
        })}
    </>
  );
}

/** Why what was wanted could not be had, and what can be done instead. */
export function refused(ui: Ui) {
  const { t, date, state, flow } = ui;
  const { refusal, slot, times, choosing, hold } = state;
  if (!refusal) return null;
  if ("failed" in refusal) {
    const { code, status, request_id, reason } = refusal.failed as Failure;
    if (code === "promotion_not_valid") return null;
    if (hold && code === "slot_unavailable")
      return note(t("notEnough"), t(reason === "add_on_out" ? "addOnOut" : "asBefore"));
    return (
      <ErrorNote
        title={t("holdFailed")}
        text={code === "too_many_holds" ? t("tooManyHolds") : !status && t("offline")}
        requestId={request_id}
        retrying={choosing}
        onRetry={slot && (() => flow.steps!.choose(slot))}
      />
    );
  }
  const timeZone = times?.store.get().zone;
  return note(
    t("taken"),
    t(refusal.taken.length ? "takenText" : "takenNone"),
    refusal.taken.map((one) => (
      <Button key={one.starts_at} size="s" onClick={() => flow.steps!.choose(one)}>
        {date(one.starts_at, {
          weekday: "short",
          day: "numeric",
          month: "short",
          hour: "numeric",
          minute: "2-digit",
          timeZone,
        })}
      </Button>
    )),
  );
}
