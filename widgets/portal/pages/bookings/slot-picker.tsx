import { useState } from "preact/hooks";
import type { Resource } from "../../../../sdk/index.ts";
import { addDays, addMonths, Calendar, Checkbox, daysIn, Field, Input, today } from "../../../kit/index.ts";
import { useQuery } from "../../data/hooks.ts";
import { RowsSkeleton } from "../../parts/data-table.tsx";
import { Shown } from "../../parts/shown.tsx";
import { useStrings } from "../../strings/use.ts";
import { clock, isoOf, minutesOf, wallOf } from "../calendar/zone.ts";
import { en } from "./strings.ts";

export interface SlotPickerProps {
  resource: Resource;
  /** The venue's. */
  zone: string;
  party: number;
  /** The day that is open at first, unless a time says another or it is over. */
  date?: string | undefined;
  /** An instant, RFC 3339. */
  value: string | undefined;
  onChange(starts_at: string | undefined): void;
}

/** A day, then a time that is offered on it, or any other time. */
export function SlotPicker({ resource, zone, party, date: wanted, value, onChange }: SlotPickerProps) {
  const { t, date, locale } = useStrings(en);
  const now = today(zone);
  const chosen = value && wallOf(value, zone);
  const [day, setDay] = useState(chosen ? chosen.date : wanted && wanted > now ? wanted : now);
  const [month, setMonth] = useState(day.slice(0, 7));
  const [free, setFree] = useState(false);
  const [time, setTime] = useState(chosen ? clock(chosen.minutes) : "");
  const from = month === now.slice(0, 7) ? now : `${month}-01`;
  const to = `${month}-${daysIn(month)}`;
  const offered = useQuery(
    ["availability", resource.id, from, to, party],
    (foyer) => foyer.availability.slots({ resource_id: resource.id, from, to, party }),
    { on: ["booking.", "hold.", "resource.", "venue."], keep: true },
  );
  const byDate = new Map(offered.data?.days.map((one) => [one.date, one.slots]));
  const slots = byDate.get(day) ?? [];
  const other = free || (!!value && !!offered.data && byDate.has(day) && !slots.some((one) => one.starts_at === value));
  const setOther = (text: string) => {
    setTime(text);
    const minutes = minutesOf(text);
    onChange(minutes === undefined ? undefined : isoOf(day, minutes, zone));
  };
  const at = (starts: string) => date(starts, { timeStyle: "short", timeZone: zone });
  return (
    <div class="p-slots">
      <Calendar
        month={month}
        onMonth={setMonth}
        selected={day}
        timeZone={zone}
        min={now.slice(0, 7)}
        max={addMonths(now.slice(0, 7), 24)}
        loading={offered.busy}
        day={(one) => {
          const count = byDate.get(one)?.length ?? 0;
          return { disabled: one < addDays(now, -1), marked: count > 0, note: t("openings", { count }) };
        }}
        onSelect={(one) => {
          setDay(one);
          const minutes = other ? minutesOf(time) : undefined;
          onChange(minutes === undefined ? undefined : isoOf(one, minutes, zone));
        }}
      />
      <div class="p-slots-times">
        <h3>{date(`${day}T12:00:00Z`, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })}</h3>
        <Shown of={offered} skeleton={<RowsSkeleton rows={4} />}>
          {() =>
            slots.length ? (
              // biome-ignore lint/a11y/useSemanticElements: buttons in a group, not fields
              <div
                role="group"
                class="p-slots-list"
                aria-label={t("times", { day: date(`${day}T12:00:00Z`, { dateStyle: "full", timeZone: "UTC" }) })}
              >
                {slots.map((slot) => (
                  <button
                    key={slot.starts_at}
                    type="button"
                    class="p-slot"
                    aria-pressed={slot.starts_at === value}
                    onClick={() => {
                      setFree(false);
                      setTime(clock(wallOf(slot.starts_at, zone).minutes));
                      onChange(slot.starts_at);
                    }}
                  >
                    {at(slot.starts_at)}
                    {resource.capacity > 1 && <span>{t("left", { count: slot.vacancies })}</span>}
                  </button>
                ))}
              </div>
            ) : (
              <p class="f-muted">{t("noTimes")}</p>
            )
          }
        </Shown>
        <Checkbox
          checked={other}
          hint={other ? t("otherTimeHint") : undefined}
          onChange={(on) => {
            setFree(on);
            if (on) setOther(time || "09:00");
            else onChange(undefined);
          }}
        >
          {t("otherTime")}
        </Checkbox>
        {other && (
          <Field label={t("time")}>
            <Input type="time" value={time} onInput={setOther} />
          </Field>
        )}
        <p class="f-muted p-slots-zone" lang={locale}>
          {t("zone", { zone: zone.replace(/_/g, " ") })}
        </p>
      </div>
    </div>
  );
}
