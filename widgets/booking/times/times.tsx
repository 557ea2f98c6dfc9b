import type { Slot } from "@foyer/sdk";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { addMonths } from "../../kit/calendar-model.ts";
import { Button } from "../../kit/controls/button.tsx";
import { Calendar } from "../../kit/controls/calendar.tsx";
import { Empty } from "../../kit/controls/empty.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { Field } from "../../kit/controls/field.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { Select } from "../../kit/controls/select.tsx";
import { Loading, Skeleton } from "../../kit/controls/skeleton.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { calendar, globe } from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import { css } from "../../kit/styles.ts";
import { requestId, unreachable } from "../failure.ts";
import type { en } from "../strings/en.ts";
import { daysOf, type Times } from "./state.ts";
import styles from "./times.css";

css(styles);

export interface TimesProps {
  times: Times;
  /** Start of the slot that is chosen or being held, in RFC 3339. */
  chosen?: string | undefined;
  /** The chosen slot is being asked for. */
  busy?: boolean;
  onChoose(slot: Slot): void;
  /** What to say above the slots. */
  note?: ComponentChildren;
  /** Offered where nothing is free. */
  instead?: ComponentChildren;
}

const visitorZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
const fewLeft = 3;

/** A month and the slots of its selected day, side by side where there is room. */
export function TimesView({ times, chosen, busy, onChoose, note, instead }: TimesProps) {
  const { t, date, locale } = useI18n<typeof en>();
  const state = useStore(times.store);
  const { min, max } = times.range();
  const shown = state.months[state.month];
  const days = daysOf(state);
  const failed = typeof shown === "object" && "failed" in shown ? shown.failed : undefined;
  const slots = (state.date && days?.[state.date]) || [];

  useEffect(() => {
    if (!state.month) void times.showMonth(min);
    const again = () => {
      const now = times.store.get();
      const month = now.months[now.month];
      if (typeof month === "object" && "failed" in month) void times.reload();
    };
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [times]);

  if (state.full) {
    return (
      <div class="booking-times-full">
        <Empty icon={calendar} title={t("full")} text={t("fullText")} action={instead} />
      </div>
    );
  }
  const zones = [...new Set([times.venueZone, state.zone, visitorZone()])];
  const name = (zone: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "longGeneric" })
      .formatToParts()
      .find((part) => part.type === "timeZoneName")?.value ?? zone;
  const label = (zone: string) =>
    zone === times.venueZone ? t("zoneVenue", { zone: name(zone) }) : t("zoneYours", { zone: name(zone) });

  return (
    <div class="booking-times">
      <div class="booking-times-month">
        <Calendar
          month={state.month || min}
          onMonth={(month) => void times.showMonth(month)}
          selected={state.date}
          onSelect={times.select}
          min={min}
          max={max}
          timeZone={state.zone}
          loading={!days && !failed}
          day={(day) => {
            const free = days?.[day]?.length ?? 0;
            return { disabled: !free, note: free ? t("openings", { count: free }) : undefined };
          }}
        />
        <div class="booking-times-zone">
          <Icon of={globe} size={18} />
          {zones.length > 1 ? (
            <Field label={t("zone")} labelHidden>
              <Select
                value={state.zone}
                onChange={times.setZone}
                options={zones.map((zone) => ({ value: zone, label: label(zone) }))}
              />
            </Field>
          ) : (
            <span>{name(state.zone)}</span>
          )}
        </div>
      </div>
      <div class="booking-times-day">
        <div class="booking-times-list">
          {note}
          {failed ? (
            <ErrorNote
              title={t("timesFailed")}
              text={unreachable(failed) ? t("offline") : undefined}
              requestId={requestId(failed)}
              onRetry={() => void times.reload()}
            />
          ) : !days ? (
            <Loading>
              <Skeleton width="60%" height="24px" />
              <div class="booking-times-slots">
                {Array.from({ length: 6 }, (_, index) => (
                  <Skeleton key={index} height="44px" radius="6px" />
                ))}
              </div>
            </Loading>
          ) : (
            <>
              <p class="booking-times-date" aria-live="polite">
                {state.date
                  ? date(`${state.date}T12:00:00Z`, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })
                  : t("noneThisMonth")}
              </p>
              {!state.date && (
                <Button
                  size="s"
                  onClick={() => void times.showMonth(addMonths(state.month, 1))}
                  hidden={state.month >= max}
                >
                  {t("nextMonth")}
                </Button>
              )}
              <ul class="booking-times-slots">
                {slots.map((slot) => {
                  const mine = chosen !== undefined && Date.parse(chosen) === Date.parse(slot.starts_at);
                  return (
                    <li key={slot.starts_at}>
                      <Button
                        full
                        class={`booking-times-slot${mine ? " booking-times-mine" : ""}`}
                        aria-pressed={mine}
                        busy={mine && busy}
                        onClick={() => onChoose(slot)}
                      >
                        {date(slot.starts_at, { timeStyle: "short", timeZone: state.zone })}
                        {slot.vacancies <= fewLeft && <small>{t("left", { count: slot.vacancies })}</small>}
                      </Button>
                    </li>
                  );
                })}
              </ul>
            </>
          )}
        </div>
      </div>
    </div>
  );
}
