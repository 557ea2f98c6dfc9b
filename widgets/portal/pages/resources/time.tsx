import { addDays, today } from "../../../kit/index.ts";
import { CheckField, ChoiceField, NumberField, Part, TextField, useForm } from "../../parts/fields.tsx";
import { ListEditor } from "../../parts/list-editor.tsx";
import { useStrings } from "../../strings/use.ts";
import { ListText } from "./basics.tsx";
import { type Draft, withUnit } from "./draft.ts";
import { Exceptions } from "./exceptions.tsx";
import { HoursEditor } from "./hours-editor.tsx";
import type { SectionProps } from "./section.ts";
import { en } from "./strings.ts";

const required = (value: number | null) => value ?? Number.NaN;

/** When it can be had, and for how long. */
export function Time({ draft, change, places }: SectionProps) {
  const { t, date } = useStrings(en);
  const { errors } = useForm();
  const number = (name: NumberNames, label: string, hint?: string) => (
    <NumberField
      at={`/${name}`}
      label={label}
      hint={hint}
      value={draft[name]}
      onChange={(value) => change({ [name]: required(value) })}
    />
  );
  const maybe = (name: "lead_minutes" | "cancellation_hours", label: string, hint: string) => (
    <NumberField
      at={`/${name}`}
      label={label}
      hint={hint}
      optional
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
    />
  );
  const unit = draft.length_unit;
  const dated = unit === "day" || unit === "night";
  const day = (value: string) =>
    value && date(`${value}T12:00:00Z`, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  return (
    <>
      <Part title={t("lengthAndStarts")}>
        <div class="p-form-pair">
          <ChoiceField
            at="/length_unit"
            label={t("lengthUnit")}
            value={unit}
            onChange={(next) => change(withUnit(draft, next))}
            options={(["fixed", "hour", "day", "night"] as const).map((value) => ({
              value,
              label: t(`unit.${value}`),
            }))}
          />
          {unit === "fixed" ? (
            number("duration_minutes", t("duration"))
          ) : (
            <>
              {number("min_length", t(`shortest.${unit}`))}
              {number("max_length", t(`longest.${unit}`))}
            </>
          )}
        </div>
        {dated ? (
          <div class="p-form-pair">
            {(["check_in", "check_out"] as const).map((name) => (
              <TextField
                key={name}
                at={`/${name}`}
                type="time"
                label={t(name === "check_in" ? "checkIn" : "checkOut")}
                value={draft[name]}
                onChange={(value) => change({ [name]: value })}
              />
            ))}
          </div>
        ) : (
          <div class="p-form-pair">
            <ChoiceField
              at="/starts"
              label={t("starts")}
              value={draft.start_times ? "times" : "grid"}
              onChange={(value) => change({ start_times: value === "times" ? ["09:00"] : null })}
              options={(["grid", "times"] as const).map((value) => ({ value, label: t(`starts.${value}`) }))}
            />
            {draft.start_times && (
              <ListText
                at="/start_times"
                label={t("startTimes")}
                hint={t("startTimesHint")}
                optional={false}
                value={draft.start_times}
                onChange={(start_times) => change({ start_times })}
              />
            )}
            {(!draft.start_times || unit === "hour") && number("slot_step_minutes", t("step"))}
          </div>
        )}
        <div class="p-form-pair">
          {number("buffer_before_minutes", t("before"))}
          {number("buffer_after_minutes", t("after"))}
        </div>
      </Part>
      <Part title={t("openingHours")}>
        <CheckField
          at="/own_hours"
          checked={draft.hours !== null}
          hint={t("ownHoursHint")}
          onChange={(own) => change({ hours: own ? (places.venueOf(draft.venue_id)?.hours ?? []) : null })}
        >
          {t("ownHours")}
        </CheckField>
        {draft.hours && <HoursEditor value={draft.hours} onChange={(hours) => change({ hours })} />}
        {errors["/hours"] && <p class="f-error">{errors["/hours"]}</p>}
      </Part>
      <Part title={t("seasons")} text={t("seasonsText")}>
        <ListEditor<Draft["seasons"][number]>
          at="/seasons"
          items={draft.seasons}
          onChange={(seasons) => change({ seasons })}
          fresh={() => ({
            name: "",
            from: today(),
            to: addDays(today(), 90),
            hours: draft.hours ?? places.venueOf(draft.venue_id)?.hours ?? [],
            start_times: null,
          })}
          add={t("addSeason")}
          name={(season) => season.name}
          summary={(season) => [season.from, season.to].map(day).join(" – ")}
        >
          {(season, patch, at) => (
            <>
              <div class="p-form-pair">
                <TextField
                  at={`${at}/name`}
                  label={t("season")}
                  value={season.name}
                  maxLength={80}
                  onChange={(name) => patch({ name: name ?? "" })}
                />
                <TextField
                  at={`${at}/from`}
                  type="date"
                  label={t("firstDay")}
                  value={season.from}
                  onChange={(from) => patch({ from: from ?? "" })}
                />
                <TextField
                  at={`${at}/to`}
                  type="date"
                  label={t("lastDay")}
                  value={season.to}
                  onChange={(to) => patch({ to: to ?? "" })}
                />
              </div>
              <HoursEditor value={season.hours} onChange={(hours) => patch({ hours })} />
              {errors[`${at}/hours`] && <p class="f-error">{errors[`${at}/hours`]}</p>}
              {!dated && (
                <ListText
                  at={`${at}/start_times`}
                  label={t("seasonTimes")}
                  hint={t("seasonTimesHint")}
                  placeholder="09:00, 13:30"
                  value={season.start_times ?? []}
                  onChange={(times) => patch({ start_times: times.length ? times : null })}
                />
              )}
            </>
          )}
        </ListEditor>
      </Part>
      <Part title={t("exceptions")} text={t("exceptionsText")}>
        <Exceptions value={draft.exceptions} onChange={(exceptions) => change({ exceptions })} />
      </Part>
      <Part title={t("whenBooked")}>
        <div class="p-form-pair">
          {number("horizon_days", t("horizon"))}
          {maybe("lead_minutes", t("lead"), t("leadHint", { count: places.company?.min_booking_hours ?? 0 }))}
          {maybe(
            "cancellation_hours",
            t("cancellation"),
            t("cancellationHint", { count: places.company?.cancellation_hours ?? 0 }),
          )}
        </div>
      </Part>
    </>
  );
}

type NumberNames =
  | "duration_minutes"
  | "min_length"
  | "max_length"
  | "slot_step_minutes"
  | "buffer_before_minutes"
  | "buffer_after_minutes"
  | "horizon_days";
