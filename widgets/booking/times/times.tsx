import type { Slot } from "@foyer/sdk";
import type { ComponentChildren } from "preact";
import type { Failure } from "../../client/client.ts";
import { Button } from "../../kit/controls/button.tsx";
import { Calendar } from "../../kit/controls/calendar.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { Loading, Skeleton } from "../../kit/controls/skeleton.tsx";
import { globe } from "../../kit/icons.ts";
import { css } from "../../kit/styles.ts";
import { choice, stepper, when } from "../parts.tsx";
import type { Say } from "../ui.ts";
import { byDate, free, lengthTo, type Times } from "./state.ts";
import styles from "./times.css";

css(styles);

export interface TimesProps {
  say: Say;
  times: Times;
  /** Start of the slot that is chosen or being held, in RFC 3339. */
  chosen?: string | undefined;
  /** The chosen slot is being asked for. */
  busy?: boolean;
  onChoose(slot: Slot): void;
  /** What to say above the slots. */
  note?: ComponentChildren;
  /** Offered where nothing is free, of a day or at all. */
  instead?: ComponentChildren;
}

const visitorZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
const fewLeft = 3;
const noon = (date: string) => `${date}T12:00:00Z`;

/** A month and the slots of its selected day, side by side where there is room. */
export function timesView({ say, times, chosen, busy = false, onChoose, note, instead }: TimesProps) {
  const { t, date: write, locale, money } = say;
  const { venueZone, unit, store } = times;
  const { zone, month, date, days, slots, failed, first, full, picked, length, offer } = store.get();
  const { min, max } = times.range();
  const zones = [...new Set([venueZone, zone, visitorZone()])];
  const named = (one: string) => {
    const parts = new Intl.DateTimeFormat(locale, { timeZone: one, timeZoneName: "longGeneric" }).formatToParts();
    const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? one;
    return zones.length < 2 ? name : t(one === venueZone ? "zoneVenue" : "zoneYours", { zone: name });
  };
  const dateOf = (slot: Slot) => slot.local_start.slice(0, 10);
  // Of a range that is being chosen, each day that would be part of it.
  const until = picked && byDate(unit) && date ? date : undefined;
  const reach = (day: string) => (until && picked ? lengthTo(unit, until, day) : 0);
  const ends = (day: string) => reach(day) >= times.min && reach(day) <= (picked?.longest ?? 0) && day > (date ?? "");
  const time = { timeStyle: "short", timeZone: zone } as const;

  const list = slots && (
    <ul class="slots">
      {slots.map((slot) => {
        const { starts_at, vacancies, capacity } = slot;
        const mine = starts_at === (picked?.starts_at ?? chosen);
        const day = { day: "numeric", month: "short", timeZone: zone } as const;
        const away =
          zone !== venueZone && write(starts_at, day) !== write(noon(dateOf(slot)), { ...day, timeZone: "UTC" });
        return (
          <li key={starts_at}>
            <Button
              full
              class={`slot${mine ? " mine" : ""}`}
              aria-pressed={mine}
              busy={mine && busy}
              onClick={() => (unit === "fixed" ? onChoose(slot) : times.pick(slot))}
            >
              {write(starts_at, time)}
              {away && <small>{write(starts_at, day)}</small>}
              {vacancies <= fewLeft && vacancies < capacity && <small>{t("left", { count: vacancies })}</small>}
            </Button>
          </li>
        );
      })}
    </ul>
  );

  return (
    <div class="times">
      <div>
        <Calendar
          month={month || min}
          onMonth={times.showMonth}
          selected={date}
          onSelect={(day) => (ends(day) ? times.setLength(reach(day)) : void times.select(day))}
          min={min}
          max={max}
          timeZone={venueZone}
          loading={!failed && !Object.keys(days).some((day) => day.startsWith(month))}
          day={(day) => {
            const status = days[day];
            const inside = day > (date ?? "") && reach(day) > 0 && reach(day) <= length;
            return {
              disabled: !status || (status === "closed" && !ends(day)),
              kind: inside ? "in" : status,
              marked: free(status),
              note: day === first ? t("firstFree") : status === "limited" || status === "full" ? t(status) : undefined,
            };
          }}
        />
        <div class="zone">
          <Icon of={globe} size={18} />
          {zones.length < 2
            ? named(zone)
            : choice(
                t("zone"),
                zone,
                zones.map((one) => [one, named(one)]),
                times.setZone,
              )}
        </div>
      </div>
      <div class="day">
        <div>
          {note}
          {failed ? (
            <ErrorNote
              title={t("timesFailed")}
              text={!(failed as Failure).status && t("offline")}
              requestId={(failed as Failure).request_id}
              onRetry={() => void times.reload()}
            />
          ) : full ? (
            <>
              <h3>{t("fullTitle")}</h3>
              <p class="f-muted">{t("fullText")}</p>
              {instead}
            </>
          ) : !list ? (
            <Loading>
              <Skeleton width="60%" height="24px" />
              <div class="slots">
                {[1, 2, 3, 4, 5, 6].map((index) => (
                  <Skeleton key={index} height="44px" radius="6px" />
                ))}
              </div>
            </Loading>
          ) : (
            <>
              <h3 aria-live="polite">
                {date && write(noon(date), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })}
              </h3>
              {!slots.length && (
                <>
                  <p class="f-muted">{t("dayFull")}</p>
                  {first && (
                    <Button size="s" onClick={() => void times.select(first)}>
                      {t("firstFree")}: {write(noon(first), { day: "numeric", month: "short", timeZone: "UTC" })}
                    </Button>
                  )}
                  {instead}
                </>
              )}
              {(!until || slots.length > 1) && list}
              {picked && (
                <div class="range">
                  {stepper(
                    say,
                    t("length"),
                    length,
                    [times.min, picked.longest ?? times.min],
                    times.setLength,
                    t(unit as "day", { count: length }),
                    times.step,
                  )}
                  {offer ? when(say, offer.starts_at, offer.ends_at, zone) : <Skeleton lines={2} />}
                  <Button variant="primary" full busy={busy} disabled={!offer} onClick={() => offer && onChoose(offer)}>
                    {t("continue")}
                    {offer && ` · ${offer.price ? money(offer.price, offer.currency) : t("free")}`}
                  </Button>
                </div>
              )}
            </>
          )}
        </div>
      </div>
    </div>
  );
}
