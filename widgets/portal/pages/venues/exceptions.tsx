import type { HoursExceptions } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { addDays, Button, Checkbox, Field, IconButton, Input, today } from "../../../kit/index.ts";
import { useStrings } from "../../strings/use.ts";
import { Windows } from "../resources/hours-editor.tsx";
import { en } from "./strings.ts";

type Exception = HoursExceptions[number];

/** Dates that are not like the rest of the week. */
export function Exceptions({ value, onChange }: { value: HoursExceptions; onChange(value: HoursExceptions): void }) {
  const { t, date } = useStrings(en);
  const change = (at: number, patch: Partial<Exception>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...patch } : one)));
  const free = () => {
    let day = addDays(today(), 1);
    while (value.some((one) => one.date === day)) day = addDays(day, 1);
    return day;
  };
  return (
    <div class="p-exceptions">
      <p class="f-hint">{value.length ? t("exceptionsText") : `${t("exceptionsText")} ${t("exceptionsNone")}`}</p>
      {value.map((one, at) => (
        <div key={at} class="p-exception">
          <div class="p-form-pair">
            <Field
              label={t("date")}
              error={
                !one.date
                  ? t("noDate")
                  : value.some((other, index) => index < at && other.date === one.date)
                    ? t("twice")
                    : undefined
              }
            >
              <Input type="date" value={one.date} onInput={(day) => change(at, { date: day })} />
            </Field>
            <Field label={t("exceptionName")} optional>
              <Input value={one.name ?? ""} onInput={(name) => change(at, { name: name || null })} maxLength={120} />
            </Field>
          </div>
          <IconButton
            size="s"
            icon={icons.trash}
            label={t("removeException", {
              date: one.date ? date(`${one.date}T12:00:00Z`, { dateStyle: "medium", timeZone: "UTC" }) : "",
            })}
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          />
          <div class="p-exception-hours">
            <Checkbox
              checked={one.hours.length > 0}
              onChange={(open) => change(at, { hours: open ? [{ from: "10:00", to: "14:00" }] : [] })}
            >
              {one.hours.length ? t("open") : t("closed")}
            </Checkbox>
            {one.hours.length > 0 && <Windows value={one.hours} onChange={(hours) => change(at, { hours })} />}
          </div>
        </div>
      ))}
      <Button size="s" icon={icons.plus} onClick={() => onChange([...value, { date: free(), hours: [], name: null }])}>
        {t("addException")}
      </Button>
    </div>
  );
}
