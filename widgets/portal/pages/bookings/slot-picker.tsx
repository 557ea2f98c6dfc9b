import { useState } from "preact/hooks";
import type { Booking, Resource } from "../../../../sdk/index.ts";
import { addDays, addMonths, Calendar, Checkbox, daysIn, Field, Loading, Skeleton, today } from "../../../kit/index.ts";
import { Shown } from "../../parts/shown.tsx";
import { useStrings } from "../../strings/use.ts";
import { wallOf } from "../calendar/zone.ts";
import { type Draft, endOf } from "./draft.ts";
import { en } from "./form-strings.ts";
import { FreeTime } from "./free-time.tsx";
import { choosable, type Slot } from "./refused.ts";
import { Stepper } from "./stepper.tsx";
import { useDay, useMonth } from "./use-offered.ts";
import { Why } from "./why.tsx";

export interface SlotPickerProps {
  resource: Resource;
  /** The venue's. */
  zone: string;
  draft: Draft;
  /** The day that is open at first, unless a time says another or it is over. */
  date?: string | undefined;
  /** The booking that is being moved: its own places do not stand in its way. */
  own?: Booking | undefined;
  onChange(patch: Partial<Draft>): void;
}

/** A day and a length, then a time that is offered, one that is not with the reason why, or any other. */
export function SlotPicker({ resource, zone, draft, date: wanted, own, onChange }: SlotPickerProps) {
  const { t, date, locale } = useStrings(en);
  const now = today(zone);
  const chosen = draft.starts_at && wallOf(draft.starts_at, zone).date;
  const [picked, setPicked] = useState(chosen ?? (wanted && wanted > now ? wanted : undefined));
  const [shownMonth, setMonth] = useState((picked ?? now).slice(0, 7));
  const [all, setAll] = useState(false);
  const from = shownMonth === now.slice(0, 7) ? now : `${shownMonth}-01`;
  const offered = useMonth(resource, draft, from, `${shownMonth}-${daysIn(shownMonth)}`);
  const free = [...offered.days.values()].find(({ status }) => status === "open" || status === "limited");
  // Until somebody picks a day, it is the first that has something to offer.
  const day = picked ?? free?.date ?? now;
  const { length_unit } = resource;
  const ranged = length_unit !== "fixed";
  const step = length_unit === "hour" ? resource.slot_step_minutes / 60 : 1;
  const choose = (slot: Slot) => onChange({ starts_at: slot.starts_at, ends_at: slot.ends_at, free: false });
  const setLength = (length: number) => {
    const next = { ...draft, length };
    const ends_at = draft.starts_at && !draft.free ? endOf(resource, next, draft.starts_at, zone) : draft.ends_at;
    onChange({ length, ends_at });
  };
  const full = date(`${day}T12:00:00Z`, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return (
    <div class="p-slots">
      <Calendar
        month={shownMonth}
        onMonth={setMonth}
        selected={day}
        timeZone={zone}
        min={addMonths(now.slice(0, 7), -1)}
        max={addMonths(now.slice(0, 7), 24)}
        loading={offered.busy}
        day={(one) => {
          const status = offered.days.get(one)?.status;
          return {
            disabled: one < addDays(now, -1),
            marked: status === "open" || status === "limited",
            ...(status ? { note: t(`status.${status}`) } : {}),
          };
        }}
        onSelect={(one) => {
          setPicked(one);
          // What was chosen on another day is not meant for this one.
          if (!draft.free) onChange({ starts_at: undefined, ends_at: undefined });
        }}
      />
      <div class="p-slots-times">
        <h4>{full}</h4>
        {ranged && !draft.free && (
          <Field label={t(`length.${length_unit}`)}>
            <Stepper
              name={t(`length.${length_unit}`)}
              value={draft.length}
              min={resource.min_length}
              max={resource.max_length}
              step={step}
              onChange={setLength}
            />
          </Field>
        )}
        {draft.free ? (
          <FreeTime resource={resource} zone={zone} draft={draft} day={day} onChange={onChange} />
        ) : (
          <Slots {...{ resource, zone, draft, day, own, all }} label={t("timesOn", { day: full })} onChoose={choose} />
        )}
        {draft.starts_at && (draft.free || all) && <Why resource={resource} draft={draft} own={own} />}
        <div class="p-slots-more">
          {!draft.free && (
            <Checkbox checked={all} onChange={setAll}>
              {t("showClosed")}
            </Checkbox>
          )}
          <Checkbox
            checked={draft.free}
            hint={draft.free ? t("otherTimeHint") : undefined}
            onChange={(on) => onChange(on ? { free: true } : { free: false, starts_at: undefined, ends_at: undefined })}
          >
            {t("otherTime")}
          </Checkbox>
        </div>
        <p class="f-muted p-slots-zone" lang={locale}>
          {t("zone", { zone: zone.replace(/_/g, " ") })}
        </p>
      </div>
    </div>
  );
}

interface SlotsProps {
  resource: Resource;
  zone: string;
  draft: Draft;
  day: string;
  own: Booking | undefined;
  /** Also what is not on offer. */
  all: boolean;
  label: string;
  onChoose(slot: Slot): void;
}

function Slots({ resource, zone, draft, day, own, all, label, onChoose }: SlotsProps) {
  const { t, date } = useStrings(en);
  const query = useDay(resource, draft, day, own);
  const fresh = query.data?.days[0]?.date === day;
  const at = (starts: string) => date(starts, { timeStyle: "short", timeZone: zone });
  const skeleton = <Skeleton lines={4} height="38px" />;
  if (query.data && !fresh) return query.error ? null : <Loading>{skeleton}</Loading>;
  return (
    <Shown of={query} skeleton={skeleton}>
      {({ days: [first] }) => {
        const slots = first?.slots ?? [];
        const open = slots.filter(({ reason, starts_at }) => !reason || starts_at === draft.starts_at);
        const shown = all ? slots : open;
        if (shown.length === 0)
          return <p class="f-muted">{first?.reason ? `${t("noTimes")} ${t(`why.${first.reason}`)}` : t("noTimes")}</p>;
        const longest = slots.find(({ starts_at }) => starts_at === draft.starts_at)?.longest;
        const unit = resource.length_unit;
        return (
          <>
            {/* biome-ignore lint/a11y/useSemanticElements: buttons in a group, not fields */}
            <div role="group" class="p-slots-list" aria-label={label}>
              {shown.map((slot) => (
                <button
                  key={slot.starts_at}
                  type="button"
                  class={`p-slot${slot.reason ? " p-slot-off" : ""}`}
                  aria-pressed={slot.starts_at === draft.starts_at}
                  disabled={!choosable(slot)}
                  onClick={() => onChoose(slot)}
                >
                  {at(slot.starts_at)}
                  {slot.reason ? (
                    <span>{slot.starts_at === own?.starts_at ? t("asNow") : t(`reason.${slot.reason}`)}</span>
                  ) : (
                    slot.capacity > 1 && <span>{t("left", { count: slot.vacancies })}</span>
                  )}
                </button>
              ))}
            </div>
            {unit !== "fixed" && !!longest && longest > draft.length && (
              <p class="f-hint">{t("longest", { length: t(`lengths.${unit}`, { count: longest }) })}</p>
            )}
          </>
        );
      }}
    </Shown>
  );
}
