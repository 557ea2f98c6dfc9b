import type { ManagedBooking } from "@foyer/sdk";
import { Note } from "../../booking/note.tsx";
import { TimesView } from "../../booking/times/times.tsx";
import { When } from "../../booking/when.tsx";
import { Button, IconButton } from "../../kit/controls/button.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { arrowLeft } from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import { Refused } from "./refused.tsx";
import type { Managing } from "./state.ts";
import type { en } from "./strings/en.ts";

/** Another time for the same thing: chosen like the first one, and confirmed against it. */
export function Moving({ managing, booking }: { managing: Managing; booking: ManagedBooking }) {
  const { t, date } = useI18n<typeof en>();
  const { times, wanted, taken, working, failure } = useStore(managing.store);
  const zone = times?.store.get().zone;
  if (!times) return null;
  return (
    <>
      <div class="manage-moving-head">
        <IconButton icon={arrowLeft} directional label={t("back")} onClick={() => managing.turn("view")} />
        <h1>{t("moveTitle")}</h1>
      </div>
      {wanted ? (
        <div class="manage-proposal">
          <h2>{t("moveAsk")}</h2>
          <div class="manage-was">
            <When starts_at={booking.starts_at} ends_at={booking.ends_at} timeZone={zone} />
          </div>
          <When starts_at={wanted.starts_at} ends_at={wanted.ends_at} timeZone={zone} />
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
      ) : (
        <TimesView
          times={times}
          chosen={booking.starts_at}
          onChoose={managing.want}
          instead={<Button onClick={() => managing.turn("view")}>{t("moveStop")}</Button>}
          note={
            taken && (
              <Note title={t("taken")} text={t(taken.length ? "takenText" : "takenNone")}>
                {taken.map((one) => (
                  <Button key={one.starts_at} size="s" onClick={() => managing.want(one)}>
                    {date(one.starts_at, { dateStyle: "medium", timeStyle: "short", timeZone: zone })}
                  </Button>
                ))}
              </Note>
            )
          }
        />
      )}
    </>
  );
}
