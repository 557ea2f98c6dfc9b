import type { Today } from "../../../../sdk/index.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

/** Guests by the hour they start, each hour with its number. */
export function Hours({ hours, present }: { hours: Today["hours"]; present: number }) {
  const { t, date, number } = useStrings(en);
  const most = Math.max(1, ...hours.map(({ guests }) => guests));
  if (hours.length === 0) return null;
  return (
    <ol class="p-today-hours" aria-label={t("hours")}>
      {hours.map(({ hour, guests }) => {
        const time = date(Date.UTC(2024, 0, 1, hour), { hour: "numeric", timeZone: "UTC" });
        return (
          <li key={hour} class={hour === present ? "p-today-present" : undefined}>
            <span class="f-hidden">{t("hour", { time, count: guests })}</span>
            <span class="p-today-count f-tabular" aria-hidden="true">
              {guests > 0 && number(guests)}
            </span>
            <span class="p-today-bar" aria-hidden="true">
              <span style={{ height: `${(guests / most) * 100}%` }} />
            </span>
            <span class="p-today-hour" aria-hidden="true">
              {time}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
