import { useEffect, useState } from "preact/hooks";
import type { Resource } from "../../../../sdk/index.ts";
import { Field, Input } from "../../../kit/index.ts";
import { useStrings } from "../../strings/use.ts";
import { clock, isoOf, minutesOf, wallOf } from "../calendar/zone.ts";
import { type Draft, endOf } from "./draft.ts";
import { en } from "./form-strings.ts";

interface FreeTimeProps {
  resource: Resource;
  zone: string;
  draft: Draft;
  /** On which it starts. */
  day: string;
  onChange(patch: Partial<Draft>): void;
}

/** Any start on the day, and any end after it. The end follows the start, at the distance it has. */
export function FreeTime({ resource, zone, draft, day, onChange }: FreeTimeProps) {
  const { t } = useStrings(en);
  const given = draft.starts_at ? wallOf(draft.starts_at, zone) : undefined;
  const [start, setStart] = useState(given ? clock(given.minutes) : "");
  const [length, setLength] = useState(
    draft.starts_at && draft.ends_at ? Date.parse(draft.ends_at) - Date.parse(draft.starts_at) : undefined,
  );
  const minutes = minutesOf(start);
  const starts_at = minutes === undefined ? undefined : isoOf(day, minutes, zone);
  const ends_at =
    starts_at &&
    (length === undefined
      ? endOf(resource, draft, starts_at, zone)
      : new Date(Date.parse(starts_at) + length).toISOString());
  useEffect(() => {
    // The day or the length may have changed since: what is chosen is always what is shown.
    if (starts_at !== draft.starts_at || ends_at !== draft.ends_at) onChange({ starts_at, ends_at });
  }, [starts_at, ends_at]);
  const end = ends_at ? wallOf(ends_at, zone) : undefined;
  const setEnd = (date: string, time: string) => {
    const at = minutesOf(time);
    if (!date || at === undefined || !starts_at) return;
    setLength(Date.parse(isoOf(date, at, zone)) - Date.parse(starts_at));
  };
  const wrong = starts_at && ends_at && ends_at <= starts_at ? t("endsBefore") : undefined;
  return (
    <div class="p-form p-free-time">
      <Field label={t("start")}>
        <Input type="time" value={start} onInput={setStart} />
      </Field>
      {end && (
        <div class="p-form-pair">
          <Field label={t("endDate")}>
            <Input type="date" min={day} value={end.date} onInput={(date) => setEnd(date, clock(end.minutes))} />
          </Field>
          <Field label={t("end")} error={wrong}>
            <Input type="time" value={clock(end.minutes)} onInput={(time) => setEnd(end.date, time)} />
          </Field>
        </div>
      )}
    </div>
  );
}
