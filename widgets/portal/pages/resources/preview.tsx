import { useState } from "preact/hooks";
import type { Resource, Slot } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { addDays, Button, css, Field, IconButton, Input, Select, Skeleton, today } from "../../../kit/index.ts";
import { useQuery } from "../../data/hooks.ts";
import { Panel } from "../../parts/panel.tsx";
import { Shown } from "../../parts/shown.tsx";
import { useStrings } from "../../strings/use.ts";
import type { Places } from "../bookings/use-places.ts";
import { isoOf } from "../calendar/zone.ts";
import { type Asked, barredFor, freshAsked, questionOf } from "./asked.ts";
import styles from "./preview.css";
import { type Reason, reasons } from "./reasons.ts";
import { en } from "./strings.ts";
import { Why } from "./why.tsx";

css(styles);

/** Slots of a day that are shown before the rest is counted. */
const few = 8;
const hears = ["booking.", "hold.", "resource.", "venue.", "company.", "block.", "shift.", "unit.", "pool."];

interface PreviewProps {
  resource: Resource;
  places: Places;
  /** Whether there is something unsaved, which does not show here. */
  changed: boolean;
}

/** What is offered of a resource in a week, what it costs, and why not more. */
export function Preview({ resource, places, changed }: PreviewProps) {
  const { t, date } = useStrings(en);
  const [asked, setAsked] = useState<Asked>(() => freshAsked(resource));
  const zone = places.venueOf(asked.venue_id ?? resource.venue_id)?.time_zone ?? places.zoneOf(resource);
  const [week, setWeek] = useState(() => today(zone));
  const [open, setOpen] = useState<string>();
  const [time, setTime] = useState<{ starts_at: string; ends_at: string | undefined }>();
  const ask = (patch: Partial<Asked>) => setAsked((all) => ({ ...all, ...patch }));
  const question = questionOf(resource, asked);
  const query = useQuery(
    ["availability", "preview", resource.version, question, week],
    (foyer) => foyer.availability.slots({ ...question.slots, from: week, to: addDays(week, 6), include_closed: true }),
    { on: hears, keep: true },
  );
  const barred = (starts_at: string, ends_at: string | undefined) =>
    places.company ? barredFor(resource, places.company, zone, starts_at, ends_at, Date.now()) : [];
  const day = (value: string, options: Intl.DateTimeFormatOptions) =>
    date(`${value}T12:00:00Z`, { ...options, timeZone: "UTC" });
  return (
    <Panel
      title={t("preview")}
      end={
        <span class="p-preview-week">
          <IconButton
            size="s"
            icon={icons.chevronLeft}
            directional
            label={t("earlier")}
            disabled={week <= today(zone)}
            onClick={() => setWeek(addDays(week, -7))}
          />
          <IconButton
            size="s"
            icon={icons.chevronRight}
            directional
            label={t("later")}
            onClick={() => setWeek(addDays(week, 7))}
          />
        </span>
      }
    >
      {changed && (
        <p class="p-preview-stale" role="status">
          {t("previewStale")}
        </p>
      )}
      <AskedFields resource={resource} places={places} asked={asked} onChange={ask} week={week} onWeek={setWeek} />
      <Shown of={query} skeleton={<Skeleton lines={7} height="24px" />}>
        {({ days, time_zone }) => (
          <ol class="p-preview" aria-busy={query.busy ? "true" : undefined}>
            {days.map(({ date: on, slots, reason }) => {
              const shown = open === on ? slots : slots.slice(0, few);
              return (
                <li key={on}>
                  <span class="p-preview-day">{day(on, { weekday: "short", day: "numeric", month: "short" })}</span>
                  <span class="p-preview-slots f-tabular">
                    {slots.length === 0 && (
                      <button
                        type="button"
                        class="p-preview-slot p-preview-off"
                        onClick={() => setTime({ starts_at: isoOf(on, 12 * 60, time_zone), ends_at: undefined })}
                      >
                        {reason ? reasons[reason as Reason][1] : t("nothing")}
                      </button>
                    )}
                    {shown.map((slot) => (
                      <SlotButton
                        key={slot.starts_at}
                        slot={slot}
                        reason={(slot.reason as Reason | null) ?? barred(slot.starts_at, slot.ends_at)[0] ?? null}
                        zone={time_zone}
                        on={slot.starts_at === time?.starts_at}
                        shared={resource.sharing === "shared"}
                        onSelect={() => setTime({ starts_at: slot.starts_at, ends_at: slot.ends_at })}
                      />
                    ))}
                    {slots.length > shown.length && (
                      <Button size="s" variant="quiet" onClick={() => setOpen(on)}>
                        {t("slotsMore", { count: slots.length - shown.length })}
                      </Button>
                    )}
                  </span>
                </li>
              );
            })}
          </ol>
        )}
      </Shown>
      <AskTime week={week} zone={zone} onAsk={(starts_at) => setTime({ starts_at, ends_at: undefined })} />
      {time && (
        <Why
          resource={resource}
          zone={zone}
          time={time}
          question={question}
          barred={barred(time.starts_at, time.ends_at)}
          onClose={() => setTime(undefined)}
        />
      )}
    </Panel>
  );
}

interface SlotButtonProps {
  slot: Slot;
  /** Why visitors cannot have it. */
  reason: Reason | null;
  zone: string;
  on: boolean;
  shared: boolean;
  onSelect(): void;
}

function SlotButton({ slot, reason, zone, on, shared, onSelect }: SlotButtonProps) {
  const { t, date, money } = useStrings(en);
  const said = reason
    ? reasons[reason][1]
    : [money(slot.price, slot.currency), shared && slot.capacity > 1 ? t("left", { count: slot.vacancies }) : ""]
        .filter(Boolean)
        .join(", ");
  return (
    <button
      type="button"
      class={`p-preview-slot${reason ? " p-preview-off" : ""}`}
      aria-pressed={on}
      title={said}
      onClick={onSelect}
    >
      {date(slot.starts_at, { timeStyle: "short", timeZone: zone })}
      <span class="f-hidden">, {said}</span>
    </button>
  );
}

interface AskedProps {
  resource: Resource;
  places: Places;
  asked: Asked;
  onChange(patch: Partial<Asked>): void;
  week: string;
  onWeek(week: string): void;
}

/** For whom, where and for how long. */
function AskedFields({ resource, places, asked, onChange, week, onWeek }: AskedProps) {
  const { t } = useStrings(en);
  const venues = [resource.venue_id, ...resource.also_at.map(({ venue_id }) => venue_id)];
  const active = resource.variants.filter(({ status }) => status !== "inactive");
  const unit = resource.length_unit;
  const number = (label: string, value: number, set: (value: number) => void, min = 0) => (
    <Field key={label} label={label}>
      <Input
        type="number"
        min={String(min)}
        value={String(value)}
        onInput={(text) => /^\d{1,4}$/.test(text) && set(Math.max(min, Number(text)))}
      />
    </Field>
  );
  return (
    <div class="p-preview-asked">
      <Field label={t("firstDay")}>
        <Input type="date" value={week} onInput={(value) => value && onWeek(value)} />
      </Field>
      {resource.guest_categories.length === 0
        ? number(t("party"), asked.party, (party) => onChange({ party }), 1)
        : resource.guest_categories.map(({ id, name }) =>
            number(name, asked.guests[id] ?? 0, (count) => onChange({ guests: { ...asked.guests, [id]: count } })),
          )}
      {unit !== "fixed" && number(t(`ask.${unit}`), asked.length, (length) => onChange({ length }), 1)}
      {active.length > 0 && (
        <Field label={t("variant")}>
          <Select
            value={asked.variant_id ?? ""}
            onChange={(id) => onChange({ variant_id: id || undefined })}
            options={[
              { value: "", label: t("anyVariant") },
              ...active.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
      )}
      {venues.length > 1 && (
        <Field label={t("venue")}>
          <Select
            value={asked.venue_id ?? resource.venue_id}
            onChange={(venue_id) => onChange({ venue_id })}
            options={venues.map((id) => ({ value: id, label: places.venueOf(id)?.name ?? id }))}
          />
        </Field>
      )}
    </div>
  );
}

/** Any other time, to hear why it is not offered. */
function AskTime({ week, zone, onAsk }: { week: string; zone: string; onAsk(starts_at: string): void }) {
  const { t } = useStrings(en);
  const [day, setDay] = useState(week);
  const [clock, setClock] = useState("12:00");
  return (
    <form
      class="p-preview-ask"
      onSubmit={(event) => {
        event.preventDefault();
        const [hour = 0, minute = 0] = clock.split(":").map(Number);
        if (day && clock) onAsk(isoOf(day, hour * 60 + minute, zone));
      }}
    >
      <fieldset>
        <legend>{t("askTime")}</legend>
        <Input type="date" aria-label={t("date")} value={day} onInput={setDay} />
        <Input type="time" aria-label={t("time_")} value={clock} onInput={setClock} />
        <Button type="submit" size="s">
          {t("ask")}
        </Button>
      </fieldset>
    </form>
  );
}
