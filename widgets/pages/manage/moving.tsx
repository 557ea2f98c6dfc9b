import type { ManagedBooking } from "@foyer/sdk";
import { note, when } from "../../booking/parts.tsx";
import { timesView } from "../../booking/times/times.tsx";
import { Button, IconButton } from "../../kit/controls/button.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { arrowLeft } from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import { Refused } from "./refused.tsx";
import type { ManageState, Managing } from "./state.ts";
import type { en } from "./strings/en.ts";

/** Another time for the same thing: chosen like the first one, and confirmed against it. */
export function Moving({ managing, booking }: { managing: Managing; booking: ManagedBooking }) {
  const { t } = useI18n<typeof en>();
  const { times } = useStore(managing.store);
  if (!times) return null;
  return (
    <>
      <div class="manage-moving-head">
        <IconButton icon={arrowLeft} directional label={t("back")} onClick={() => managing.turn("view")} />
        <h1>{t("moveTitle")}</h1>
      </div>
      <Choice managing={managing} booking={booking} times={times} />
    </>
  );
}

interface ChoiceProps {
  managing: Managing;
  booking: ManagedBooking;
  times: NonNullable<ManageState["times"]>;
}

function Choice({ managing, booking, times }: ChoiceProps) {
  const say = useI18n<typeof en>();
  const { t, date } = say;
  const { wanted, taken, working, failure } = useStore(managing.store);
  const { zone } = useStore(times.store);
  if (!wanted) {
    return timesView({
      say,
      times,
      chosen: booking.starts_at,
      onChoose: managing.want,
      instead: <Button onClick={() => managing.turn("view")}>{t("moveStop")}</Button>,
      note:
        taken &&
        note(
          t("taken"),
          t(taken.length ? "takenText" : "takenNone"),
          taken.map((one) => (
            <Button key={one.starts_at} size="s" onClick={() => managing.want(one)}>
              {date(one.starts_at, { dateStyle: "medium", timeStyle: "short", timeZone: zone })}
            </Button>
          )),
        ),
    });
  }
  return (
    <div class="manage-proposal">
      <h2>{t("moveAsk")}</h2>
      <div class="manage-was">{when(say, booking.starts_at, booking.ends_at, zone)}</div>
      {when(say, wanted.starts_at, wanted.ends_at, zone)}
      {failure !== undefined && <Refused failure={failure} />}
      <div class="manage-proposal-actions">
        <Button variant="primary" busy={working} onClick={() => void managing.move()}>
          {t("moveYes")}
        </Button>
        <Button disabled={working} onClick={() => managing.want(undefined)}>
          {t("moveNo")}
        </Button>
      </div>
    </div>
  );
}
