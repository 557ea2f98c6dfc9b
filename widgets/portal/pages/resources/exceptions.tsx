import type { HoursExceptions } from "../../../../sdk/index.ts";
import { addDays, Checkbox, Input, Select, today, weekday } from "../../../kit/index.ts";
import { At, useForm } from "../../parts/fields.tsx";
import { ListEditor } from "../../parts/list-editor.tsx";
import { useStrings } from "../../strings/use.ts";
import { weekdays } from "./hours.ts";
import { Windows } from "./hours-editor.tsx";
import { type Exception, movedTo, placeInMonth, type Repeat, repeatOf, repeatsOf, ruleOf, twice } from "./repeats.ts";
import { en } from "./strings.ts";
import { useWeekdayName } from "./use-weekday-name.ts";

interface ExceptionsProps {
  value: HoursExceptions;
  onChange(value: HoursExceptions): void;
}

/** Dates that are not like the rest of the week, once or again and again. */
export function Exceptions({ value, onChange }: ExceptionsProps) {
  const { t, date } = useStrings(en);
  const repeatName = useRepeatName();
  const free = () => {
    let day = addDays(today(), 1);
    while (value.some((one) => one.date === day)) day = addDays(day, 1);
    return day;
  };
  return (
    <ListEditor<Exception>
      at="/exceptions"
      items={value}
      onChange={onChange}
      fresh={() => ({ date: free(), hours: [], rrule: null, name: null })}
      add={t("addException")}
      unordered
      max={500}
      name={(one) => one.name || (one.date && date(`${one.date}T12:00:00Z`, { dateStyle: "medium", timeZone: "UTC" }))}
      summary={(one) =>
        [
          one.name && one.date && date(`${one.date}T12:00:00Z`, { dateStyle: "medium", timeZone: "UTC" }),
          repeatOf(one) === "never" ? "" : repeatName(repeatOf(one), one.date),
          one.hours.length ? one.hours.map(({ from, to }) => `${from}–${to}`).join(", ") : t("closedAllDay"),
        ]
          .filter(Boolean)
          .join(" · ")
      }
    >
      {(one, change, at, index) => <ExceptionFields one={one} change={change} at={at} twice={twice(value, index)} />}
    </ListEditor>
  );
}

interface FieldsProps {
  one: Exception;
  change(patch: Partial<Exception>): void;
  at: string;
  twice: boolean;
}

function ExceptionFields({ one, change, at, twice }: FieldsProps) {
  const { t } = useStrings(en);
  const { disabled, errors } = useForm();
  const repeatName = useRepeatName();
  const repeat = repeatOf(one);
  return (
    <>
      <div class="p-form-pair">
        <At at={`${at}/date`} label={repeat === "never" ? t("date") : t("firstDate")}>
          <Input type="date" value={one.date} onInput={(day) => change(movedTo(one, day))} />
        </At>
        <At at={`${at}/name`} label={t("exceptionName")} optional>
          <Input value={one.name ?? ""} onInput={(name) => change({ name: name || null })} maxLength={80} />
        </At>
      </div>
      {!errors[`${at}/date`] && (!one.date || twice) && (
        <p class="f-error" role="alert">
          {one.date ? t("twice") : t("noDate")}
        </p>
      )}
      <div class="p-form-pair">
        <At at={`${at}/repeats`} label={t("repeats")}>
          <Select
            value={repeat}
            onChange={(value) =>
              change({
                rrule:
                  value === "custom"
                    ? `${one.rrule ?? "FREQ=YEARLY"};COUNT=10`
                    : ruleOf(value as Exclude<Repeat, "custom">, one.date),
              })
            }
            options={[...new Set([...repeatsOf(one.date), repeat])].map((value) => ({
              value,
              label: repeatName(value, one.date),
            }))}
          />
        </At>
      </div>
      {repeat === "custom" && (
        <At at={`${at}/rrule`} label={t("rule")} hint={t("ruleHint")}>
          <Input
            value={one.rrule ?? ""}
            spellcheck={false}
            onInput={(rrule) => change({ rrule: rrule || null })}
            maxLength={200}
          />
        </At>
      )}
      <div class="p-exception-hours">
        <Checkbox
          checked={one.hours.length > 0}
          disabled={disabled}
          onChange={(open) => change({ hours: open ? [{ from: "10:00", to: "14:00" }] : [] })}
        >
          {t("open")}
        </Checkbox>
        {one.hours.length > 0 && <Windows value={one.hours} onChange={(hours) => change({ hours })} />}
      </div>
    </>
  );
}

function useRepeatName() {
  const { t, date } = useStrings(en);
  const weekdayName = useWeekdayName();
  return (repeat: Repeat, day: string): string => {
    if (!day) return t(repeat === "custom" ? "repeat.custom" : "repeat.never");
    const nth = Math.min(placeInMonth(day).nth, 4) as 1 | 2 | 3 | 4;
    return t(`repeat.${repeat}`, {
      date: date(`${day}T12:00:00Z`, { day: "numeric", month: "long", timeZone: "UTC" }),
      weekday: weekdayName(weekdays[weekday(day) - 1] ?? "monday"),
      nth: t(`nth${nth}`),
    });
  };
}
